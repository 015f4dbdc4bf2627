"""The week as it is lived: begun late, done, eased by what happened, changed by hand."""

from datetime import date, timedelta

import pytest

from coxa.coaching.week import DAYS, DayView, SessionView, WeekView, week_of
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.training.log import WeekAdjusted
from coxa.training.planner.menu import surface
from tests.cast import MONDAY, Diary, alice, bruno, greta

THURSDAY = MONDAY + timedelta(days=3)


def shown(diary: Diary, today: date = MONDAY) -> WeekView:
    view = week_of(diary.entries, today)
    assert view is not None
    return view


def trained(view: WeekView) -> list[DayView]:
    return [day for day in view.days if day.sessions]


def strong(session: SessionView) -> bool:
    return any(exercises()[i.exercise_id].kind is Kind.STRENGTH for i in session.items)


def strength_days(view: WeekView) -> list[date]:
    return [day.date for day in view.days if any(map(strong, day.sessions))]


def adjust(diary: Diary, day: date, change: str, **more) -> Diary:
    return diary.write(WeekAdjusted.model_validate({"day": day, "change": change} | more))


def on(view: WeekView, day: date) -> DayView:
    return next(one for one in view.days if one.date == day)


def test_there_is_no_week_before_the_questions():
    assert week_of((), MONDAY) is None


def test_a_week_has_seven_days_from_monday():
    view = shown(Diary().knows(alice()))
    assert [day.date for day in view.days] == [MONDAY + timedelta(days=n) for n in range(DAYS)]
    assert len(trained(view)) == 5
    assert all(s.key == f"{d.date}.{n}" for d in view.days for n, s in enumerate(d.sessions, 1))


def test_a_week_begun_on_thursday_leaves_the_days_before_it_alone():
    view = shown(Diary(THURSDAY).knows(alice()), THURSDAY)
    assert trained(view)
    assert all(day.date >= THURSDAY for day in trained(view))
    assert len(trained(view)) <= 4


def test_the_week_is_the_same_on_every_day_of_it():
    diary = Diary().knows(alice())
    assert len({shown(diary, MONDAY + timedelta(days=n)).days for n in range(DAYS)}) == 1


def test_what_was_done_stands_as_done_and_nothing_else():
    diary = Diary().knows(alice())
    first = trained(shown(diary))[0].sessions[0]
    diary.on(MONDAY).session(*first.items)
    view = shown(diary)
    done = [s for day in view.days for s in day.sessions if s.done]
    assert [s.key for s in done] == [first.key]
    assert done[0].items == first.items
    assert done[0].session_id is not None


def test_a_session_broken_off_is_still_to_do():
    diary = Diary().knows(alice())
    first = trained(shown(diary))[0].sessions[0]
    diary.session(*first.items, finished=False)
    assert not any(s.done for day in shown(diary).days for s in day.sessions)


def test_red_pain_eases_the_days_still_to_come():
    diary = Diary().knows(greta(pain={"now": 1, "location": "lateral_hip_left"}))
    first, *rest = (day.sessions[0] for day in trained(shown(diary)))
    again = {i.exercise_id for session in rest if strong(session) for i in session.items}
    sore = next(
        i
        for i in first.items
        if exercises()[i.exercise_id].kind is Kind.STRENGTH and i.exercise_id in again
    )
    hurt = {"exercise_id": sore.exercise_id, "what": "none_of_these", "pain": 7}
    diary.session(*first.items, hurts=[hurt], pain_now=1).later(1).morning("same")
    view = shown(diary, diary.day)
    later = [i for d in view.days if d.date > MONDAY for s in d.sessions for i in s.items]
    eased = [i for i in later if i.exercise_id == sore.exercise_id]
    assert all(i.sets < sore.sets or i.reps < sore.reps for i in eased)


def test_good_sessions_never_make_the_same_week_harder():
    diary = Diary().knows(bruno())
    before = shown(diary)
    diary.session(*trained(before)[0].sessions[0].items, effort="4+").later(1).morning("better")
    after = shown(diary, diary.day)
    assert [d for d in after.days if d.date > MONDAY] == [d for d in before.days if d.date > MONDAY]


@pytest.mark.parametrize("who", [alice, bruno, greta], ids=lambda who: who.__name__)
def test_a_shortened_day_fits_and_keeps_what_was_planned(who):
    diary = Diary().knows(who())
    day = trained(shown(diary))[0]
    minutes = who().minutes_per_session // 2
    short = on(shown(adjust(diary, day.date, "shorten", minutes=minutes)), day.date)
    assert short.sessions
    assert 0 < short.sessions[0].seconds <= minutes * 60
    planned = {i.exercise_id for i in day.sessions[0].items}
    kept = {i.exercise_id for i in short.sessions[0].items}
    assert kept & planned
    assert strong(short.sessions[0]) == strong(day.sessions[0])
    assert short.note


