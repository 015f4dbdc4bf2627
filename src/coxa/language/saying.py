"""Numbers, days and lists as the language in use writes them, and tables of words said later."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from .catalogs import gettext, gettext_noop, pgettext

K = TypeVar("K")

WEEKDAYS = (
    gettext_noop("Monday"),
    gettext_noop("Tuesday"),
    gettext_noop("Wednesday"),
    gettext_noop("Thursday"),
    gettext_noop("Friday"),
    gettext_noop("Saturday"),
    gettext_noop("Sunday"),
)


MONTHS = (
    gettext_noop("January"),
    gettext_noop("February"),
    gettext_noop("March"),
    gettext_noop("April"),
    gettext_noop("May"),
    gettext_noop("June"),
    gettext_noop("July"),
    gettext_noop("August"),
    gettext_noop("September"),
    gettext_noop("October"),
    gettext_noop("November"),
    gettext_noop("December"),
)


class Phrases(Mapping[K, str]):
    """Words by what they stand for, written down once and said in the reader's language."""

    def __init__(self, written: Mapping[K, str]) -> None:
        self._written = dict(written)

    def __getitem__(self, key: K) -> str:
        return gettext(self._written[key])

    def __iter__(self) -> Iterator[K]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


def number(value: float, spec: str = "g") -> str:
    """A number by a format such as `g` or `.1f`, with the language's decimal mark: 2.5 or 2,5."""
    # Translators: between whole and parts of a number, as in 2.5.
    return format(value, spec).replace(".", pgettext("decimal mark", "."))


def weekday(day: date) -> str:
    """The day's name, as in the middle of a sentence."""
    return gettext(WEEKDAYS[day.weekday()])


def month(day: date) -> str:
    """The month's name, as behind the number of a day."""
    return gettext(MONTHS[day.month - 1])


def listed(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    # Translators: the last two parts of a list; between earlier ones stands a comma.
    last = gettext("{first} and {last}")
    return last.format(first=", ".join(words[:-1]), last=words[-1])


def capital(words: str) -> str:
    """With a capital letter at the beginning, and the rest as it is."""
    return words[:1].upper() + words[1:]
