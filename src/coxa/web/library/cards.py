"""An exercise as it stands in a list."""

from dataclasses import dataclass

from coxa.exercises.exercise import Exercise
from coxa.exercises.words import KINDS, POSITIONS, needs_words


@dataclass(frozen=True)
class Card:
    id: str
    name: str
    position: str
    summary: str
    kind: str
    where: str
    level: int
    needs: str
    left_out: str


def card(one: Exercise, left_out: str = "") -> Card:
    return Card(
        id=one.id,
        name=one.name,
        position=one.position,
        summary=one.summary,
        kind=KINDS[one.kind],
        where=POSITIONS[one.position],
        level=one.level,
        needs=", ".join(needs_words(one)),
        left_out=left_out,
    )
