"""Entries as they come over the wire: all of them right, or every fault of them said."""

import json
from collections.abc import Iterator
from datetime import UTC, timedelta
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from coxa.checks.library import checks
from coxa.exercises.library import exercises
from coxa.reading.faults import Fault, FaultyInputError, unknown_word
from coxa.reading.values import faults_of
from coxa.safety.flags import red_flags
from coxa.training.log import Body, Corrected, Entry, SafetyAnswered, SessionStarted
from coxa.training.person import condition_fault
from coxa.training.plan import Item
from coxa.web.diary.zone import is_zone

MOST = 1000  # entries at once; a long session has about a hundred
_LIST = TypeAdapter(Annotated[list[Entry], Field(max_length=MOST)])
_BODY: TypeAdapter[Any] = TypeAdapter(Body)
_WHERE = "entries"


def read_entries(text: bytes) -> list[Entry]:
    """Raises FaultyInputError with every fault of every entry."""
    try:
        data = json.loads(text)
    except ValueError:
        raise FaultyInputError([Fault(_WHERE, "", "", "must be JSON: a list of entries")]) from None
    try:
        entries = _LIST.validate_python(data)
    except ValidationError as error:
        raise FaultyInputError(faults_of(error, _WHERE)) from None
    faults = [fault for n, entry in enumerate(entries) for fault in _faults(n, entry)]
    if faults:
        raise FaultyInputError(faults)
    return [one.model_copy(update={"at": one.at.astimezone(UTC)}) for one in entries]


def _faults(n: int, entry: Entry) -> Iterator[Fault]:
    """What the shape of an entry does not say: its time, and the words it names."""
    if entry.at.tzinfo is None:
        yield _fault(n, "at", entry.at, "must say its offset, as in 2026-03-31T07:30:00Z")
    elif abs(entry.at.astimezone(UTC).date() - entry.day) > timedelta(days=1):
        yield _fault(n, "day", entry.day, "must be the person's own date at that moment")
    if not is_zone(entry.zone):
        yield _fault(n, "zone", entry.zone, "must be a time zone such as Europe/Rome")
    yield from _body_faults(n, entry.body)


def _body_faults(n: int, body: Body) -> Iterator[Fault]:
    if isinstance(body, Corrected):
        yield from _correction_faults(n, body)
    if isinstance(body, SessionStarted):
        yield from _planned_faults(n, body)
    if isinstance(body, SafetyAnswered):
        yield from _safety_faults(n, body)
    for field, kind, known in (
        ("exercise_id", "exercise", exercises()),
        ("to_exercise", "exercise", exercises()),
        ("check_id", "check", checks()),
    ):
        word = getattr(body, field, None)
        if word is not None and word not in known:
            yield _fault(n, f"body.{field}", word, unknown_word(kind, word, known))


def _correction_faults(n: int, correction: Corrected) -> Iterator[Fault]:
    """A correction takes the place of an entry, so that it must be as right as one."""
    if correction.body is None:
        return
    try:
        body = _BODY.validate_python(correction.body)
    except ValidationError as error:
        for fault in faults_of(error, _WHERE):
            yield Fault(
                _WHERE, f"{n}.body.body.{fault.field}".rstrip("."), fault.value, fault.right
            )
        return
    if isinstance(body, Corrected):
        yield _fault(n, "body.body.kind", body.kind, "a correction is not corrected; send another")
    else:
        yield from _body_faults(n, body)


def _planned_faults(n: int, body: SessionStarted) -> Iterator[Fault]:
    """Items are read again with every page: one that cannot be read must not come in."""
    for place, data in enumerate(body.planned):
        try:
            item = Item.model_validate(data)
        except ValidationError as error:
            for fault in faults_of(error, _WHERE):
                field = f"{n}.body.planned.{place}.{fault.field}"
                yield Fault(_WHERE, field, fault.value, fault.right)
            continue
        if item.exercise_id not in exercises():
            right = unknown_word("exercise", item.exercise_id, exercises())
            yield _fault(n, f"body.planned.{place}.exercise_id", item.exercise_id, right)


def _safety_faults(n: int, body: SafetyAnswered) -> Iterator[Fault]:
    for flag in body.red_flags:
        if flag not in red_flags():
            right = unknown_word("red flag", flag, red_flags())
            yield _fault(n, "body.red_flags", flag, right)
    for word in body.conditions:
        if wrong := condition_fault(word):
            yield _fault(n, "body.conditions", word, wrong)


def _fault(n: int, field: str, value: object, right: str) -> Fault:
    return Fault(_WHERE, f"{n}.{field}", str(value), right)
