"""Pain and what a person rates, as charts."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import cycle

from django.utils.translation import gettext as _

from coxa.coaching.blocks import monday_of
from coxa.coaching.progress.judging import Point
from coxa.coaching.progress.pain import LEAST, MOST, PainProgress
from coxa.coaching.progress.ratings import Ratings
from coxa.coaching.progress.summaries import pain_says, ratings_say
from coxa.language import number
from coxa.web.progress.charts import TONES, Chart, Column, rows_of

BY_DAY = timedelta(days=28)  # a younger diary is shown day by day, an older one by its weeks


def pain_chart(found: PainProgress) -> Chart:
    """The usual pain with its band, and what it was after sessions."""
    days = [one.day for one in (*found.usual, *found.after)]
    by_week = bool(days) and max(days) - min(days) >= BY_DAY
    usual = _latest(found.usual, by_week)
    after = _latest(found.weeks, False) if by_week else _latest(found.after, False)
    after_band = found.band if found.basis == "after" else None
    return Chart(
        name="pain",
        title=_("Pain, from 0 to 10"),
        says=(pain_says(found),),
        time=_("Week from") if by_week else _("Day"),
        columns=(
            Column(_("Usual pain"), band=found.band if found.basis == "usual" else None),
            Column(
                _("After sessions, mean of the week") if by_week else _("After the session"),
                band=after_band,
                tone="2",
            ),
        ),
        rows=rows_of(sorted({*usual, *after}), usual, after),
        low=LEAST,
        high=MOST,
        notes=tuple(_band_note(found)),
    )


def _band_note(found: PainProgress) -> list[str]:
    if found.band is None or found.judged is None:
        return []
    said = _("The shaded band goes from {low} to {high}: what lies in it may be chance.").format(
        low=number(round(found.band.low, 1)), high=number(round(found.band.high, 1))
    )
    return [said, found.judged.source]


def activities_chart(found: Ratings) -> Chart | None:
    if not found.activities:
        return None
    columns = [_latest(one.points, False) for one in found.activities]
    return Chart(
        name="activities",
        title=_("Your activities, from 0 (cannot do it) to 10 (as well as ever)"),
        says=(ratings_say(found),),
        time=_("Day"),
        columns=tuple(
            Column(one.name, tone=tone)
            for one, tone in zip(found.activities, cycle(TONES), strict=False)
        ),
        rows=rows_of(sorted({day for column in columns for day in column}), *columns),
        low=LEAST,
        high=MOST,
        notes=(found.mean.source,) if found.mean else (),
    )


def stiffness_chart(found: Ratings) -> Chart | None:
    if not found.stiffness:
        return None
    said = _latest(found.stiffness, False)
    return Chart(
        name="stiffness",
        title=_("Stiffness, from 0 to 10"),
        says=(
            _(
                "It was {first} of 10 at first and is {last} now. We know no figure for how much "
                "of a change matters here, so it is not judged."
            ).format(
                first=number(found.stiffness[0].value), last=number(found.stiffness[-1].value)
            ),
        ),
        time=_("Day"),
        columns=(Column(_("Stiffness")),),
        rows=rows_of(sorted(said), said),
        low=LEAST,
        high=MOST,
    )


def _latest(points: Sequence[Point], by_week: bool) -> dict[date, float]:
    """The last value of each day, or of each Monday week."""
    return {monday_of(one.day) if by_week else one.day: one.value for one in points}
