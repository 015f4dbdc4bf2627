"""The map as a table, with where each figure comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as lazy

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH, Side
from coxa.language import number
from coxa.mechanics.measured import Measured
from coxa.mechanics.trust import Confidence
from coxa.mechanics.uses import Band, MuscleUse
from coxa.web.muscles.bands import DOWN, Bands, Kind, bands_of, shared
from coxa.web.muscles.words import field_name, name_of

SIDES = {Side.LEFT: lazy("left"), Side.RIGHT: lazy("right")}
SAID = {
    "mean": lazy("{percent} % of its maximum on average"),
    "peak": lazy("{percent} % of its maximum at its most"),
}
SAID_OF_A_SIDE = {
    "mean": lazy("{percent} % of its maximum on average ({side})"),
    "peak": lazy("{percent} % of its maximum at its most ({side})"),
}
DOI = "https://doi.org/"


@dataclass(frozen=True)
class Sided:
    """A band and the side it is of, "" for both."""

    side: str
    band: Band


@dataclass(frozen=True)
class Origin:
    """A study's figure: what it says, who says it, and the address of the paper or ""."""

    said: str
    study: str
    people: int
    called: str
    address: str


@dataclass(frozen=True)
class Row:
    """A muscle: load and stretch, one entry where both sides are alike. `unsure`: the load is
    computed, and the sums are weak there."""

    muscle: Muscle
    name: str
    field_name: str
    load: tuple[Sided, ...]
    stretch: tuple[Sided, ...]
    measured: tuple[Origin, ...]
    computed: bool
    unsure: bool


def table(uses: Iterable[MuscleUse], first: Kind = Kind.LOAD) -> tuple[Row, ...]:
    """All muscles, the one of which most is asked first."""
    rows = tuple(uses)
    load, stretch = bands_of(rows, Kind.LOAD), bands_of(rows, Kind.STRETCH)
    order = (load, stretch) if first is Kind.LOAD else (stretch, load)

    def most(muscle: Muscle) -> tuple[int, ...]:
        return tuple(DOWN.index(bands[muscle, side]) for bands in order for side in BOTH)

    def rank(muscle: Muscle) -> tuple[int, ...]:
        return tuple(min(most(muscle)[i : i + 2]) for i in (0, 2))

    return tuple(_row(muscle, rows, load, stretch) for muscle in sorted(Muscle, key=rank))


def _row(muscle: Muscle, rows: tuple[MuscleUse, ...], load: Bands, stretch: Bands) -> Row:
    own = [row for row in rows if row.muscle is muscle]
    sums = [row for row in own if row.measured is None]
    asked = [row for row in sums if row.load_band is not Band.NONE]
    return Row(
        muscle=muscle,
        name=name_of(muscle),
        field_name=field_name(muscle),
        load=_sided(muscle, load),
        stretch=_sided(muscle, stretch),
        measured=_origins(own),
        computed=bool(sums),
        unsure=any(row.confidence is Confidence.LOW for row in asked),
    )


def _sided(muscle: Muscle, bands: Bands) -> tuple[Sided, ...]:
    if both := shared(bands, muscle):
        return (Sided("", both),)
    return tuple(Sided(str(SIDES[side]), bands[muscle, side]) for side in BOTH)


def _origins(own: Iterable[MuscleUse]) -> tuple[Origin, ...]:
    """Each study once; its side is said where only one is measured."""
    found: dict[Measured, list[Side]] = {}
    for row in own:
        if row.measured:
            found.setdefault(row.measured, []).append(row.side)
    return tuple(_origin(one, sides) for one, sides in found.items())


def _origin(one: Measured, sides: list[Side]) -> Origin:
    both = len(sides) == len(BOTH)
    said = SAID[one.statistic] if both else SAID_OF_A_SIDE[one.statistic]
    return Origin(
        said=said.format(percent=number(one.percent, ".0f"), side=SIDES[sides[0]]),
        study=one.study,
        people=one.people,
        called=one.exercise,
        address=DOI + one.doi if one.doi else "",
    )
