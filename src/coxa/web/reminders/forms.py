"""What to be reminded of: a switch and a time for each thing."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coxa.training.reminding import Quiet, Reminding, SittingBreaks

SILENT = "none"
ALARMS = [
    ("0", gettext_lazy("When it begins")),
    ("10", gettext_lazy("10 minutes before")),
    ("30", gettext_lazy("30 minutes before")),
    (SILENT, gettext_lazy("No sound")),
]
EVERY = [
    ("30", gettext_lazy("30 minutes")),
    ("45", gettext_lazy("45 minutes")),
    ("60", gettext_lazy("60 minutes")),
]
DAYS = [
    ("1", gettext_lazy("Mon")),
    ("2", gettext_lazy("Tue")),
    ("3", gettext_lazy("Wed")),
    ("4", gettext_lazy("Thu")),
    ("5", gettext_lazy("Fri")),
    ("6", gettext_lazy("Sat")),
    ("7", gettext_lazy("Sun")),
]
TITLES = [
    ("neutral", gettext_lazy("Neutral: nobody sees what it is about")),
    ("named", gettext_lazy("With the names of sessions and exercises")),
]
# What is switched on has a time; what these are until the person says otherwise is our choice.
TIMED = {
    "session": time(7, 30), "second": time(18), "morning": time(8), "checks": time(10),
}  # fmt: skip


def _switch(label: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


def _time(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        widget=forms.TimeInput(attrs={"type": "time", "class": "input"}, format="%H:%M"),
        error_messages={"invalid": gettext_lazy("Write the time as in 07:30.")},
    )


def _choice(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


class RemindersForm(forms.Form):
    session = _switch(gettext_lazy("My session"))
    session_at = _time(gettext_lazy("At"))
    second = _switch(gettext_lazy("The second session of the day"))
    second_at = _time(gettext_lazy("At"))
    morning = _switch(gettext_lazy("How is it the morning after?"))
    morning_at = _time(gettext_lazy("At"))
    checks = _switch(gettext_lazy("Checks, when it is time to repeat them"))
    checks_at = _time(gettext_lazy("At"))
    sitting = _switch(gettext_lazy("Breaks from sitting, two minutes each"))
    sitting_days = forms.MultipleChoiceField(
        label=gettext_lazy("On"), choices=DAYS, required=False, widget=forms.CheckboxSelectMultiple
    )
    sitting_start = _time(gettext_lazy("From"))
    sitting_end = _time(gettext_lazy("To"))
    sitting_every = _choice(gettext_lazy("After sitting for"), EVERY)
    quiet = _switch(gettext_lazy("Quiet hours: nothing rings"))
    quiet_start = _time(gettext_lazy("From"))
    quiet_end = _time(gettext_lazy("To"))
    alarm = _choice(gettext_lazy("When does it ring?"), ALARMS)
    titles = _choice(gettext_lazy("What does the calendar show?"), TITLES)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in TIMED:
            self._timed(name, data)
        if data.get("sitting"):
            self._working_hours(data)
        if data.get("quiet"):
            self._needed(data, "quiet_start", "quiet_end")
        return data

    def wanted(self, before: Reminding) -> Reminding:
        """The wishes as filled in. What was offered before and answered stays answered."""
        data = self.cleaned_data
        times = {f"{name}_at": data[f"{name}_at"] if data[name] else None for name in TIMED}
        return before.model_copy(
            update=times
            | {
                "sitting": self._sitting(),
                "quiet": Quiet(start=data["quiet_start"], end=data["quiet_end"])
                if data["quiet"]
                else None,
                "alarm_min": None if data["alarm"] == SILENT else int(data["alarm"]),
                "neutral": data["titles"] == "neutral",
            }
        )

    @staticmethod
    def filled_from(wanted: Reminding) -> dict[str, Any]:
        sitting, quiet = wanted.sitting or SittingBreaks(), wanted.quiet or Quiet()
        said: dict[str, Any] = {}
        for name, usual in TIMED.items():
            chosen = getattr(wanted, f"{name}_at")
            said |= {name: chosen is not None, f"{name}_at": chosen or usual}
        return said | {
            "sitting": wanted.sitting is not None,
            "sitting_days": [str(day) for day in sitting.days],
            "sitting_start": sitting.start,
            "sitting_end": sitting.end,
            "sitting_every": str(sitting.every_min),
            "quiet": wanted.quiet is not None,
            "quiet_start": quiet.start,
            "quiet_end": quiet.end,
            "alarm": SILENT if wanted.alarm_min is None else str(wanted.alarm_min),
            "titles": "neutral" if wanted.neutral else "named",
        }

    def _sitting(self) -> SittingBreaks | None:
        data = self.cleaned_data
        if not data["sitting"]:
            return None
        return SittingBreaks(
            days=tuple(int(day) for day in data["sitting_days"]),
            start=data["sitting_start"],
            end=data["sitting_end"],
            every_min=int(data["sitting_every"]),  # type: ignore[arg-type]
        )

    def _timed(self, name: str, data: dict[str, Any]) -> None:
        field = f"{name}_at"
        if not data.get(name):
            return
        self._needed(data, field)
        moment, quiet = data.get(field), _quiet(data)
        if moment and quiet and quiet.covers(moment):
            words = _("{time} lies in your quiet hours. Choose another time, or change them.")
            self.add_error(field, words.format(time=f"{moment:%H:%M}"))

    def _working_hours(self, data: dict[str, Any]) -> None:
        self._needed(data, "sitting_start", "sitting_end")
        if not data.get("sitting_days"):
            self.add_error("sitting_days", _("Choose at least one day."))
        start, end = data.get("sitting_start"), data.get("sitting_end")
        if start and end and start >= end:
            self.add_error("sitting_end", _("Must be later than the time it begins."))

    def _needed(self, data: dict[str, Any], *fields: str) -> None:
        for field in fields:
            if data.get(field) is None and field not in self.errors:
                self.add_error(field, _("Give a time, such as 07:30."))


def _quiet(data: dict[str, Any]) -> Quiet | None:
    start, end = data.get("quiet_start"), data.get("quiet_end")
    return Quiet(start=start, end=end) if data.get("quiet") and start and end else None
