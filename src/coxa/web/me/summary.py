"""The answers of "about me" and of the safety page, each in one line."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from coxa.exercises.vocabulary import Equipment
from coxa.language import number
from coxa.training.log import AboutAnswered, SafetyAnswered
from coxa.web.about.steps import STEPS
from coxa.web.about.words import GOALS, LEVELS, SITES
from coxa.web.pictures import EQUIPMENT_WORDS
from coxa.web.safety.questions import as_chosen, condition_words

NOT_SAID = lazy("Not said")


def about_rows(about: AboutAnswered) -> list[tuple[str, str, str]]:
    """Where a step is, its title, and its answers in a line."""
    lines = {
        "time": _time(about),
        "things": _listed(EQUIPMENT_WORDS[Equipment(one)] for one in about.equipment),
        "aim": f"{dict(GOALS)[about.goal]}. {dict(LEVELS)[about.level]}.",
        "where": _listed(f"{SITES[site]} {number(pain)}" for site, pain in about.pain.items()),
        "sore": _("Now {now}, at worst {worst} of 10").format(
            now=number(about.pain_now), worst=number(about.pain_worst_24h)
        ),
        "life": _listed(
            _("{name} {rating} of 10").format(name=one.name, rating=number(one.rating))
            for one in about.activities
        ),
    }
    return [
        (f"about:{step.name}", step.title, lines[step.name]) for step in STEPS if step.wanted(about)
    ]


def safety_row(safety: SafetyAnswered) -> str:
    known = [condition_words(code) for code in as_chosen(safety.conditions)]
    return "; ".join(known) or _("Nothing to watch for")


def _time(about: AboutAnswered) -> str:
    told = [
        ngettext("{n} year", "{n} years", about.age).format(n=about.age),
        _often(about.minutes_per_session, about.days_per_week),
        *([_("twice a day")] if about.sessions_per_day > 1 else []),
    ]
    return ", ".join(told)


def _often(minutes: int, days: int) -> str:
    told = ngettext(
        "{minutes} minutes on {days} day a week", "{minutes} minutes on {days} days a week", days
    )
    return told.format(minutes=minutes, days=days)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(map(str, parts)) or str(NOT_SAID)
