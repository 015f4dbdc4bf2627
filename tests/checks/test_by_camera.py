"""Checks by camera as data: each says how it is set up, measured, and how far off it may be."""

import tomllib

import pytest
from tools import checks_by_camera_page

from coxa.checks.check import Check
from coxa.checks.library import FOLDER, checks
from coxa.reading.faults import FaultyInputError
from coxa.reading.values import read_value

#: Those that the camera coach was asked for.
ASKED_FOR = {
    "check_reach_past_shins", "check_ankle_over_knee", "slr_active", "thomas_angle",
    "hip_abduction_range", "hip_ir_seated", "check_knee_cave_lunge", "single_leg_squat_control",
    "trendelenburg_30s", "single_leg_stance", "chair_stand_30s", "side_plank_hold",
    "single_leg_bridge_reps",
}  # fmt: skip
BY_CAMERA = {id_: one.camera for id_, one in checks().items() if one.camera}


def test_a_camera_does_the_checks_that_it_was_asked_for():
    assert set(BY_CAMERA) == ASKED_FOR


@pytest.mark.parametrize("check_id", BY_CAMERA)
def test_every_one_says_where_the_device_stands_and_that_it_is_level(check_id):
    camera = BY_CAMERA[check_id]
    words = " ".join(camera.set_up)
    assert "level" in words or "straight down" in words
    assert " m" in words or "cm" in words


@pytest.mark.parametrize("check_id", BY_CAMERA)
def test_every_one_admits_what_it_cannot_tell_and_whence_its_error_is(check_id):
    camera = BY_CAMERA[check_id]
    assert "cannot" in camera.cannot_tell or "not the" in camera.cannot_tell
    assert camera.error.says


@pytest.mark.parametrize("check_id", BY_CAMERA)
def test_the_error_is_in_the_checks_own_unit(check_id):
    measure = checks()[check_id].measure
    own = {"grade": "steps", "yes_no": "yes or no"}.get(measure.kind, measure.unit)
    assert BY_CAMERA[check_id].error.unit == own


@pytest.mark.parametrize("check_id", BY_CAMERA)
def test_short_tries_are_taken_three_times_or_more(check_id):
    tiring = {"chair_stand_30s", "side_plank_hold", "single_leg_bridge_reps"}
    assert BY_CAMERA[check_id].tries >= (1 if check_id in tiring else 3)


def test_a_kind_of_measuring_that_there_is_not_is_a_fault_with_its_field():
    data = tomllib.loads((FOLDER / "slr_active.toml").read_text(encoding="utf-8"))
    data["camera"]["measure"]["kind"] = "guess"
    with pytest.raises(FaultyInputError) as caught:
        read_value(Check, data, "slr_active.toml")
    assert [one.field for one in caught.value.faults] == ["camera.measure.kind"]


def test_the_page_says_what_the_files_say():
    assert checks_by_camera_page.PAGE.read_text(encoding="utf-8") == (
        checks_by_camera_page.page()
    ), "run: .venv/bin/python -m tools.checks_by_camera_page"
