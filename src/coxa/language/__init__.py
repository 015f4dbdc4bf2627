"""The reader's language: which one it is, and a sentence in it.

    from coxa.language import gettext as _, ngettext

    # When the sentence is made, never at import.
    _("{n} of 5").format(n=n)
    ngettext("{n} repetition", "{n} repetitions", n).format(n=n)

Catalogs are GNU gettext files in `src/coxa/locale/<language>/LC_MESSAGES/`. What has no translation
is said in English, the language of the source.
"""

from .cached import per_language
from .catalogs import (
    FOLDER,
    available,
    gettext,
    gettext_noop,
    learn,
    name_of,
    ngettext,
    npgettext,
    pgettext,
)
from .chosen import SOURCE, activate, best_of, current, use
from .saying import Phrases, capital, listed, month, number, weekday

later = gettext_noop

__all__ = [
    "FOLDER",
    "SOURCE",
    "Phrases",
    "activate",
    "available",
    "best_of",
    "capital",
    "current",
    "gettext",
    "gettext_noop",
    "later",
    "learn",
    "listed",
    "month",
    "name_of",
    "ngettext",
    "npgettext",
    "number",
    "per_language",
    "pgettext",
    "use",
    "weekday",
]
