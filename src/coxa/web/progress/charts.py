"""A chart as the page draws it: from a table, which stands beside it and says the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from coxa.coaching.progress.judging import Band
from coxa.language import number

Draw = Literal["line", "bars", "none"]  # none: in the table only
Tone = Literal["1", "2", "3", "4"]  # teal, amber, ink, violet for lines; teal, pale, amber for bars
TONES: tuple[Tone, ...] = ("1", "2", "3", "4")
LEAST_ROWS = 2  # below that there is nothing to draw


@dataclass(frozen=True)
class Column:
    """`band`: what lies in it may differ from this column's first value by chance."""

    name: str
    draw: Draw = "line"
    band: Band | None = None
    tone: Tone = "1"

    @property
    def drawn_band(self) -> str:
        return f"{self.band.low:g} {self.band.high:g}" if self.band else ""


@dataclass(frozen=True)
class Cell:
    """A value, and how a person reads it."""

    value: float | None
    words: str = ""

    @property
    def drawn(self) -> str:
        """For the script: the same in every language."""
        return "" if self.value is None else f"{self.value:g}"


@dataclass(frozen=True)
class Row:
    day: date
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Chart:
    """`says`: the summary, one sentence each. `low`, `high`: the ends of the scale, None where the
    values decide. `marks`: level lines. `band_says`: what a band means, "" where there is none."""

    name: str  # in the address of its parts: letters and hyphens
    title: str
    says: tuple[str, ...]
    time: str  # what the first column is: "Day", "Week from"
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    low: float | None = None
    high: float | None = None
    stacked: bool = False
    marks: tuple[float, ...] = ()
    mark_name: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def drawn(self) -> bool:
        return len(self.rows) >= LEAST_ROWS

    @property
    def legend(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.draw != "none")

    @property
    def has_bands(self) -> bool:
        return any(column.band for column in self.legend)

    @property
    def drawn_marks(self) -> str:
        return " ".join(f"{one:g}" for one in self.marks)

    @property
    def ends(self) -> tuple[str, str]:
        """Of the scale, for the script."""
        low, high = ("" if end is None else f"{end:g}" for end in (self.low, self.high))
        return low, high


def cell(value: float | None) -> Cell:
    return Cell(value, "" if value is None else number(round(value, 1)))


def rows_of(days: Iterable[date], *columns: "dict[date, float]") -> tuple[Row, ...]:
    """A row for each day, with what each column has for it."""
    return tuple(Row(day, tuple(cell(column.get(day)) for column in columns)) for day in days)


def room(values: Sequence[float], share: float = 0.15) -> tuple[float, float]:
    """The ends of a scale with some room above and below the values."""
    low, high = min(values), max(values)
    more = (high - low or abs(high) or 1) * share
    return low - more, high + more
