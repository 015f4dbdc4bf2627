"""What is measured is plain values, which go to the browser and come back the same."""

import json

import pytest
from tests.motion.watching.checking.filmed import task

from coxa.checks.library import checks
from coxa.motion.check_tasks import task_of
from coxa.motion.watching.angles import COORDINATES
from coxa.motion.watching.certainty import NOT_VISIBLE, Reading, Status
from coxa.motion.watching.checking.task import Condition, Task
from coxa.motion.watching.checking.watcher import CheckWatcher

BY_CAMERA = [one for one in checks().values() if one.camera]
SIDES = [
    (one.id, side)
    for one in BY_CAMERA
    for side in (("left", "right") if one.sides == "each" else ("both",))
]


@pytest.mark.parametrize(("check_id", "side"), SIDES)
def test_a_task_comes_back_from_json_as_it_was(check_id, side):
    one = task(check_id, side)
    assert Task.from_json(json.loads(json.dumps(one.to_json()))) == one


@pytest.mark.parametrize(("check_id", "side"), SIDES)
def test_every_task_can_be_watched(check_id, side):
    assert CheckWatcher(task(check_id, side)).tries() == []


@pytest.mark.parametrize(("check_id", "side"), SIDES)
def test_what_has_to_be_kept_is_something_that_is_read(check_id, side):
    read = {*COORDINATES, "pelvic_tip"}
    for one in task(check_id, side).keep:
        assert (f"{one.coordinate}_l" if one.near else one.coordinate) in read


@pytest.mark.parametrize(("check_id", "side"), SIDES)
def test_the_words_name_the_sides_and_nothing_is_left_to_fill_in(check_id, side):
    one = task(check_id, side)
    said = " ".join([one.begin, one.going, *(keep.words for keep in one.keep)])
    assert "{" not in said


def test_the_working_side_turns_to_the_camera():
    assert task("slr_active", "left").views == ("side-left",)
    assert task("slr_active", "right").views == ("side-right",)


def test_a_side_that_the_check_does_not_have_is_refused():
    with pytest.raises(ValueError, match="side is 'both'"):
        task("slr_active", "both")


def test_a_check_without_a_camera_has_no_task():
    with pytest.raises(ValueError, match="cannot be done by camera"):
        task_of(checks()["faber_height"], "left")


@pytest.mark.parametrize(
    ("value", "broken"), [(None, False), (-1, True), (0, False), (20, False), (20.1, True)]
)
def test_a_condition_is_broken_outside_its_bounds_and_never_by_what_is_hidden(value, broken):
    reading = NOT_VISIBLE if value is None else Reading(value, 1.0, Status.SEEN)
    condition = Condition("knee_angle", 0, 20, "Straight.", near=True)
    assert condition.broken({"knee_angle_r": reading}, "r") is broken


@pytest.mark.parametrize("field", ["side", "unit", "counts"])
def test_a_word_that_there_is_not_is_refused(field):
    with pytest.raises(ValueError, match=f"{field} is 'sideways'"):
        Task.from_json(task("slr_active").to_json() | {field: "sideways"})
