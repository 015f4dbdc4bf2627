"""Finding people in a picture: the region about each body, best first."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from coxa.motion.video.anchors import SIDE, anchors
from coxa.motion.video.network import Floats, Network, sigmoid
from coxa.motion.video.region import Region, whole

ENOUGH = 0.5  # confidence below which nobody is there: mediapipe's own choice
SAME = 0.3  # boxes that share more than this of their union show one person: mediapipe's own
# A person at the edge counts for half of one in the middle. Who films an exercise puts the one who
# does it in the middle (our choice).
EDGE = 0.5
NUMBERS = 12  # of an answer: the head's box (x, y, width, height), then four places of the body


@dataclass(frozen=True)
class Person:
    """Somebody in a picture: the region about the body, and how sure that is (0 to 1)."""

    region: Region
    score: float


class Detector:
    def __init__(self, content: bytes, threads: int) -> None:
        self._network = Network(content, threads)
        self._anchors = anchors()

    def people(self, picture: Image.Image) -> list[Person]:
        """Everybody who is seen, the most central and confident first."""
        area = whole(*picture.size)
        self._network.run(area.cut(picture, SIDE), 2 / 255, -1.0)
        answers = self._network.output(len(self._anchors), NUMBERS)
        scores = sigmoid(self._network.output(len(self._anchors), 1)[:, 0])
        likely = np.flatnonzero(scores > ENOUGH)
        boxes = _places(answers[likely], self._anchors[likely])
        found = [_person(places, score, area) for places, score in merge(boxes, scores[likely])]
        return sorted(found, key=lambda person: -_worth(person, picture.width))


def _places(answers: Floats, anchors: Floats) -> Floats:
    """(n, 6, 2) shares of the square: middle and size of the head's box, then four of the body."""
    places = answers.reshape(-1, 6, 2) / SIDE
    places[:, [0, 2, 3, 4, 5]] += anchors[:, None]
    return places


def merge(boxes: Floats, scores: Floats) -> list[tuple[Floats, float]]:
    """One answer a person: the mean of all that overlap the best one, weighted by their scores.

    `boxes` is (n, 6, 2) as `_places` gives it. A mean is steadier than the best alone.
    """
    people = []
    left = np.argsort(-scores)
    while len(left):
        together = overlap(boxes[left], boxes[left[0]]) > SAME
        same, left = left[together], left[~together]
        weights = scores[same, None, None]
        mean = (boxes[same] * weights).sum(axis=0) / weights.sum()
        people.append((mean, float(scores[same[0]])))
    return people


def overlap(boxes: Floats, box: Floats) -> Floats:
    """The share of their union that each of `boxes` has in common with `box` (1 for itself)."""
    low, high = _corners(boxes)
    its_low, its_high = _corners(box[None])
    common = np.clip(np.minimum(high, its_high) - np.maximum(low, its_low), 0, None).prod(axis=1)
    both = boxes[:, 1].prod(axis=1) + box[1].prod()
    return common / np.maximum(both - common, 1e-9)


def _corners(boxes: Floats) -> tuple[Floats, Floats]:
    half = np.abs(boxes[:, 1]) / 2
    return boxes[:, 0] - half, boxes[:, 0] + half


def _person(places: Floats, score: float, area: Region) -> Person:
    rows = area.rows(1).astype(np.float32)
    hips, top = places[2:4] @ rows[:, :2].T + rows[:, 2]
    return Person(Region.of_body(hips, top), score)


def _worth(person: Person, width: int) -> float:
    aside = abs(person.region.x / width - 0.5) * 2
    return person.score * (1 - EDGE * min(aside, 1.0))
