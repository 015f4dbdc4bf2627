"""Translations in and out of a catalog as JSON, for who works without a catalog editor.

{"Chair": "Chaise", "{n} day": ["{n} jour", "{n} jours"]}: a counted text is named by its singular.
A context stands before its text with \\u0004 between, as gettext itself writes it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from tools.languages.catalogs import is_done, read, written

CONTEXT = "\u0004"


def todo(file: Path, most: int | None = None) -> str:
    """What is not translated yet, or fuzzy, in the order of the catalog: {text: ""}."""
    left = [one for one in read(file) if one.id and not is_done(one)]
    return json.dumps({_key(one): _empty(one) for one in left[:most]}, ensure_ascii=False, indent=1)


def fill(file: Path, given: Mapping[str, Any]) -> list[str]:
    """Puts translations in. Returns the texts that this catalog does not have."""
    catalog = read(file)
    known = {_key(one): one for one in catalog if one.id}
    for key, text in given.items():
        if key in known and text and text != _empty(known[key]):
            known[key].string = tuple(text) if isinstance(text, list) else text
            known[key].flags.discard("fuzzy")
    _put(file, catalog)
    return sorted(given.keys() - known.keys())


def _put(file: Path, catalog: Catalog) -> None:
    new = file.with_suffix(".new")
    new.write_bytes(written(catalog))
    new.replace(file)


def _key(message: Any) -> str:
    first = message.id[0] if isinstance(message.id, tuple | list) else message.id
    return f"{message.context}{CONTEXT}{first}" if message.context else str(first)


def _empty(message: Any) -> str | list[str]:
    return ["", ""] if isinstance(message.id, tuple | list) else ""
