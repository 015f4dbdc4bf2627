"""Milestones: things done, never days in a row, and none is ever lost."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coxa.coaching.progress.deeds import deed_words
from coxa.coaching.progress.milestones import Deed, Milestone, milestones_of
from coxa.coaching.progress.told import told
from tests.cast import MONDAY, Diary, alice, item
from tests.twelve_weeks import twelve_weeks

LONG_AFTER = MONDAY + timedelta(weeks=200)
BRIDGE, THRUST, STRETCH = "glute_bridge", "hip_thrust", "figure4_supine"


def reached(diary: Diary) -> dict[tuple[Deed, int, str], Milestone]:
    return {one.key: one for one in milestones_of(told(diary.entries, LONG_AFTER))}


def deeds(diary: Diary) -> set[Deed]:
    return {deed for deed, _, _ in reached(diary)}


def sessions(*days: int, exercise: str = BRIDGE, who=alice) -> Diary:
    diary = Diary().knows(who())
    for day in days:
        diary.on(MONDAY + timedelta(days=day)).session(item(exercise))
    return diary


def test_the_tenth_session_counts_whatever_lies_between():
    found = reached(sessions(*range(0, 100, 11)))
    assert found[Deed.SESSIONS, 10, ""].day == MONDAY + timedelta(days=99)


def test_nine_sessions_are_not_ten():
    assert (Deed.SESSIONS, 10, "") not in reached(sessions(*range(9)))


def test_a_week_is_full_on_the_day_that_fills_it():
    found = reached(sessions(0, 1, 2, 3, 5, 6))
    assert found[Deed.FULL_WEEK, 0, ""].day == MONDAY + timedelta(days=5)


def test_two_sessions_on_one_day_are_one_day():
    assert Deed.FULL_WEEK not in deeds(sessions(0, 0, 0, 1, 1, 2))


def test_a_wish_told_later_does_not_take_a_full_week_away():
    diary = sessions(0, 1, 2, who=lambda: alice(days_per_week=3))
    diary.later(3).knows(alice(days_per_week=7))
    assert Deed.FULL_WEEK in deeds(diary)


def test_a_harder_form_counts_once_and_only_after_an_easier_one():
    diary = sessions(0)
    diary.later(2).session(item(THRUST)).later(2).session(item(THRUST))
    found = [key for key in reached(diary) if key[0] is Deed.LEVEL_UP]
    assert found == [(Deed.LEVEL_UP, 0, THRUST)]
    assert Deed.LEVEL_UP not in deeds(sessions(0, 2, exercise=THRUST))


def test_both_forms_in_one_first_session_are_no_step_up():
    diary = Diary().knows(alice()).session(item(BRIDGE), item(THRUST))
    assert Deed.LEVEL_UP not in deeds(diary)


def test_a_deeper_stretch_is_no_level():
    diary = sessions(0, exercise=STRETCH)
    diary.later(2).session(item("floor_hip_stretch"))
    assert Deed.LEVEL_UP not in deeds(diary)


@pytest.mark.parametrize(("now", "better"), [(65, False), (66, True), (40, False)])
def test_a_check_counts_when_it_is_really_better(now, better):
    diary = Diary().knows(alice()).check("slr_active", {"left": 60}).later(28)
    diary.check("slr_active", {"left": now})
    assert (Deed.CHECK_BETTER in deeds(diary)) is better


def test_pain_counts_when_its_change_matters():
    diary = Diary().knows(alice(pain={"now": 6, "location": "groin"}))
    assert Deed.PAIN_BETTER not in deeds(diary.later(7).weekly(pain={"groin": 5}))
    assert Deed.PAIN_BETTER in deeds(diary.later(7).weekly(pain={"groin": 4}))


def test_coming_back_counts_and_being_away_does_not():
    assert Deed.BACK_AGAIN in deeds(sessions(0, 20))
    assert Deed.BACK_AGAIN not in deeds(sessions(0, 10, 20))


def test_every_deed_of_a_long_diary_has_words():
    found = milestones_of(told(twelve_weeks(weeks=60).entries, LONG_AFTER))
    assert {one.deed for one in found} >= set(Deed) - {Deed.BACK_AGAIN}
    assert all(deed_words(one) for one in found)
    assert deed_words(Milestone(Deed.BACK_AGAIN, MONDAY))


@pytest.mark.parametrize("deed", Deed)
def test_no_deed_is_about_days_in_a_row(deed):
    assert "row" not in deed
    assert "streak" not in deed


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(st.integers(0, 400), st.integers(0, 400))
def test_what_is_reached_stays_reached_as_a_log_grows(one, other):
    entries = twelve_weeks().entries
    shorter, longer = sorted((one, other))
    before = milestones_of(told(entries[:shorter], LONG_AFTER))
    after = milestones_of(told(entries[:longer], LONG_AFTER))
    assert set(before) <= set(after)
