"""What sessions were like, week by week, as charts: minutes, days, effort, and how hips felt."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coxa.coaching.progress.effort import LEFT, EffortWeek
from coxa.coaching.progress.feels import FEELS, Feels, FeelsProgress
from coxa.coaching.progress.minutes import TrainedWeek
from coxa.coaching.progress.summaries import effort_says, feels_say, minutes_say
from coxa.language import number
from coxa.training.log import Effort
from coxa.web.progress.charts import Cell, Chart, Column, Row

DAYS_A_WEEK = 7.0


def minutes_chart(weeks: Sequence[TrainedWeek]) -> Chart:
    return Chart(
        name="minutes",
        title=_("Minutes a week"),
        says=(minutes_say(weeks),),
        time=_("Week from"),
        columns=(Column(_("Minutes"), "bars"), Column(_("Sessions"), "none")),
        rows=tuple(
            Row(week.monday, (_rounded(week.minutes), _count(week.sessions))) for week in weeks
        ),
        low=0,
        notes=(_("Minutes are those of sessions that you finished."),),
    )


def days_chart(weeks: Sequence[TrainedWeek]) -> Chart:
    full = sum(week.full for week in weeks)
    done = ngettext(
        "In {n} week you trained on all the days you had planned.",
        "In {n} weeks you trained on all the days you had planned.",
        full,
    ).format(n=full)
    kind = _("A week with fewer days is no loss: strength lasts for weeks without training.")
    return Chart(
        name="days",
        title=_("Days a week"),
        says=(done, kind) if full else (kind,),
        time=_("Week from"),
        columns=(Column(_("Days trained"), "bars"), Column(_("Days planned"), tone="2")),
        rows=tuple(
            Row(
                week.monday,
                (_count(week.days), Cell(None) if week.asked is None else _count(week.asked)),
            )
            for week in weeks
        ),
        low=0,
        high=DAYS_A_WEEK,
    )


def effort_chart(weeks: Sequence[EffortWeek]) -> Chart:
    looks: dict[Effort, Column] = {
        "0-1": Column(_("0 or 1 left: to the limit"), "bars", tone="3"),
        "2-3": Column(_("2 or 3 left: as aimed at"), "bars", tone="1"),
        "4+": Column(_("4 or more left: easy"), "bars", tone="2"),
    }
    return Chart(
        name="effort",
        title=_("How many more you could have done"),
        says=(effort_says(weeks),),
        time=_("Week from"),
        columns=tuple(looks[left] for left in LEFT),
        rows=tuple(
            Row(week.monday, tuple(_count(week.counts[left]) for left in LEFT)) for week in weeks
        ),
        low=0,
        stacked=True,
        notes=(
            _("People guess this to within about three repetitions, so it is a rough guide."),
            _("In the first two weeks more is left on purpose: you learn the exercises."),
        ),
    )


def feels_chart(found: FeelsProgress) -> Chart:
    looks: dict[Feels, Column] = {
        "looser": Column(_("Looser"), "bars", tone="1"),
        "same": Column(_("The same"), "bars", tone="2"),
        "stiffer": Column(_("Stiffer"), "bars", tone="3"),
    }
    return Chart(
        name="feels",
        title=_("How your hips felt after sessions"),
        says=(feels_say(found),),
        time=_("Week from"),
        columns=tuple(looks[feels] for feels in FEELS),
        rows=tuple(
            Row(week.monday, tuple(_count(week.counts[feels]) for feels in FEELS))
            for week in found.weeks
        ),
        low=0,
        stacked=True,
    )


def _count(value: int) -> Cell:
    return Cell(value, str(value))


def _rounded(value: float) -> Cell:
    return Cell(round(value), number(round(value)))
