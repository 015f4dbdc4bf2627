"""Clips: what they hold, how they are mirrored, looked at in between, and written as JSON."""

import json

import numpy as np
import pytest
from tests.motion.sample_clip import BACK_S, FRAMES, HOLD_S, OUT_S, sample_clip

from coxa.motion import quaternions
from coxa.motion.body import read_body
from coxa.motion.clip import (
    VIEWS,
    Held,
    Phase,
    Placed,
    View,
    all_values,
    at,
    mirror_name,
    mirrored,
    phases,
    sampled,
)
from coxa.motion.clip_json import from_json, to_json, unit
from coxa.motion.kinematics import Skeleton
from coxa.reading.faults import FaultyInputError


def test_the_arrays_of_a_clip_cannot_be_changed():
    clip = sample_clip()
    for array in (clip.times, clip.values, clip.props[0].positions, clip.props[0].rotations):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"times": np.linspace(1, 2, 2 * FRAMES)}, "start at 0"),
        ({"times": np.zeros(2 * FRAMES)}, "must increase"),
        ({"values": np.zeros((3, 4))}, r"values are \(3, 4\)"),
        ({"names": ("pelvis_tilt",) * len(sample_clip().names)}, "named twice"),
        ({"values": np.full_like(sample_clip().values, np.nan)}, "must be a number"),
        ({"hold_s": 7.0}, "the parts take"),
        ({"props": (Placed("ball", "ball", (0.1,), np.zeros((3, 3))),)}, "must have 1 or 50"),
        ({"contacts": (Held("heel_l", "floor", 3, 50, planted=True),)}, "from 3 to 50 of 50"),
    ],
)
def test_a_clip_that_does_not_agree_with_itself_is_refused(changes: dict[str, object], says: str):
    with pytest.raises(ValueError, match=says):
        sample_clip(**changes)


def test_a_thing_needs_rows_of_the_right_length():
    with pytest.raises(ValueError, match=r"rotations is \(1, 3\)"):
        Placed("ball", "ball", (0.1,), np.zeros((1, 3)), np.zeros((1, 3)))


def test_a_repetition_is_the_way_out_a_hold_and_the_way_back():
    assert phases(sample_clip()) == (
        Phase("out", 0, OUT_S),
        Phase("hold", OUT_S, OUT_S + HOLD_S),
        Phase("back", OUT_S + HOLD_S, OUT_S + HOLD_S + BACK_S),
    )


def test_a_part_that_takes_no_time_is_not_told():
    clip = sample_clip(
        times=np.array([0.0, 4.0]), values=sample_clip().values[:2], props=(), contacts=(),
        out_s=0.0, hold_s=4.0, back_s=0.0,
    )  # fmt: skip
    assert [phase.name for phase in phases(clip)] == ["hold"]


def test_between_two_frames_lies_the_middle_of_them():
    clip = sample_clip()
    middle = at(clip, float(clip.times[7:9].mean()))
    assert middle.values.shape == (1, len(clip.names))
    assert middle.values[0] == pytest.approx(clip.values[7:9].mean(axis=0))
    assert middle.props[2].positions[0] == pytest.approx(clip.props[2].positions[7:9].mean(axis=0))


def test_a_thing_turns_the_shortest_way_between_two_frames():
    turns = np.array([[0, 0, 0, 1.0], [0, 0, -np.sin(0.5), -np.cos(0.5)]])  # -q is the same turn
    halfway = quaternions.sampled(turns, np.array([0.0, 1.0]), np.array([0.5]))
    right = np.array([[0, 0, np.sin(0.25), np.cos(0.25)]])
    assert quaternions.degrees_apart(halfway, right) == pytest.approx(0, abs=1e-9)


def test_before_the_start_and_after_the_end_is_the_start_and_the_end():
    clip = sample_clip()
    assert at(clip, -1).values[0] == pytest.approx(clip.values[0])
    assert at(clip, 99).values[0] == pytest.approx(clip.values[-1])


def test_a_moment_has_the_contacts_that_are_in_force_then():
    clip = sample_clip()
    assert [held.point for held in at(clip, 0.5).contacts] == ["heel_l"]
    assert [held.point for held in at(clip, OUT_S + 0.1).contacts] == ["heel_l", "palm_r"]


def test_a_clip_sampled_over_its_whole_length_keeps_its_parts():
    clip = sample_clip()
    finer = sampled(clip, np.linspace(0, clip.length_s, 200))
    assert phases(finer) == phases(clip)
    assert phases(at(clip, 1.0)) == ()


