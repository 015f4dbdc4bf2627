"""What the shape of a log's entry does not say: its time, and the words it names."""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, timedelta
from zoneinfo import available_timezones

from pydantic import TypeAdapter, ValidationError

from coxa.checks.library import checks
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Equipment
from coxa.programmes.library import programmes
from coxa.reading.faults import Fault, unknown_word
from coxa.reading.values import faults_of
from coxa.safety.flags import red_flags
from coxa.training.log import AboutAnswered, Body, Corrected, Entry, SafetyAnswered, SessionStarted
from coxa.training.person import condition_fault
from coxa.training.plan import Item

_BODY: TypeAdapter[Body] = TypeAdapter(Body)


def entry_faults(entry: Entry, file: str, at: str) -> Iterator[Fault]:
    """Every fault of one entry that stands at `at` in `file`."""
    if entry.at.tzinfo is None:
        right = "must say its offset, as in 2026-03-31T07:30:00Z"
        yield Fault(file, f"{at}.at", str(entry.at), right)
    elif abs(entry.at.astimezone(UTC).date() - entry.day) > timedelta(days=1):
        right = "must be the person's own date at that moment"
        yield Fault(file, f"{at}.day", str(entry.day), right)
    if entry.zone not in available_timezones():
        yield Fault(file, f"{at}.zone", entry.zone, "must be a time zone such as Europe/Rome")
    yield from _body_faults(entry.body, file, f"{at}.body")


def _body_faults(body: Body, file: str, at: str) -> Iterator[Fault]:
    if isinstance(body, SessionStarted):
        yield from _planned_faults(body, file, f"{at}.planned")
    for field, word, right in (*_unknown_ids(body), *_unknown_words(body)):
        yield Fault(file, f"{at}.{field}", repr(word), right)
    if isinstance(body, Corrected) and body.body is not None:
        try:
            within = _BODY.validate_python(body.body)
        except ValidationError as error:
            for one in faults_of(error, file):
                yield Fault(file, f"{at}.body.{one.field}".rstrip("."), one.value, one.right)
            return
        if isinstance(within, Corrected):
            right = "a correction is not corrected; send another"
            yield Fault(file, f"{at}.body.kind", within.kind, right)
        else:
            yield from _body_faults(within, file, f"{at}.body")


def _planned_faults(body: SessionStarted, file: str, at: str) -> Iterator[Fault]:
    """Items are read again with every page: one that cannot be read must not come in."""
    for place, data in enumerate(body.planned):
        try:
            item = Item.model_validate(data)
        except ValidationError as error:
            for one in faults_of(error, file):
                yield Fault(file, f"{at}.{place}.{one.field}", one.value, one.right)
            continue
        if item.exercise_id not in exercises():
            right = unknown_word("exercise", item.exercise_id, exercises())
            yield Fault(file, f"{at}.{place}.exercise_id", repr(item.exercise_id), right)


def _unknown_ids(body: Body) -> Iterator[tuple[str, str, str]]:
    """A name that the library does not know would break whatever reads the log later."""
    for field, kind, known in (
        ("exercise_id", "exercise", exercises()),
        ("to_exercise", "exercise", exercises()),
        ("check_id", "check", checks()),
        ("programme_id", "programme", programmes()),
    ):
        word = getattr(body, field, None)
        if word is not None and word not in known:
            yield field, word, unknown_word(kind, word, known)


def _unknown_words(body: Body) -> Iterator[tuple[str, str, str]]:
    if isinstance(body, SafetyAnswered):
        yield from _unknown_in("red_flags", "red flag", body.red_flags, red_flags())
        for word in body.conditions:
            if wrong := condition_fault(word):
                yield "conditions", word, wrong
    if isinstance(body, AboutAnswered):
        yield from _unknown_in("equipment", "piece of equipment", body.equipment, set(Equipment))


def _unknown_in(
    field: str, kind: str, words: Iterable[str], known: Collection[str]
) -> Iterator[tuple[str, str, str]]:
    for word in words:
        if word not in known:
            yield field, word, unknown_word(kind, word, known)
