"""One self-check as data: how it is done, what is noted, what is flagged, and what follows."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from coxa.anatomy.muscles import Muscle
from coxa.checks.by_camera import ByCamera
from coxa.exercises.exercise import Id, Phrase, Sentence, all_known
from coxa.exercises.motion import Motion
from coxa.exercises.vocabulary import TAGS, SourceStatus
from coxa.reading.values import Value
from coxa.reading.worded import Worded

Severity = Literal["clear", "mild", "watch"]


class Measure(Value):
    """What is noted: a number in `unit`, one of `options`, or yes/no."""

    kind: Literal["number", "grade", "yes_no", "choice"]
    unit: str = ""
    low: float | None = None
    high: float | None = None
    options: tuple[Worded, ...] = ()  # a grade's words from 0 upwards
    choices: tuple[str, ...] = ()  # the words that a choice is noted by
    better: Literal["higher", "lower", "true", "false", "same"]
    error: float | None = None  # a change no larger than this may be chance
    # Of whole things: the least change that is known to count. Then any smaller one may be chance,
    # and `error` is that same figure, as the table of checks has it.
    counts_from: int | None = None
    error_note: Worded = ""

    def fault_of(self, reading: float | bool | str) -> str | None:
        """What would be right where `reading` is none that this check can give; else None."""
        if self.kind == "yes_no":
            return None if isinstance(reading, bool) else f"{reading!r} must be true or false"
        if self.kind == "choice":
            right = f"{reading!r} must be one of {', '.join(self.choices)}"
            return None if reading in self.choices else right
        if isinstance(reading, str | bool):
            return f"{reading!r} must be a number" + (f" of {self.unit}" if self.unit else "")
        low, high = self._ends()
        if low <= reading <= high:
            return None
        return f"{reading:g} must lie from {low:g} to {high:g} {self.unit}".rstrip()

    def _ends(self) -> tuple[float, float]:
        if self.kind == "grade":
            return 0, len(self.options) - 1
        low = float("-inf") if self.low is None else self.low
        # A clock or a count may go on after the check's own end; a joint may not.
        open_ended = self.high is None or self.unit in ("s", "s held", "count")
        return low, float("inf") if open_ended or self.high is None else self.high


class Flag(Value):
    """One condition under which the value counts as a finding. All that is given must hold."""

    severity: Severity
    below: float | None = None
    above: float | None = None
    at_least: float | None = None
    equals: float | bool | str | None = None
    differs_from: str | None = None
    side_difference_over: float | None = None
    side_difference_over_share: float | None = None
    age_from: int = 0
    age_to: int = 130
    sex: Literal["F", "M"] | None = None
    needs_pain_at: str | None = None
    messages: tuple[str, ...] = ()
    says: Sentence


class Adds(Value):
    """What a finding asks the planner for."""

    stretch: tuple[Muscle, ...] = ()
    strength: tuple[Muscle, ...] = ()
    balance: bool = False
    include: tuple[Id, ...] = ()
    habits: tuple[Id, ...] = ()


class HoldsBack(Value):
    """What a clear finding keeps out until it is gone."""

    exercises: tuple[Id, ...] = ()
    tags: tuple[str, ...] = ()
    max_level: int | None = None

    @field_validator("tags")
    @classmethod
    def _known(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        return all_known("safety tag", tags, TAGS)


class CheckSource(Value):
    title: Phrase
    status: SourceStatus
    says: Phrase


class Check(Value):
    id: Id
    name: Phrase
    question: Sentence
    sides: Literal["each", "together", "compare"]
    position: str
    minutes: Annotated[float, Field(gt=0, le=5)]
    first_visit: int = Field(ge=0, le=9)  # 0 = never on a first visit; 1 is offered first
    for_reasons: tuple[Literal["pain", "recovering", "prevention", "performance"], ...] = ()
    age_from: int = 0
    age_to: int = 130
    tags: tuple[str, ...]
    needs: tuple[Worded, ...] = ()
    steps: tuple[Phrase, ...] = Field(min_length=1)
    stop: Phrase
    measure: Measure
    flags: tuple[Flag, ...]
    adds: Adds
    holds_back: HoldsBack = HoldsBack()
    first_side: bool = True  # the worse side is trained first and gets one set more
    worth: Sentence  # what this check can and cannot tell, said honestly
    motion: Motion | None = None
    shown_by: Id | None = None  # an exercise or check whose motion shows this one
    instead: Id | None = None  # a kinder check where this one is left out
    camera: ByCamera | None = None  # how a camera measures it, where one can
    sources: tuple[CheckSource, ...] = Field(min_length=1)

    @field_validator("tags")
    @classmethod
    def _known(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        return all_known("safety tag", tags, TAGS)
