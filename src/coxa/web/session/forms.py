from django import forms
from django.utils.translation import gettext_lazy as lazy

from coxa.training.log import SessionDoneEntry

PAIN = [(str(number), str(number)) for number in range(11)]
FEELS = [("looser", lazy("Looser")), ("same", lazy("Same")), ("stiffer", lazy("Stiffer"))]


class DoneForm(forms.Form):
    """How it was. Nothing has to be answered."""

    pain_now = forms.ChoiceField(
        label=lazy("Pain after the session"), choices=PAIN, widget=forms.RadioSelect, required=False
    )
    feels = forms.ChoiceField(
        label=lazy("Your hips felt"), choices=FEELS, widget=forms.RadioSelect, required=False
    )
    note = forms.CharField(
        label=lazy("A word, if you like"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def answered(self, before: SessionDoneEntry) -> SessionDoneEntry:
        pain, feels = self.cleaned_data["pain_now"], self.cleaned_data["feels"]
        return before.model_copy(
            update={
                "pain_now": float(pain) if pain else None,
                "feels": feels or None,
                "note": self.cleaned_data["note"],
            }
        )

    @staticmethod
    def filled_from(done: SessionDoneEntry) -> dict[str, str]:
        pain = "" if done.pain_now is None else f"{done.pain_now:.0f}"
        return {"pain_now": pain, "feels": done.feels or "", "note": done.note}
