"""The questions that are due, as Today shows them: a form here, or a place to answer."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from coxa.coaching import feeling
from coxa.coaching.follow import safety_in_force
from coxa.coaching.questions import Question
from coxa.reading.values import Value
from coxa.training.log import AboutAnswered, Log, WeeklyAnswered
from coxa.training.person import split_weeks
from coxa.web.today.forms import ChangeForm, MorningForm, WeeklyForm

# Answered on a page of their own: its name, the card's heading, what its button says.
ELSEWHERE = {
    "safety": ("safety:whole", lazy("Is it safe to train today?"), lazy("Answer")),
    "weekly": ("today:weekly", lazy("How was your week?"), lazy("Answer, about a minute")),
    "recheck": ("checks:first", lazy("A few short checks"), lazy("Do the checks")),
    "block": ("week:next", lazy("Twelve weeks are done"), lazy("Choose what comes next")),
}
# The checks done before, once more: the list shows which are due.
AGAIN = ("checks:home", lazy("Time to check again"), lazy("See the checks"))


class Link(Value):
    """A question with a page of its own."""

    kind: str
    heading: str
    reason: str
    address: str
    action: str


def forms_of(due: Iterable[Question]) -> dict[str, forms.Form]:
    """What is answered on Today itself: the morning after, and the change since the start."""
    found: dict[str, forms.Form] = {}
    for one in due:
        if one.kind == "morning" and one.about:
            found["morning"] = MorningForm.asking(one.about)
        elif one.kind == "change":
            found["change"] = ChangeForm()
    return found


def links_of(due: Iterable[Question]) -> list[Link]:
    return [_link(one) for one in due if one.kind in ELSEWHERE]


def _link(one: Question) -> Link:
    name, heading, action = AGAIN if one.checks else ELSEWHERE[one.kind]
    return Link(
        kind=one.kind,
        heading=str(heading),
        reason=one.reason,
        address=reverse(name),
        action=str(action),
    )


def weekly_form(entries: Log, today: date, data: Any = None) -> WeeklyForm:
    safety = safety_in_force(entries, today)
    words = [split_weeks(word)[0] for word in safety.conditions] if safety else []
    return WeeklyForm(feeling.activities(entries), _sites(entries), "pregnant" in words, data)


def _sites(entries: Log) -> dict[str, float]:
    """Every place that was ever named as sore."""
    found: dict[str, float] = {}
    for entry in entries:
        if isinstance(entry.body, AboutAnswered | WeeklyAnswered):
            found |= dict(entry.body.pain)
    return found
