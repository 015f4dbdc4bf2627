from django import forms
from django.core.files.uploadedfile import UploadedFile

from coxa.interchange.archive import Archive, from_archive
from coxa.interchange.reading import MOST_BYTES, parse_json
from coxa.reading.faults import Fault, FaultyInputError
from coxa.web.mydata.store import WORD

MOST_FAULTS_SHOWN = 50


class ImportForm(forms.Form):
    file = forms.FileField(
        label="A file that Coxa wrote",
        help_text="It ends in .json. What is in your diary already is not added twice.",
        error_messages={
            "required": "Choose a file first.",
            "empty": "This file is empty. Choose the one that Coxa wrote.",
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
    )
    faults: tuple[Fault, ...] = ()

    def clean_file(self) -> Archive:
        given: UploadedFile = self.cleaned_data["file"]
        try:
            if (given.size or 0) > MOST_BYTES:
                raise forms.ValidationError("This file is too large to be one person's diary.")
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
    things = "One thing in this file is" if count == 1 else f"{count} things in this file are"
    return f"{things} not right. Nothing was added."


class EraseForm(forms.Form):
    word = forms.CharField(
        label=f"Type the word {WORD}",
        max_length=20,
        error_messages={"required": f"Type {WORD} if you mean it. Nothing was erased."},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean_word(self) -> str:
        word = self.cleaned_data["word"].strip().casefold()
        if word != WORD:
            raise forms.ValidationError(f"This is not the word {WORD}. Nothing was erased.")
        return word
