from django import forms

from coxa.web.household import store


class NameForm(forms.Form):
    name = forms.CharField(
        label="Name",
        max_length=40,
        help_text="Any name that you all know. It stays on this device.",
        error_messages={"required": "Give a name, so that you can tell each other apart."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: object, own: str = "", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.own = own

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        taken = {one.name.casefold() for one in store.profiles()} - {self.own.casefold()}
        if name.casefold() in taken:
            raise forms.ValidationError("Someone here has that name already. Choose another.")
        return name
