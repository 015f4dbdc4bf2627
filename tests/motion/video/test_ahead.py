"""An iterator run by a thread of its own gives the same, sooner."""

import threading
from collections.abc import Iterator
from contextlib import closing
from itertools import count

import pytest

from coxa.motion.video.ahead import ahead


def decoders() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "decoding"]


def test_nothing_is_lost_or_reordered() -> None:
    assert list(ahead(iter(range(1000)))) == list(range(1000))


def test_what_goes_wrong_is_raised_at_its_place() -> None:
    def three() -> Iterator[int]:
        yield from (1, 2, 3)
        raise ValueError("the fourth")

    seen = []
    with pytest.raises(ValueError, match="the fourth"):
        seen.extend(ahead(three()))
    items = ahead(three())
    assert [next(items), next(items), next(items)] == [1, 2, 3]


def test_it_runs_ahead_no_further_than_told() -> None:
    made: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    with closing(ahead(numbers(), most=2)) as items:
        next(items)
        assert len(made) <= 5


def test_who_stops_listening_stops_the_thread() -> None:
    items = ahead(count())
    next(items)
    assert decoders()
    items.close()
    assert not decoders()
