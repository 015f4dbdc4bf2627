"""Minutes, days, effort and how hips felt: counted by week, and without blame."""

from datetime import timedelta

import pytest

from coxa.coaching.progress.effort import effort_of
from coxa.coaching.progress.feels import feels_of
from coxa.coaching.progress.minutes import weeks_of
from coxa.coaching.progress.ratings import ratings_of
from coxa.coaching.progress.summaries import (
    effort_says,
    feels_say,
    minutes_say,
    rated_says,
    ratings_say,
)
from coxa.coaching.progress.told import told
from tests.cast import MONDAY, Diary, alice, item
from tests.twelve_weeks import twelve_weeks

SUNDAY = MONDAY + timedelta(days=6)


def days(diary: Diary, *offsets: int, **how) -> Diary:
    for offset in offsets:
        diary.on(MONDAY + timedelta(days=offset)).session(item("glute_bridge"), **how)
    return diary


def test_a_week_adds_up_its_sessions_and_counts_each_day_once():
    found = weeks_of(told(days(Diary().knows(alice()), 0, 0, 2).entries, SUNDAY))
    (week,) = found
    assert (week.minutes, week.days, week.sessions, week.asked) == (30, 2, 3, 5)
    assert week.running


def test_weeks_without_training_stand_between():
    found = weeks_of(told(days(Diary().knows(alice()), 0, 21).entries, SUNDAY + timedelta(weeks=3)))
    assert [week.days for week in found] == [1, 0, 0, 1]


def test_a_first_week_begun_on_friday_asks_for_three_days_at_most():
    found = weeks_of(told(days(Diary().knows(alice()), 4, 5, 6).entries, SUNDAY))
    assert found[0].asked == 3
    assert found[0].full


def test_each_week_is_held_against_what_was_planned_then():
    diary = days(Diary().knows(alice()), 0)
    diary.on(MONDAY + timedelta(days=8)).knows(alice(days_per_week=2))
    found = weeks_of(told(days(diary, 8, 9).entries, SUNDAY + timedelta(weeks=1)))
    assert [week.asked for week in found] == [5, 2]


def test_who_has_not_said_how_often_is_asked_for_nothing():
    found = weeks_of(told(days(Diary(), 0).entries, SUNDAY))
    assert found[0].asked is None
    assert not found[0].full


def test_a_session_left_early_counts_as_a_day():
    (week,) = weeks_of(told(days(Diary(), 0, finished=False).entries, SUNDAY))
    assert (week.days, week.minutes) == (1, 0)


def test_without_sessions_there_are_no_weeks():
    assert weeks_of(told(Diary().knows(alice()).entries, SUNDAY)) == ()
    assert "first session" in minutes_say(())


@pytest.mark.parametrize("word", ["only", "miss", "streak", "fail", "lost", "should"])
def test_no_summary_counts_anybody_out(word):
    known = told(twelve_weeks().entries, MONDAY + timedelta(weeks=12))
    said = [minutes_say(weeks_of(known)), feels_say(feels_of(known)), effort_says(effort_of(known))]
    assert word not in " ".join(said).replace("not only chance", "").lower()


def test_effort_is_counted_by_week_and_answer():
    diary = days(Diary(), 0, 1, effort="2-3")
    days(diary, 8, effort="0-1")
    found = effort_of(told(diary.entries, SUNDAY + timedelta(weeks=1)))
    assert [week.counts for week in found] == [
        {"0-1": 0, "2-3": 2, "4+": 0},
        {"0-1": 1, "2-3": 0, "4+": 0},
    ]
    assert found[0].share("2-3") == 1
    assert "2 of 3 times" in effort_says(found)


def test_effort_not_told_is_not_counted():
    assert effort_of(told(days(Diary(), 0, effort=None).entries, SUNDAY)) == ()
    assert effort_says(())


def test_looser_same_and_stiffer_are_kept_session_by_session():
    diary = days(Diary(), 0, feels="looser")
    days(diary, 1)
    days(diary, 2, feels="stiffer")
    found = feels_of(told(diary.entries, SUNDAY))
    assert [one.feels for one in found.answers] == ["looser", "stiffer"]
    assert found.lately == {"looser": 1, "same": 0, "stiffer": 1}
    assert feels_say(found).endswith("felt looser after 1 session and stiffer after 1.")


def test_what_hips_felt_two_months_ago_is_not_said_of_lately():
    found = feels_of(told(days(Diary(), 0, feels="stiffer").entries, MONDAY + timedelta(weeks=8)))
    assert len(found.answers) == 1
    assert not any(found.lately.values())


def test_activities_are_judged_each_and_together():
    found = ratings_of(told(twelve_weeks().entries, MONDAY + timedelta(weeks=12)))
    assert {one.name: one.judged.verdict for one in found.activities} == {
        "Putting on socks": "better",
        "Climbing stairs": "better",
    }
    assert found.mean.rule == "psfs_average"
    assert "matters" in ratings_say(found)
    assert "3 of 10 at first, 7 now" in rated_says(found.activities[0])


def test_an_activity_named_anew_is_no_change_of_the_old_one():
    diary = Diary().knows(alice(activities=[{"name": "Stairs", "rating": 2}]))
    diary.later(7).weekly(activities=[{"name": "Running", "rating": 9}])
    found = ratings_of(told(diary.entries, SUNDAY + timedelta(weeks=1)))
    assert [one.judged.verdict for one in found.activities] == ["first", "first"]
    assert found.mean is None
