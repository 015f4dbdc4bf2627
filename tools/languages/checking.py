"""What is wrong with a translation, message by message."""

import re
from collections.abc import Iterator
from typing import Any

from babel.messages import Catalog
from tools.languages.catalogs import is_done

PLACES = re.compile(r"%\(\w+\)[sd]|\{\w*(?::[^}]*)?\}|%%")
MARKUP = re.compile(r"</?[a-z]+[^>]*>|&[a-z]+;")
# French puts a no-break space before these, narrow or not; at an ordinary one the line breaks.
LOOSE = re.compile(r" [;:!?»](?!\w)|« ")
TIGHT = re.compile(r"[\wéèà)](?:[;!?])(?=\s|$)")
WHOLE = "all texts are translated"


def faults_of(catalog: Catalog, tag: str) -> Iterator[str]:
    """Each fault in a line: what is not translated, and what in a translation does not fit."""
    for message in catalog:
        if not message.id:
            continue
        shown = _shown(message)
        if message.fuzzy:
            yield f"fuzzy: {shown}: the English has changed; put it right and take out `fuzzy`"
        elif not is_done(message):
            yield f"not translated: {shown}"
        else:
            yield from (f"{fault}: {shown}" for fault in _wrong(message, tag))


def _wrong(message: Any, tag: str) -> Iterator[str]:
    ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    for text in texts:
        yield from _differences(ids, text)
        if tag.startswith("fr"):
            yield from _french(text)


def _differences(ids: tuple[str, ...], text: str) -> Iterator[str]:
    source = ids[-1]
    # A form for one may say "one" in words, so it may leave its number out.
    allowed, needed = set(PLACES.findall(source)), set(PLACES.findall(ids[0]))
    found = set(PLACES.findall(text))
    if found - allowed - needed or (len(ids) == 1 and needed - found):
        yield f"placeholders differ ({_listed(needed | allowed)} and {_listed(found)})"
    if sorted(MARKUP.findall(source)) != sorted(MARKUP.findall(text)):
        yield "markup differs"
    for end, name in ((str.lstrip, "beginning"), (str.rstrip, "end")):
        if (end(source) == source) != (end(text) == text):
            yield f"space at the {name} differs"
    if (
        len(source.strip()) > 1
        and source.rstrip()[-1:] in ".?"
        and text.rstrip()[-1:] not in ".?!…»)”"
    ):
        yield "the full stop or question mark at the end is missing"


def _french(text: str) -> Iterator[str]:
    bare = MARKUP.sub("", PLACES.sub("x", text))
    if LOOSE.search(bare):
        yield "an ordinary space stands before ; : ! ? or inside « »: it must be a no-break one"
    if TIGHT.search(bare):
        yield "; ! ? want a narrow no-break space (U+202F) before them"
    if "'" in bare:
        yield "the straight apostrophe ' must be ’"


def _listed(places: set[str]) -> str:
    return ", ".join(sorted(places)) or "none"


def _shown(message: Any, most: int = 70) -> str:
    text = message.id[0] if isinstance(message.id, tuple | list) else message.id
    return text if len(text) <= most else text[: most - 1] + "…"
