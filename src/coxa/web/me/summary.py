"""The answers of "about me" and of the safety page, each in one line."""

from collections.abc import Iterable

from coxa.exercises.vocabulary import Equipment
from coxa.training.log import AboutAnswered, SafetyAnswered
from coxa.web.about.steps import STEPS
from coxa.web.about.words import GOALS, LEVELS, SITES
from coxa.web.pictures import EQUIPMENT_WORDS
from coxa.web.safety.questions import as_chosen, condition_words

NOT_SAID = "Not said"


def about_rows(about: AboutAnswered) -> list[tuple[str, str, str]]:
    """Where a step is, its title, and its answers in a line."""
    lines = {
        "time": _time(about),
        "things": _listed(EQUIPMENT_WORDS[Equipment(one)] for one in about.equipment),
        "aim": f"{dict(GOALS)[about.goal]}. {dict(LEVELS)[about.level]}.",
        "where": _listed(f"{SITES[site]} {pain:g}" for site, pain in about.pain.items()),
        "sore": f"Now {about.pain_now:g}, at worst {about.pain_worst_24h:g} of 10",
        "life": _listed(f"{one.name} {one.rating:g} of 10" for one in about.activities),
    }
    return [
        (f"about:{step.name}", step.title, lines[step.name]) for step in STEPS if step.wanted(about)
    ]


def safety_row(safety: SafetyAnswered) -> str:
    known = [condition_words(code) for code in as_chosen(safety.conditions)]
    return "; ".join(known) or "Nothing to watch for"


def _time(about: AboutAnswered) -> str:
    times = "" if about.sessions_per_day == 1 else ", twice a day"
    days = "1 day" if about.days_per_week == 1 else f"{about.days_per_week} days"
    return f"{about.age} years, {about.minutes_per_session} minutes on {days} a week{times}"


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts) or NOT_SAID
