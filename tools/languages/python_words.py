"""The words of Python files: what is asked of gettext and its kin, with "Translators:" comments."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.extract import extract
from tools.languages.where import Message, relative

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "later": None,
    "lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def words_of_python(paths: Iterable[Path]) -> Iterator[Message]:
    for path in sorted(paths):
        with path.open("rb") as file:
            for _, text, comments, context in extract(
                "python", file, KEYWORDS, ["Translators:"], strip_comment_tags=True
            ):
                words = (text[0], text[1]) if isinstance(text, tuple) else text
                yield Message(words, relative(path), " ".join(comments), context)
