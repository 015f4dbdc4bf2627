"""One person's landmarks in every picture of a video.

The detector looks through a whole picture until it finds somebody; from then on each picture's
landmarks say where to look in the next one, as BlazePose is meant to be used. Nothing is smoothed
here: `coxa.motion.watching.smoothing` does that, for every kind of input alike.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from PIL import Image

from coxa.motion.video.ahead import ahead
from coxa.motion.video.company import Company
from coxa.motion.video.decoding import Picture, pictures
from coxa.motion.video.detector import Detector
from coxa.motion.video.landmarks import Landmarks, Placer
from coxa.motion.video.models import MODELS, Model, load
from coxa.motion.video.network import Floats
from coxa.motion.video.region import Region
from coxa.motion.watching.points import Frame

__all__ = ["MODELS", "Follower", "frames"]

MOST_THREADS = 4  # the networks are small: more threads wait for each other (our choice)


class Follower:
    """Follows one person from picture to picture; finds somebody anew when that one is lost."""

    def __init__(self, model: Model, threads: int) -> None:
        self.detector = Detector(model.detector, threads)
        self._placer = Placer(model.landmarks, threads)
        self._region: Region | None = None

    def place(self, picture: Image.Image) -> Landmarks | None:
        """The person's landmarks in the next picture; None if nobody is in it."""
        tried = (self._placer.place(picture, region) for region in self._regions(picture))
        found = next((landmarks for landmarks in tried if landmarks), None)
        self._region = found.region if found else None
        return found

    def _regions(self, picture: Image.Image) -> Iterator[Region]:
        """Where the person was last; then, only if that one is lost, wherever somebody is."""
        if self._region:
            yield self._region
        yield from (person.region for person in self.detector.people(picture))


def frames(
    path: Path | str,
    model: str = "full",
    *,
    threads: int | None = None,
    note: Callable[[str], None] | None = None,
) -> Iterator[Frame]:
    """One frame for every picture of the video, empty where nobody is seen.

    `note` is told, in a sentence, what frames cannot say: that a second person is in view.
    FaultyInputError for a file that is no whole video, an unknown or absent model.
    """
    follower = Follower(load(model), threads or min(MOST_THREADS, os.cpu_count() or 1))
    company = Company(follower.detector)
    with closing(ahead(pictures(Path(path)))) as upcoming:
        for picture in upcoming:
            landmarks = follower.place(picture.pixels)
            if landmarks and note and (words := company.look(picture, landmarks.region)):
                note(words)
            yield frame_of(picture, landmarks)


def frame_of(picture: Picture, landmarks: Landmarks | None) -> Frame:
    """Landmarks in the words of the watching part: shares of the picture, plain numbers."""
    if landmarks is None:
        return Frame(picture.time_s, None, None, picture.aspect)
    width, height = picture.pixels.size
    image = landmarks.image / [width, height, width, 1]
    return Frame(picture.time_s, _plain(image), _plain(landmarks.world), picture.aspect)


def _plain(points: Floats) -> tuple[float, ...]:
    return tuple(points.ravel().tolist())
