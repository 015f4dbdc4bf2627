"""Looser, the same or stiffer: what was said after each session."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args
from uuid import UUID

from coxa.coaching.blocks import monday_of
from coxa.coaching.progress.told import Told

Feels = Literal["looser", "same", "stiffer"]
FEELS: tuple[Feels, ...] = get_args(Feels)
LATELY = timedelta(days=28)  # what is summed up in words; our choice


@dataclass(frozen=True)
class Felt:
    """After one session."""

    session_id: UUID
    day: date
    feels: Feels


@dataclass(frozen=True)
class FeltWeek:
    monday: date
    counts: dict[Feels, int]


@dataclass(frozen=True)
class FeelsProgress:
    """Every answer, oldest first; by week; and how often each was given in the last four weeks."""

    answers: tuple[Felt, ...]
    weeks: tuple[FeltWeek, ...]
    lately: dict[Feels, int]


def feels_of(told: Told) -> FeelsProgress:
    answers = tuple(
        Felt(one.session_id, one.day, one.done.feels)
        for one in told.records
        if one.done and one.done.feels
    )
    weeks: dict[date, Counter[Feels]] = {}
    for one in answers:
        weeks.setdefault(monday_of(one.day), Counter())[one.feels] += 1
    lately = Counter(one.feels for one in answers if told.today - one.day < LATELY)
    return FeelsProgress(
        answers=answers,
        weeks=tuple(FeltWeek(monday, _each(weeks[monday])) for monday in sorted(weeks)),
        lately=_each(lately),
    )


def _each(counts: "Counter[Feels]") -> dict[Feels, int]:
    return {feels: counts[feels] for feels in FEELS}
