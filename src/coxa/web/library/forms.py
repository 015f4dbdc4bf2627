"""The filters of the library. A value that is none of the choices is left aside, not refused."""

from django import forms
from django.utils.translation import gettext_lazy as lazy

from coxa.anatomy.muscles import Muscle
from coxa.exercises.vocabulary import Equipment
from coxa.exercises.words import KINDS, LEVELS
from coxa.web.library.search import PLACES, Wanted
from coxa.web.pictures import EQUIPMENT_WORDS

ANY = ("", lazy("Any"))


class FilterForm(forms.Form):
    q = forms.CharField(
        label=lazy("Search"),
        required=False,
        max_length=80,
        widget=forms.TextInput(
            attrs={
                "type": "search",
                "autocomplete": "off",
                "placeholder": lazy("bridge, groin, chair…"),
            }
        ),
    )
    kind = forms.ChoiceField(label=lazy("Kind"), required=False, widget=forms.RadioSelect)
    muscle = forms.ChoiceField(label=lazy("Muscle"), required=False)
    place = forms.ChoiceField(label=lazy("Position"), required=False)
    level = forms.ChoiceField(label=lazy("Level"), required=False)
    have = forms.MultipleChoiceField(
        label=lazy("With what I have here"),
        required=False,
        help_text=lazy("Mark what is at hand: what needs anything else is left aside."),
        widget=forms.CheckboxSelectMultiple,
    )
    bare = forms.BooleanField(label=lazy("Nothing needed"), required=False)

    def __init__(self, data: object = None) -> None:
        super().__init__(data, auto_id="filter_%s")  # type: ignore[arg-type]
        self.fields["kind"].choices = [ANY, *((k.value, w) for k, w in KINDS.items())]  # type: ignore[attr-defined]
        self.fields["muscle"].choices = [ANY, *((m.value, _first_up(m.words)) for m in Muscle)]  # type: ignore[attr-defined]
        self.fields["place"].choices = [ANY, *((k, w) for k, (w, _) in PLACES.items())]  # type: ignore[attr-defined]
        self.fields["level"].choices = [ANY, *((str(n), f"{n} · {w}") for n, w in LEVELS.items())]  # type: ignore[attr-defined]
        self.fields["have"].choices = [(e.value, EQUIPMENT_WORDS[e]) for e in Equipment]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        self.is_valid()
        good = self.cleaned_data
        owned = frozenset(Equipment(e) for e in good.get("have", ()))
        return Wanted(
            words=good.get("q", ""),
            muscle=good.get("muscle", ""),
            kind=good.get("kind", ""),
            place=good.get("place", ""),
            level=good.get("level", ""),
            owned=owned if owned or good.get("bare") else None,
        )


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
