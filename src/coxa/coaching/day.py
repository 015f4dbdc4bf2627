"""The sessions of a day: what was done stands as it was done, what is to come as it is planned."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from coxa.coaching.sessions import SessionRecord
from coxa.exercises.library import exercises
from coxa.language import gettext as _
from coxa.reading.values import Value
from coxa.training.plan import Item, Session


class SessionView(Value):
    key: str  # "2026-11-23.1": its day and place, as addresses name it
    items: tuple[Item, ...]
    seconds: float
    name: str
    done: bool = False
    session_id: UUID | None = None
    note: str = ""
    optional: bool = False  # the second of a day: if it falls out, the first one still counts


class DayView(Value):
    date: date
    sessions: tuple[SessionView, ...] = ()
    note: str = ""


def day_views(
    day: date,
    planned: Sequence[Session],
    done: Sequence[SessionRecord],
    today: date,
    by_name: bool = False,
) -> Iterator[SessionView]:
    """The sessions of one day, numbered by their place in the plan.

    `by_name`: only the second of the same name is optional, as in a programme that gives several
    sessions a day. An optional one that was not done leaves no trace once the day is over.
    """
    matched = _matched(planned, done)
    for n in range(max([len(planned), *(place + 1 for place in matched)], default=0)):
        key = f"{day.isoformat()}.{n + 1}"
        one = planned[n] if n < len(planned) else None
        optional = _optional(planned, n, by_name)
        if n in matched:
            yield _as_done(key, matched[n], one, optional)
        elif one and one.items and not (optional and day < today):
            yield SessionView(
                key=key, items=one.items, seconds=one.seconds, name=one.name, optional=optional
            )


def seconds_of(items: Iterable[Item]) -> float:
    return sum(item.seconds(exercises()[item.exercise_id]) for item in items)


def _optional(planned: Sequence[Session], n: int, by_name: bool) -> bool:
    before = planned[:n] if n < len(planned) else ()
    if by_name:
        return any(one.name == planned[n].name for one in before)
    return any(one.items for one in before)


def _matched(planned: Sequence[Session], done: Sequence[SessionRecord]) -> dict[int, SessionRecord]:
    """Which planned place each done session takes: that with the same exercises, for the second
    may come first; else the first that is free."""
    found: dict[int, SessionRecord] = {}
    unlike: list[SessionRecord] = []
    for record in done:
        did = [item.exercise_id for item in record.planned]
        same = (n for n, one in enumerate(planned) if n not in found and _ids(one) == did)
        place = next(same, None)
        if did and place is not None:
            found[place] = record
        else:
            unlike.append(record)
    for record in unlike:
        found[next(n for n in range(len(found) + 1) if n not in found)] = record
    return found


def _ids(session: Session) -> list[str]:
    return [item.exercise_id for item in session.items]


def _as_done(
    key: str, record: SessionRecord, planned: Session | None, optional: bool
) -> SessionView:
    items = record.planned or (planned.items if planned else ())
    seconds = record.done.seconds if record.done else 0
    return SessionView(
        key=key,
        items=items,
        seconds=seconds or seconds_of(items),
        name=planned.name if planned else _("Session"),
        done=True,
        session_id=record.session_id,
        optional=optional,
    )
