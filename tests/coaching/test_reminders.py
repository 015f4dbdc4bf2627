"""What to remind of, and when: by cases, and by what must hold for every wish and every day."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.coaching.reminder_words import said
from coxa.coaching.reminders import LATE, Reminder, ringing, upcoming, wall_time, wishes_of
from coxa.training.log import RemindersChosen
from coxa.training.reminding import Quiet, Reminding, SittingBreaks
from tests.cast import MONDAY, Diary, alice, item

ROME = "Europe/Rome"
HERE = ZoneInfo(ROME)
SUMMER_BEGINS = date(2026, 3, 29)  # 02:00 becomes 03:00 in Rome
WINTER_BEGINS = date(2026, 10, 25)  # 03:00 becomes 02:00


def at(day: date, hour: int, minute: int = 0, zone: str = ROME) -> datetime:
    return datetime.combine(day, time(hour, minute), ZoneInfo(zone)).astimezone(UTC)


def wishing(diary: Diary | None = None, **wanted) -> Diary:
    diary = diary or Diary().knows(alice())
    return diary.write(RemindersChosen(wanted=Reminding(**wanted)))


def of(diary: Diary, kind: str, now: datetime | None = None, zone: str = ROME) -> list[Reminder]:
    found = upcoming(diary.entries, now or at(diary.day, 5), zone)
    return [one for one in found if one.kind == kind]


def walls(reminders: list[Reminder]) -> set[time]:
    return {one.begins.time() for one in reminders}


def in_first_week(one: Reminder) -> bool:
    return one.begins.date() < MONDAY + timedelta(days=7)


def test_whoever_wishes_nothing_is_reminded_of_nothing():
    assert upcoming(Diary().knows(alice()).entries, at(MONDAY, 5), ROME) == ()
    assert upcoming((), at(MONDAY, 5), ROME) == ()


def test_the_newest_wish_holds():
    diary = wishing(session_at=time(7))
    wishing(diary, session_at=time(19))
    assert wishes_of(diary.entries).session_at == time(19)


def test_each_training_day_of_this_week_and_the_next_has_its_session():
    found = of(wishing(session_at=time(7, 30)), "session")
    assert len(found) == 10
    assert walls(found) == {time(7, 30)}
    assert all(MONDAY <= one.begins.date() < MONDAY + timedelta(days=14) for one in found)


def test_a_session_done_is_gone_and_the_others_keep_their_names():
    diary = wishing(session_at=time(7, 30))
    before = of(diary, "session")
    diary.session(item("hip_circles_quadruped"))
    assert [one.key for one in of(diary, "session") if in_first_week(one)] == [
        one.key for one in before if in_first_week(one) and one.begins.date() > MONDAY
    ]


def test_a_missed_session_vanishes_with_its_day_and_nothing_takes_its_place():
    diary = wishing(session_at=time(7, 30))
    tuesday = of(diary, "session", at(MONDAY + timedelta(days=1), 5))
    assert not [one for one in tuesday if one.begins.date() == MONDAY]
    assert [one for one in of(diary, "session", at(MONDAY, 23)) if one.begins.date() == MONDAY]


def test_after_four_weeks_of_silence_coxa_is_silent_too_until_the_next_word():
    diary = wishing(session_at=time(7, 30), morning_at=time(8), sitting=SittingBreaks())
    assert of(diary, "session", at(MONDAY + timedelta(days=28), 5))
    later = MONDAY + timedelta(days=29)
    assert {one.kind for one in upcoming(diary.entries, at(later, 5), ROME)} == {"sitting"}
    diary.on(later).weekly(stiffness=2)
    assert of(diary, "session", at(later, 5))


def test_the_second_session_is_reminded_of_only_if_wished():
    person = alice(minutes_per_session=5, sessions_per_day=2, days_per_week=7)
    assert not of(wishing(Diary().knows(person), session_at=time(7)), "second")
    found = of(wishing(Diary().knows(person), second_at=time(18)), "second")
    assert walls(found) == {time(18)}


def test_the_question_comes_the_morning_after_a_session_and_not_once_it_is_answered():
    diary = wishing(Diary().knows(alice()).session(item("glute_bridge")), morning_at=time(8))
    tuesday = MONDAY + timedelta(days=1)
    assert tuesday in {one.begins.date() for one in of(diary, "morning", at(tuesday, 5))}
    diary.on(tuesday).morning()
    assert tuesday not in {one.begins.date() for one in of(diary, "morning", at(tuesday, 9))}


def test_checks_come_on_the_monday_of_week_four_and_once_more_on_saturday():
    diary = wishing(
        Diary().knows(alice()).session(item("glute_bridge")).check("check_reach_past_shins", 2),
        checks_at=time(10),
    )
    week_four = MONDAY + timedelta(weeks=3)
    days = [one.begins.date() for one in of(diary, "checks", at(week_four, 5))]
    assert days == [week_four, week_four + timedelta(days=5)]
    assert not of(diary, "checks", at(MONDAY, 5))


def test_breaks_come_back_on_working_days_between_the_hours():
    found = of(wishing(sitting=SittingBreaks(start=time(9), end=time(12), days=(1, 3))), "sitting")
    assert [one.begins.time() for one in found] == [time(10), time(11)]
    assert {one.days for one in found} == {(1, 3)}


def test_an_alarm_before_the_quiet_hours_end_waits_until_it_begins():
    diary = wishing(session_at=time(7, 5), alarm_min=10, quiet=Quiet(start=time(22), end=time(7)))
    found = of(diary, "session")
    assert all(one.rings == one.begins for one in found)


def test_no_alarm_means_silence_everywhere():
    diary = wishing(session_at=time(7, 30), sitting=SittingBreaks(), alarm_min=None)
    assert not [one for one in upcoming(diary.entries, at(MONDAY, 5), ROME) if one.rings]


@pytest.mark.parametrize(
    ("moment", "covered"),
    [
        (time(22), True), (time(23, 59), True), (time(0), True), (time(6, 59), True),
        (time(7), False), (time(12), False), (time(21, 59), False),
    ],
)  # fmt: skip
def test_quiet_hours_pass_over_midnight(moment: time, covered: bool):
    assert Quiet(start=time(22), end=time(7)).covers(moment) is covered


def test_quiet_hours_of_no_length_are_none():
    assert not Quiet(start=time(7), end=time(7)).covers(time(7))


times = st.builds(time, st.integers(0, 23), st.integers(0, 59))
quiets = st.none() | st.builds(Quiet, start=times, end=times)


@given(quiet=quiets, moment=times, alarm=st.integers(0, 120))
def test_nothing_ever_rings_in_the_quiet_hours(quiet, moment, alarm):
    hours = {"start": time(0), "end": time(23, 59), "every_min": 30}
    diary = Diary().knows(alice(days_per_week=7))
    wishing(
        diary, session_at=moment, morning_at=moment, quiet=quiet, alarm_min=alarm,
        sitting=SittingBreaks(days=(1, 2, 3, 4, 5, 6, 7), **hours),
    )  # fmt: skip
    for one in upcoming(diary.entries, at(MONDAY, 5), ROME):
        assert one.rings is None or quiet is None or not quiet.covers(one.rings.timetz())
        assert one.rings is None or one.rings <= one.begins


@given(
    moment=times,
    zone=st.sampled_from([ROME, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]),
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
def test_a_time_of_the_clock_is_that_time_or_the_moment_after_a_skipped_one(moment, zone, day):
    here = ZoneInfo(zone)
    found = wall_time(day, moment, here)
    back = found.astimezone(UTC).astimezone(here)
    assert back.replace(fold=0) == found.replace(fold=0)
    same = found.time() == moment and found.date() == day
    skipped = datetime.combine(day, moment, here).astimezone(UTC).astimezone(here)
    assert same or timedelta(0) < skipped.replace(tzinfo=None) - datetime.combine(day, moment) <= (
        timedelta(hours=1)
    )


@pytest.mark.parametrize("changes", [SUMMER_BEGINS, WINTER_BEGINS])
def test_the_time_stays_the_same_on_the_wall_when_the_clocks_change(changes: date):
    start = changes - timedelta(days=changes.weekday())
    diary = wishing(
        Diary(start).knows(alice(days_per_week=7)), session_at=time(7, 30), alarm_min=30
    )
    found = of(diary, "session", at(start, 5))
    assert walls(found) == {time(7, 30)}
    assert {one.rings.time() for one in found} == {time(7)}
    assert len({one.begins.utcoffset() for one in found}) == 2


def test_an_alarm_before_the_clocks_change_rings_as_many_minutes_before():
    start = SUMMER_BEGINS - timedelta(days=6)
    diary = wishing(
        Diary(start).knows(alice(days_per_week=7)),
        session_at=time(3, 10), alarm_min=30, quiet=None,
    )  # fmt: skip
    (one,) = [r for r in of(diary, "session", at(start, 5)) if r.begins.date() == SUMMER_BEGINS]
    assert one.rings.time() == time(1, 40)  # the clock leaps from two to three in between
    assert one.begins.astimezone(UTC) - one.rings.astimezone(UTC) == timedelta(minutes=30)


def test_what_rang_since_the_last_look_is_due_once():
    diary = wishing(session_at=time(7, 30), alarm_min=0)
    moments = [at(MONDAY, 7, 29), at(MONDAY, 7, 31), at(MONDAY, 7, 33)]
    due = [ringing(diary.entries, a, b, ROME) for a, b in pairwise(moments)]
    assert [[one.kind for one in found] for found in due] == [["session"], []]


def test_what_is_long_past_is_not_said_any_more():
    diary = wishing(session_at=time(7, 30), alarm_min=0)
    now = at(MONDAY, 7, 30) + LATE
    assert not ringing(diary.entries, at(MONDAY, 5), now, ROME)


def test_a_break_rings_on_its_days_only():
    diary = wishing(sitting=SittingBreaks(days=(1,)))
    tuesday = MONDAY + timedelta(days=1)
    assert ringing(diary.entries, at(MONDAY, 9, 59), at(MONDAY, 10, 1), ROME)
    assert not ringing(diary.entries, at(tuesday, 9, 59), at(tuesday, 10, 1), ROME)


NAMES_NOTHING = ("hip", "stretch", "strength", "pain", "coxa", "move", "session", "exercise")


def test_neutral_titles_tell_nothing_of_hips_or_training():
    person = alice(minutes_per_session=5, sessions_per_day=2, days_per_week=7)
    diary = Diary().knows(person).session(item("glute_bridge"))
    diary.check("check_reach_past_shins", 2).on(MONDAY + timedelta(weeks=3))
    every = {f"{kind}_at": time(8) for kind in ("session", "second", "morning", "checks")}
    wishing(diary, sitting=SittingBreaks(), **every)
    found = upcoming(diary.entries, at(diary.day, 5), ROME)
    assert {one.kind for one in found} == {"session", "second", "morning", "checks", "sitting"}
    for one in found:
        words = said(one, neutral=True)
        assert words.text == ""
        assert not [name for name in NAMES_NOTHING if name in words.title.casefold()]
        assert said(one, neutral=False).title != words.title
