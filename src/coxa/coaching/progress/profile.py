"""The hip profile: mobility by direction, strength, control and symmetry, each with its terms.

A score is a count: of the terms that have been judged, how many are within their mark. A term is
one check. What is not yet checked, what has no mark for a person of this age and sex, and what
safety leaves out are said, and are no part of the score.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import field_validator

from coxa.anatomy.sides import BOTH, Side
from coxa.checks.check import Check, Severity
from coxa.checks.library import checks
from coxa.coaching.assess import findings_of, screen_check
from coxa.coaching.progress.judging import Verdict
from coxa.coaching.progress.over_time import (
    CheckOverTime,
    CheckSide,
    Mark,
    is_for,
    is_level,
    marks_of,
)
from coxa.coaching.progress.told import Told
from coxa.coaching.screen import screen
from coxa.reading.faults import unknown_word
from coxa.reading.folders import read_file
from coxa.reading.values import Value
from coxa.training.limits import Limits
from coxa.training.log import OfSide
from coxa.training.person import Person, Reading, Sided

FILE = Path(__file__).with_name("profile.toml")
SYMMETRY = "symmetry"
PartId = Literal["mobility", "strength", "control", "symmetry"]


class Line(Value):
    id: str
    checks: tuple[str, ...]

    @field_validator("checks")
    @classmethod
    def _known(cls, ids: tuple[str, ...]) -> tuple[str, ...]:
        for one in ids:
            if one not in checks():
                raise ValueError(unknown_word("check", one, checks()))
        return ids


class PartRow(Value):
    id: PartId
    lines: tuple[Line, ...]


class _File(Value):
    parts: tuple[PartRow, ...]


@cache
def parts() -> tuple[PartRow, ...]:
    return read_file(FILE, _File).parts


class State(StrEnum):
    WITHIN = "within"  # within its mark
    SHORT = "short"  # beyond it: the plan works on it
    NO_MARK = "no_mark"  # read, and no mark is known for this person: its own change counts
    UNCHECKED = "unchecked"  # not yet checked, or not on both sides where that is asked
    LEFT_OUT = "left_out"  # safety leaves this check out


COUNTED = (State.WITHIN, State.SHORT)


@dataclass(frozen=True)
class TermSide:
    side: OfSide
    reading: Reading
    state: State
    moved: Verdict  # against the first reading of this side
    step: float | None = None  # a change no larger may be chance, in the unit of the check


@dataclass(frozen=True)
class Term:
    """One check's part in a score.

    `line`: what it tells of, such as a direction. `finding`: what the plan makes of it, in a
    sentence, "" where nothing. `severity`: of the finding. `why_not`: why safety leaves it out.
    `difference`: between the sides, of a term of symmetry, in the unit of the check.
    """

    check: Check
    line: str
    state: State
    sides: tuple[TermSide, ...] = ()
    marks: tuple[Mark, ...] = ()
    day: date | None = None  # of the newest reading
    finding: str = ""
    severity: Severity | None = None
    why_not: str = ""
    difference: float | None = None


@dataclass(frozen=True)
class Part:
    """`within` of `judged` terms are within their mark: the score, which is no percentage."""

    id: PartId
    terms: tuple[Term, ...]

    @property
    def judged(self) -> int:
        return sum(term.state in COUNTED for term in self.terms)

    @property
    def within(self) -> int:
        return sum(term.state is State.WITHIN for term in self.terms)

    def in_state(self, *states: State) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if term.state in states)


@dataclass(frozen=True)
class HipProfile:
    parts: tuple[Part, ...]

    @property
    def checked(self) -> bool:
        """Whether anything of it was ever checked."""
        return any(term.sides for part in self.parts for term in part.terms)

    def part(self, part_id: PartId) -> Part:
        return next(part for part in self.parts if part.id == part_id)


def profile_of(told: Told, done: tuple[CheckOverTime, ...]) -> HipProfile | None:
    """None until the safety page and "about me" are answered: marks go by age and sex."""
    person = told.person
    if person is None:
        return None
    limits = screen(person, told.today).limits
    known = {one.check.id: one for one in done}
    return HipProfile(
        tuple(Part(row.id, tuple(_terms(row, person, limits, known))) for row in parts())
    )


def _terms(
    row: PartRow, person: Person, limits: Limits, known: Mapping[str, CheckOverTime]
) -> Iterator[Term]:
    for line in row.lines:
        for check_id in line.checks:
            check, found = checks()[check_id], known.get(check_id)
            if found is None:
                yield _missing(check, line.id, limits)
            elif row.id == SYMMETRY:
                yield _difference(found, line.id, person)
            else:
                yield _level(found, line.id, person)


def _missing(check: Check, line: str, limits: Limits) -> Term:
    why = screen_check(check, limits)
    if why is not None:
        return Term(check, line, State.LEFT_OUT, why_not=why.reason)
    return Term(check, line, State.UNCHECKED)


def _level(found: CheckOverTime, line: str, person: Person) -> Term:
    """Each side's newest reading held against the marks; the worse side is the term's."""
    check, judged = _only(found.check.id, level=True), []
    worst = None
    has_mark = any(is_for(flag, person) for flag in check.flags)
    for side in found.sides:
        finding = next(findings_of(check, side.newest.reading, person), None)
        state = State.SHORT if finding else State.WITHIN if has_mark else State.NO_MARK
        judged.append(_term_side(side, state))
        worst = worst or finding
    state = max((one.state for one in judged), key=_WORSE.index)
    return Term(
        check=found.check,
        line=line,
        state=state,
        sides=tuple(judged),
        marks=tuple(marks_of(check, person)),
        day=found.last_day,
        finding=worst.says if worst else "",
        severity=worst.severity if worst else None,
    )


_WORSE = (State.NO_MARK, State.WITHIN, State.SHORT)


def _difference(found: CheckOverTime, line: str, person: Person) -> Term:
    """Both sides' newest readings against each other, by the check's own figure for that."""
    check = found.check
    if check.sides == "compare":
        return _level(found, line, person)
    left, right = (found.on(side.value) for side in BOTH)
    if left is None or right is None:
        return Term(check, line, State.UNCHECKED, day=found.last_day)
    value = Sided(left=left.newest.reading, right=right.newest.reading)
    finding = next(findings_of(_only(check.id, level=False), value, person), None)
    state = State.SHORT if finding else State.WITHIN
    behind = finding.side if finding else None
    return Term(
        check=check,
        line=line,
        state=state,
        sides=tuple(
            _term_side(one, State.SHORT if behind == side else State.WITHIN)
            for side, one in ((Side.LEFT, left), (Side.RIGHT, right))
        ),
        day=found.last_day,
        finding=finding.says if finding else "",
        severity=finding.severity if finding else None,
        difference=abs(float(left.newest.reading) - float(right.newest.reading)),
    )


def _term_side(side: CheckSide, state: State) -> TermSide:
    judged = side.since_first
    return TermSide(side.side, side.newest.reading, state, judged.verdict, judged.step)


def _only(check_id: str, level: bool) -> Check:
    """A check with only its flags about one side's value, or only those about the difference."""
    check = checks()[check_id]
    return check.model_copy(
        update={"flags": tuple(flag for flag in check.flags if is_level(flag) is level)}
    )
