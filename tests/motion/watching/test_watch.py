"""One object watches: the same for the live coach and for a file."""

import json
import math

import pytest
from tests.motion.watching.seen_person import Person, seen

from coxa.motion.watching.expected import Expected
from coxa.motion.watching.points import Frame
from coxa.motion.watching.view import View
from coxa.motion.watching.watch import Watcher

SQUAT = Expected(
    "squat", "repetitions", "both", "knee_angle", 0, 100, (1.5, 0.0, 1.5),
    ("side-left", "side-right"),
)  # fmt: skip
SITTING = Expected(
    "wall_sit", "hold", "both", "hip_flexion", 0, 90, (1.0, 3.0, 1.0),
    pose={"hip_flexion_l": 90, "hip_flexion_r": 90, "knee_angle_l": 90, "knee_angle_r": 90},
)  # fmt: skip


def squats(times: int, camera_deg: float = 90, fps: float = 25, depth: float = 1) -> list[Frame]:
    """Three seconds each, after a second of standing, with one between."""
    frames = []
    for i in range(int((1 + 4 * times) * fps)):
        moving = max(0.0, (i / fps - 1) % 4) if i / fps >= 1 else 3.5
        out = depth * (1 - math.cos(2 * math.pi * moving / 3)) / 2 if moving < 3 else 0.0
        person = Person(hip_flexion=90 * out, knee_angle=100 * out, ankle_angle=20 * out)
        frames.append(seen(person, camera_deg, i / fps))
    return frames


def watched(frames, expected=SQUAT) -> Watcher:
    watcher = Watcher(expected)
    for frame in frames:
        watcher.frame(frame)
    return watcher


@pytest.mark.parametrize("camera_deg", [90, -90, 60])
def test_squats_are_counted_from_a_side(camera_deg):
    assert len(watched(squats(4, camera_deg)).repetitions()) == 4


def test_each_repetition_is_told_in_the_picture_in_which_it_ends():
    watcher = Watcher(SQUAT)
    seen_now = [watcher.frame(frame) for frame in squats(3)]
    told = [one for one in seen_now if one.repetition]
    assert [one.reps for one in told] == [1, 2, 3]
    assert seen_now[-1].reps == 3


def test_progress_goes_out_and_comes_back():
    watcher = Watcher(SQUAT)
    progress = [watcher.frame(frame).progress for frame in squats(1)]
    assert max(progress) == pytest.approx(1, abs=0.1)
    assert progress[0] == progress[-1] == 0


def test_what_is_counted_live_is_what_the_report_says():
    watcher = Watcher(SQUAT)
    live = [one for f in squats(5) if (one := watcher.frame(f).repetition)]
    assert watcher.repetitions() == live


def test_the_report_is_plain_json_of_the_agreed_form():
    report = json.loads(json.dumps(watched(squats(2)).report(), allow_nan=False))
    assert list(report) == [
        "view", "time_s", "angles", "confidence", "repetitions", "holds", "faults", "notes",
    ]  # fmt: skip
    assert report["view"] == "side-left"
    assert len(report["angles"]["knee_angle_l"]) == len(report["time_s"]) == 225
    assert set(report["repetitions"][0]) == {
        "start_s", "peak_s", "end_s", "side", "peak_deg", "full", "quality", "faults",
    }  # fmt: skip


def test_asking_for_the_report_changes_nothing():
    watcher, frames = Watcher(SQUAT), squats(3)
    for frame in frames[:150]:
        watcher.frame(frame)
    watcher.report()
    for frame in frames[150:]:
        watcher.frame(frame)
    assert watcher.report() == watched(frames).report()


def test_without_an_exercise_the_movement_is_counted():
    assert len(watched(squats(4), None).report()["repetitions"]) == 4


def test_a_hold_is_timed_while_it_lasts():
    sitting = Person(hip_flexion=90, knee_angle=90)
    frames = [seen(Person() if i < 50 else sitting, 90, i / 25) for i in range(175)]
    watcher = watched(frames, SITTING)
    assert watcher.frame(seen(sitting, 90, 7.0)).hold_s == pytest.approx(5, abs=0.3)
    (hold,) = watcher.report()["holds"]
    assert hold["end_s"] - hold["start_s"] == pytest.approx(5, abs=0.3)


def test_a_quick_repetition_is_named():
    quick = [Frame(f.time_s / 3, f.image, f.world, f.aspect) for f in squats(2, fps=75)]
    report = watched(quick).report()
    assert all("too_fast" in one["faults"] for one in report["repetitions"])
    assert "too_fast" in {fault["id"] for fault in report["faults"]}


def test_what_was_not_full_is_named_where_it_was_not():
    report = watched([*squats(2), *later(squats(1, depth=0.45), 9)]).report()
    assert [one["full"] for one in report["repetitions"]] == [True, True, False]
    assert ["short_range" in one["faults"] for one in report["repetitions"]] == [
        False, False, True,
    ]  # fmt: skip


def later(frames: list[Frame], by_s: float) -> list[Frame]:
    return [Frame(f.time_s + by_s, f.image, f.world, f.aspect) for f in frames]


def test_nobody_there_is_said():
    watcher = watched([Frame(i / 25, None, None) for i in range(10)])
    report = watcher.report()
    assert report["repetitions"] == []
    assert "Nobody was seen in 10 of 10 pictures." in report["notes"]


def test_an_empty_recording_is_said_too():
    assert Watcher(SQUAT).report()["notes"] == ["There is no picture in this recording."]


def test_a_view_that_shows_it_badly_is_said():
    notes = watched(squats(2, camera_deg=0)).report()["notes"]
    assert any("side-left or side-right shows this better" in note for note in notes)


def test_a_time_that_goes_back_changes_nothing():
    watcher, frames = Watcher(SQUAT), squats(2)
    for frame in frames:
        watcher.frame(frame)
        assert watcher.frame(frame).view in View
    assert len(watcher.series.time_s) == len(frames)
    assert len(watcher.repetitions()) == 2


def test_a_person_who_steps_out_and_back_is_counted_on():
    gone = [Frame(9 + i / 25, None, None) for i in range(100)]
    assert len(watched([*squats(2), *gone, *later(squats(2), 13)]).repetitions()) == 4
