"""The short questions: each gives one body of an entry."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.training.log import ChangeAnswered, MorningAnswered, WeeklyAnswered
from coxa.training.person import Activity
from coxa.web.about.words import SITES

TEN = [(str(number), str(number)) for number in range(11)]
SORE_SPOT = [("better", lazy("Better")), ("same", lazy("Same")), ("worse", lazy("Worse"))]
YES_NO = [("no", lazy("No")), ("yes", lazy("Yes"))]
CHANGE = [
    ("7", lazy("Very much better")),
    ("6", lazy("Better")),
    ("5", lazy("A little better")),
    ("4", lazy("The same")),
    ("3", lazy("A little worse")),
    ("2", lazy("Worse")),
    ("1", lazy("Very much worse")),
]


def _one_of(label: str, choices: Any, missing: str = "", **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        required=bool(missing),
        error_messages={"required": missing},
        **more,
    )


class MorningForm(forms.Form):
    """Two taps: the sore spot, and apart from it tired muscles."""

    about = forms.DateField(widget=forms.HiddenInput)
    sore_spot = _one_of(
        lazy("The sore spot, compared with usual"),
        SORE_SPOT,
        lazy("Choose one, or leave it for later."),
    )
    tired_muscles = _one_of(
        lazy("Tired muscles?"),
        YES_NO,
        lazy("Choose yes or no."),
        help_text=lazy(
            "Expected for 1 to 3 days after something new. It takes nothing off your plan."
        ),
    )

    def answered(self) -> MorningAnswered:
        data = self.cleaned_data
        return MorningAnswered(
            about=data["about"],
            sore_spot=data["sore_spot"],
            tired_muscles=data["tired_muscles"] == "yes",
        )

    @classmethod
    def asking(cls, about: date) -> "MorningForm":
        return cls(initial={"about": about})


class ChangeForm(forms.Form):
    rating = _one_of(
        lazy("Overall, compared with when you began, your hips are"),
        CHANGE,
        lazy("Choose the one that fits."),
    )

    def answered(self) -> ChangeAnswered:
        return ChangeAnswered(rating=int(self.cleaned_data["rating"]))


class WeeklyForm(forms.Form):
    """The activities, places and stiffness that were named before; each may be left out."""

    def __init__(
        self,
        activities: Iterable[Activity],
        pain: Mapping[str, float],
        pregnant: bool,
        data: Any = None,
    ) -> None:
        super().__init__(data)
        self.named = [one.name for one in activities]
        self.sites = [site for site in SITES if site in pain]
        for number, name in enumerate(self.named):
            self.fields[f"activity_{number}"] = _one_of(name, TEN)
        self.fields["stiffness"] = _one_of(_("How stiff are your hips in the morning?"), TEN)
        for site in self.sites:
            self.fields[f"pain_{site}"] = _one_of(
                _("{sites}: usual pain this week").format(sites=SITES[site]), TEN
            )
        if pregnant:
            self.fields["pregnancy_signs"] = _one_of(
                _("Pain at the pelvis, bleeding, or any of your signs to stop?"), YES_NO
            )

    def activity_fields(self) -> list[forms.BoundField]:
        return [self[f"activity_{number}"] for number in range(len(self.named))]

    def pain_fields(self) -> list[forms.BoundField]:
        return [self[f"pain_{site}"] for site in self.sites]

    def answered(self) -> WeeklyAnswered:
        data = self.cleaned_data
        rated = [(name, data[f"activity_{n}"]) for n, name in enumerate(self.named)]
        signs = data.get("pregnancy_signs")
        return WeeklyAnswered(
            activities=tuple(Activity(name=n, rating=float(given)) for n, given in rated if given),
            stiffness=float(data["stiffness"]) if data["stiffness"] else None,
            pain={site: float(data[f"pain_{site}"]) for site in self.sites if data[f"pain_{site}"]},
            pregnancy_signs={"yes": True, "no": False}.get(signs) if signs else None,
        )
