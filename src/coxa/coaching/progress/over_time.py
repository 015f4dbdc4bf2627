"""Each check over time: readings by side, the marks they are held against, and what has changed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from coxa.checks.check import Check, Flag, Severity
from coxa.checks.library import checks
from coxa.coaching.check_change import SHARE_OF_CHANCE, chance, is_real, reading_of
from coxa.coaching.progress.judging import Band, Judgement, Point, Verdict
from coxa.coaching.progress.told import Told
from coxa.exercises.vocabulary import SourceStatus
from coxa.training.log import CheckDone, OfSide
from coxa.training.person import Person, Reading, Sided

SEVEREST = ("clear", "mild", "watch")
BETTER = {"higher": 1, "true": 1, "lower": -1, "false": -1}
# A reading by camera may have a source of its error that is not in the words of vocabulary.
STATUS = {"measured": SourceStatus.CONFIRMED}
TRIES = "Your own tries differed by more than the check's usual error (Weir 2005)."
DIFFERS = "An answer that is no number is taken to have changed when it differs."


@dataclass(frozen=True)
class Mark:
    """A value that Coxa acts on: `at` least or at most this `value` counts as within the mark."""

    at: Literal["least", "most"]
    value: float
    severity: Severity


@dataclass(frozen=True)
class Read:
    day: date
    reading: Reading
    method: str


@dataclass(frozen=True)
class CheckSide:
    """One side's readings, oldest first; `side` is "both" for a check without sides.

    `band`: round the first reading, what may be chance. `since_first`, `since_last`: the newest
    reading against the first and against the one before.
    """

    side: OfSide
    reads: tuple[Read, ...]
    band: Band | None
    since_first: Judgement
    since_last: Judgement

    @property
    def newest(self) -> Read:
        return self.reads[-1]

    @property
    def points(self) -> tuple[Point, ...]:
        """The readings that are numbers, grades or yes and no (1 and 0)."""
        return tuple(
            Point(one.day, float(one.reading))
            for one in self.reads
            if not isinstance(one.reading, str)
        )


@dataclass(frozen=True)
class CheckOverTime:
    check: Check
    sides: tuple[CheckSide, ...]
    marks: tuple[Mark, ...]

    @property
    def last_day(self) -> date:
        return max(side.newest.day for side in self.sides)

    def on(self, side: OfSide) -> CheckSide | None:
        return next((one for one in self.sides if one.side == side), None)


def checks_of(told: Told) -> tuple[CheckOverTime, ...]:
    """Every check that was done at least once, as the library lists them."""
    done: dict[str, list[tuple[date, CheckDone]]] = defaultdict(list)
    for day, body in told.of(CheckDone):
        if body.check_id in checks():
            done[body.check_id].append((day, body))
    found = (over_time(checks()[check_id], done[check_id], told.person) for check_id in done)
    return tuple(sorted((one for one in found if one.sides), key=lambda one: one.check.id))


def over_time(
    check: Check, done: Sequence[tuple[date, CheckDone]], person: Person | None
) -> CheckOverTime:
    """A check's readings, given oldest first, for a person of whom age and sex may be known."""
    sides: tuple[OfSide, ...] = ("left", "right", "both")
    return CheckOverTime(
        check=check,
        sides=tuple(one for side in sides if (one := _side(check, side, done)) is not None),
        marks=tuple(marks_of(check, person)) if person else (),
    )


def _side(check: Check, side: OfSide, done: Sequence[tuple[date, CheckDone]]) -> CheckSide | None:
    own = [
        (day, body, reading)
        for day, body in done
        if (side == "both") != isinstance(body.value, Sided)
        and (reading := reading_of(body, side)) is not None
    ]
    if not own:
        return None
    bodies = [body for _, body, _ in own]
    return CheckSide(
        side=side,
        reads=tuple(Read(day, reading, body.method) for day, body, reading in own),
        band=_band(check, side, bodies),
        since_first=compared(check, side, bodies[0], bodies[-1], first=len(own) == 1),
        since_last=compared(check, side, bodies[-2:][0], bodies[-1], first=len(own) == 1),
    )


def compared(
    check: Check, side: OfSide, before: CheckDone, now: CheckDone, *, first: bool = False
) -> Judgement:
    """Two readings of a side. Raises ValueError where either has none of that side."""
    was, is_now = reading_of(before, side), reading_of(now, side)
    if was is None or is_now is None:
        raise ValueError(f"{check.id} was not read on the side {side!r} both times")
    step = chance(check, side, before, now) if check.measure.kind in ("number", "grade") else None
    rule, source, status = _why(check, step, before)
    return Judgement(
        verdict=Verdict.FIRST if first else _verdict(check, side, before, now),
        first=was,
        last=is_now,
        step=step,
        rule=rule,
        source=source,
        status=status,
    )


