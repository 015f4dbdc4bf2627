"""One change to one day of the week; and the choice at the end of week 12."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.exercises.library import exercises
from coxa.training.log import BlockChosen, WeekAdjusted

CHANGES = ("shorten", "no_floor", "swap", "move", "restore")
SHORTEST = 3
ASKS_FOR = {"shorten": "minutes", "swap": "exercise_id", "move": "to_day"}
NEXT = [
    ("maintain", lazy("Keep what I have: a little, for good")),
    ("new_block", lazy("Twelve more weeks, with a new aim")),
    ("see_professional", lazy("Have someone look at it first")),
]
AIMS = [
    ("both", lazy("Strong and supple")),
    ("strength", lazy("Stronger")),
    ("mobility", lazy("Looser")),
]


class AdjustForm(forms.Form):
    day = forms.DateField()
    change = forms.ChoiceField(choices=[(one, one) for one in CHANGES])
    minutes = forms.IntegerField(min_value=SHORTEST, max_value=120, required=False)
    exercise_id = forms.ChoiceField(
        choices=lambda: [(one, one) for one in exercises()], required=False
    )
    to_day = forms.DateField(required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        asked = ASKS_FOR.get(data.get("change", ""))
        if asked and not data.get(asked):
            self.add_error(asked, _("This has to be given."))
        if data.get("change") == "move" and data.get("to_day") and data.get("day"):
            self._same_week(data)
        return data

    def _same_week(self, data: dict[str, Any]) -> None:
        monday = data["day"] - timedelta(days=data["day"].weekday())
        if not monday <= data["to_day"] < monday + timedelta(days=7):
            self.add_error("to_day", _("Choose a day of the same week."))

    def adjusted(self) -> WeekAdjusted:
        data = self.cleaned_data
        asked = ASKS_FOR.get(data["change"])
        given = {asked: data[asked]} if asked else {}
        return WeekAdjusted(day=data["day"], change=data["change"], **given)


class NextForm(forms.Form):
    choice = forms.ChoiceField(
        label=lazy("What would you like?"),
        choices=NEXT,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose one. You can change it later.")},
    )
    goal = forms.ChoiceField(
        label=lazy("The aim of the next twelve weeks"), choices=AIMS, widget=forms.RadioSelect,
        required=False, initial="both",
    )  # fmt: skip

    def chosen(self) -> BlockChosen:
        choice, goal = self.cleaned_data["choice"], self.cleaned_data["goal"] or "both"
        return BlockChosen(choice=choice, goal=goal if choice == "new_block" else None)
