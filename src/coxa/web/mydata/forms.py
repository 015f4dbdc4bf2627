from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from coxa.interchange.archive import Archive, from_archive
from coxa.interchange.reading import MOST_BYTES, parse_json
from coxa.reading.faults import Fault, FaultyInputError

MOST_FAULTS_SHOWN = 50


class ImportForm(forms.Form):
    file = forms.FileField(
        label=lazy("A file that Coxa wrote"),
        help_text=lazy("It ends in .json. What is in your diary already is not added twice."),
        error_messages={
            "required": lazy("Choose a file first."),
            "empty": lazy("This file is empty. Choose the one that Coxa wrote."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
    )
    faults: tuple[Fault, ...] = ()

    def clean_file(self) -> Archive:
        given: UploadedFile = self.cleaned_data["file"]
        try:
            if (given.size or 0) > MOST_BYTES:
                raise forms.ValidationError(_("This file is too large to be one person's diary."))
            return from_archive(
                parse_json(given.read(), given.name or "file"), given.name or "file"
            )
        except FaultyInputError as error:
            self.faults = error.faults
            raise forms.ValidationError(_heading(len(error.faults))) from None

    def shown_faults(self) -> tuple[Fault, ...]:
        return self.faults[:MOST_FAULTS_SHOWN]

    def more_faults(self) -> int:
        return max(0, len(self.faults) - MOST_FAULTS_SHOWN)


def _heading(count: int) -> str:
    if count == 1:
        return _("One thing in this file is not right. Nothing was added.")
    return ngettext(
        "{n} thing in this file is not right. Nothing was added.",
        "{n} things in this file are not right. Nothing was added.",
        count,
    ).format(n=count)


# What is typed before anything is erased, in the reader's language.
SAID = lazy("erase")


class EraseForm(forms.Form):
    word = forms.CharField(
        label=format_lazy(lazy("Type the word {word}"), word=SAID),
        max_length=20,
        error_messages={
            "required": format_lazy(
                lazy("Type {word} if you mean it. Nothing was erased."), word=SAID
            )
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean_word(self) -> str:
        word = self.cleaned_data["word"].strip().casefold()
        if word != SAID.casefold():
            told = _("This is not the word {word}. Nothing was erased.")
            raise forms.ValidationError(told.format(word=SAID))
        return word
