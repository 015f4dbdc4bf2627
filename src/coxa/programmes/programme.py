"""A programme as its author wrote it, and the same filled in where the author was silent."""

from typing import Annotated, Literal

from pydantic import Field

from coxa.exercises.exercise import Id, Phrase, Sentence
from coxa.exercises.motion import Motion
from coxa.reading.values import Value
from coxa.reading.worded import Worded

Days = Annotated[tuple[Annotated[int, Field(ge=1, le=7)], ...], Field(min_length=1, max_length=7)]


class ProgrammeItem(Value):
    """One exercise. A figure the source does not give is absent, and `filled` says whose it is."""

    exercise_id: Id
    sets: int | None = None
    reps: int | None = None
    hold_s: float | None = None
    rest_s: float | None = None
    side: Literal["both", "left", "right", "none"] = "both"
    filled: tuple[Literal["sets", "reps", "hold_s", "rest_s", "side"], ...] = ()
    filled_from: Worded = ""
    note: Worded = ""


class ProgrammeSession(Value):
    """A list done on the given days (1 = Monday), in this order."""

    id: Id
    name: Phrase
    days: Days
    times_a_day: int = Field(default=1, ge=1, le=3)
    from_week: int = Field(default=1, ge=1)
    to_week: int = Field(default=12, ge=1)
    items: tuple[ProgrammeItem, ...] = Field(min_length=1)


class Version(Value):
    says: Sentence
    sessions: tuple[ProgrammeSession, ...] = Field(min_length=1)


class Programme(Value):
    id: Annotated[str, Field(pattern=r"^p00[0-4]$")]
    source: Literal["000", "001", "002", "003", "004"]
    name: Phrase
    publisher: Phrase
    summary: Sentence
    frequency: Phrase
    weeks: int = Field(ge=1, le=26)
    rules: tuple[Phrase, ...]
    honest: tuple[Phrase, ...]  # what we say about it that the source does not
    habits: tuple[Id, ...] = ()
    checks: tuple[Id, ...] = ()
    as_written: Version  # doses absent where the source is silent
    filled: Version  # every figure present


class Habit(Value):
    id: Id
    name: Phrase
    summary: Sentence
    when: Phrase
    how: tuple[Phrase, ...] = Field(min_length=1)
    why: Sentence
    source: Literal["000", "001", "002", "003", "004"]
    motion: Motion | None = None
    shown_by: Id | None = None  # an exercise or check whose motion shows this one
    interpretation: Worded = ""
