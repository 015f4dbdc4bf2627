"""What was decided where an exercise's tag and its muscle vector say different things."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import model_validator

from coxa.anatomy.muscles import Muscle
from coxa.reading.folders import read_file
from coxa.reading.values import Value
from coxa.training.person import ExerciseId

Counts = Literal["tag", "half", "vector"]

FILE = Path(__file__).with_suffix(".toml")


class Decided(Value):
    """One exercise and muscle that someone looked at.

    `counts` names what the planner takes: the tag, half, or the vector.
    """

    exercise: ExerciseId
    muscle: Muscle
    counts: Counts
    change_tag: bool = False  # the tag itself should follow
    seen: str  # what was looked at, and why it is decided so


class _File(Value):
    decided: tuple[Decided, ...] = ()

    @model_validator(mode="after")
    def _once_each(self) -> Self:
        pairs = Counter((one.exercise, one.muscle) for one in self.decided)
        twice = [f"{exercise}, {muscle}" for (exercise, muscle), n in pairs.items() if n > 1]
        if twice:
            raise ValueError(f"each exercise and muscle is decided once: {'; '.join(twice)}")
        return self


@cache
def decided() -> Mapping[tuple[str, Muscle], Decided]:
    """By exercise and muscle."""
    return {(one.exercise, one.muscle): one for one in read_file(FILE, _File).decided}
