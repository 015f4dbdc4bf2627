from django import forms

from coxa.exercises.vocabulary import Equipment
from coxa.web.pictures import EQUIPMENT_WORDS

TEN = [(str(number), str(number)) for number in range(11)]


class EveryField(forms.Form):
    """One field of each look, two of them wrong on purpose."""

    name = forms.CharField(label="Name", help_text="It stays on this device.", required=False)
    day = forms.DateField(
        label="First day",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Choose the day on which you begin."},
    )
    goal = forms.ChoiceField(
        label="What matters most?",
        choices=[("strength", "Strength"), ("mobility", "Mobility"), ("both", "Both")],
        widget=forms.RadioSelect,
    )
    minutes = forms.IntegerField(
        label="Time for one session",
        help_text="Between 5 and 90 minutes.",
        widget=forms.NumberInput(attrs={"min": 5, "max": 90, "step": 5, "inputmode": "numeric"}),
    )
    days = forms.MultipleChoiceField(
        label="Days that suit you",
        choices=[(day.lower(), day) for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")],
        widget=forms.CheckboxSelectMultiple,
    )
    equipment = forms.MultipleChoiceField(
        label="What do you have at hand?",
        choices=[(thing.value, EQUIPMENT_WORDS[thing]) for thing in Equipment],
        widget=forms.CheckboxSelectMultiple,
    )
    morning = forms.ChoiceField(
        label="How is the hip this morning, compared with usual?",
        choices=[("better", "Better"), ("same", "About the same"), ("worse", "Worse")],
        widget=forms.RadioSelect,
    )
    pain = forms.ChoiceField(
        label="How much does it hurt now?", choices=TEN, widget=forms.RadioSelect
    )
