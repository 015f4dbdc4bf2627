"""The safety page as a form. It gives one SafetyAnswered."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.safety.flags import red_flags, screen_questions
from coxa.training.log import SafetyAnswered
from coxa.web.safety.questions import (
    DATE_WORDS,
    DATES,
    NONE,
    UNDER_16,
    Asked,
    as_chosen,
    asked,
    clearance_needed,
    sets_conditions,
)

NO_ANSWER = lazy('Tick what is true for you. If nothing is, tick "None of these".')
BOTH = lazy('You ticked "None of these" and something else as well. Please keep what is true.')
WHICH = lazy("Choose what fits, so that the right moves are left out.")
WHEN = lazy("Give the date. If you are not sure, about right is fine.")
CLEARANCE = [
    ("yes", lazy("Yes, they said I may")),
    ("no", lazy("No, or they said not yet")),
    ("", lazy("I have not asked")),
]
FLOOR = [("yes", lazy("Yes")), ("with_support", lazy("Holding furniture")), ("no", lazy("No"))]
# A band is kept as its lowest year: the rules change at these years and not between them.
AGE_BANDS = [("15", lazy("Under 16")), ("16", lazy("16 to 64")), ("65", lazy("65 or older"))]


@dataclass(frozen=True)
class Question:
    """One screen question as the page draws it."""

    code: str
    tick: BoundWidget
    asks_clearance: bool
    words: list[BoundWidget]
    dates: list[forms.BoundField]
    error: str


class SafetyForm(forms.Form):
    """All questions. Each screen question is a tick; what follows a yes has fields of its own."""

    short = False

    flags = forms.MultipleChoiceField(
        label=lazy("Is any of this true for you now?"),
        choices=lambda: [(flag.code, flag.question) for flag in red_flags().values()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    screen = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    conditions = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    none = forms.BooleanField(label=lazy("None of these is true for me"), required=False)
    clearance = forms.ChoiceField(
        label=lazy("Has a doctor, surgeon or physiotherapist said yes to exercise at home?"),
        choices=CLEARANCE,
        widget=forms.RadioSelect,
        required=False,
        initial="",
    )
    floor = forms.ChoiceField(
        label=lazy("Can you get down to the floor and up again?"),
        choices=FLOOR,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose one, so that no move asks too much of you.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked: tuple[Asked, ...] = asked(self.short)
        self.fields["screen"].choices = [(one.code, one.question) for one in self.asked]
        self.fields["conditions"].choices = [pair for one in self.asked for pair in one.follow_up]
        for name, words in DATE_WORDS.items():
            self.fields[name] = forms.DateField(
                label=words,
                required=False,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
                error_messages={"invalid": _("Give a date such as 2026-03-31.")},
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        ticked = [*data.get("flags", ()), *data.get("screen", ())]
        if not ticked and not data.get(NONE):
            self.add_error(NONE, NO_ANSWER)
        if ticked and data.get(NONE):
            self.add_error(NONE, BOTH)
        for one in self.asked:
            if one.code in data.get("screen", ()) and one.follow_up:
                self._clean_follow_up(one, data)
        return data

    def _clean_follow_up(self, one: Asked, data: dict[str, Any]) -> None:
        chosen = set(data.get("conditions", ())) & {code for code, _ in one.follow_up}
        if not chosen:
            self.add_error("conditions", forms.ValidationError(WHICH, code=one.code))
        for name in one.dates:
            if chosen & set(DATES[name]) and name not in self.errors and not data.get(name):
                self.add_error(name, WHEN)

    def questions(self) -> list[Question]:
        """The screen as it is drawn: each tick with what follows a yes."""
        words = {str(option.data["value"]): option for option in self["conditions"]}
        unanswered = self._unanswered()
        return [
            Question(
                code=one.code,
                tick=tick,
                asks_clearance=one.asks_clearance,
                words=[words[code] for code, _ in one.follow_up],
                dates=[self[name] for name in one.dates],
                error=WHICH if one.code in unanswered else "",
            )
            for one, tick in zip(self.asked, self["screen"], strict=True)
        ]

    def _unanswered(self) -> set[str]:
        """The questions ticked yes of whose words none was chosen."""
        if "conditions" not in self.errors:
            return set()
        return {str(error.code) for error in self.errors["conditions"].as_data()}

    def answered(self) -> SafetyAnswered:
        data = self.cleaned_data
        screen = tuple(data["screen"])
        conditions = _conditions(screen, set(data["conditions"]))
        cleared = {"yes": True, "no": False}.get(data["clearance"])
        return SafetyAnswered(
            red_flags=tuple(data["flags"]),
            screen=self._screen(screen),
            conditions=conditions,
            clearance=cleared if any(clearance_needed(code) for code in screen) else None,
            floor=data["floor"],
            age=self._age(),
            whole=not self.short,
            **{name: _dated(data[name], name, conditions) for name in DATES},
        )

    def _screen(self, screen: tuple[str, ...]) -> tuple[str, ...]:
        return screen

    def _age(self) -> int | None:
        return None


class StartNowForm(SafetyForm):
    """The few questions before the five-minute block."""

    short = True

    age = forms.ChoiceField(
        label=lazy("How old are you?"),
        choices=AGE_BANDS,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose your age, so that the moves fit you.")},
    )

    def _screen(self, screen: tuple[str, ...]) -> tuple[str, ...]:
        return (*screen, UNDER_16) if self._age() == 15 else screen

    def _age(self) -> int:
        return int(self.cleaned_data["age"])


def filled_from(last: SafetyAnswered | None) -> dict[str, Any]:
    """What was answered before, to look over. Red flags are asked anew each time."""
    if last is None:
        return {}
    clearance = {True: "yes", False: "no", None: ""}[last.clearance]
    given = last.model_dump(include={"floor", *DATES})
    given["conditions"] = as_chosen(last.conditions)
    screen = [code for code in last.screen if code not in ("ill_today", "pregnancy_trouble")]
    return given | {"screen": screen, "clearance": clearance}


def _conditions(screen: tuple[str, ...], chosen: set[str]) -> tuple[str, ...]:
    found = [
        condition
        for question in screen_questions()
        if question.code in screen
        for condition in sets_conditions(question, chosen)
    ]
    return tuple(dict.fromkeys(found))


def _dated(given: date | None, name: str, conditions: tuple[str, ...]) -> date | None:
    """A date counts only with its condition; one left over from an earlier answer does not."""
    return given if set(DATES[name]) & set(conditions) else None
