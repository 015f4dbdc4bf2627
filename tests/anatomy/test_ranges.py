"""Ranges of combined positions: what a straight hip cannot do, a bent and spread one can."""

import csv

import pytest
from tests.reference.tables import EVIDENCE

from coxa.anatomy.coordinates import Status, coordinates
from coxa.anatomy.ranges import (
    ROUNDING_DEG,
    Breach,
    breaches,
    dependences,
    limits,
    sums,
)


def key_poses() -> list[tuple[str, dict[str, float]]]:
    with (EVIDENCE / "key_poses.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    return [
        (
            f"{row['id']}: {row['phase']}",
            {name: float(cell) for name, cell in row.items() if name in coordinates()},
        )
        for row in rows
    ]


KEY_POSES = key_poses()
SUPPLE = {"seated_slr: top (chair)"}  # a leg lifted past what most adults reach: 97 with 95 allowed


def test_the_table_of_key_poses_is_whole():
    assert len(KEY_POSES) == 106
    assert all(len(pose) == 11 for _, pose in KEY_POSES)


@pytest.mark.parametrize(("name", "pose"), KEY_POSES, ids=[name for name, _ in KEY_POSES])
def test_every_key_pose_is_within_range_to_its_rounding(name: str, pose: dict[str, float]):
    assert breaches(pose, ROUNDING_DEG) == []


def test_only_one_key_pose_needs_its_rounding():
    assert {name for name, pose in KEY_POSES if breaches(pose)} == SUPPLE


@pytest.mark.parametrize(
    ("words", "pose", "breached"),
    [
        (
            "a straight leg lifted far past a right angle",
            {"hip_flexion_l": 115, "knee_angle_l": 0},
            "hip_flexion_l",
        ),
        (
            "the heel at the buttock with the hip far back",
            {"hip_flexion_l": -15, "knee_angle_l": 140},
            "knee_angle_l",
        ),
        ("a straight hip turned far out", {"hip_rotation_r": -70}, "hip_rotation_r"),
        (
            "a bent hip turned far out without being spread",
            {"hip_flexion_r": 90, "hip_rotation_r": -70},
            "hip_rotation_r",
        ),
        ("a straight leg spread wide", {"hip_adduction_l": -60}, "hip_adduction_l"),
        (
            "a deeply bent hip turned far in",
            {"hip_flexion_l": 125, "knee_angle_l": 120, "hip_rotation_l": 45},
            "hip_rotation_l",
        ),
        (
            "the foot far up with a straight knee",
            {"ankle_angle_l": 38, "knee_angle_l": 0},
            "ankle_angle_l",
        ),
        ("a knee that bends the wrong way", {"knee_angle_r": -20}, "knee_angle_r"),
    ],
)
def test_what_no_average_adult_can_do_is_a_breach(
    words: str, pose: dict[str, float], breached: str
):
    assert [one.coordinate for one in breaches(pose, ROUNDING_DEG)] == [breached]


@pytest.mark.parametrize(
    ("words", "pose"),
    [
        ("the same leg lifted with a bent knee", {"hip_flexion_l": 115, "knee_angle_l": 100}),
        ("the couch stretch", {"hip_flexion_l": -10, "knee_angle_l": 130}),
        (
            "the figure-4",
            {
                "hip_flexion_r": 110,
                "knee_angle_r": 115,
                "hip_adduction_r": -35,
                "hip_rotation_r": -75,
            },
        ),
        (
            "the rear leg of the 90/90 sit",
            {
                "hip_flexion_l": 45,
                "knee_angle_l": 90,
                "hip_adduction_l": -65,
                "hip_rotation_l": 45,
            },
        ),
        ("a deep lunge over the foot", {"ankle_angle_l": 38, "knee_angle_l": 90}),
    ],
)
def test_the_same_figure_is_fine_where_the_other_joints_allow_it(
    words: str, pose: dict[str, float]
):
    assert breaches(pose) == []


def test_one_side_does_not_loosen_the_other():
    pose = {"knee_angle_l": 100, "hip_flexion_r": 115}
    assert [one.coordinate for one in breaches(pose)] == ["hip_flexion_r"]


def test_the_back_turns_less_as_a_whole_than_its_parts_by_themselves():
    assert breaches({"thorax_rotation": 38}) == []
    assert breaches({"lumbar_rotation": 16}) == []
    both = breaches({"thorax_rotation": 38, "lumbar_rotation": 16})
    assert {one.coordinate for one in both} == {"thorax_rotation", "lumbar_rotation"}


def test_a_range_opens_evenly_between_its_ends():
    straight, half, bent = (
        limits("hip_flexion_l", {"knee_angle_l": knee})[1] for knee in (0, 45, 90)
    )
    assert straight < half < bent
    assert half == pytest.approx((straight + bent) / 2)
    assert limits("hip_flexion_l", {"knee_angle_l": 130})[1] == bent


def test_the_place_of_the_pelvis_has_no_range():
    assert breaches({"pelvis_ty": 0.9, "pelvis_tilt": 115, "pelvis_list": -90}) == []


def test_a_breach_says_what_the_range_is_here():
    one = Breach("hip_flexion_l", 115, -25, 95)
    assert str(one) == "left hip bending (hip_flexion_l) is 115, here -25 to 95"
    assert one.beyond == 20


def test_a_coordinate_that_is_not_there_is_answered_with_the_nearest_ones():
    with pytest.raises(ValueError, match="did you mean knee_angle_l"):
        breaches({"knee_angel_l": 5})


def test_every_row_stays_within_the_farthest_and_has_a_reason_and_a_source():
    for row in dependences():
        low, high = coordinates()[f"{row.coordinate}_l"].farthest
        assert row.end in ("low", "high")
        assert all(low <= value <= high for value in (row.start, row.full))
        assert row.why
        assert row.source
        assert row.status in set(Status)
        assert all(f"{name}_l" in coordinates() for name in row.among)
    for whole in sums():
        assert whole.low < 0 < whole.high
        assert whole.status in set(Status)
        assert whole.why
        assert whole.source
        assert set(whole.coordinates) <= set(coordinates())
