"""What to remind a person of, and when: worked out anew each time from the log and their wishes.

A reminder stands for something still to come. What was done, or whose day is over, is not in it:
nothing is counted, nothing is made up for.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from coxa.coaching.blocks import monday_of
from coxa.coaching.day import DayView, SessionView
from coxa.coaching.desk import LONGEST_S as BREAK_S
from coxa.coaching.questions import AWAY
from coxa.coaching.questions import due as questions_due
from coxa.coaching.week import week_of
from coxa.exercises.library import exercises
from coxa.reading.values import Value
from coxa.training.log import Entry, Log, RemindersChosen, in_force
from coxa.training.reminding import Reminding

Kind = Literal["session", "second", "morning", "checks", "sitting"]

AHEAD_DAYS = 14  # this week and the next: further ahead the plan is still a guess
QUESTION_S = 60
CHECKS_S = 300
SATURDAY = 5
WEEK = range(7)
LATE = timedelta(minutes=30)  # a reminder older than that comes too late to be of use: our choice


class Reminder(Value):
    """One thing to be reminded of. `key` names it for good, whatever its time becomes."""

    kind: Kind
    key: str
    begins: datetime  # in the person's own zone
    seconds: float
    rings: datetime | None = None  # None: silently
    name: str = ""  # of the session
    exercises: tuple[str, ...] = ()  # their names
    days: tuple[int, ...] = ()  # a sitting break comes back on these days of the week, 1 is Monday


def wishes_of(entries: Iterable[Entry]) -> Reminding:
    chosen = [e.body for e in in_force(entries) if isinstance(e.body, RemindersChosen)]
    return chosen[-1].wanted if chosen else Reminding()


def upcoming(entries: Iterable[Entry], now: datetime, zone: str) -> tuple[Reminder, ...]:
    """All reminders from today on, in order; `now` in UTC, `zone` an IANA name.

    Whoever told Coxa nothing for four weeks is left alone, but for breaks from sitting: calling on
    and on would be a reproach. The next entry brings the reminders back.
    """
    log = in_force(entries)
    wanted = wishes_of(log)
    here = ZoneInfo(zone)
    today = now.astimezone(here).date()
    found = [*_breaks(wanted, today, here)]
    if not log or today - log[-1].day > AWAY:
        return tuple(found)
    if wanted.session_at or wanted.second_at or wanted.morning_at:
        days = _days(log, today)
        found += [*_sessions(days, wanted, here), *_mornings(log, days, today, wanted, here)]
    if wanted.checks_at:
        found += _checks(log, today, wanted, wanted.checks_at, here)
    return tuple(sorted(found, key=lambda one: (one.begins, one.key)))


def ringing(
    entries: Iterable[Entry], since: datetime, now: datetime, zone: str
) -> tuple[Reminder, ...]:
    """The reminders that rang after `since` and up to `now`, but not those long past."""
    here = ZoneInfo(zone)
    since = max(since, now - LATE)
    dates = {since.astimezone(here).date(), now.astimezone(here).date()}
    found = [one for next_ in upcoming(entries, since, zone) for one in _dated(next_, dates)]
    return tuple(one for one in found if one.rings and since < one.rings <= now)


def wall_time(day: date, moment: time, here: ZoneInfo) -> datetime:
    """That time of the clock on the wall; one that is skipped in spring is the moment after."""
    return datetime.combine(day, moment, here).astimezone(UTC).astimezone(here)


def _days(log: Log, today: date) -> list[DayView]:
    """The days of this week and of the next, from today on."""
    mondays = (monday_of(today), monday_of(today) + timedelta(weeks=1))
    views = [week_of(log, max(today, monday)) for monday in mondays]
    days = [day for view in views if view for day in view.days]
    return [day for day in days if today <= day.date < today + timedelta(days=AHEAD_DAYS)]


def _sessions(days: Iterable[DayView], wanted: Reminding, here: ZoneInfo) -> Iterator[Reminder]:
    for day in days:
        times: dict[Kind, time | None] = {
            "session": wanted.session_at,
            "second": wanted.second_at,
        }
        for kind, first in times.items():
            mine = [one for one in day.sessions if one.optional == (kind == "second")]
            if first and mine:
                yield from _one_after_the_other(
                    kind, mine, wall_time(day.date, first, here), wanted
                )


def _one_after_the_other(
    kind: Kind, sessions: Iterable[SessionView], begins: datetime, wanted: Reminding
) -> Iterator[Reminder]:
    """Several of one time follow each other; only the first of them rings. What is done is out."""
    left = [one for one in sessions if not one.done]
    for n, one in enumerate(left):
        yield Reminder(
            kind=kind,
            key=f"{kind}.{one.key}",
            begins=begins,
            seconds=one.seconds,
            rings=None if n else _rings(begins, wanted),
            name=one.name,
            exercises=tuple(exercises()[item.exercise_id].name for item in one.items),
        )
        begins = _later(begins, one.seconds)


def _mornings(
    log: Log, days: Iterable[DayView], today: date, wanted: Reminding, here: ZoneInfo
) -> Iterator[Reminder]:
    """The question of the morning after: today if it is open, and after each day with a session."""
    if wanted.morning_at is None:
        return
    asked = {day.date + timedelta(days=1) for day in days if any(s.items for s in day.sessions)}
    if any(one.kind == "morning" for one in questions_due(log, today)):
        asked.add(today)
    for day in sorted(asked):
        begins = wall_time(day, wanted.morning_at, here)
        yield Reminder(
            kind="morning",
            key=f"morning.{day.isoformat()}",
            begins=begins,
            seconds=QUESTION_S,
            rings=_rings(begins, wanted),
        )


def _checks(
    log: Log, today: date, wanted: Reminding, moment: time, here: ZoneInfo
) -> Iterator[Reminder]:
    """In a week to check again: on its Monday, and once more on Saturday if it was not done."""
    monday = monday_of(today)
    for week in (monday, monday + timedelta(weeks=1)):
        for day in (week, week + timedelta(days=SATURDAY)):
            open_then = questions_due(log, day) if day >= today else ()
            if any(one.kind == "recheck" and one.checks for one in open_then):
                begins = wall_time(day, moment, here)
                yield Reminder(
                    kind="checks",
                    key=f"checks.{day.isoformat()}",
                    begins=begins,
                    seconds=CHECKS_S,
                    rings=_rings(begins, wanted),
                )


def _breaks(wanted: Reminding, today: date, here: ZoneInfo) -> Iterator[Reminder]:
    """One for each time of a working day, the first after a stretch of sitting."""
    sitting = wanted.sitting
    if sitting is None:
        return
    minutes = range(_minutes(sitting.start), _minutes(sitting.end), sitting.every_min)
    for minute in minutes[1:]:
        moment = time(minute // 60, minute % 60)
        if wanted.quiet and wanted.quiet.covers(moment):
            continue
        begins = _first_break(moment, sitting.days, today, here)
        yield Reminder(
            kind="sitting",
            key=f"sitting.{moment:%H:%M}",
            begins=begins,
            seconds=BREAK_S,
            rings=None if wanted.alarm_min is None else begins,
            days=sitting.days,
        )


def _first_break(moment: time, days: Iterable[int], today: date, here: ZoneInfo) -> datetime:
    """The next such day; not the one day in spring on which that time is skipped."""
    ahead = (today + timedelta(days=n) for n in range(2 * len(WEEK)))
    starts = (wall_time(day, moment, here) for day in ahead if day.isoweekday() in days)
    return next(one for one in starts if one.time() == moment)


def _dated(one: Reminder, dates: Iterable[date]) -> Iterator[Reminder]:
    """A break that comes back, once for each of the dates on which it does; all else as it is."""
    if not one.days or not isinstance(one.begins.tzinfo, ZoneInfo):
        yield one
        return
    for day in sorted(dates):
        if day.isoweekday() in one.days:
            begins = wall_time(day, one.begins.time(), one.begins.tzinfo)
            yield one.model_copy(update={"begins": begins, "rings": one.rings and begins})


def _rings(begins: datetime, wanted: Reminding) -> datetime | None:
    """When it sounds: as long before as wished, else when it begins, never in the quiet hours."""
    if wanted.alarm_min is None:
        return None
    quiet = wanted.quiet
    for moment in (_later(begins, -60 * wanted.alarm_min), begins):
        if quiet is None or not quiet.covers(moment.time()):
            return moment
    return None


def _later(moment: datetime, seconds: float) -> datetime:
    """Seconds that pass, not seconds on the dial: right also on the day the clocks change."""
    return (moment.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(moment.tzinfo)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
