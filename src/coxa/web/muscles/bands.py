"""How much is asked of each muscle and side, as the map and the table show it: in bands."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Protocol

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH, Side
from coxa.mechanics.uses import Band
from coxa.reading.faults import unknown_word


class Kind(StrEnum):
    LOAD = "load"
    STRETCH = "stretch"


class Asked(Protocol):
    """What is shown of a muscle on a side: a `MuscleUse`, or what someone else adds up."""

    @property
    def muscle(self) -> Muscle: ...
    @property
    def side(self) -> Side: ...
    @property
    def load_band(self) -> Band: ...
    @property
    def stretch_band(self) -> Band: ...


Bands = Mapping[tuple[Muscle, Side], Band]
#: The most first.
DOWN = tuple(Band)[::-1]


def bands_of(uses: Iterable[Asked], kind: Kind) -> Bands:
    """The band of every muscle and side; what is not said is "none"."""
    said = {
        (use.muscle, use.side): use.load_band if kind is Kind.LOAD else use.stretch_band
        for use in uses
    }
    return {(m, s): said.get((m, s), Band.NONE) for m in Muscle for s in BOTH}


def kind_of(word: str) -> Kind:
    """Raises LookupError for a word that is neither."""
    if word not in set(Kind):
        raise LookupError(unknown_word("kind", word, set(Kind)))
    return Kind(word)


def shared(bands: Bands, muscle: Muscle) -> Band | None:
    """The band of both sides, None where they differ."""
    left, right = (bands[muscle, side] for side in BOTH)
    return left if left is right else None
