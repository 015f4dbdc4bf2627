"""The self-checks, read once, their exercises checked against the exercise library."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from coxa.checks.check import Check
from coxa.exercises.library import Library, exercises
from coxa.language import per_language
from coxa.reading.faults import Fault, FaultyInputError, unknown_word
from coxa.reading.folders import read_folder

FOLDER = Path(__file__).with_name("library")

Checks = Mapping[str, Check]


def load_checks(folder: Path = FOLDER, library: Library | None = None) -> Checks:
    """All checks by id. Raises FaultyInputError with the faults of all files at once."""
    found = read_folder(folder, Check)
    known = exercises() if library is None else library
    faults = [fault for check in found.values() for fault in _bond_faults(check, found, known)]
    if faults:
        raise FaultyInputError(faults)
    return found


@per_language()
def checks() -> Checks:
    return load_checks()


def _bond_faults(check: Check, all_of_them: Checks, library: Library) -> Iterator[Fault]:
    file = f"{check.id}.toml"
    bonds = (("adds.include", check.adds.include), ("holds_back", check.holds_back.exercises))
    for field, ids in bonds:
        for one in ids:
            if one not in library:
                yield Fault(file, field, repr(one), unknown_word("exercise", one, library))
    if check.instead and check.instead not in all_of_them:
        right = unknown_word("check", check.instead, all_of_them)
        yield Fault(file, "instead", repr(check.instead), right)
