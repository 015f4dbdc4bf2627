"""The week as the page draws it: each day, session and item with its words ready."""

from dataclasses import dataclass
from datetime import date

from coxa.coaching.week import DayView, SessionView, WeekView
from coxa.coaching.words import dose_words, minutes_words
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.words import POSITIONS
from coxa.safety.flags import Message, messages
from coxa.training.person import Person
from coxa.training.plan import Item
from coxa.training.planner.menu import surface

SHORTER_MINUTES = (6, 10, 15)


@dataclass(frozen=True)
class ItemShown:
    exercise: Exercise
    dose: str
    reasons: tuple[str, ...]
    position: str


@dataclass(frozen=True)
class SessionShown:
    key: str
    name: str
    minutes: str
    done: bool
    optional: bool
    note: str
    items: list[ItemShown]


@dataclass(frozen=True)
class DayShown:
    date: date
    is_today: bool
    is_past: bool
    note: str
    sessions: list[SessionShown]
    can_change: bool
    adjusted: bool
    on_floor: bool  # something is done down on the floor
    shorter: list[int]  # minutes that would be fewer than planned
    other_days: list[date]


@dataclass(frozen=True)
class ChangeShown:
    """One thing that is new this week; `name` is empty where it concerns no single exercise."""

    name: str
    text: str


def changes_shown(view: WeekView) -> list[ChangeShown]:
    """What differs from last week. What stays as it was is no news."""
    return [
        ChangeShown(_name(one.exercise_id, one.text), one.text)
        for one in view.changes
        if one.verdict != "hold"
    ]


def _name(exercise_id: str | None, text: str) -> str:
    known = exercises().get(exercise_id or "")
    return known.name if known and not text.startswith(known.name) else ""


@dataclass(frozen=True)
class LeftOutShown:
    """What one reason keeps out, each with what stands in its place."""

    reason: str
    exercises: list[tuple[str, str]]


def left_out_shown(view: WeekView) -> list[LeftOutShown]:
    by_reason: dict[str, list[tuple[str, str]]] = {}
    for one in view.left_out:
        gone, instead = exercises().get(one.exercise_id), exercises().get(one.instead or "")
        if gone:
            pair = (gone.name, instead.name if instead else "")
            by_reason.setdefault(one.reason, []).append(pair)
    return [LeftOutShown(reason, pairs) for reason, pairs in by_reason.items()]


def days_shown(
    view: WeekView, today: date, adjusted: set[date], person: Person | None
) -> list[DayShown]:
    """The days from the first planned one on, and any before it on which something was done."""
    return [
        _day(day, view, today, day.date in adjusted, person)
        for day in view.days
        if day.date >= view.starts or day.sessions
    ]


def said(codes: tuple[str, ...]) -> list[Message]:
    return [messages()[code] for code in codes if code in messages()]


def _day(
    day: DayView, view: WeekView, today: date, adjusted: bool, person: Person | None
) -> DayShown:
    open_sessions = [session for session in day.sessions if not session.done]
    longest = max((session.seconds for session in open_sessions), default=0)
    ahead = day.date >= today
    return DayShown(
        date=day.date,
        is_today=day.date == today,
        is_past=not ahead,
        note=day.note,
        sessions=[_session(session) for session in day.sessions],
        can_change=ahead and bool(open_sessions),
        adjusted=adjusted and ahead,
        on_floor=any(_on_floor(session, person) for session in open_sessions),
        shorter=[minutes for minutes in SHORTER_MINUTES if minutes * 60 < longest],
        other_days=[one.date for one in view.days if one.date >= today and one.date != day.date],
    )


def _on_floor(session: SessionView, person: Person | None) -> bool:
    known = [exercises()[item.exercise_id] for item in session.items]
    return person is not None and any(surface(one, person) == "floor" for one in known)


def _session(session: SessionView) -> SessionShown:
    return SessionShown(
        key=session.key,
        name=session.name,
        minutes=minutes_words(session.seconds),
        done=session.done,
        optional=session.optional and not session.done,
        note=session.note,
        items=[_item(item) for item in session.items],
    )


def _item(item: Item) -> ItemShown:
    exercise = exercises()[item.exercise_id]
    return ItemShown(
        exercise, dose_words(item, exercise), item.reasons, POSITIONS[exercise.position]
    )
