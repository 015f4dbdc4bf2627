"""Everything about a person in one file: the whole log, as it was written, corrections included.

A plan is not in it: it follows from the log and can be made again.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import Any, Literal

from pydantic import Field, ValidationError

from coxa.reading.faults import Fault, FaultyInputError
from coxa.reading.values import Value, faults_of, read_value
from coxa.training.entry_faults import entry_faults
from coxa.training.log import Entry, Log

FORMAT = "coxa-archive"
VERSION = 1


class _Named(Value):
    name: str = Field(min_length=1, max_length=40)


class _Frame(Value):
    """What stands around the entries."""

    format: Literal["coxa-archive"]
    version: int = Field(ge=1)
    profile: _Named
    entries: tuple[Any, ...]


class Archive(Value):
    profile_name: str
    entries: Log


def to_archive(profile_name: str, entries: Iterable[Entry]) -> dict[str, Any]:
    """The archive of one person, oldest entry first: the same log gives the same document."""
    ordered = sorted(entries, key=lambda one: (one.at, str(one.id)))
    return {
        "format": FORMAT,
        "version": VERSION,
        "profile": {"name": profile_name},
        "entries": [entry.model_dump(mode="json") for entry in ordered],
    }


def from_archive(data: object, file: str = "archive") -> Archive:
    """The person and the log of an archive. Raises FaultyInputError with every fault at once."""
    frame = _frame(data, file)
    entries: list[Entry] = []
    faults: list[Fault] = []
    for n, one in enumerate(frame.entries):
        try:
            entry = Entry.model_validate(one)
        except ValidationError as error:
            faults.extend(_within(n, fault) for fault in faults_of(error, file))
            continue
        entries.append(entry)
        faults.extend(entry_faults(entry, file, f"entries.{n}"))
    if faults := faults + _twice(entries, file):
        raise FaultyInputError(faults)
    return Archive(profile_name=frame.profile.name, entries=tuple(map(_in_utc, entries)))


def _in_utc(entry: Entry) -> Entry:
    return entry.model_copy(update={"at": entry.at.astimezone(UTC)})


def _frame(data: object, file: str) -> _Frame:
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        right = f"is not a Coxa archive: it must be a table with format = '{FORMAT}'"
        raise FaultyInputError([Fault(file, "", "", right)])
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        right = f"was written by a newer Coxa; this one reads version {VERSION}. Update Coxa first"
        raise FaultyInputError([Fault(file, "version", str(version), right)])
    return read_value(_Frame, data, file)


def _within(n: int, fault: Fault) -> Fault:
    field = f"entries.{n}.{fault.field}" if fault.field else f"entries.{n}"
    return Fault(fault.file, field, fault.value, fault.right)


def _twice(entries: Iterable[Entry], file: str) -> list[Fault]:
    """The same id with two different contents: nobody could say which of them happened."""
    first: dict[object, Entry] = {}
    return [
        Fault(file, "entries", str(one.id), "two entries have this id but say different things")
        for one in entries
        if first.setdefault(one.id, one) != one
    ]
