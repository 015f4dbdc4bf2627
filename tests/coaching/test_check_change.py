"""Whether a check has changed: how it was read and how its tries lay apart decide."""

import pytest

from coxa.checks.library import checks
from coxa.coaching.check_change import chance, is_real
from coxa.training.log import CheckDone
from coxa.training.person import Sided

SLR, STANCE, REACH = (
    checks()[one] for one in ("slr_active", "single_leg_stance", "check_reach_past_shins")
)
STANDS = checks()["chair_stand_30s"]
KNEE, ANKLE = checks()["check_knee_cave_lunge"], checks()["check_ankle_over_knee"]


def done(check, left, *, camera=False, tries=()):
    return CheckDone(
        check_id=check.id,
        value=Sided(left=left) if check.sides == "each" else left,
        method="camera" if camera else "by_hand",
        tries={"left" if check.sides == "each" else "both": tries} if tries else {},
    )


@pytest.mark.parametrize(("now", "real"), [(64, False), (65, False), (65.5, True), (54, True)])
def test_by_hand_the_checks_own_error_decides(now, real):
    assert is_real(SLR, "left", done(SLR, 60), done(SLR, now)) is real


@pytest.mark.parametrize("before_by_camera", [True, False])
def test_a_camera_needs_a_larger_change_whichever_reading_was_its(before_by_camera):
    before = done(SLR, 60, camera=before_by_camera)
    now = done(SLR, 65.8, camera=not before_by_camera)
    assert not is_real(SLR, "left", before, now)
    assert is_real(SLR, "left", before, now.model_copy(update={"value": Sided(left=66.5)}))


def test_tries_that_lay_far_apart_need_a_larger_change_still():
    now = done(SLR, 70, camera=True, tries=(58.0, 64.0, 70.0))
    assert chance(SLR, "left", done(SLR, 60), now) == pytest.approx(2.772 * 6, abs=0.01)
    assert not is_real(SLR, "left", done(SLR, 60), now)


def test_the_other_sides_tries_say_nothing_of_this_one():
    now = done(SLR, 70, camera=True, tries=(58.0, 64.0, 70.0))
    assert chance(SLR, "right", done(SLR, 60), now) == 6


def test_without_a_known_error_a_tenth_of_the_reading_before_is_chance():
    assert chance(STANCE, "left", done(STANCE, 30), done(STANCE, 33)) == pytest.approx(3)


@pytest.mark.parametrize("camera", [False, True])
@pytest.mark.parametrize(("now", "real"), [(9, True), (10, False), (12, False), (13, True)])
def test_two_chair_stands_are_a_change_and_one_may_be_chance(now, real, camera):
    """Wright 2011, as the table of checks has it, and `training.outcomes` says too."""
    assert is_real(STANDS, "both", done(STANDS, 11), done(STANDS, now, camera=camera)) is real


def test_a_step_of_a_grade_may_be_chance():
    assert not is_real(REACH, "both", done(REACH, 2.0), done(REACH, 3.0))
    assert is_real(REACH, "both", done(REACH, 1.0), done(REACH, 3.0))


def test_a_grade_without_an_error_is_chance_only_by_camera():
    assert is_real(KNEE, "left", done(KNEE, 1.0), done(KNEE, 2.0))
    assert not is_real(KNEE, "left", done(KNEE, 1.0), done(KNEE, 2.0, camera=True))


def test_a_yes_after_a_no_is_a_change():
    assert is_real(ANKLE, "left", done(ANKLE, False), done(ANKLE, True, camera=True))
    assert not is_real(ANKLE, "left", done(ANKLE, True), done(ANKLE, True))