def test_a_mirror_changes_the_sides_of_joints_and_keeps_their_signs():
    clip, other = sample_clip(), mirrored(sample_clip())
    assert other.names == clip.names
    assert other.coordinate("arm_flex_r") == pytest.approx(clip.coordinate("arm_flex_l"))
    assert other.coordinate("lumbar_rotation") == pytest.approx(-clip.coordinate("lumbar_rotation"))
    assert other.coordinate("pelvis_tilt") == pytest.approx(clip.coordinate("pelvis_tilt"))


def test_a_mirrored_body_stands_where_the_mirror_shows_it():
    skeleton = Skeleton(read_body())
    values = np.random.default_rng(3).uniform(-30, 30, sample_clip().values.shape)
    clip = sample_clip(values=values)
    here = skeleton.frames(all_values(clip)).at
    there = skeleton.frames(all_values(mirrored(clip))).at
    partner = [skeleton.index[mirror_name(name)] for name in skeleton.names]
    # The body itself is a millimetre or two from being its own mirror image.
    assert np.abs(there - here[:, partner] * (1, 1, -1)).max() < 0.01


def test_a_mirror_changes_things_contacts_and_the_view():
    clip, other = sample_clip(), mirrored(sample_clip())
    assert other.props[1].name == "leg_l"
    assert other.props[2].positions[:, 2] == pytest.approx(-clip.props[2].positions[:, 2])
    assert [(held.point, held.on) for held in other.contacts] == [
        ("heel_r", "floor"), ("palm_l", "chair.left edge"),
    ]  # fmt: skip
    assert other.view == View("side-right", -90.0, VIEWS["side-left"].pitch_deg)


def test_twice_mirrored_is_as_before():
    clip = sample_clip()
    assert mirrored(mirrored(clip)).to_json() == clip.to_json()


def test_a_view_from_behind_stays_behind_in_the_mirror():
    assert mirrored(sample_clip(view=VIEWS["back"])).view == VIEWS["back"]


def test_a_clip_with_one_side_named_gets_the_other_in_the_mirror():
    clip = sample_clip(names=("knee_angle_l",), values=sample_clip().values[:, :1])
    assert mirrored(clip).names == ("knee_angle_r",)


def test_a_coordinate_that_the_figure_does_not_have_is_refused():
    clip = sample_clip(names=("tail_angle",), values=sample_clip().values[:, :1])
    with pytest.raises(ValueError, match="tail_angle is not a coordinate"):
        all_values(clip)


def test_json_says_a_coordinate_that_does_not_change_once():
    said = to_json(sample_clip())["coordinates"]
    assert said["pro_sup_l"] == 90.0
    assert len(said["knee_angle_l"]) == 2 * FRAMES


def test_json_says_units_and_the_parts_of_a_repetition():
    said = to_json(sample_clip())
    assert said["units"]["pelvis_tx"] == unit("pelvis_tx") == "m"
    assert said["units"]["knee_angle_l"] == "deg"
    assert said["phases"][1] == {"name": "hold", "from_s": 2.0, "to_s": 3.0}


def test_a_clip_comes_back_from_json_as_it_was_written():
    text = json.dumps(sample_clip().to_json())
    back = from_json(json.loads(text), "knee_bend.json")
    assert json.dumps(back.to_json()) == text
    assert np.abs(back.values - sample_clip().values).max() < 1e-3


def test_all_faults_of_a_clip_file_are_said_at_once():
    data = to_json(sample_clip()) | {"out_s": -1, "title": None}
    del data["times"]
    with pytest.raises(FaultyInputError) as caught:
        from_json(data, "clip.json")
    assert {fault.field for fault in caught.value.faults} == {"out_s", "title", "times"}


def test_a_clip_file_with_an_unknown_coordinate_offers_the_nearest():
    data = to_json(sample_clip())
    data["coordinates"]["knee_angel_l"] = data["coordinates"].pop("knee_angle_l")
    data["coordinates"]["knee_angle_r"] = [1, 2]
    with pytest.raises(FaultyInputError) as caught:
        from_json(data, "clip.json")
    said = str(caught.value)
    assert "did you mean knee_angle_l" in said
    assert "must be one number, or 50" in said


def test_a_clip_file_that_does_not_agree_with_itself_is_named():
    with pytest.raises(FaultyInputError, match=r"clip\.json: clip knee_bend: the parts take"):
        from_json(to_json(sample_clip()) | {"hold_s": 9}, "clip.json")
    with pytest.raises(FaultyInputError, match="must be a table"):
        from_json([1, 2], "clip.json")
