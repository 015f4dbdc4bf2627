"""Where the detector looks, and how its many answers become people."""

import numpy as np
import pytest

from coxa.motion.video.anchors import anchors
from coxa.motion.video.detector import merge, overlap


def box(x: float, y: float, size: float = 0.2) -> np.ndarray:
    return np.array([[x, y], [size, size], *[[x, y]] * 4], np.float32)


def test_the_detector_answers_about_2254_places() -> None:
    places = anchors()
    assert places.shape == (2254, 2)
    assert places[0] == pytest.approx([4 / 224, 4 / 224])
    assert places[2] == pytest.approx([12 / 224, 4 / 224])
    assert places[-1] == pytest.approx([208 / 224, 208 / 224])


def test_a_box_overlaps_itself_wholly_and_a_far_one_not_at_all() -> None:
    boxes = np.stack([box(0.5, 0.5), box(0.6, 0.5), box(0.9, 0.9)])
    assert overlap(boxes, boxes[0]) == pytest.approx([1, 1 / 3, 0], abs=1e-5)


def test_answers_about_one_person_become_their_weighted_mean() -> None:
    boxes = np.stack([box(0.50, 0.5), box(0.53, 0.5)])
    ((places, score),) = merge(boxes, np.array([0.9, 0.6]))
    assert score == pytest.approx(0.9)
    assert places[0] == pytest.approx([0.512, 0.5])


def test_two_people_stay_two_the_surer_first() -> None:
    boxes = np.stack([box(0.2, 0.5), box(0.8, 0.5)])
    people = merge(boxes, np.array([0.6, 0.9]))
    assert [score for _, score in people] == pytest.approx([0.9, 0.6])
    assert people[0][0][0] == pytest.approx([0.8, 0.5])


def test_no_answer_is_nobody() -> None:
    assert merge(np.empty((0, 6, 2), np.float32), np.empty(0, np.float32)) == []
