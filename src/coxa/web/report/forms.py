"""A question of one's own, for the next appointment."""

from django import forms
from django.utils.translation import gettext_lazy as lazy

from coxa.training.log import QuestionNoted

MOST = 5  # that stand at a time: an appointment is short; our choice


class QuestionForm(forms.Form):
    text = forms.CharField(
        label=lazy("A question of yours"),
        max_length=300,
        help_text=lazy("What you want to ask a doctor or a physiotherapist. It stands first."),
        error_messages={"required": lazy("Write your question first.")},
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )

    def noted(self) -> QuestionNoted:
        return QuestionNoted(text=" ".join(self.cleaned_data["text"].split()))
