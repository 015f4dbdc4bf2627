"""The explorer's curves as tables of numbers: for who does not see them, and for a lesson."""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from coxa.anatomy.muscles import Muscle
from coxa.mechanics.exploring import Explored, crossed, explored, parts, swept
from coxa.web.anatomy.asked import Asked, ends
from coxa.web.anatomy.words import LENGTH, PULLS, WAYS, part_words, title

STEP_DEG = 15  # between columns; the ends of the range stand there too


@dataclass(frozen=True)
class Table:
    """A measure of every part: `rows` are a name and its numbers, in the order of the angles."""

    title: str
    explained: str
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Numbers:
    along: str
    elsewhere: tuple[str, ...]
    angles: tuple[str, ...]
    tables: tuple[Table, ...]


def numbers(muscle: Muscle, asked: Asked) -> Numbers:
    angles = _angles(asked.along)
    found = explored(muscle, swept(asked.pose, asked.along, np.array(angles, dtype=np.float64)))
    others = {name: value for name, value in asked.pose.items() if name != asked.along}
    return Numbers(
        along=WAYS[asked.along].move,
        elsewhere=tuple(f"{WAYS[name].move}: {WAYS[name].angle(v)}" for name, v in others.items()),
        angles=tuple(WAYS[asked.along].angle(angle) for angle in angles),
        tables=tuple(_table(muscle, name, found) for name in (LENGTH, *crossed(muscle))),
    )


def _angles(name: str) -> list[int]:
    low, high = ends(name)
    first = STEP_DEG * (low // STEP_DEG + 1)
    return [low, *range(first, high, STEP_DEG), high]


def _table(muscle: Muscle, name: str, found: Explored) -> Table:
    times = 100 if name == LENGTH else 1000
    values = np.rint(times * found.measure(name)).astype(int).T.tolist()
    names = (part_words(part) for part in parts(muscle))
    rows = tuple((one, tuple(row)) for one, row in zip(names, values, strict=True))
    return Table(title(name), _explained(name), rows)


def _explained(name: str) -> str:
    if name == LENGTH:
        return _("% of the way from the shortest to the longest")
    return _("lever in mm; above zero it {plus}, below zero it {minus}").format(
        plus=PULLS[name].plus, minus=PULLS[name].minus
    )
