"""The coordinates: complete, on the right joints, sourced, and taught when misspelt."""

import pytest

from coxa.anatomy.coordinates import (
    FREE,
    MARGIN_DEG,
    Coordinate,
    Status,
    Unit,
    coordinate,
    coordinates,
    sided,
)
from coxa.anatomy.sides import Side
from coxa.motion.clip import mirror_name
from coxa.motion.turns import COORDINATES, PELVIS_PLACE, TURNS

ALL = list(coordinates().values())


def named(one: Coordinate) -> str:
    return one.name


def test_they_are_those_that_pose_the_figure():
    assert set(coordinates()) == set(COORDINATES)


def test_each_names_the_first_joint_that_it_turns():
    first = {turn.coordinate: turn.joint for turn in reversed(TURNS)}
    assert {one.name: one.joint for one in ALL if one.name in first} == first


@pytest.mark.parametrize("one", ALL, ids=named)
def test_each_says_what_it_is_what_plus_means_and_where_it_is_from(one: Coordinate):
    assert one.words
    assert one.positive
    assert one.source
    assert one.status in Status
    assert (one.unit is Unit.METRES) == (one.name in PELVIS_PLACE)


@pytest.mark.parametrize("one", ALL, ids=named)
def test_a_normal_range_holds_zero_and_lies_in_the_farthest_and_that_in_the_solvers(
    one: Coordinate,
):
    assert one.normal[0] <= 0 <= one.normal[1]
    assert one.farthest[0] <= one.normal[0] < one.normal[1] <= one.farthest[1]
    assert (one.low, one.high) == (one.farthest[0] - MARGIN_DEG, one.farthest[1] + MARGIN_DEG)


def test_only_the_pelvis_goes_anywhere():
    free = {one.name for one in ALL if one.farthest == (-FREE, FREE)}
    assert free == {name for name in coordinates() if name.startswith("pelvis_")}


@pytest.mark.parametrize("one", ALL, ids=named)
def test_left_and_right_differ_in_name_and_side_only(one: Coordinate):
    other = coordinate(mirror_name(one.name))
    assert (one.normal, one.farthest, one.positive) == (
        other.normal,
        other.farthest,
        other.positive,
    )
    assert (one.side is None) == (other.name == one.name)
    if one.side:
        assert one.side.other is other.side
        assert one.words.startswith(one.side)


def test_a_misspelt_name_is_answered_with_the_nearest_ones():
    with pytest.raises(ValueError, match="did you mean hip_flexion_l or hip_flexion_r"):
        coordinate("hip_flexon_l")


def test_a_name_that_lacks_its_side_is_told_so():
    with pytest.raises(ValueError, match="needs its side: knee_angle_l or knee_angle_r"):
        coordinate("knee_angle")


def test_a_name_like_no_other_is_told_where_to_look():
    with pytest.raises(ValueError, match=r"see coxa\.anatomy\.coordinates"):
        coordinate("zzz")


def test_a_name_takes_its_side_and_the_midline_has_none():
    assert sided("hip_flexion", Side.RIGHT) == "hip_flexion_r"
    assert sided("lumbar_bending", Side.LEFT) == "lumbar_bending"
    with pytest.raises(ValueError, match="did you mean"):
        sided("hip_flexon", Side.LEFT)
