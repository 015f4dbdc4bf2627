"""The door that Pyodide opens, called here as the page's worker calls it."""

import json
import zipfile
from math import cos, pi
from pathlib import Path

from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults import FAULTS
from coxa.motion.watching.points import INDEX, LENGTH
from coxa.web.built import FOLDER, built
from coxa.web.camera.in_browser import Coach

LUNGE = Expected("lunge", "repetitions", "both", "knee_angle", 10.0, 95.0)
PACKED = ("coxa/motion/watching/watch.py", "coxa/anatomy/coordinates.csv", "in_browser.py")
SOURCE = Path(__file__).parents[3] / "src"


class JsArray:
    """A Float32Array as Pyodide hands it over: with a length, and with a copy for Python."""

    def __init__(self, numbers: list[float]) -> None:
        self.numbers = numbers

    def __len__(self) -> int:
        return len(self.numbers)

    def to_py(self) -> memoryview:
        from array import array

        return memoryview(array("f", self.numbers))


def squatting(knee_deg: float) -> list[float]:
    """A person from the left, in metres: thigh and shank bend by `knee_deg` between them."""
    points = [0.0] * LENGTH
    half = knee_deg / 2 * pi / 180
    forward, up = 0.42 * abs(half) ** 0, 0.42 * cos(half)
    along = forward * (1 - cos(half) ** 2) ** 0.5
    for side, depth in (("left", -0.12), ("right", 0.12)):
        places = {
            "shoulder": (0.0, -0.5), "hip": (0.0, 0.0), "knee": (-along, up),
            "ankle": (0.0, 2 * up), "heel": (0.04, 2 * up + 0.05),
            "foot_index": (-0.16, 2 * up + 0.05), "ear": (0.0, -0.7),
        }  # fmt: skip
        for part, (x, y) in places.items():
            start = 4 * INDEX[f"{side}_{part}"]
            points[start : start + 4] = [x, y, depth, 1.0]
    nose = 4 * INDEX["nose"]
    points[nose : nose + 4] = [-0.1, -0.7, 0.0, 1.0]
    return points


def watched(coach: Coach, repetitions: int) -> list[dict]:
    """Repetitions of 3 s at 20 pictures a second, with a second of standing around them."""
    moves = [0.0] * 20
    for _ in range(repetitions):
        moves += [10 + 85 * (1 - cos(2 * pi * i / 60)) / 2 for i in range(60)] + [10.0] * 10
    moves = [max(10.0, knee) for knee in moves]
    return [
        json.loads(coach.frame(i / 20, None, JsArray(squatting(knee)), 1.0))
        for i, knee in enumerate(moves)
    ]


def test_repetitions_are_counted_through_the_door():
    seen = watched(Coach(json.dumps(LUNGE.to_json())), repetitions=3)
    assert seen[-1]["reps"] == 3
    assert [one["reps"] for one in seen] == sorted(one["reps"] for one in seen)


def test_a_repetition_that_has_ended_is_told_once_with_its_words():
    seen = watched(Coach(json.dumps(LUNGE.to_json())), repetitions=3)
    ended = [one["ended"] for one in seen if one["ended"]]
    assert len(ended) == 3
    assert all(one["start_s"] < one["peak_s"] < one["end_s"] for one in ended)
    assert {one["words"] for one in ended} <= {"All the way.", *(one.cue for one in FAULTS)}


def test_part_of_the_way_is_told_apart_from_the_count_and_marks_the_joint():
    """Two of the whole way, then one of half of it."""
    deeper = [10 + 85 * (1 - cos(2 * pi * i / 60)) / 2 for i in range(60)] + [10.0] * 10
    half = [10 + 38 * (1 - cos(2 * pi * i / 60)) / 2 for i in range(60)] + [10.0] * 10
    coach = Coach(json.dumps(LUNGE.to_json()))
    seen = [
        json.loads(coach.frame(i / 20, None, JsArray(squatting(knee)), 1.0))
        for i, knee in enumerate([10.0] * 20 + 2 * deeper + half)
    ]
    last = [one["ended"] for one in seen if one["ended"]][-1]
    assert (seen[-1]["reps"], seen[-1]["partial"]) == (2, 1)
    assert (last["full"], last["fault"]) == (False, "short_range")
    assert set(last["points"]) == {INDEX["left_knee"], INDEX["right_knee"]}


def test_the_angle_shown_is_that_of_the_exercise():
    angles = [one["angle"] for one in watched(Coach(json.dumps(LUNGE.to_json())), repetitions=1)]
    known = [angle for angle in angles if angle is not None]
    assert 80 < max(known) < 105
    assert min(known) < 20


def test_nobody_in_the_picture_is_no_angle_and_no_count():
    coach = Coach(json.dumps(LUNGE.to_json()))
    seen = json.loads(coach.frame(0.0, None, None, 1.5))
    assert seen["angle"] is None
    assert seen["reps"] == 0


def test_without_an_exercise_it_watches_all_the_same():
    assert watched(Coach("null"), repetitions=1)[-1]["angle"] is None


def test_the_report_is_what_the_command_prints():
    coach = Coach(json.dumps(LUNGE.to_json()))
    watched(coach, repetitions=2)
    report = json.loads(coach.report())
    assert {"view", "time_s", "angles", "repetitions", "holds", "faults", "notes"} <= set(report)
    assert len(report["repetitions"]) == 2


def test_the_browser_gets_the_very_files_that_run_here():
    archive = zipfile.ZipFile(FOLDER / built().file("camera/watching.zip"))
    assert archive.testzip() is None
    assert set(PACKED) <= set(archive.namelist())
    for name in archive.namelist():
        own = "coxa/web/camera/in_browser.py" if name == "in_browser.py" else name
        assert archive.read(name) == (SOURCE / own).read_bytes(), f"{name}: run make assets"


def test_what_the_browser_gets_needs_nothing_that_it_does_not_have():
    archive = zipfile.ZipFile(FOLDER / built().file("camera/watching.zip"))
    for name in filter(lambda one: one.endswith(".py"), archive.namelist()):
        text = archive.read(name).decode()
        assert "import numpy" not in text, name
        assert "pydantic" not in text, name
        assert "django" not in text, name
