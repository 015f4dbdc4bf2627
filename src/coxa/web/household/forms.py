from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.web.household import store


class NameForm(forms.Form):
    name = forms.CharField(
        label=lazy("Name"),
        max_length=40,
        help_text=lazy("Any name that you all know. It stays on this device."),
        error_messages={"required": lazy("Give a name, so that you can tell each other apart.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: object, own: str = "", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.own = own

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        others = {one.name.casefold() for one in store.profiles()} - {self.own.casefold()}
        if name.casefold() in others:
            taken = _("Someone here has that name already. Choose another.")
            raise forms.ValidationError(taken)
        return name
