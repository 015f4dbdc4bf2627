"""One check over time as a chart: left and right, the marks, the error round the first value."""

from datetime import date

from django.utils.translation import gettext as _

from coxa.coaching.progress.over_time import CheckOverTime, CheckSide
from coxa.coaching.progress.summaries import check_says
from coxa.coaching.progress.words import mark_words, reading_words, side_words
from coxa.web.progress.charts import TONES, Cell, Chart, Column, Row, room

WORDS = ("yes_no", "choice")  # drawn as no line: a yes is not higher than a no


def check_chart(one: CheckOverTime) -> Chart:
    measure = one.check.measure
    drawn = measure.kind not in WORDS
    low, high = _ends(one) if drawn else (None, None)
    return Chart(
        name="check",
        title=_("Over time"),
        says=check_says(one),
        time=_("Day"),
        columns=tuple(
            Column(
                side_words(side.side) or _("Reading"),
                draw="line" if drawn else "none",
                band=side.band if drawn else None,
                tone=TONES[n],
            )
            for n, side in enumerate(one.sides)
        ),
        rows=_rows(one),
        low=low,
        high=high,
        marks=tuple(mark.value for mark in one.marks[:1]),  # the one that a finding begins at
        mark_name=_("your mark"),
        notes=tuple(_notes(one)),
    )


def _rows(one: CheckOverTime) -> tuple[Row, ...]:
    cells = [_cells(one, side) for side in one.sides]
    days = sorted({day for column in cells for day in column})
    return tuple(Row(day, tuple(column.get(day, Cell(None)) for column in cells)) for day in days)


def _cells(one: CheckOverTime, side: CheckSide) -> dict[date, Cell]:
    """The last reading of each day."""
    measure = one.check.measure
    return {
        read.day: Cell(
            None if isinstance(read.reading, str) else float(read.reading),
            reading_words(measure, read.reading),
        )
        for read in side.reads
    }


def _ends(one: CheckOverTime) -> tuple[float, float]:
    values = [point.value for side in one.sides for point in side.points]
    values += [mark.value for mark in one.marks]
    for side in one.sides:
        if side.band is not None:
            values += [side.band.low, side.band.high]
    return room(values, share=0.08)


def _notes(one: CheckOverTime) -> list[str]:
    measure, notes = one.check.measure, []
    if one.marks:
        mark, *clear = (mark_words(measure, mark) for mark in one.marks)
        notes.append(_("The mark for you: {mark}.").format(mark=mark))
        notes += [_("Clearly short of it is what is not {mark}.").format(mark=m) for m in clear]
    elif measure.kind in ("number", "grade"):
        notes.append(_("No mark is known for someone like you: your own change counts."))
    if any(side.band for side in one.sides):
        notes.append(_("The shaded band round a first reading is what may be chance."))
    if measure.error_note:
        notes.append(measure.error_note)
    sources = {side.since_first.source for side in one.sides} - {measure.error_note}
    return [*notes, *sorted(sources)]
