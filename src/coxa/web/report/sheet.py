"""The report as words and numbers, ready to be set: the page and the PDF are made of the same.

Everything is text, lists or numbers, so that it can be given to the typesetter as JSON.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coxa.coaching.progress.judging import Judgement, Verdict
from coxa.coaching.progress.words import verdict_words
from coxa.coaching.report.report import Adherence, Report
from coxa.language import capital, current, number
from coxa.training.person import Person, split_weeks
from coxa.web.about.words import GOALS, LEVELS, REASONS, SEXES, SITES
from coxa.web.report.chart import chart_of
from coxa.web.report.plan import plan_of
from coxa.web.report.tables import check_table, pain_table
from coxa.web.safety.questions import condition_words
from coxa.web.today.forms import CHANGE

MOST_QUESTIONS = 12
MOST_NOTE = 160  # characters: what a note says first

Sheet = dict[str, Any]


def sheet_of(report: Report) -> Sheet:
    title = _("Twelve-week hip report") if report.is_whole else _("Hip report so far")
    return {
        "lang": current(),
        "title": title,
        "description": _("What was trained, how it went, and questions for a clinician."),
        "name": report.name,
        "period": _period(report),
        "made": _("Made on {day}").format(day=_long(report.today)),
        "foot": _(
            "Made by Coxa from what {name} told it. Coxa is a coach for exercise at home; "
            "it examines nobody and names no illness."
        ).format(name=report.name),
        "page": _("Page {n} of 2"),
        "about": list(_about(report)),
        "short": {"heading": _("In short"), "lines": list(_short(report))},
        "training": _training(report.adherence),
        "pain": _pain(report),
        "checks": _checks(report),
        "plan": plan_of(report),
        "questions": _questions(report),
        "notes": _notes(report),
    }


def _long(day: date) -> str:
    return date_format(day, "j F Y")


def _period(report: Report) -> str:
    if report.since is None:
        return _("Nothing told yet")
    if report.since == report.today:
        return _long(report.today)
    return _("{first} to {last}").format(first=_long(report.since), last=_long(report.today))


def _about(report: Report) -> Iterator[tuple[str, str]]:
    person = report.person
    if person is None:
        yield _("About"), _("“About me” is not answered yet.")
        return
    yield _("Age"), _age(person)
    yield _("Goal"), str(dict(GOALS)[person.goal])
    yield _("Reason"), str(dict(REASONS)[person.reason or ""])
    yield _("Training so far"), str(dict(LEVELS)[person.level])
    yield _("Where it hurts"), _sites(report)
    yield _("Conditions"), _conditions(person)
    yield _("Wants to train"), _wants(person)
    if isinstance(person.sports, str) and person.sports:
        yield _("Sports"), person.sports


def _age(person: Person) -> str:
    years = ngettext("{n} year", "{n} years", person.age).format(n=person.age)
    words = dict(SEXES)
    return f"{years}, {str(words[person.sex]).lower()}" if person.sex else years


def _sites(report: Report) -> str:
    sore = [
        _("{place} {pain} of 10").format(place=SITES[site], pain=number(pain))
        for site, pain in report.sites.items()
        if pain > 0
    ]
    return "; ".join(sore) or _("Nowhere, by the last answer")


def _conditions(person: Person) -> str:
    return "; ".join(condition_words(split_weeks(word)[0]) for word in person.conditions) or _(
        "None told"
    )


def _wants(person: Person) -> str:
    days = ngettext("{n} day a week", "{n} days a week", person.days_per_week)
    return _("{minutes} minutes on {days}").format(
        minutes=person.minutes_per_session, days=days.format(n=person.days_per_week)
    )


def _short(report: Report) -> Iterator[str]:
    if report.plan and report.plan.status in ("refer", "refer_urgent"):
        yield _("Training is paused: the safety answers ask for a professional first.")
    if report.pain.judged:
        usual = report.pain.basis == "usual"
        yield _judged(_("Usual pain") if usual else _("Pain after sessions"), report.pain.judged)
    if report.ratings.mean:
        yield _judged(_("Activities, their mean"), report.ratings.mean)
    if report.ratings.overall:
        words = dict(CHANGE)[str(round(report.ratings.overall[-1].value))]
        yield _("Overall, compared with the start: {words}.").format(words=str(words).lower())
    if report.adherence.days:
        yield _trained(report.adherence)
    if report.checks:
        yield _counted(report)


def _judged(name: str, judged: Judgement) -> str:
    if judged.verdict is Verdict.FIRST:
        return _("{name}: {last} of 10.").format(name=name, last=_n(judged.last))
    return _("{name}: {first} of 10 at first, {last} now: {verdict}.").format(
        name=name,
        first=_n(judged.first),
        last=_n(judged.last),
        verdict=verdict_words(judged.verdict),
    )


def _n(value: object) -> str:
    return number(round(float(value), 1))  # type: ignore[arg-type]


def _trained(done: Adherence) -> str:
    said = ngettext("Trained on {n} day.", "Trained on {n} days.", done.days).format(n=done.days)
    if done.share is None:
        return said
    share = round(100 * done.share)
    return said + " " + _("Of the days planned, {share} % were used.").format(share=share)


def _counted(report: Report) -> str:
    verdicts = [side.since_first.verdict for check in report.checks for side in check.sides]
    again = [one for one in verdicts if one is not Verdict.FIRST]
    if not again:
        return ngettext(
            "{n} check done once: a starting point.",
            "{n} checks done once: a starting point.",
            len(report.checks),
        ).format(n=len(report.checks))
    counts = {one: again.count(one) for one in (Verdict.BETTER, Verdict.WORSE)}
    return ngettext(
        "Of {n} reading of checks taken again, {better} is really better and {worse} worse.",
        "Of {n} readings of checks taken again, {better} are really better and {worse} worse.",
        len(again),
    ).format(n=len(again), better=counts[Verdict.BETTER], worse=counts[Verdict.WORSE])


def _training(done: Adherence) -> Sheet:
    if not done.weeks:
        says = _("No session yet.")
    else:
        sessions = ngettext("{n} session", "{n} sessions", done.sessions).format(n=done.sessions)
        minutes = ngettext("{n} minute", "{n} minutes", round(done.minutes))
        weeks = ngettext("the last {n} week", "the last {n} weeks", len(done.weeks))
        says = _("{sessions} and {minutes} in {weeks}.").format(
            sessions=sessions,
            minutes=minutes.format(n=round(done.minutes)),
            weeks=weeks.format(n=len(done.weeks)),
        )
    return {
        "heading": _("Training"),
        "says": says,
        "head": [_("Week of"), _("Days"), _("Minutes")],
        "legend": _(
            "A filled square is a day trained, an empty one a day planned and not used. "
            "The last week may not be over."
        ),
        "weeks": [
            {
                "number": date_format(week.monday, "j M"),
                "days": week.days,
                "asked": week.asked or 0,
                "squares": [n < week.days for n in range(max(week.days, week.asked or 0))],
                "words": _("{days} of {asked}").format(days=week.days, asked=week.asked)
                if week.asked
                else str(week.days),
                "minutes": str(round(week.minutes)),
            }
            for week in done.weeks
        ],
    }


def _pain(report: Report) -> Sheet:
    head, rows = pain_table(report)
    return {
        "heading": _("Pain and activities"),
        "chart": chart_of(report),
        "legend": _(
            "Solid line, filled dots: usual pain. Dashed line, open dots: mean of each week after "
            "sessions. Grey: a change within it may be chance."
        ),
        "head": head,
        "rows": rows,
        "none": _("Pain and activities were not rated yet."),
    }


def _checks(report: Report) -> Sheet:
    head, rows = check_table(report.checks)
    return {
        "heading": _("Checks"),
        "head": head,
        "rows": rows,
        "note": _(
            "Self-checks at home: the first and the newest reading. Aim: the mark that Coxa acts "
            "on at this age. Error: a change up to this may be chance."
        ),
        "none": _("No check was done yet."),
    }


def _questions(report: Report) -> Sheet:
    lines = [one.text for one in report.questions]
    more = len(lines) - MOST_QUESTIONS
    if more > 0:
        lines = lines[:MOST_QUESTIONS]
        lines.append(
            ngettext("And {n} more, in Coxa.", "And {n} more, in Coxa.", more).format(n=more)
        )
    return {
        "heading": _("Questions for the clinician"),
        "lines": lines,
        "none": _("Nothing stands out, and no question was written down."),
    }


def _notes(report: Report) -> Sheet:
    return {
        "heading": _("Written after sessions"),
        "room": _("For notes"),
        "lines": [
            f"{date_format(note.day, 'j F')}: {capital(_clipped(note.text))}"
            for note in report.notes
        ],
    }


def _clipped(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= MOST_NOTE else words[: MOST_NOTE - 1].rstrip() + "…"