def _verdict(check: Check, side: OfSide, before: CheckDone, now: CheckDone) -> Verdict:
    was, is_now = reading_of(before, side), reading_of(now, side)
    if was == is_now:
        return Verdict.SAME
    if not is_real(check, side, before, now):
        return Verdict.CHANCE
    way = BETTER.get(check.measure.better)
    if way is None or isinstance(was, str) or isinstance(is_now, str):
        return Verdict.CHANGED
    return Verdict.BETTER if (float(is_now or 0) - float(was or 0)) * way > 0 else Verdict.WORSE


def _why(check: Check, step: float | None, before: CheckDone) -> tuple[str, str, SourceStatus]:
    """Which of the errors decides what may be chance; see `coxa.coaching.check_change`."""
    measure, camera = check.measure, check.camera
    if step is None:
        return "differs", measure.error_note or DIFFERS, SourceStatus.OUR_CHOICE
    if measure.error is not None and step <= max(measure.error, measure.counts_from or 0):
        return "check_error", measure.error_note, _status_of_error(check)
    if camera is not None and step == camera.error.value:
        status = STATUS.get(camera.error.status) or SourceStatus(camera.error.status)
        return "camera_error", camera.error.says, status
    known = [abs(one) * SHARE_OF_CHANCE for one in _numbers(before)]
    if measure.error is None and (measure.kind == "grade" or step in known):
        return "no_error_known", measure.error_note, SourceStatus.OUR_CHOICE
    return "own_tries", TRIES, SourceStatus.MEMORY


def _status_of_error(check: Check) -> SourceStatus:
    """Of the sources of a check, the best known: the error stands among them."""
    known = {source.status for source in check.sources}
    return next(status for status in SourceStatus if status in known)


def _numbers(done: CheckDone) -> list[float]:
    value = done.value
    told = (value.left, value.right) if isinstance(value, Sided) else (value,)
    return [float(one) for one in told if isinstance(one, float | int)]


def _band(check: Check, side: OfSide, bodies: Sequence[CheckDone]) -> Band | None:
    """Round the first reading. A measuring error that only one later reading had is left out."""
    first = reading_of(bodies[0], side)
    if check.measure.kind not in ("number", "grade") or isinstance(first, str) or first is None:
        return None
    step = chance(check, side, bodies[0], bodies[-1])
    return Band(float(first) - step, float(first) + step) if step else None


def marks_of(check: Check, person: Person) -> Iterator[Mark]:
    """The values that a finding begins at for someone of this age and sex, the mildest first.

    Only those that hold for everyone: a flag that also asks for pain is no mark to be held
    against, nor is one about the difference between the sides.
    """
    own = (flag for flag in check.flags if is_level(flag) and is_for(flag, person))
    found = [mark for flag in own if (mark := _mark(flag)) is not None]
    return iter(sorted(_distinct(found), key=lambda m: m.value if m.at == "most" else -m.value))


def _mark(flag: Flag) -> Mark | None:
    """Grades are whole steps: what is flagged from 2 on, or at 1, is within its mark one below."""
    if flag.below is not None:
        return Mark("least", flag.below, flag.severity)
    if flag.above is not None:
        return Mark("most", flag.above, flag.severity)
    if flag.at_least is not None:
        return Mark("most", flag.at_least - 1, flag.severity)
    if isinstance(flag.equals, float) and not isinstance(flag.equals, bool):
        return Mark("most", flag.equals - 1, flag.severity)
    return None


def _distinct(marks: Sequence[Mark]) -> list[Mark]:
    """Of marks for men and for everybody, the first that fits counts, as in the findings."""
    by_severity: dict[str, Mark] = {}
    for one in marks:
        strictest = by_severity.get(one.severity)
        if strictest is None or _stricter(one, strictest):
            by_severity[one.severity] = one
    return list(by_severity.values())


def _stricter(one: Mark, other: Mark) -> bool:
    return one.value > other.value if one.at == "least" else one.value < other.value


def is_level(flag: Flag) -> bool:
    """Whether a flag is about a side's own value, and not about the difference of both."""
    return flag.side_difference_over is None and flag.side_difference_over_share is None


def is_for(flag: Flag, person: Person) -> bool:
    """Whether a flag holds for everybody of this age and sex, whatever they feel."""
    fits = flag.age_from <= person.age <= flag.age_to and flag.sex in (None, person.sex)
    return fits and flag.needs_pain_at is None
