"""The cases of a review: each exercise in the log that has a session, in the log's order."""

from collections.abc import Mapping

from coxa.exercises.exercise import Exercise
from coxa.safety.profiles import profiles
from coxa.training.case import Case
from coxa.training.person import Person, split_weeks
from coxa.training.phases import LEVEL_WITH_CARE, phase_of

WITH_CARE_FROM = 65  # years of age


def cases_of(
    person: Person,
    library: Mapping[str, Exercise],
    pain_cap: float,
    allowed: frozenset[str] | None = None,
    top_level: int = 5,
    max_hold_s: float = 0,
) -> tuple[Case, ...]:
    logs = {one.exercise_id: one for one in reversed(person.history.log) if one.sessions}
    named = dict.fromkeys(one.exercise_id for one in person.history.log)
    return tuple(
        Case(person, library[name], logs[name], library, pain_cap, allowed, top_level, max_hold_s)
        for name in named
        if name in logs and name in library
    )


def level_gate(person: Person) -> int:
    """The phase's ceiling for the person's experience; lower from 65 or with a condition."""
    top = phase_of(person, 1).top_level[person.level]
    words = {split_weeks(word)[0] for word in person.conditions}
    restricted = any(row.restricts for row in profiles() if row.code in words)
    with_care = person.age >= WITH_CARE_FROM or restricted
    return min(top, LEVEL_WITH_CARE) if with_care else top
