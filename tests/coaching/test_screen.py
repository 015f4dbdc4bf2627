"""What stored dates mean for each planned week, also where no condition word goes with them."""

from datetime import date, timedelta

import pytest

from coxa.checks.library import checks
from coxa.coaching.assess import screen_check
from coxa.coaching.screen import screen
from coxa.safety.profiles import profiles
from coxa.training.person import Person
from tests.cast import MONDAY

WEEK = timedelta(weeks=1)


def person(**more: object) -> Person:
    return Person.model_validate({"age": 36, "minutes_per_session": 15, "days_per_week": 3} | more)


def barred(who: Person, week: int = 1) -> set[str]:
    return set(screen(who, MONDAY, week).limits.barred)


@pytest.mark.parametrize(
    ("date_name", "day", "word"),
    [
        ("surgery_date", MONDAY - 10 * WEEK, "hip_surgery_weeks_10"),
        ("surgery_date", MONDAY - 40 * WEEK, "hip_surgery_weeks_40"),
        ("due_date", MONDAY + 12 * WEEK, "pregnant_weeks_28"),
        ("birth_date", MONDAY - 3 * WEEK, "postpartum_weeks_3"),
    ],
)
def test_a_date_alone_bars_what_its_word_bars(date_name: str, day: date, word: str):
    cleared = None if date_name != "surgery_date" else True
    by_date = screen(person(clearance=cleared, **{date_name: day}), MONDAY)
    by_word = screen(person(clearance=cleared, conditions=[word]), MONDAY)
    assert by_date.limits == by_word.limits
    assert by_date.messages == by_word.messages
    assert by_date.limits.barred


def test_an_operation_of_long_ago_without_clearance_refers():
    assert not screen(person(surgery_date=MONDAY - 30 * WEEK, clearance=False), MONDAY).trains


def test_a_named_operation_is_not_doubled_by_its_date():
    who = person(conditions=["thr_anterior"], surgery_date=MONDAY - 40 * WEEK, clearance=True)
    word = person(conditions=["thr_anterior_weeks_40"], clearance=True)
    assert screen(who, MONDAY).limits == screen(word, MONDAY).limits


@pytest.mark.parametrize(
    "told", [{"due_date": MONDAY + 3 * WEEK}, {"conditions": ["pregnant_weeks_37"]}]
)
def test_a_plan_that_goes_past_the_due_date_keeps_the_care_after_a_birth(told: dict):
    who = person(**told)
    before, overdue, after = barred(who, 4), barred(who, 5), barred(who, 9)
    fresh = barred(person(conditions=["postpartum_weeks_5"]))
    assert "x_sit_to_stand" not in before
    assert before | fresh <= overdue
    assert after == fresh


def test_a_due_date_too_far_away_still_counts_as_a_pregnancy():
    assert barred(person(due_date=MONDAY + 60 * WEEK)) == barred(
        person(conditions=["pregnant_weeks_1"])
    )


def test_a_birth_of_long_ago_bars_nothing():
    assert screen(person(birth_date=date(1990, 5, 1)), MONDAY).status == "ok"


def checks_out(who: Person) -> dict[str, str | None]:
    limits = screen(who, MONDAY).limits
    out = {one.id: screen_check(one, limits) for one in checks().values()}
    return {name: gone.instead for name, gone in out.items() if gone}


@pytest.mark.parametrize("code", sorted({row.code for row in profiles()}))
def test_the_check_in_place_of_another_is_not_left_out_itself(code: str):
    out = checks_out(person(conditions=[code], clearance=True))
    assert not {instead for instead in out.values() if instead} & set(out)


def test_checks_on_the_floor_need_a_way_down_or_a_bed():
    assert "single_leg_bridge_reps" in checks_out(person(floor="no"))
    assert "single_leg_bridge_reps" not in checks_out(person(floor="no", equipment=["bed"]))
    assert "side_plank_hold" in checks_out(person(floor="no", equipment=["bed"]))
    assert not checks_out(person(floor="with_support"))


def test_too_sore_for_load_leaves_only_what_is_looked_at():
    out = checks_out(person(pain={"now": 6}))
    assert set(checks()) - set(out) == {"check_back_arch_form", "check_shoe_wear"}
