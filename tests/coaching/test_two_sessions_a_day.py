"""Two sessions on one day: the second is there to be done, and is never missed."""

from datetime import timedelta

import pytest

from coxa.coaching.follow import person_from
from coxa.coaching.week import DayView, week_of
from coxa.training.log import ProgrammeChosen
from tests.cast import MONDAY, Diary, alice

TUESDAY = MONDAY + timedelta(days=1)
NEXT_MONDAY = MONDAY + timedelta(days=7)


def twice_a_day() -> Diary:
    person = alice(minutes_per_session=5, sessions_per_day=2, days_per_week=7)
    return Diary().knows(person)


def day(diary: Diary, today=MONDAY, n: int = 0) -> DayView:
    view = week_of(diary.entries, today)
    assert view is not None
    return view.days[n]


def test_only_the_second_is_optional():
    assert [one.optional for one in day(twice_a_day()).sessions] == [False, True]


def test_one_session_a_day_is_not_optional():
    diary = Diary().knows(alice())
    assert [one.optional for one in day(diary).sessions] == [False]


@pytest.mark.parametrize("n", [0, 1])
def test_whichever_is_done_takes_its_own_place_and_the_other_is_still_to_come(n):
    diary = twice_a_day()
    chosen = day(diary).sessions[n]
    diary.session(*chosen.items)
    after = day(diary).sessions
    assert [one.done for one in after] == [n == 0, n == 1]
    assert after[n].key == chosen.key
    assert after[1 - n].items


def test_a_second_one_not_done_leaves_no_trace_the_next_day():
    diary = twice_a_day()
    diary.session(*day(diary).sessions[0].items)
    yesterday = day(diary, TUESDAY)
    assert [one.done for one in yesterday.sessions] == [True]


def test_leaving_out_every_second_one_is_a_whole_week():
    diary = twice_a_day()
    for n in range(7):
        diary.on(MONDAY + timedelta(days=n)).session(*day(diary, diary.day, n).sessions[0].items)
    person = person_from(diary.entries, NEXT_MONDAY)
    assert person is not None
    assert person.history.adherence == 1


def test_in_a_programme_only_the_second_of_the_same_name_is_optional():
    diary = twice_a_day().write(ProgrammeChosen(programme_id="p004"))
    later = MONDAY + timedelta(weeks=1)  # strength joins from week two
    sessions = day(diary, later).sessions
    names = [one.name for one in sessions]
    assert len(names) > len(set(names))
    assert [one.optional for one in sessions] == [
        name in names[:place] for place, name in enumerate(names)
    ]