def test_a_day_without_the_floor_has_none_of_it():
    person = bruno()
    diary = Diary().knows(person)
    floor = [d for d in trained(shown(diary)) for i in d.sessions[0].items if i.surface == "floor"]
    day = floor[0].date
    after = on(shown(adjust(diary, day, "no_floor")), day)
    assert after.sessions[0].items
    for item in after.sessions[0].items:
        assert surface(exercises()[item.exercise_id], person) != "floor"
    assert after.note


def test_a_swap_trains_the_same_place_within_the_same_minutes():
    person = alice()
    diary = Diary().knows(person)
    day = next(d for d in trained(shown(diary)) if strong(d.sessions[0]))
    gone = next(i for i in day.sessions[0].items if exercises()[i.exercise_id].kind == "strength")
    after = on(shown(adjust(diary, day.date, "swap", exercise_id=gone.exercise_id)), day.date)
    new = {i.exercise_id for i in after.sessions[0].items}
    new -= {i.exercise_id for i in day.sessions[0].items}
    assert gone.exercise_id not in {i.exercise_id for i in after.sessions[0].items}
    assert after.sessions[0].seconds <= person.minutes_per_session * 60
    for one in new:
        assert set(exercises()[one].muscles.primary) & set(
            exercises()[gone.exercise_id].muscles.primary
        )
    assert after.note


def test_a_swap_touches_that_day_only():
    diary = Diary().knows(alice())
    before = shown(diary)
    day = trained(before)[0]
    gone = day.sessions[0].items[0].exercise_id
    after = shown(adjust(diary, day.date, "swap", exercise_id=gone))
    assert [d for d in after.days if d.date != day.date] == [
        d for d in before.days if d.date != day.date
    ]


def test_a_day_moves_to_a_free_one():
    diary = Diary().knows(bruno())  # trains on four days
    before = shown(diary)
    mobile = next(d for d in trained(before) if not strong(d.sessions[0]))
    free = next(d for d in before.days if not d.sessions)
    after = shown(adjust(diary, mobile.date, "move", to_day=free.date))
    assert [i for s in on(after, free.date).sessions for i in s.items] == [
        i for s in mobile.sessions for i in s.items
    ]
    assert not on(after, mobile.date).sessions
    assert on(after, free.date).note
    assert on(after, mobile.date).note


def test_strength_is_not_moved_next_to_strength():
    diary = Diary().knows(bruno())
    before = shown(diary)
    first, second = strength_days(before)[:2]
    beside = second - timedelta(days=1)
    after = shown(adjust(diary, first, "move", to_day=beside))
    assert strength_days(after) == strength_days(before)
    assert "rest" in on(after, first).note


def test_strength_is_not_moved_to_the_eve_of_next_weeks_strength():
    diary = Diary().knows(bruno())
    before = shown(diary)
    last = strength_days(before)[-1]
    sunday = MONDAY + timedelta(days=6)
    after = shown(adjust(diary, last, "move", to_day=sunday))
    days = strength_days(after)
    assert not (MONDAY in days and sunday in days)


def test_restore_brings_the_planned_day_back():
    diary = Diary().knows(alice())
    before = shown(diary)
    day = trained(before)[0].date
    adjust(diary, day, "shorten", minutes=4)
    assert shown(diary) != before
    adjust(diary, day, "restore")
    assert shown(diary).days == before.days


def test_restoring_a_moved_day_loses_and_doubles_nothing():
    diary = Diary().knows(bruno())
    before = shown(diary)
    mobile = next(d for d in trained(before) if not strong(d.sessions[0]))
    free = next(d for d in before.days if not d.sessions)
    adjust(diary, mobile.date, "move", to_day=free.date)
    adjust(diary, mobile.date, "restore")
    assert shown(diary).days == before.days


def test_answers_given_anew_plan_the_rest_of_the_week_again():
    diary = Diary().knows(alice())
    first = trained(shown(diary))[0]
    diary.session(*first.sessions[0].items)
    diary.on(THURSDAY).knows(alice(minutes_per_session=5))
    view = shown(diary, THURSDAY)
    assert on(view, MONDAY).sessions[0].done
    later = [s for d in view.days if d.date >= THURSDAY for s in d.sessions]
    assert later
    assert all(s.seconds <= 5 * 60 for s in later)
