"""One form a step. Each reads from, and gives back, its part of AboutAnswered."""

from typing import Any, Literal

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.exercises.vocabulary import Equipment
from coxa.training.log import AboutAnswered
from coxa.web.about import words
from coxa.web.pictures import EQUIPMENT_WORDS

TEN = [(str(number), str(number)) for number in range(11)]
ACTIVITIES = (1, 2, 3)


def _one_of(label: str, choices: Any, *, needed: bool = False, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, required=needed, **more
    )


def _scale(label: str, **more: Any) -> forms.ChoiceField:
    return _one_of(label, TEN, **more)


def _number(label: str, low: int, high: int, missing: str, step: int = 1) -> forms.IntegerField:
    between = _("Give a number from {low} to {high}.").format(low=low, high=high)
    return forms.IntegerField(
        label=label,
        min_value=low,
        max_value=high,
        widget=forms.NumberInput(
            attrs={"min": low, "max": high, "step": step, "inputmode": "numeric"}
        ),
        error_messages={
            "required": missing, "invalid": between, "min_value": between, "max_value": between,
        },
    )  # fmt: skip


class StepForm(forms.Form):
    """A step's answers. Empty means not said, and is kept as that."""

    def changes(self) -> dict[str, Any]:
        return {name: value or None for name, value in self.cleaned_data.items()}

    @staticmethod
    def filled_from(about: AboutAnswered) -> dict[str, Any]:
        data = about.model_dump()
        return {name: "" if value is None else value for name, value in data.items()}


class TimeForm(StepForm):
    age = _number(lazy("Your age"), 10, 110, lazy("Give your age, so that the moves fit you."))
    sex = _one_of(
        lazy("You are"), words.SEXES, help_text=lazy("Some usual values differ."), initial=""
    )
    minutes_per_session = _number(
        lazy("Time for one session"), 5, 120, lazy("Say how long you have."), step=5
    )
    days_per_week = _number(
        lazy("Days a week"), 1, 7, lazy("Say on how many days you would like to move.")
    )
    sessions_per_day = _one_of(lazy("How often on such a day?"), words.TIMES_A_DAY, needed=True)

    def changes(self) -> dict[str, Any]:
        return super().changes() | {"sessions_per_day": int(self.cleaned_data["sessions_per_day"])}


