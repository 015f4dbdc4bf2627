"""Sentences in the language in use, from compiled catalogs. A missing one is said in English.

A language is a folder: every `.mo` file in it counts, so that its parts can be cut as its
translators like. What the web pages say lies in a folder of its own, beside the languages'.
"""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from .chosen import SOURCE, current

# Where else the catalogs may lie, for who tries a translation without building Coxa.
FOLDER = Path(os.environ.get("COXA_LOCALE") or Path(__file__).parents[1] / "locale")
SENTENCES = "coxa.mo"  # the sentences of the domain's Python: who has them is a language


def gettext(message: str) -> str:
    """A text of the source in the language in use; itself where there is no translation."""
    return _catalog(current()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form for `n` of a counted sentence, by the plural rule of the language in use."""
    return _catalog(current()).ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """As `gettext`, for words that mean two things: the context says which, to the translator."""
    return _catalog(current()).pgettext(context, message)


def npgettext(context: str, singular: str, plural: str, n: int) -> str:
    """As `ngettext`, with a context."""
    return _catalog(current()).npgettext(context, singular, plural, n)


def gettext_noop(message: str) -> str:
    """Marks a text for the catalogs where it is written down, to be said by `gettext` later."""
    return message


@cache
def available() -> tuple[str, ...]:
    """The tags of the languages there are: English, then each folder with compiled sentences."""
    tags = sorted(_tag(mo.parent.parent.name) for mo in FOLDER.glob(f"*/LC_MESSAGES/{SENTENCES}"))
    return (SOURCE, *(tag for tag in tags if tag != SOURCE))


def name_of(tag: str) -> str:
    """A language's name in itself, as its readers look for it in a list."""
    return _catalog(tag).pgettext("this language, in itself", "English")


def learn(tag: str, phrases: Mapping[str, str | Sequence[str]], plural: str) -> None:
    """Takes a language's words from a table: where Coxa runs in a browser there are no files.

    `plural` is the number of the form for 0, 1, 2 and so on, a digit each; a context stands before
    its text as in `.mo` files.
    """
    _learnt[tag] = _Table(phrases, plural)
    _catalog.cache_clear()


class _Table(NullTranslations):
    def __init__(self, phrases: Mapping[str, str | Sequence[str]], plural: str) -> None:
        super().__init__()
        self._phrases, self._plural = phrases, plural

    def gettext(self, message: str) -> str:
        found = self._phrases.get(message, message)
        return found if isinstance(found, str) else found[0]

    def pgettext(self, context: str, message: str) -> str:
        found = self._phrases.get(f"{context}\x04{message}", message)
        return found if isinstance(found, str) else found[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        forms = self._phrases.get(msgid1)
        if forms is None or isinstance(forms, str):
            return super().ngettext(msgid1, msgid2, n)
        return forms[int(self._plural[min(n, len(self._plural) - 1)])]


_learnt: dict[str, NullTranslations] = {}


@cache
def _catalog(tag: str) -> NullTranslations:
    """All of a language in one: a region's own words first, then those of the whole language."""
    found = _learnt.get(tag) or NullTranslations()
    for name in dict.fromkeys((tag.partition("-")[0], tag)):
        for file in sorted((FOLDER / _folder(name) / "LC_MESSAGES").glob("*.mo")):
            found = _with(found, file)
    return found


def _with(before: NullTranslations, file: Path) -> NullTranslations:
    with file.open("rb") as opened:
        more = GNUTranslations(opened)
    more.add_fallback(before)
    return more


def _folder(tag: str) -> str:
    language, _, region = tag.partition("-")
    return f"{language}_{region.upper()}" if region else language


def _tag(folder: str) -> str:
    return folder.replace("_", "-").lower()
