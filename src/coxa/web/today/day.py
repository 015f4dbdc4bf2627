"""What Today's card is about, and the other sessions of the day below it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal
from uuid import UUID

from coxa.coaching.reminders import wishes_of
from coxa.coaching.sessions import sessions_of
from coxa.coaching.week import DayView, SessionView, WeekView
from coxa.coaching.words import minutes_words
from coxa.safety.flags import Message, messages, red_flags
from coxa.training.log import AboutAnswered, Log
from coxa.web.session.views import rows

LONG_SITTING_H = 4  # a day: our choice of whom to offer two minutes at the desk

Kind = Literal["session", "done", "rest", "stopped"]


@dataclass(frozen=True)
class Card:
    kind: Kind
    session: SessionView | None = None  # the one to start
    minutes: str = ""
    rows: list[dict[str, Any]] = field(default_factory=list)
    note: str = ""
    done: tuple[UUID, ...] = ()  # done today
    next_day: date | None = None  # the next day with something to do, this week
    messages: tuple[Message, ...] = ()
    more: tuple["More", ...] = ()  # what else there is today; nobody is asked why it was not done


@dataclass(frozen=True)
class More:
    """Another session of the day: a card of its own, smaller."""

    session: SessionView
    minutes: str
    rows: list[dict[str, Any]]


def card_of(view: WeekView, entries: Log, today: date) -> Card:
    if view.status in ("refer", "refer_urgent"):
        return Card("stopped", messages=_said(view.messages))
    gentle = _said(view.messages) if view.status == "hold" else ()
    day = next((one for one in view.days if one.date == today), None)
    done = tuple(
        one.session_id for one in sessions_of(entries) if one.day == today and one.finished
    )
    later = _later(view, today)
    if day is None or not day.sessions:
        kind: Kind = "done" if done else "rest"
        return Card(kind, done=done, next_day=later, note=day.note if day else "")
    left = [one for one in day.sessions if not one.done]
    first = next((one for one in left if not one.optional), None)
    more = tuple(_more(one) for one in left if one is not first)
    if first is None:
        return Card("done", done=done, next_day=later, note=day.note, more=more)
    return replace(_to_start(first, day, done), messages=gentle, more=more)


def sits_long(entries: Log) -> bool:
    """Whether the person said that they sit for long, or wants breaks from it."""
    abouts = [one.body for one in entries if isinstance(one.body, AboutAnswered)]
    hours = abouts[-1].sitting_hours if abouts else None
    return (hours or 0) >= LONG_SITTING_H or wishes_of(entries).sitting is not None


def _more(session: SessionView) -> More:
    return More(session, minutes_words(session.seconds), rows(session.items))


def _to_start(session: SessionView, day: DayView, done: tuple[UUID, ...]) -> Card:
    return Card(
        "session",
        session=session,
        minutes=minutes_words(session.seconds),
        rows=rows(session.items),
        note=session.note or day.note,
        done=done,
    )


def _later(view: WeekView, today: date) -> date | None:
    days = [
        one.date for one in view.days if one.date > today and any(not s.done for s in one.sessions)
    ]
    return min(days, default=None)


def _said(codes: tuple[str, ...]) -> tuple[Message, ...]:
    """The messages of a stop; a red flag speaks through its own heading and steps."""
    flags = [red_flags()[code] for code in codes if code in red_flags()]
    own = [Message(heading=one.heading, text=" ".join(one.do)[:700], kind="stop") for one in flags]
    return (*own, *(messages()[code] for code in codes if code in messages()))
