"""The exercise library: every file read once, and the bonds between files checked."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind
from coxa.language import per_language
from coxa.reading.faults import Fault, FaultyInputError, unknown_word
from coxa.reading.folders import read_folder

FOLDER = Path(__file__).with_name("library")

Library = Mapping[str, Exercise]


def load_exercises(folder: Path = FOLDER) -> Library:
    """All exercises by id. Raises FaultyInputError with the faults of all files at once."""
    exercises = read_folder(folder, Exercise)
    faults = [fault for one in exercises.values() for fault in _bond_faults(one, exercises)]
    if faults:
        raise FaultyInputError(faults)
    return exercises


@per_language()
def exercises() -> Library:
    """Coxa's own library, read once."""
    return load_exercises()


def _bond_faults(one: Exercise, all_of_them: Library) -> Iterator[Fault]:
    file = f"{one.id}.toml"
    for field, ids in (("ladder.easier", one.ladder.easier), ("ladder.harder", one.ladder.harder)):
        for other in ids:
            if other not in all_of_them:
                yield Fault(file, field, repr(other), unknown_word("exercise", other, all_of_them))
            elif other == one.id:
                yield Fault(file, field, repr(other), "an exercise is not its own neighbour")
            elif not _climbs(one, all_of_them[other], field):
                right = f"'{other}' is level {all_of_them[other].level}, this is level {one.level}"
                yield Fault(file, field, repr(other), right)
    if one.kind is Kind.STRETCH and one.dose.hold_s < 30:
        yield Fault(file, "dose.hold_s", str(one.dose.hold_s), "a stretch is held at least 30 s")


def _climbs(one: Exercise, other: Exercise, field: str) -> bool:
    """Whether the neighbour's level fits the direction: easier never higher, harder never lower."""
    return other.level <= one.level if field.endswith("easier") else other.level >= one.level
