from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coxa.language import available, name_of

BROWSER = ""  # no language of one's own: the browser's


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        names = [(tag, name_of(tag)) for tag in available()]
        self.fields["language"].choices = [(BROWSER, _("The browser's")), *names]  # type: ignore[attr-defined]
