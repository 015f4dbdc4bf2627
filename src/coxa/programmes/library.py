"""The five programmes and the habits, read once, and held against exercises and checks."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from coxa.exercises.library import Library, exercises
from coxa.language import per_language
from coxa.programmes.programme import Habit, Programme, ProgrammeItem, Version
from coxa.reading.faults import Fault, FaultyInputError, unknown_word
from coxa.reading.folders import read_folder

FOLDER = Path(__file__).with_name("library")
HABITS_FOLDER = Path(__file__).with_name("habits")

DOSE_FIELDS = ("sets", "reps", "hold_s", "rest_s")


def load_programmes(
    folder: Path = FOLDER, library: Library | None = None
) -> Mapping[str, Programme]:
    """All programmes by id. Raises FaultyInputError with the faults of all files at once."""
    found = read_folder(folder, Programme)
    known = exercises() if library is None else library
    faults = [fault for one in found.values() for fault in _faults(one, known)]
    if faults:
        raise FaultyInputError(faults)
    return found


@per_language()
def programmes() -> Mapping[str, Programme]:
    return load_programmes()


@per_language()
def habits(folder: Path = HABITS_FOLDER) -> Mapping[str, Habit]:
    return read_folder(folder, Habit)


def _faults(one: Programme, library: Library) -> Iterator[Fault]:
    file = f"{one.id}.toml"
    for name, version in (("as_written", one.as_written), ("filled", one.filled)):
        for field, item in _items(name, version):
            if item.exercise_id not in library:
                right = unknown_word("exercise", item.exercise_id, library)
                yield Fault(file, field, repr(item.exercise_id), right)
            elif name == "filled":
                yield from _gaps(file, field, item)


def _gaps(file: str, field: str, item: ProgrammeItem) -> Iterator[Fault]:
    for name in DOSE_FIELDS:
        if getattr(item, name) is None:
            yield Fault(file, f"{field}.{name}", "", "the filled version gives every figure")
    if item.filled and not item.filled_from:
        yield Fault(file, f"{field}.filled_from", "", "say where the filled figures come from")


def _items(name: str, version: Version) -> Iterator[tuple[str, ProgrammeItem]]:
    for session in version.sessions:
        for n, item in enumerate(session.items, 1):
            yield f"{name}.{session.id}.items.{n}", item
