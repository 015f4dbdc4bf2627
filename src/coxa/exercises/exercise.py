"""One exercise as data: what it is, how it is taught, how much of it, and who says so."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from coxa.anatomy.muscles import Muscle
from coxa.exercises.dose import Dose, duration_s
from coxa.exercises.motion import Motion
from coxa.exercises.vocabulary import NEEDS, TAGS, Kind, Position, Sides, SourceStatus
from coxa.reading.faults import unknown_word
from coxa.reading.values import Value
from coxa.reading.worded import WORDS, Worded

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Sentence = Annotated[str, Field(min_length=10, max_length=700), WORDS]
Phrase = Annotated[str, Field(min_length=3, max_length=160), WORDS]
# Who says so, for whoever keeps the file up; no page shows it, so nobody translates it.
Reference = Annotated[str, Field(min_length=3, max_length=700)]


class Muscles(Value):
    """What it trains (a strength move) or lengthens (a stretch)."""

    primary: tuple[Muscle, ...] = Field(min_length=1)
    secondary: tuple[Muscle, ...] = ()


class NeededEquipment(Value):
    required: tuple[str, ...] = ()
    helpful: tuple[Phrase, ...] = ()
    heavier_by: tuple[Literal["band", "weight"], ...] = ()  # what makes it harder, once it is easy

    @field_validator("required")
    @classmethod
    def _known(cls, needs: tuple[str, ...]) -> tuple[str, ...]:
        return all_known("piece of equipment", needs, NEEDS)


class FaultAndMend(Value):
    fault: Phrase
    mend: Phrase


class Teaching(Value):
    """The words that lead a person through it, second person, present tense."""

    set_up: Sentence
    movement: tuple[Phrase, ...] = Field(min_length=1, max_length=6)
    breathing: Phrase
    feel: Phrase
    cues: tuple[Annotated[str, Field(min_length=3, max_length=60), WORDS], ...] = Field(
        min_length=1, max_length=4
    )
    care: tuple[Phrase, ...] = ()
    faults: tuple[FaultAndMend, ...] = Field(min_length=1)


class Ladder(Value):
    easier: tuple[Id, ...] = ()
    harder: tuple[Id, ...] = ()


class Span(Value):
    """The range that a dose may grow in before the exercise itself gets harder: (low, high)."""

    reps: tuple[int, int] | None = None
    hold_s: tuple[int, int] | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        for name, pair in (("reps", self.reps), ("hold_s", self.hold_s)):
            if pair and not 0 < pair[0] <= pair[1]:
                raise ValueError(f"{name} must be [low, high] with 0 < low <= high")
        return self


class DefaultDose(Value):
    sets: int = Field(ge=1, le=10)
    reps: int = Field(ge=1, le=30)
    hold_s: int = Field(ge=0, le=120)
    rest_s: int = Field(ge=0, le=180)
    rep_s: int = Field(ge=0, le=20)
    range: Span
    filled_from: Phrase


class Source(Value):
    """Where it comes from, and the dose as that source gives it, in our words."""

    number: Literal["000", "001", "002", "003", "004"] | None = None
    title: Worded = ""
    status: SourceStatus
    dose: Phrase


class Exercise(Value):
    id: Id
    name: Phrase
    summary: Sentence
    kind: Kind
    position: Position
    family: str = ""
    sides: Sides
    level: int = Field(ge=1, le=5)
    tags: tuple[str, ...]
    muscles: Muscles
    equipment: NeededEquipment = NeededEquipment()
    teaching: Teaching
    ladder: Ladder = Ladder()
    dose: DefaultDose
    motion: Motion | None = None
    sources: tuple[Source, ...] = Field(min_length=1)
    interpretation: Worded = ""

    @field_validator("tags")
    @classmethod
    def _known(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        return all_known("safety tag", tags, TAGS)

    @property
    def tag_set(self) -> frozenset[str]:
        return frozenset(self.tags)

    @property
    def start_dose(self) -> Dose:
        d = self.dose
        return Dose(sets=d.sets, reps=d.reps, hold_s=d.hold_s, rest_s=d.rest_s)

    def sides_worked(self, both: bool) -> int:
        """How many times the sets are done: twice where each side has its turn."""
        return 2 if both and self.sides is Sides.EACH else 1

    def seconds(self, dose: Dose, both: bool = True) -> float:
        return duration_s(dose, self.dose.rep_s, self.sides_worked(both))


def all_known(kind: str, words: tuple[str, ...], known: Mapping[str, object]) -> tuple[str, ...]:
    wrong = [unknown_word(kind, word, known) for word in words if word not in known]
    if wrong:
        raise ValueError("; ".join(wrong))
    if len(set(words)) < len(words):
        raise ValueError("each word stands once")
    return words
