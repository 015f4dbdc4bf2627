"""The plan as it stands, as the report has it: this week's exercises, and what is left out."""

from collections.abc import Iterator
from typing import Any

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coxa.coaching.report.report import Planned, Report
from coxa.coaching.week import WeekView
from coxa.coaching.words import dose_words
from coxa.exercises.library import exercises
from coxa.language import capital
from coxa.programmes.library import programmes
from coxa.training.phases import BLOCK_WEEKS, phases

MOST_EXERCISES = 20
MOST_REASONS = 4  # for leaving something out
MOST_NAMED = 4  # exercises a reason


def plan_of(report: Report) -> dict[str, Any]:
    more = len(report.planned) - MOST_EXERCISES
    return {
        "heading": _("The plan as it stands"),
        "says": _says(report.plan),
        "head": [_("Exercise"), _("Dose"), _("Days")],
        "rows": [_row(one) for one in report.planned[:MOST_EXERCISES]],
        "more": ngettext("And {n} more.", "And {n} more.", more).format(n=more) if more > 0 else "",
        "left_out": list(_left_out(report.plan)),
    }


def _says(plan: WeekView | None) -> str:
    if plan is None:
        return _("There is no plan yet.")
    if plan.status in ("refer", "refer_urgent"):
        return _("No exercises are planned: the safety answers ask for a professional first.")
    programme = programmes().get(plan.programme_id or "")
    if programme is not None:
        return _("Follows the programme “{name}”.").format(name=programme.name)
    phase = phases().get(plan.phase)
    week = (
        _("Week {week} of {of}.").format(week=plan.block_week, of=BLOCK_WEEKS)
        if plan.block_week <= BLOCK_WEEKS
        else _("Week {week}.").format(week=plan.block_week)
    )
    told = _("{week} Phase: {name}.")
    return told.format(week=week, name=phase.name) if phase else week


def _row(one: Planned) -> list[str]:
    exercise = exercises()[one.item.exercise_id]
    days = " ".join(str(WEEKDAYS_ABBR[day - 1]) for day in one.days)
    return [exercise.name, capital(dose_words(one.item, exercise)), days]


def _left_out(plan: WeekView | None) -> Iterator[str]:
    by_reason: dict[str, list[str]] = {}
    for one in plan.left_out if plan else ():
        if one.exercise_id in exercises():
            by_reason.setdefault(one.reason, []).append(exercises()[one.exercise_id].name)
    for reason, names in list(by_reason.items())[:MOST_REASONS]:
        named = ", ".join(names[:MOST_NAMED])
        more = len(names) - MOST_NAMED
        if more > 0:
            named = _("{names} and {n} more").format(names=named, n=more)
        yield _("Left out: {names}. Why: {reason}").format(names=named, reason=capital(reason))
    rest = len(by_reason) - MOST_REASONS
    if rest > 0:
        yield ngettext(
            "{n} more reason leaves others out.", "{n} more reasons leave others out.", rest
        ).format(n=rest)
