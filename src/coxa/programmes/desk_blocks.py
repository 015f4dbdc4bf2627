"""Short blocks for a chair and standing: what a sitting break is made of."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from coxa.exercises.exercise import Id, Phrase, Sentence
from coxa.exercises.library import exercises
from coxa.language import per_language
from coxa.reading.faults import Fault, FaultyInputError, unknown_word
from coxa.reading.folders import read_folder
from coxa.reading.values import Value
from coxa.reading.worded import Worded

FOLDER = Path(__file__).with_name("desk")


class DeskMove(Value):
    """One exercise of a block, with its dose as `Dose` names it."""

    exercise_id: Id
    sets: Annotated[int, Field(ge=1, le=3)] = 1
    reps: Annotated[int, Field(ge=1, le=20)] = 1
    hold_s: Annotated[float, Field(ge=0, le=60)] = 0
    rest_s: Annotated[float, Field(ge=0, le=60)] = 0
    note: Worded = ""


class DeskBlock(Value):
    """Two minutes by the one time model, on a chair or standing beside it."""

    id: Id
    name: Phrase
    summary: Sentence
    source: Literal["000", "001", "002", "003", "004"]
    interpretation: str  # for whoever keeps the file up; no page shows it
    items: Annotated[tuple[DeskMove, ...], Field(min_length=1, max_length=4)]


@per_language()
def desk_blocks(folder: Path = FOLDER) -> Mapping[str, DeskBlock]:
    """All blocks by id. Raises FaultyInputError with the faults of all files at once."""
    found = read_folder(folder, DeskBlock)
    faults = [
        Fault(
            f"{one.id}.toml", f"items.{n}", repr(move.exercise_id),
            unknown_word("exercise", move.exercise_id, exercises()),
        )
        for one in found.values()
        for n, move in enumerate(one.items)
        if move.exercise_id not in exercises()
    ]  # fmt: skip
    if faults:
        raise FaultyInputError(faults)
    return found
