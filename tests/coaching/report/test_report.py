"""What the report is made of."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.coaching.progress.minutes import TrainedWeek
from coxa.coaching.report.report import WEEKS_SHOWN, Report, adherence_of, report_of
from coxa.coaching.week import week_of
from coxa.training.log import SessionDoneEntry
from tests.cast import MONDAY, Diary, farid, session_id
from tests.twelve_weeks import twelve_weeks


def on(diary: Diary, today: date) -> Report:
    return report_of("Farid", diary.entries, week_of(diary.entries, today), today)


def week(number: int, days: int, asked: int | None = 4, running: bool = False) -> TrainedWeek:
    monday = MONDAY + timedelta(weeks=number)
    return TrainedWeek(monday, minutes=10.0 * days, days=days, sessions=days, asked=asked,
                       running=running)  # fmt: skip


def test_nothing_told_makes_an_empty_report():
    found = on(Diary(), MONDAY)
    assert (found.since, found.week, found.person, found.plan) == (None, 0, None, None)
    assert (found.planned, found.checks, found.questions, found.notes) == ((), (), (), ())
    assert found.adherence.share is None


@pytest.mark.parametrize(
    ("weeks", "days", "whole"), [(5, 34, False), (11, 76, False), (12, 77, True)]
)
def test_it_is_whole_from_the_twelfth_week_on(weeks: int, days: int, whole: bool):
    assert on(twelve_weeks(weeks=weeks), MONDAY + timedelta(days=days)).is_whole is whole


def test_a_day_more_in_one_week_makes_up_for_none_in_another():
    done = adherence_of([week(0, 4), week(1, 6), week(2, 2)])
    assert done.share == pytest.approx(10 / 12)
    assert done.days == 12


def test_a_week_that_is_not_over_counts_its_days_and_not_what_is_left_of_it():
    done = adherence_of([week(0, 4), week(1, 1, running=True)])
    assert (done.days, done.share) == (5, 1.0)


def test_a_week_in_which_nothing_was_planned_is_held_against_nobody():
    assert adherence_of([week(0, 0, asked=None), week(1, 4)]).share == 1.0


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(1, 7)), max_size=30))
def test_adherence_is_a_share_of_the_last_twelve_weeks(weeks):
    done = adherence_of([week(n, days, asked) for n, (days, asked) in enumerate(weeks)])
    assert len(done.weeks) == min(len(weeks), WEEKS_SHOWN)
    assert done.share is None or 0 <= done.share <= 1
    assert (done.share is None) == (not weeks)


def test_every_exercise_of_the_week_stands_once_with_its_days():
    found = on(Diary().knows(farid()), MONDAY)
    ids = [one.item.exercise_id for one in found.planned]
    assert ids
    assert len(set(ids)) == len(ids)
    assert all(one.days == tuple(sorted(set(one.days))) for one in found.planned)


def test_the_newest_three_notes_stand_newest_first():
    diary = Diary().knows(farid())
    for number in range(5):
        done = SessionDoneEntry(session_id=session_id(str(number)), note=f"note {number}")
        diary.later(1).write(done)
    notes = on(diary, MONDAY + timedelta(days=6)).notes
    assert [one.text for one in notes] == ["note 4", "note 3", "note 2"]


def test_what_is_said_later_than_the_day_is_not_in_it():
    early = on(twelve_weeks(), MONDAY + timedelta(days=20))
    assert early.week == 3
    assert max(week.monday for week in early.adherence.weeks) == MONDAY + timedelta(days=14)


def test_the_places_are_those_of_the_newest_answer():
    diary = Diary().knows(farid()).later(7).weekly(pain={"groin": 1, "knee": 4})
    assert on(diary, MONDAY + timedelta(days=8)).sites == {"groin": 1, "knee": 4}
