"""Which language words are said in, in this thread or task: no global, so two readers never mix."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

SOURCE = "en"  # the language that the source is written in

_chosen: ContextVar[str] = ContextVar("coxa_language", default=SOURCE)


def current() -> str:
    """The tag of the language in use, such as `fr` or `pt-br`; English unless said otherwise."""
    return _chosen.get()


def activate(tag: str) -> None:
    """Say words in this language from here on, in this thread or task."""
    _chosen.set(normal(tag))


@contextmanager
def use(tag: str) -> Iterator[None]:
    """Say words in this language inside the `with`, then in the one of before."""
    before = _chosen.set(normal(tag))
    try:
        yield
    finally:
        _chosen.reset(before)


def normal(tag: str) -> str:
    """`pt_BR.UTF-8`, `pt-BR` and `pt_br@euro` are all `pt-br`."""
    return tag.partition(".")[0].partition("@")[0].strip().replace("_", "-").lower()


def best_of(wished: Iterable[str], known: Iterable[str]) -> str | None:
    """The first wished language that is known, itself or without its region; None if none is."""
    choices = set(known)
    for tag in map(normal, wished):
        for candidate in (tag, tag.partition("-")[0]):
            if candidate in choices:
                return candidate
    return None
