"""What was done, session by session, put together from the entries of the log."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from coxa.reading.values import Value
from coxa.training.log import (
    EffortGiven,
    Entry,
    ExerciseChanged,
    HurtReported,
    MorningAnswered,
    SessionDoneEntry,
    SessionStarted,
    SetDone,
    in_force,
)
from coxa.training.plan import Item

B = TypeVar("B")

_OF_AN_ITEM = frozenset(Item.model_fields)

_OF_A_SESSION = (
    SessionStarted,
    SetDone,
    EffortGiven,
    HurtReported,
    ExerciseChanged,
    SessionDoneEntry,
)


class SessionRecord(Value):
    """One session as it happened. A set given twice counts once, as it was given last."""

    session_id: UUID
    day: date
    began: datetime  # the moment of its first entry, UTC
    origin: str = "plan"
    programme_id: str | None = None
    planned: tuple[Item, ...] = ()
    sets: tuple[SetDone, ...] = ()
    efforts: tuple[EffortGiven, ...] = ()
    hurts: tuple[HurtReported, ...] = ()
    changes: tuple[ExerciseChanged, ...] = ()
    done: SessionDoneEntry | None = None
    morning: MorningAnswered | None = None

    @property
    def finished(self) -> bool:
        return self.done is not None

    @property
    def trained(self) -> bool:
        """Whether the body has worked in it, *Done* pressed or not."""
        return self.finished or bool(self.sets)

    @property
    def exercise_ids(self) -> tuple[str, ...]:
        """The exercises of which at least one set was done, in that order."""
        return tuple(dict.fromkeys(one.exercise_id for one in self.sets))

    def sets_of(self, exercise_id: str) -> tuple[SetDone, ...]:
        return tuple(one for one in self.sets if one.exercise_id == exercise_id)

    def effort_of(self, exercise_id: str) -> EffortGiven | None:
        return next((one for one in self.efforts if one.exercise_id == exercise_id), None)

    def planned_of(self, exercise_id: str) -> tuple[Item, ...]:
        return tuple(one for one in self.planned if one.exercise_id == exercise_id)


def sessions_of(entries: Iterable[Entry], *, breaks: bool = False) -> tuple[SessionRecord, ...]:
    """All sessions, in the order in which they began. Two minutes at the desk are no training: they
    neither fill a day of the plan nor say how an exercise goes, and come only with `breaks`."""
    log = in_force(entries)
    mornings = {e.body.about: e.body for e in log if isinstance(e.body, MorningAnswered)}
    found: dict[UUID, list[Entry]] = defaultdict(list)
    for entry in log:
        if isinstance(entry.body, _OF_A_SESSION) and entry.body.session_id is not None:
            found[entry.body.session_id].append(entry)
    records = (_record(key, own, mornings.get(own[0].day)) for key, own in found.items())
    return tuple(one for one in records if breaks or one.origin != "desk")


def _record(
    session_id: UUID, own: Sequence[Entry], morning: MorningAnswered | None
) -> SessionRecord:
    bodies = [entry.body for entry in own]
    start = _newest(bodies, SessionStarted)
    sets = {(b.exercise_id, b.set_number, b.side): b for b in bodies if isinstance(b, SetDone)}
    efforts = {b.exercise_id: b for b in bodies if isinstance(b, EffortGiven)}
    done = _newest(bodies, SessionDoneEntry)
    return SessionRecord(
        session_id=session_id,
        day=own[0].day,
        began=own[0].at,
        origin=start.origin if start else "plan",
        programme_id=start.programme_id if start else None,
        planned=tuple(_item(data) for data in start.planned) if start else (),
        sets=tuple(sets.values()),
        efforts=tuple(efforts.values()),
        hurts=tuple(b for b in bodies if isinstance(b, HurtReported)),
        changes=tuple(b for b in bodies if isinstance(b, ExerciseChanged)),
        done=done,
        morning=morning if done else None,
    )


def _newest(bodies: Sequence[object], kind: type[B]) -> B | None:
    return next((body for body in reversed(bodies) if isinstance(body, kind)), None)


def _item(data: dict[str, Any]) -> Item:
    """An item as it was planned. What a later version wrote beside it is passed over."""
    return Item.model_validate({k: v for k, v in data.items() if k in _OF_AN_ITEM})
