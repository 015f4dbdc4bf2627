"""The answer to a check, by tap or by number, on each side where the check has sides."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.checks.check import Check, Measure
from coxa.language import number
from coxa.training.log import CheckDone
from coxa.training.person import Reading, Sided
from coxa.web.checks.camera_answer import LONGEST, UNREADABLE, Seen, details_of, seen_from
from coxa.web.checks.standing import choice_words

SIDES = {"left": lazy("Left"), "right": lazy("Right")}
YES_NO = [("yes", lazy("Yes")), ("no", lazy("No"))]
NOTHING = lazy("Give your answer for at least one side.")


class AnswerForm(forms.Form):
    def __init__(self, check: Check, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.check = check
        self.sided = check.sides == "each"
        for name, label in (SIDES if self.sided else {"value": _("Your answer")}).items():
            self.fields[name] = _field(check.measure, label, required=not self.sided)
        if check.camera:
            self.fields["camera"] = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def is_number(self) -> bool:
        return self.check.measure.kind == "number"

    def clean_camera(self) -> Seen:
        """What cannot be read is told once and left out, so that the answer itself can be saved."""
        text = self.cleaned_data["camera"]
        try:
            return seen_from(text if len(text) <= LONGEST else "too long", self.check)
        except ValueError:
            self.data = {name: self.data.get(name, "") for name in self.fields} | {"camera": ""}
            self.add_error(None, UNREADABLE)
            return {}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.sided and not self.errors and all(data[side] in (None, "") for side in SIDES):
            self.add_error("left", NOTHING)
        return data

    def done(self) -> CheckDone:
        names = SIDES if self.sided else ("value",)
        read = {name: self._read(self.cleaned_data[name]) for name in names}
        value = Sided(**read) if self.sided else read["value"]
        seen = details_of(self.cleaned_data.get("camera") or {}, value)
        return CheckDone(check_id=self.check.id, value=value, **seen)

    def _read(self, given: Any) -> Reading | None:
        if given in (None, ""):
            return None
        kind = self.check.measure.kind
        if kind == "yes_no":
            return given == "yes"
        return str(given) if kind == "choice" else float(given)


def _field(measure: Measure, label: str, required: bool) -> forms.Field:
    if measure.kind == "number":
        return _number(measure, label, required)
    return forms.ChoiceField(
        label=label,
        choices=_choices(measure),
        widget=forms.RadioSelect,
        required=required,
        error_messages={"required": _("Choose one answer.")},
    )


def _choices(measure: Measure) -> list[tuple[str, str]]:
    if measure.kind == "yes_no":
        return YES_NO
    if measure.kind == "grade":
        return [(str(grade), _large(words)) for grade, words in enumerate(measure.options)]
    return [(option, _large(choice_words(option))) for option in measure.choices]


def _number(measure: Measure, label: str, required: bool) -> forms.FloatField:
    bounds = {"min_value": measure.low, "max_value": measure.high}
    between = _("Give a number.")
    if measure.low is not None and measure.high is not None:
        told = _("Give a number from {low} to {high}.")
        between = told.format(low=number(measure.low), high=number(measure.high))
    attributes = {"inputmode": "decimal", "step": "any"}
    wrong = dict.fromkeys(("required", "invalid", *bounds), between)
    return forms.FloatField(
        label=label,
        required=required,
        widget=forms.NumberInput(attrs=attributes),
        error_messages=wrong,
        **{name: value for name, value in bounds.items() if value is not None},  # type: ignore[arg-type]
    )


def _large(words: str) -> str:
    return words[:1].upper() + words[1:]
