"""What the explorer shows of a muscle group in a pose: lengths, pulls, and curves of both."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.ranges import Breach, dependences
from coxa.language import gettext
from coxa.mechanics.exploring import (
    Ends,
    Explored,
    crossed,
    crossing,
    ends_of,
    explored,
    in_pose,
    out_of_reach,
    parts,
    swept,
)
from coxa.mechanics.model import AT
from coxa.web.anatomy.asked import Asked, ends
from coxa.web.anatomy.charts import SHARES, Along, Chart, Scale, arm_scale, chart
from coxa.web.anatomy.strokes import stroke
from coxa.web.anatomy.words import LENGTH, LITTLE_MM, PULLS, WAYS, Ways, part_words, title

POINTS = 45  # of a curve: closer together than the eye sees


@dataclass(frozen=True)
class Slider:
    name: str
    low: int
    high: int
    value: int
    ways: Ways

    @property
    def words(self) -> str:
        return self.ways.angle(self.value)


@dataclass(frozen=True)
class Cell:
    """One moment arm: how many millimetres, and what the pull does; `crosses` is False where the
    part has nothing to do with that joint."""

    title: str
    crosses: bool
    millimetres: int
    words: str

    @property
    def is_little(self) -> bool:
        return self.millimetres < LITTLE_MM


@dataclass(frozen=True)
class Row:
    """One part of the group; `stroke` is how it is drawn."""

    name: str
    stroke: str
    percent: int
    millimetres: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Drawn:
    """A chart with its words; `numbers` say which rows its curves are of, from 1."""

    title: str
    unit: str
    up: str
    down: str
    chart: Chart
    numbers: tuple[int, ...]
    strokes: tuple[str, ...]

    @property
    def curves(self) -> list[tuple[int, str, object]]:
        return list(zip(self.numbers, self.strokes, self.chart.curves, strict=True))


@dataclass(frozen=True)
class Beyond:
    """What is out of reach, and why."""

    words: str
    why: str


@dataclass(frozen=True)
class Reading:
    """Everything that changes when a joint is moved. `short` is what all parts do together, as
    pairs of a measure and words; `now` the angle of what is moved."""

    rows: tuple[Row, ...]
    titles: tuple[str, ...]
    charts: tuple[Drawn, ...]
    beyond: tuple[Beyond, ...]
    short: tuple[tuple[str, str], ...]
    now: str
    along: str
    first: str
    last: str

    @property
    def said(self) -> str:
        """The same in sentences, for who hears the page."""
        told = (f"{what}: {words}." for what, words in ((self.along, self.now), *self.short))
        return " ".join(told)

    @property
    def is_shaded(self) -> bool:
        return any(drawn.chart.shades for drawn in self.charts)


def sliders(asked: Asked) -> tuple[Slider, ...]:
    return tuple(Slider(name, *ends(name), v, WAYS[name]) for name, v in asked.pose.items())


def reading(muscle: Muscle, asked: Asked) -> Reading:
    now = explored(muscle, in_pose(asked.pose))
    low, high = ends(asked.along)
    ways = WAYS[asked.along]
    return Reading(
        rows=tuple(_row(muscle, i, now) for i in range(len(parts(muscle)))),
        titles=tuple(title(name) for name in crossed(muscle)),
        charts=_charts(muscle, asked, now),
        beyond=tuple(_beyond(name, one) for name, one in out_of_reach(asked.pose).items()),
        short=_short(muscle, now),
        now=ways.angle(asked.pose[asked.along]),
        along=ways.move,
        first=ways.angle(low),
        last=ways.angle(high),
    )


def _row(muscle: Muscle, i: int, now: Explored) -> Row:
    part = parts(muscle)[i]
    return Row(
        name=part_words(part),
        stroke=stroke(part.name),
        percent=round(100 * float(now.shares[0, i])),
        millimetres=round(1000 * float(now.lengths[0, i])),
        cells=tuple(_cell(muscle, i, name, now) for name in crossed(muscle)),
    )


def _cell(muscle: Muscle, i: int, name: str, now: Explored) -> Cell:
    millimetres = round(1000 * float(now.measure(name)[0, i]))
    crosses = bool(crossing(muscle)[i, AT[name]])
    return Cell(title(name), crosses, abs(millimetres), PULLS[name].words(millimetres))


def _charts(muscle: Muscle, asked: Asked, now: Explored) -> tuple[Drawn, ...]:
    low, high = ends(asked.along)
    angles = np.linspace(low, high, POINTS)
    reached = [not out_of_reach({**asked.pose, asked.along: angle}) for angle in angles.tolist()]
    along = Along(angles, np.array(reached), asked.pose[asked.along])
    on_the_way = explored(muscle, swept(asked.pose, asked.along, angles))

    def drawn(name: str) -> Drawn:
        own = _drawn_of(muscle, name)
        scale, times = _scale(name, ends_of(muscle))
        values, here = on_the_way.measure(name)[:, own], now.measure(name)[0, own]
        up, down = _way_words(name)
        return Drawn(
            title=title(name),
            unit=scale.unit,
            up=up,
            down=down,
            chart=chart(times * values, times * here, along, scale),
            numbers=tuple(i + 1 for i in own),
            strokes=tuple(stroke(parts(muscle)[i].name) for i in own),
        )

    return tuple(drawn(name) for name in (LENGTH, *crossed(muscle)))


def _drawn_of(muscle: Muscle, name: str) -> list[int]:
    """The lines that a measure is drawn of: all have a length, some cross a joint."""
    everyone = range(len(parts(muscle)))
    return [i for i in everyone if name == LENGTH or crossing(muscle)[i, AT[name]]]


def _scale(name: str, of: Ends) -> tuple[Scale, float]:
    """A measure's scale and what its values are to be multiplied by. It is the same in all poses,
    so that a curve that gets lower means a muscle that pulls less well."""
    if name == LENGTH:
        return SHARES, 100.0
    return arm_scale(1000 * of.lowest[AT[name]], 1000 * of.highest[AT[name]]), 1000.0


def _way_words(name: str) -> tuple[str, str]:
    if name == LENGTH:
        return _("longer"), _("shorter")
    return PULLS[name].plus, PULLS[name].minus


def _short(muscle: Muscle, now: Explored) -> tuple[tuple[str, str], ...]:
    percents = sorted(round(100 * share) for share in now.shares[0].tolist())
    several = percents[0] != percents[-1]
    length = (
        _("{low} to {high}").format(low=percents[0], high=percents[-1])
        if several
        else f"{percents[0]}"
    )
    found = [(title(LENGTH), _("{length} % of the range").format(length=length))]
    for name in crossed(muscle):
        arms = now.measure(name)[0, _drawn_of(muscle, name)]
        words = [PULLS[name].words(1000 * arm) for arm in arms.tolist()]
        found.append((title(name), _counted(words)))
    return tuple(found)


def _counted(words: Sequence[str]) -> str:
    """ "turns in (4 of 6), turns out (2 of 6)": most first."""
    counts = {one: words.count(one) for one in dict.fromkeys(words)}
    if len(counts) == 1:
        return (
            words[0]
            if len(words) == 1
            else _("{words} (all {n})").format(words=words[0], n=len(words))
        )
    ordered = sorted(counts, key=lambda one: -counts[one])
    return ", ".join(
        _("{words} ({n} of {all})").format(words=one, n=counts[one], all=len(words))
        for one in ordered
    )


def _beyond(name: str, breach: Breach) -> Beyond:
    ways = WAYS[name]
    high = breach.value > breach.high
    end = ways.angle(breach.high if high else breach.low)
    reasons = [
        gettext(row.why)
        for row in dependences()
        if row.coordinate == name and row.end == ("high" if high else "low")
    ]
    words = _("{move}: in this position most people get to about {end}.").format(
        move=ways.move, end=end
    )
    return Beyond(words, "".join(reasons[:1]))
