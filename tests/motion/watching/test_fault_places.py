"""Each fault has a place on the body, to be marked when it is shown again."""

from collections.abc import Collection

import pytest

from coxa.anatomy.sides import Side
from coxa.motion.expecting import SEEN_WELL
from coxa.motion.watching.faults import FAULTS
from coxa.motion.watching.faults.places import OF_COORDINATE, OF_FAULT, points
from coxa.motion.watching.points import INDEX


def test_every_fault_has_a_place_or_is_where_the_exercise_moves():
    assert {fault.id for fault in FAULTS} - set(OF_FAULT) == {"short_range"}
    assert set(SEEN_WELL) <= set(OF_COORDINATE)


@pytest.mark.parametrize("fault", [fault.id for fault in FAULTS])
def test_the_places_are_landmarks(fault: str):
    assert set(points(fault, {None}, "knee_angle")) <= set(INDEX)


@pytest.mark.parametrize(
    ("fault", "sides", "marked"),
    [
        ("knee_in", {Side.LEFT}, ("left_knee",)),
        ("knee_in", {Side.LEFT, Side.RIGHT}, ("left_knee", "right_knee")),
        ("pelvic_drop", {None}, ("left_hip", "right_hip")),
        ("short_range", set(), ("left_knee", "right_knee")),
        ("too_fast", set(), ()),
    ],
)
def test_what_is_marked_is_the_side_that_was_seen(
    fault: str, sides: Collection[Side | None], marked: tuple[str, ...]
):
    assert points(fault, sides, "knee_angle") == marked
