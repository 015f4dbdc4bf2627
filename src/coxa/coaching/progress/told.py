"""The log put in order once, for every subject that reads it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from coxa.coaching.blocks import Block, block_of
from coxa.coaching.follow import person_of
from coxa.coaching.sessions import SessionRecord, sessions_of
from coxa.reading.values import Value
from coxa.training.log import (
    EffortGiven,
    Entry,
    ExerciseChanged,
    Log,
    SessionStarted,
    SetDone,
    Standing,
    in_force,
)
from coxa.training.person import Person

B = TypeVar("B", bound=Value)
C = TypeVar("C", bound=Value)

# Most of a long log, and all of it in the records.
_IN_RECORDS = (SetDone, SessionStarted, EffortGiven, ExerciseChanged)


@dataclass(frozen=True)
class Told:
    """What a person has told up to `today`, corrections made; and their sessions, oldest first.

    `answers` is the log without the sets and what else stands in the sessions only.
    """

    answers: Log
    records: tuple[SessionRecord, ...]
    today: date

    def of(self, kind: type[B], or_kind: type[C] | None = None) -> Iterator[tuple[date, B | C]]:
        """The answers of a kind, or of either of two, with their days, oldest first."""
        kinds = (kind, or_kind or kind)
        for entry in self.answers:
            if isinstance(entry.body, kinds):
                yield entry.day, entry.body

    @cached_property
    def trained(self) -> tuple[SessionRecord, ...]:
        """The sessions in which the body has worked, *Done* pressed or not."""
        return tuple(one for one in self.records if one.trained)

    @cached_property
    def person(self) -> Person | None:
        """None until the safety page and "about me" are answered."""
        return person_of(self.answers, self.records, self.today)

    @cached_property
    def block(self) -> Block | None:
        return block_of(self.answers, self.records, self.today)


def told(entries: Iterable[Entry], today: date) -> Told:
    log = in_force(entries)
    if log and max(entry.day for entry in log) > today:
        log = Standing(entry for entry in log if entry.day <= today)
    answers = Standing(entry for entry in log if not isinstance(entry.body, _IN_RECORDS))
    return Told(answers, sessions_of(log), today)
