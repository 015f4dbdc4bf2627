"""Which texts of a value are words to persons, and the value with them in the reader's language.

A field is declared once, by its type: `name: Worded`, or any `Annotated[str, ..., WORDS]`, alone or
in a list, a table or another value. The catalogs are made from the same declaration.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from coxa.language import SOURCE, current, gettext


class Words:
    """Marks a text as words to persons; ids, units and names of files go without it."""

    def __repr__(self) -> str:
        return "WORDS"


WORDS = Words()
Worded = Annotated[str, WORDS]

M = TypeVar("M", bound=BaseModel)
Say = Callable[[str], str]
Sayer = Callable[[Any, Say], Any]

HOLDS = (str, BaseModel, tuple, Mapping)  # what can have words: a number in its place has none


def in_language(value: M) -> M:
    """The value with its words in the language in use; the very same one in English."""
    return value if current() == SOURCE else said(value, gettext)


def words_of(value: BaseModel) -> Iterator[tuple[str, str]]:
    """Each text that is translated, with its field: ("teaching", "Press both feet down.")."""
    for name, sayer in _fields(type(value)).items():
        found: list[str] = []
        sayer(getattr(value, name), lambda text, found=found: found.append(text) or text)  # type: ignore[misc]
        yield from ((name, text) for text in found if text)


def said(value: M, say: Say) -> M:
    """The value with each text that is declared as words said by `say`."""
    changed = {
        name: sayer(getattr(value, name), say) for name, sayer in _fields(type(value)).items()
    }
    return value.model_copy(update=changed) if changed else value


@cache
def _fields(kind: type[BaseModel]) -> Mapping[str, Sayer]:
    found = {name: _sayer(info) for name, info in kind.model_fields.items()}
    return {name: sayer for name, sayer in found.items() if sayer}


def _sayer(field: Any) -> Sayer | None:
    # Pydantic takes a field's own marks off its type, and keeps them beside it.
    return _text if WORDS in field.metadata else _sayer_of(field.annotation)


def _sayer_of(kind: Any) -> Sayer | None:
    """How the words in something of this type are said; None where there are none in it."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return said if _fields(kind) else None
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _text if WORDS in parts else _sayer_of(parts[0])
    inner = next(filter(None, map(_sayer_of, parts)), None)
    return None if inner is None else _of_parts(origin, inner)


def _of_parts(origin: Any, inner: Sayer) -> Sayer:
    if origin in (Union, UnionType):
        return lambda given, say: inner(given, say) if isinstance(given, HOLDS) else given
    if origin is tuple:
        return lambda given, say: tuple(inner(one, say) for one in given)
    return lambda given, say: {key: inner(one, say) for key, one in given.items()}


def _text(given: str, say: Say) -> str:
    return say(given) if given else given
