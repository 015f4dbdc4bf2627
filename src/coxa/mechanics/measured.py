"""What studies measured in our exercises, read from measured.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from coxa.anatomy.muscles import Muscle
from coxa.language import per_language
from coxa.reading.folders import read_file
from coxa.reading.values import Value
from coxa.reading.worded import Worded

FILE = Path(__file__).with_name("measured.toml")
Percent = Annotated[float, Field(gt=0, le=200)]


@dataclass(frozen=True)
class Measured:
    """A muscle's activity in an exercise, as percent of its greatest in a test; `sd` between
    people. `statistic`: mean or peak of the exercise. `exercise` is what the study calls it."""

    percent: float
    sd: float | None
    people: int
    statistic: str
    study: str
    doi: str
    pmid: str
    exercise: str


class _Study(Value):
    words: Worded
    doi: str = ""
    pmid: str
    people: int
    statistic: Literal["mean", "peak"]


class _Figure(Value):
    exercises: tuple[str, ...] = Field(min_length=1)
    called: Worded
    study: str
    muscle: Muscle
    percent: Percent
    sd: Percent | None = None


class _File(Value):
    studies: Mapping[str, _Study]
    figures: tuple[_Figure, ...]


@per_language()
def measured() -> Mapping[tuple[str, Muscle], Measured]:
    """By exercise and muscle, on the working side."""
    read = read_file(FILE, _File)
    found: dict[tuple[str, Muscle], Measured] = {}
    for figure in read.figures:
        study = read.studies[figure.study]
        for exercise in figure.exercises:
            found[exercise, figure.muscle] = Measured(
                percent=figure.percent,
                sd=figure.sd,
                people=study.people,
                statistic=study.statistic,
                study=study.words,
                doi=study.doi,
                pmid=study.pmid,
                exercise=figure.called,
            )
    return found
