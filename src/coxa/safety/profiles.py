"""What each condition a person may name means for their training: one row a word, in a table."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, field_validator

from coxa.exercises.exercise import all_known
from coxa.exercises.vocabulary import TAGS
from coxa.language import per_language
from coxa.reading.faults import Fault, FaultyInputError
from coxa.reading.values import Value, read_value
from coxa.reading.worded import Worded, in_language

TABLE = Path(__file__).with_name("conditions.csv")
LISTS = (
    "exclude_tags",
    "exclude_tags_strength",
    "exclude_ids",
    "exclude_tags_when_painful",
    "prefer_ids",
    "only_tags",
    "only_ids",
    "messages",
)


class Profile(Value):
    """One row of conditions.csv. A word with weeks (`pregnant_weeks_28`) is the row's code plus
    `_weeks_N`; the row counts while `from_week` <= N <= `until_week`."""

    code: str
    words: Worded  # how the person reads it
    counts_weeks: bool = False
    from_week: int = 0
    until_week: int = 10_000
    exclude_tags: frozenset[str] = frozenset()
    exclude_tags_strength: frozenset[str] = frozenset()
    exclude_tags_when_painful: frozenset[str] = frozenset()
    exclude_ids: frozenset[str] = frozenset()
    only_tags: frozenset[str] = frozenset()  # with only_ids: nothing else is planned
    only_ids: frozenset[str] = frozenset()
    prefer_ids: frozenset[str] = frozenset()
    max_level: int = Field(default=5, ge=1, le=5)
    trained_max_level: int = Field(default=0, ge=0, le=5)  # for who trained before; 0 = max_level
    max_hold_s: int = Field(default=0, ge=0)  # 0 = no limit; isometric holds only
    pain_cap: int = Field(default=5, ge=0, le=10)
    balance_days: int = Field(default=0, ge=0, le=7)
    needs_clearance: bool = False
    restricts: bool = True  # starts at level 2 at most
    messages: tuple[str, ...] = ()
    why: Worded  # said to the person beside what is left out
    source: str

    @field_validator("exclude_tags", "exclude_tags_strength", "exclude_tags_when_painful")
    @classmethod
    def _known(cls, tags: frozenset[str]) -> frozenset[str]:
        all_known("safety tag", tuple(sorted(tags)), TAGS)
        return tags


def load_profiles(table: Path = TABLE) -> tuple[Profile, ...]:
    """All rows, in order; several rows may share a code for different weeks."""
    rows: list[Profile] = []
    faults: list[Fault] = []
    with table.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            try:
                rows.append(_read(row, f"{table.name}:{line}"))
            except FaultyInputError as error:
                faults.extend(error.faults)
    if faults:
        raise FaultyInputError(faults)
    return tuple(rows)


@per_language()
def profiles() -> tuple[Profile, ...]:
    return load_profiles()


def _read(row: Mapping[str, str], place: str) -> Profile:
    return in_language(read_value(Profile, _cells(row), place))


def _cells(row: Mapping[str, str]) -> dict[str, Any]:
    """A row's cells; an empty one leaves the default, a list's parts stand between semicolons."""
    return {k: tuple(v.split(";")) if k in LISTS else v for k, v in row.items() if v}
