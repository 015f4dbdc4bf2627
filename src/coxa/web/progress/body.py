"""Strength and stretching by muscle: painted on the body, and as a table with bars."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.coaching.progress.summaries import muscle_words, muscles_say, side_name, volume_words
from coxa.coaching.progress.volume import MuscleVolume, Volume
from coxa.coaching.week_muscles import Aim, Aims, aims_of
from coxa.exercises.vocabulary import Kind
from coxa.language import capital, number
from coxa.mechanics.uses import Band
from coxa.training.person import Person
from coxa.training.phases import phase_of
from coxa.training.planner.weights import weights
from coxa.web.muscles.bands import Kind as Painted
from coxa.web.muscles.bands import bands_of
from coxa.web.muscles.painting import FIBRES, pictures
from coxa.web.muscles.templatetags.muscle_map import SWATCHES
from coxa.web.progress.charts import TONES, Cell, Chart, Column, Row
from coxa.web.templatetags.shell import asset

HALF = 0.5
ALONG = 50  # of 100: where the bar has its aim
MOST_LINES = len(TONES)
PAINTED = {Kind.STRENGTH: Painted.LOAD, Kind.STRETCH: Painted.STRETCH}


@dataclass(frozen=True)
class Asked:
    """A muscle's share of the aim, as a band of the muscle map."""

    muscle: Muscle
    side: Side
    load_band: Band
    stretch_band: Band


class Legend(str):
    """A band's name in the drawing, with words of its own: here it stands for a share of an aim."""

    words: str

    def __new__(cls, band: Band, words: str) -> "Legend":
        made = super().__new__(cls, band)
        made.words = words
        return made


@dataclass(frozen=True)
class Gauge:
    name: str
    side: str
    lately: str
    at_first: str
    along: float  # 0 to 100
    reached: bool

    @property
    def drawn(self) -> str:
        """`along` as SVG writes it, in every language."""
        return f"{self.along:g}"


@dataclass(frozen=True)
class MusclePart:
    """Strength or stretching. `map` is what the muscle map's template reads."""

    kind: Kind
    title: str
    says: str
    aim: str
    map: dict[str, Any]
    gauges: tuple[Gauge, ...]
    chart: Chart


def parts_of(volume: Volume, person: Person | None) -> list[MusclePart]:
    aims = _aims(person)
    return [
        _part(volume, kind, aims.of[kind], aims)
        for kind in (Kind.STRENGTH, Kind.STRETCH)
        if any(one.total for one in volume.of(kind))
    ]


def _aims(person: Person | None) -> Aims:
    if person is not None:
        return aims_of(person, phase_of(person, 1))
    enough = weights().enough
    return Aims(
        of={
            Kind.STRENGTH: Aim(enough=enough.sets, most=weights().caps["novice"]),
            Kind.STRETCH: Aim(enough=enough.stretch_s, most=enough.most_stretch_s),
        },
        asked={Kind.STRENGTH: frozenset(), Kind.STRETCH: frozenset()},
    )


def _part(volume: Volume, kind: Kind, aim: Aim, aims: Aims) -> MusclePart:
    rows = volume.of(kind)
    titles = {Kind.STRENGTH: _("Strength by muscle"), Kind.STRETCH: _("Stretching by muscle")}
    return MusclePart(
        kind=kind,
        title=titles[kind],
        says=muscles_say(volume, kind),
        aim=volume_words(kind, aim.enough),
        map=_map(rows, kind, aim, titles[kind], muscles_say(volume, kind)),
        gauges=tuple(_gauges(rows, aim)),
        chart=_chart(volume, kind, aim, aims),
    )


def band_of(amount: float, aim: Aim) -> Band:
    """Nothing, less than half the aim, half or more, reached, or more than is known to help."""
    if amount <= 0:
        return Band.NONE
    if amount > aim.most:
        return Band.VERY_HIGH
    if amount >= aim.enough:
        return Band.HIGH
    return Band.MODERATE if amount >= HALF * aim.enough else Band.LOW


def _map(
    rows: Iterable[MuscleVolume], kind: Kind, aim: Aim, title: str, says: str
) -> dict[str, Any]:
    bands = [(one, band_of(one.lately, aim)) for one in rows]
    asked = [Asked(one.muscle, one.side, band, band) for one, band in bands]
    painted = pictures(bands_of(asked, PAINTED[kind]))
    return {
        "kind": PAINTED[kind],
        "title": title,
        "said": says,
        "pictures": painted,
        "has_deep": any(one.shows_deep for one in painted),
        "drawing": asset("muscles.svg"),
        "legend": [
            (Legend(band, words), SWATCHES[FIBRES.get(band, "")])
            for band, words in _legend().items()
        ],
    }


def _legend() -> dict[Band, str]:
    return {
        Band.NONE: _("nothing"),
        Band.LOW: _("less than half of the aim"),
        Band.MODERATE: _("half of it or more"),
        Band.HIGH: _("the aim or more"),
        Band.VERY_HIGH: _("more than is known to help"),
    }


def _gauges(rows: Sequence[MuscleVolume], aim: Aim) -> Iterable[Gauge]:
    """One row for both sides where they are alike, else one for each."""
    for left, right in zip(rows[::2], rows[1::2], strict=True):
        alike = (left.lately, left.at_first) == (right.lately, right.at_first)
        for one in (left,) if alike else (left, right):
            if one.lately or one.at_first:
                yield Gauge(
                    name=capital(muscle_words(one)),
                    side=_("both sides") if alike else side_name(one.side),
                    lately=volume_words(one.kind, one.lately),
                    at_first=volume_words(one.kind, one.at_first),
                    along=round(min(100.0, ALONG * one.lately / aim.enough), 1),
                    reached=one.lately >= aim.enough,
                )


def _chart(volume: Volume, kind: Kind, aim: Aim, aims: Aims) -> Chart:
    """The muscles that the plan asks for, the side with less of it; those with most, else."""
    both = list(zip(volume.of(kind)[::2], volume.of(kind)[1::2], strict=True))
    wanted = [pair for pair in both if pair[0].muscle in aims.asked[kind]]
    shown = (wanted or sorted(both, key=lambda pair: -pair[0].total))[:MOST_LINES]
    scale = 1.0 if kind is Kind.STRENGTH else 60.0
    titles = {Kind.STRENGTH: _("Sets a week"), Kind.STRETCH: _("Minutes of stretching a week")}
    return Chart(
        name=f"muscles-{kind.value}",
        title=titles[kind],
        says=(
            _("Of the side that got less. The line across is the aim."),
            _("The last week is not over yet."),
        ),
        time=_("Week from"),
        columns=tuple(
            Column(capital(muscle_words(left)), tone=tone)
            for (left, _right), tone in zip(shown, TONES, strict=False)
        ),
        rows=tuple(
            Row(monday, tuple(_cell(min(a.weeks[n], b.weeks[n]) / scale) for a, b in shown))
            for n, monday in enumerate(volume.mondays)
        ),
        low=0,
        marks=(aim.enough / scale,),
        mark_name=_("the aim"),
    )


def _cell(value: float) -> Cell:
    return Cell(value, number(round(value, 1)))
