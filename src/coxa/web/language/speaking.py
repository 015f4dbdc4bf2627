"""Django's words and Coxa's own, always in the same language."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.utils import translation

from coxa import language


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Say words in this language inside the `with`."""
    with language.use(tag), translation.override(for_django(language.current())):
        yield


def for_django(tag: str) -> str:
    """English is written as in Great Britain; Django has the rest under Coxa's own tags."""
    return settings.LANGUAGE_CODE if tag == language.SOURCE else tag


def best_for(wished: Iterable[str]) -> str:
    """The first wished language that there is; English if none is."""
    return language.best_of(wished, language.available()) or language.SOURCE
