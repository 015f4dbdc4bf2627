"""Entries of sessions made here: a whole session at once, and corrections of *Done*."""

from collections.abc import Iterator, Sequence
from uuid import UUID, uuid4

from coxa.coaching import guide
from coxa.training.log import (
    Body,
    Corrected,
    Entry,
    Log,
    SessionDoneEntry,
    SessionStarted,
    SetDone,
)
from coxa.training.plan import Item
from coxa.web.session.sources import Found


def all_at_once(found: Found) -> tuple[UUID, list[Body]]:
    """A session done as it was planned, for who logs it without being led through it."""
    session_id = uuid4()
    steps = guide.script(found.items)
    started = SessionStarted(
        session_id=session_id,
        origin=found.origin,
        programme_id=found.programme_id,
        planned=tuple(one.model_dump(mode="json") for one in found.items),
    )
    done = SessionDoneEntry(session_id=session_id, seconds=guide.nominal_s(steps))
    return session_id, [started, *_sets(session_id, found.items), done]


def _sets(session_id: UUID, items: Sequence[Item]) -> Iterator[Body]:
    for step in guide.script(items):
        if step.kind == "work" and step.exercise_id is not None:
            yield SetDone(
                session_id=session_id,
                exercise_id=step.exercise_id,
                set_number=step.log_set,
                side=step.side,
                reps=step.count,
                hold_s=step.hold_s,
                rest_s=step.rest_s,
                lowering_s=step.lowering_s,
                load_kg=step.load_kg,
                band=step.band,
            )


def done_of(entries: Log, session_id: UUID) -> Entry | None:
    """The entry that ended a session, as it stands."""
    ends = (entry for entry in reversed(entries) if isinstance(entry.body, SessionDoneEntry))
    return next((entry for entry in ends if entry.body.session_id == session_id), None)


def corrected(entry: Entry, body: Body) -> Corrected:
    return Corrected(entry_id=entry.id, body=body.model_dump(mode="json"))
