"""A cache for what holds words: one answer a language, so that nobody reads another's."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from .chosen import current

P = ParamSpec("P")
T = TypeVar("T")


def per_language(most: int | None = None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """As `functools.lru_cache(most)`, with the language in use as part of what is asked."""

    def cached(make: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize=most)
        def made(_tag: str, *args: P.args, **kwargs: P.kwargs) -> T:
            return make(*args, **kwargs)

        @wraps(make)
        def asked(*args: P.args, **kwargs: P.kwargs) -> T:
            return made(current(), *args, **kwargs)  # type: ignore[arg-type]

        asked.cache_clear = made.cache_clear  # type: ignore[attr-defined]
        return asked

    return cached
