"""A language in which every text is itself between brackets: what has none was never translated.

Its tag is that of Esperanto, since Django has to know the language; its catalogs are made from the
source, so it is always complete.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from unicodedata import normalize

from babel.messages import Catalog
from django.utils import translation
from django.utils.dates import MONTHS, MONTHS_3, MONTHS_ALT, WEEKDAYS
from django.utils.translation import trans_real
from tools.languages import catalogs
from tools.languages.subjects import SUBJECTS

from coxa.language import catalogs as spoken

TAG = "eo"
OPEN, CLOSE = "⟦", "⟧"
INNERMOST = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
IN_TWO = re.compile(r"([a-z ]+) \(([a-z ]+)\)$")  # "thigh (quadriceps)": either part is said alone
MARKUP = re.compile(r"<[^>]+>")
# A fraction with a comma, in an attribute that is one number.
OF_MACHINES = re.compile(r'[\w-]+="-?\d+,\d+"')
WORD = re.compile(r"[^\W\d_]{3,}")
SAID = ("aria-label", "alt", "title", "placeholder", "data-label", "aria-valuetext")
SILENT = ("script", "style", "code", "template")
# The same in every language, or a person's own: names, and Django's names of days and months.
NAMES = frozenset({"Coxa", "Greta", "Esperanto", "English", "SHA", "eparmedx", "com", "gait"})


@contextmanager
def spoken_everywhere(folder: Path) -> Iterator[None]:
    """Coxa and Django read the pseudo-language from `folder` inside the `with`."""
    _write(folder)
    before, spoken.FOLDER = spoken.FOLDER, folder
    _forget()
    try:
        yield
    finally:
        spoken.FOLDER = before
        _forget()


def left_in_english(html: str) -> list[str]:
    """What a page shows outside brackets, in the order in which it stands there."""
    page = _Page()
    page.feed(html)
    known = NAMES | _of_dates()
    return [text for text in page.texts if _words(_bare(text)) - known]


def commas_for_machines(html: str) -> list[str]:
    """Attributes whose number has a decimal comma: browsers read points only."""
    return OF_MACHINES.findall(html)


def _words(text: str) -> set[str]:
    return set(WORD.findall(normalize("NFC", text)))


def _of_dates() -> set[str]:
    """Django's names of days and months: it has them in its own catalogs."""
    with translation.override(TAG):
        tables = (WEEKDAYS, MONTHS, MONTHS_3, MONTHS_ALT)
        names = [str(name) for table in tables for name in table.values()]
        return {word for name in names for word in _words(f"{name} {name.capitalize()}")}


def _bare(text: str) -> str:
    while (shorter := INNERMOST.sub(" ", text)) != text:
        text = shorter
    return text


def _write(folder: Path) -> None:
    made = folder / TAG / "LC_MESSAGES"
    made.mkdir(parents=True)
    for name, template in catalogs.templates(SUBJECTS).items():
        catalog = Catalog(locale=TAG)
        for one in template:
            if one.id:
                catalog.add(one.id, _between(one.id), context=one.context)
        (made / f"{name}.po").write_bytes(catalogs.written(catalog))
    catalogs.compile_all(folder)


def _between(text):
    if isinstance(text, tuple | list):
        return tuple(_between(one) for one in text)
    if with_names := IN_TWO.match(text):
        return f"{_between(with_names[1])} ({_between(with_names[2])})"
    return OPEN + MARKUP.sub(rf"{CLOSE}\g<0>{OPEN}", text) + CLOSE


def _forget() -> None:
    spoken._catalog.cache_clear()
    spoken.available.cache_clear()
    trans_real._translations.clear()


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag, attrs):
        self._silent += tag in SILENT
        if not self._silent:
            self.texts += [value for name, value in attrs if name in SAID and value]

    def handle_endtag(self, tag):
        self._silent -= tag in SILENT

    def handle_data(self, data):
        if not self._silent and data.strip():
            self.texts.append(" ".join(data.split()))
