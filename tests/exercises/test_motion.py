"""A motion as it is written in an exercise's file."""

import pytest

from coxa.exercises.motion import Motion
from coxa.reading.faults import FaultyInputError
from coxa.reading.values import read_value

BRIDGE = {
    "view": "left",
    "poses": [
        {
            "name": "start",
            "lying": "supine",
            "angles": {"hip_flexion": 45, "knee_angle": 100, "knee_angle_l": 95},
            "contacts": ["both feet flat on floor"],
        },
        {"name": "top", "lying": "supine", "angles": {"pelvis_tilt": 115, "hip_flexion": 0}},
    ],
}


def motion(**changes):
    return read_value(Motion, BRIDGE | changes, "glute_bridge.toml")


def test_an_angle_without_a_side_means_both_and_a_named_side_wins():
    angles = motion().poses[0].by_coordinate()
    assert angles["hip_flexion_l"] == angles["hip_flexion_r"] == 45
    assert (angles["knee_angle_l"], angles["knee_angle_r"]) == (95, 100)


def test_a_things_surfaces_can_be_touched_under_its_own_name():
    seat = {"kind": "chair", "name": "stool"}
    pose = {"name": "seated", "contacts": ["both sit bones on stool seat"]}
    shown = motion(props=[seat], poses=[pose])
    assert [t.on for t in shown.touches_of(shown.poses[0])] == ["stool.seat", "stool.seat"]


@pytest.mark.parametrize(
    ("changes", "teaches"),
    [
        ({"view": "above"}, "view"),
        ({"props": [{"kind": "chiar"}]}, "did you mean chair"),
        ({"poses": []}, "poses"),
        ({"poses": [{"name": "start", "angles": {"hip_flexon": 3}}]}, "did you mean"),
        ({"poses": [{"name": "start", "lying": "supin"}]}, "did you mean supine"),
        ({"poses": [{"name": "start", "arms": "on hip"}]}, "did you mean on hips"),
        ({"poses": [{"name": "start", "contacts": ["left heel on stairs"]}]}, "in pose 'start'"),
        ({"props": [{"kind": "band_loop", "between": ["left kne", "right knee"]}]}, "knee"),
        ({"poses": [{"name": "start", "angles": {"hip_flexion": 400}}]}, "200"),
    ],
)
def test_what_is_written_wrong_is_taught(changes, teaches):
    with pytest.raises(FaultyInputError, match=teaches):
        motion(**changes)


def test_every_fault_of_a_pose_is_told_at_once():
    pose = {"name": "start", "contacts": ["left heel on stairs", "left heal on floor"]}
    with pytest.raises(FaultyInputError) as caught:
        motion(poses=[pose])
    assert "stairs" in str(caught.value)
    assert "heal" in str(caught.value)
