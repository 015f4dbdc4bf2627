"""Checks over time: each side by itself, and only beyond the error something has changed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.checks.library import checks
from coxa.coaching.check_change import is_real
from coxa.coaching.progress.judging import Verdict
from coxa.coaching.progress.over_time import BETTER, checks_of, compared, marks_of
from coxa.coaching.progress.summaries import check_says
from coxa.coaching.progress.told import told
from coxa.training.log import CheckDone
from tests.cast import MONDAY, Diary, alice, bruno, dora, farid

NUMBERS = sorted(one.id for one in checks().values() if one.measure.kind == "number")


def over(check_id: str, *values, who=alice):
    """A check done on that many Mondays, one after the other."""
    diary = Diary().knows(who())
    for value in values:
        diary.check(check_id, value).later(7)
    (found,) = checks_of(told(diary.entries, diary.day))
    return found


@pytest.mark.parametrize(
    ("check_id", "first", "last", "verdict"),
    [
        ("slr_active", 60, 66, Verdict.BETTER),
        ("slr_active", 60, 65, Verdict.CHANCE),
        ("slr_active", 60, 54, Verdict.WORSE),
        ("slr_active", 60, 60, Verdict.SAME),
        ("thomas_angle", 6, 0, Verdict.BETTER),  # lower is better
        ("thomas_angle", 0, 6, Verdict.WORSE),
        ("check_ankle_over_knee", False, True, Verdict.BETTER),
        ("check_hip_drop_bridge", False, True, Verdict.WORSE),
        ("single_leg_stance", 20, 22, Verdict.CHANCE),  # no error known: a tenth
        ("single_leg_stance", 20, 23, Verdict.BETTER),
    ],
)
def test_the_newest_reading_is_held_against_the_first(check_id, first, last, verdict):
    found = over(check_id, {"left": first}, {"left": last})
    assert found.on("left").since_first.verdict is verdict


def test_left_and_right_are_read_apart():
    found = over("slr_active", {"left": 60, "right": 60}, {"left": 70})
    assert found.on("left").since_first.verdict is Verdict.BETTER
    assert found.on("right").since_first.verdict is Verdict.FIRST
    assert len(found.on("right").reads) == 1


def test_small_steps_that_add_up_are_a_change_in_the_end():
    side = over("slr_active", {"left": 60}, {"left": 64}, {"left": 68}).on("left")
    assert side.since_last.verdict is Verdict.CHANCE
    assert side.since_first.verdict is Verdict.BETTER


def test_a_choice_that_differs_is_neither_better_nor_worse():
    found = over("check_shoe_wear", "same", "left")
    assert found.on("both").since_first.verdict is Verdict.CHANGED


@pytest.mark.parametrize(
    ("check_id", "rule"),
    [
        ("slr_active", "check_error"),
        ("single_leg_stance", "no_error_known"),
        ("check_ankle_over_knee", "differs"),
        ("chair_stand_30s", "check_error"),
    ],
)
def test_a_verdict_names_the_error_that_decided(check_id, rule):
    value = {"left": 20} if checks()[check_id].sides == "each" else 20
    value = {"left": True} if checks()[check_id].measure.kind == "yes_no" else value
    found = over(check_id, value, value)
    assert found.sides[0].since_first.rule == rule
    assert found.sides[0].since_first.source


def test_a_camera_that_is_less_exact_decides_and_is_named():
    diary = Diary().knows(alice()).check("slr_active", {"left": 60}).later(28)
    diary.write(CheckDone(check_id="slr_active", value={"left": 65.5}, method="camera"))
    (found,) = checks_of(told(diary.entries, diary.day))
    side = found.on("left")
    assert side.since_first.verdict is Verdict.CHANCE
    assert side.since_first.rule == "camera_error"
    assert side.since_first.step == checks()["slr_active"].camera.error.value


def test_the_band_goes_round_the_first_reading():
    band = over("slr_active", {"left": 60}, {"left": 70}).on("left").band
    assert (band.low, band.high) == (55, 65)


@pytest.mark.parametrize(
    ("check_id", "who", "marks"),
    [
        ("slr_active", alice, [("least", 70), ("least", 60)]),  # women's, then everybody's
        ("slr_active", bruno, [("least", 65), ("least", 60)]),
        ("thomas_angle", alice, [("most", -5), ("most", 0)]),
        ("single_leg_stance", alice, [("least", 30)]),
        ("single_leg_stance", dora, [("least", 5)]),
        ("chair_stand_30s", alice, []),  # figures begin at 60 years
        ("chair_stand_30s", dora, [("least", 10)]),
        ("check_knee_cave_lunge", farid, [("most", 0), ("most", 1)]),
        ("hip_ir_seated", farid, []),  # its marks hold with pain only
        ("hip_flexor_hold", alice, []),  # only the difference counts
    ],
)
def test_marks_fit_age_and_sex(check_id, who, marks):
    found = [(mark.at, mark.value) for mark in marks_of(checks()[check_id], who())]
    assert found == marks


def test_the_words_say_reading_verdict_and_error():
    assert check_says(over("slr_active", {"left": 60}, {"left": 66})) == (
        "Left: 66 degrees now, 60 degrees at first: really better.",
    )
    assert check_says(over("slr_active", {"left": 60}, {"left": 63})) == (
        "Left: 63 degrees now, 60 degrees at first. A change of up to 5 degrees may be chance.",
    )
    assert check_says(over("check_shoe_wear", "same")) == ("The same, the first reading.",)


def test_checks_of_a_later_version_are_passed_over():
    diary = Diary().knows(alice())
    diary.write(CheckDone.model_construct(check_id="from_the_future", value=1.0))
    assert checks_of(told(diary.entries, MONDAY + timedelta(days=1))) == ()


def reading(check_id: str, value: float) -> CheckDone:
    return CheckDone(check_id=check_id, value=value)


@given(st.sampled_from(NUMBERS), st.integers(1, 60), st.integers(1, 60))
def test_better_and_worse_are_said_only_beyond_the_error_and_in_the_checks_own_sense(
    check_id, first, last
):
    check = checks()[check_id]
    before, now = reading(check_id, first), reading(check_id, last)
    found = compared(check, "both", before, now)
    assert found.is_real == is_real(check, "both", before, now)
    if found.is_real:
        improved = (last - first) * BETTER[check.measure.better] > 0
        assert found.verdict is (Verdict.BETTER if improved else Verdict.WORSE)
        assert abs(last - first) > found.step


@given(st.sampled_from(NUMBERS), st.integers(1, 60), st.integers(1, 60))
def test_there_and_back_is_never_better_both_ways(check_id, one, other):
    check = checks()[check_id]
    there = compared(check, "both", reading(check_id, one), reading(check_id, other)).verdict
    back = compared(check, "both", reading(check_id, other), reading(check_id, one)).verdict
    assert not (there is Verdict.BETTER and back is Verdict.BETTER)
