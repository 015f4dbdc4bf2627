"""The words of scripts: what is asked of `phrase` and `counted` (assets/phrases.js)."""

import json
from collections.abc import Iterator
from gettext import c2py  # type: ignore[attr-defined]
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract
from tools.languages.where import Message, relative

KEYWORDS = {"phrase": None, "counted": (1, 2)}
COUNTED_TO = 200  # no script counts farther


def words_of_script(path: Path) -> Iterator[Message]:
    with path.open("rb") as file:
        for _, text, comments, _ in extract("javascript", file, KEYWORDS, ["Translators:"]):
            words = (text[0], text[1]) if isinstance(text, tuple) else text
            yield Message(words, relative(path), " ".join(comments))


# Of the domain's sentences those that a browser's own Python says.
IN_BROWSER = ("src/coxa/motion/watching/", "src/coxa/language/", "src/coxa/web/camera/")


def as_json(catalog: Catalog, of: tuple[str, ...] = ("",)) -> str:
    """What a page brings along, of the files that begin so. The plural rule is written out: a page
    may not run it as code."""
    done = {
        _key(one): one.string
        for one in catalog
        if one.id and one.string and not one.fuzzy and all(one.string) and _is_of(one, of)
    }
    form = c2py(catalog.plural_expr)
    rule = "".join(str(int(form(n))) for n in range(COUNTED_TO))
    return json.dumps({"phrases": done, "plural": rule}, ensure_ascii=False)


def _key(message: Any) -> str:
    first = message.id[0] if isinstance(message.id, tuple | list) else message.id
    return f"{message.context}\x04{first}" if message.context else str(first)


def _is_of(message: Any, beginnings: tuple[str, ...]) -> bool:
    return any(file.startswith(beginnings) for file, _ in message.locations)