class ThingsForm(StepForm):
    equipment = forms.MultipleChoiceField(
        label=lazy("What do you have?"),
        choices=[(thing.value, EQUIPMENT_WORDS[thing]) for thing in Equipment],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def changes(self) -> dict[str, Any]:
        return {"equipment": tuple(self.cleaned_data["equipment"])}


class AimForm(StepForm):
    level = _one_of(lazy("How used to exercise are you?"), words.LEVELS, needed=True)
    goal = _one_of(lazy("What would you like?"), words.GOALS, needed=True)
    reason = _one_of(lazy("Why now?"), words.REASONS)


class WhereForm(StepForm):
    """The sites, and for each of them how sore it usually is."""

    sites = forms.MultipleChoiceField(
        label=lazy("Sore places"),
        choices=list(words.SITES.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for site, name in words.SITES.items():
            self.fields[f"pain_{site}"] = _scale(
                _("{name}: how sore is it usually?").format(name=name)
            )

    def scales(self) -> list[forms.BoundField]:
        return [self[f"pain_{site}"] for site in words.SITES]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for site in data.get("sites", ()):
            if not data.get(f"pain_{site}"):
                self.add_error(f"pain_{site}", _("Choose a number; a rough one is fine."))
        return data

    def changes(self) -> dict[str, Any]:
        data = self.cleaned_data
        pain = {site: float(data[f"pain_{site}"]) for site in data["sites"]}
        return {"pain": pain} | ({} if pain else {"pain_now": 0, "pain_worst_24h": 0})

    @staticmethod
    def filled_from(about: AboutAnswered) -> dict[str, Any]:
        sore = {f"pain_{site}": f"{pain:.0f}" for site, pain in about.pain.items()}
        return {"sites": list(about.pain)} | sore


class SoreForm(StepForm):
    pain_now = _scale(lazy("Pain now"))
    pain_worst_24h = _scale(lazy("At its worst in the last 24 hours"))
    irritability = _one_of(lazy("When it has flared up, when does it settle?"), words.SETTLES)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        now, worst = (float(data.get(name) or 0) for name in ("pain_now", "pain_worst_24h"))
        if data.get("pain_worst_24h") and worst < now:
            self.add_error(
                "pain_worst_24h", _("The worst cannot be less than the pain now. Which is right?")
            )
        return data

    def changes(self) -> dict[str, Any]:
        data = self.cleaned_data
        now = float(data["pain_now"] or 0)
        return {
            "pain_now": now,
            "pain_worst_24h": float(data["pain_worst_24h"] or now),
            "irritability": data["irritability"] or None,
        }

    @staticmethod
    def filled_from(about: AboutAnswered) -> dict[str, Any]:
        settles = {"irritability": about.irritability or ""}
        if not about.pain_worst_24h:  # not said yet: no answer is put in anyone's mouth
            return settles
        return settles | {
            "pain_now": f"{about.pain_now:.0f}",
            "pain_worst_24h": f"{about.pain_worst_24h:.0f}",
        }


class LifeForm(StepForm):
    stiffness = _scale(lazy("How stiff is the hip in the morning?"))
    sitting_hours = forms.FloatField(
        label=lazy("Hours you sit on a usual day"),
        required=False,
        min_value=0,
        max_value=24,
        widget=forms.NumberInput(attrs={"min": 0, "max": 24, "step": 1, "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), lazy("Give hours from 0 to 24.")
        ),
    )
    sports = forms.CharField(label=lazy("Sport or heavy work"), max_length=80, required=False)
    someone_nearby = _one_of(lazy("Is someone near while you exercise?"), words.NEARBY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in ACTIVITIES:
            self.fields[f"activity_{number}"] = forms.CharField(
                label=_("Activity {number}").format(number=number),
                max_length=80,
                required=False,
                # A placeholder lets the page see whether anything was typed.
                widget=forms.TextInput(attrs={"placeholder": " "}),
            )
            self.fields[f"rating_{number}"] = _scale(_("How well can you do it?"))

    def activities(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"activity_{number}"], self[f"rating_{number}"]) for number in ACTIVITIES]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for number in ACTIVITIES:
            if data.get(f"activity_{number}") and not data.get(f"rating_{number}"):
                self.add_error(
                    f"rating_{number}", _("Choose a number, so that we can see it change.")
                )
        return data

    def changes(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "activities": tuple(
                {"name": data[f"activity_{number}"], "rating": float(data[f"rating_{number}"])}
                for number in ACTIVITIES
                if data[f"activity_{number}"]
            ),
            "stiffness": float(data["stiffness"]) if data["stiffness"] else None,
            "sitting_hours": data["sitting_hours"],
            "sports": data["sports"] or None,
            "someone_nearby": {"yes": True, "no": False}.get(data["someone_nearby"]),
        }

    @staticmethod
    def filled_from(about: AboutAnswered) -> dict[str, Any]:
        nearby: dict[bool | None, Literal["yes", "no", ""]] = {True: "yes", False: "no", None: ""}
        filled: dict[str, Any] = {
            "stiffness": "" if about.stiffness is None else f"{about.stiffness:.0f}",
            "sitting_hours": about.sitting_hours,
            "sports": about.sports or "",
            "someone_nearby": nearby[about.someone_nearby],
        }
        for number, activity in enumerate(about.activities, 1):
            filled[f"activity_{number}"] = activity.name
            filled[f"rating_{number}"] = f"{activity.rating:.0f}"
        return filled
