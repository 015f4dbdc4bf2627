"""What the log means for each exercise: the first rule that moves wins, and at most two go up."""

from collections.abc import Iterable, Mapping
from typing import Any

from coxa.exercises.dose import Dose
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.language import gettext as _
from coxa.language import later
from coxa.training.case import Case, Move
from coxa.training.cases import cases_of, level_gate
from coxa.training.messages import messages_of
from coxa.training.moves import hold
from coxa.training.person import Person
from coxa.training.plan import Decision
from coxa.training.rules.order import first_move

__all__ = ["decide_all", "messages_of"]

MOST_INCREASES = 2  # a review: dosing page, section 5
REVIEW_DAYS = 7  # what was done before the last review was counted then
UP = ("increase", "swap_harder")
HELD_BACK = "hold_beyond_two_increases"


def decide_all(
    person: Person,
    library: Mapping[str, Exercise] | None = None,
    pain_cap: float = 5,
    allowed: frozenset[str] | None = None,
    top_level: int | None = None,
    max_hold_s: float = 0,
) -> tuple[Decision, ...]:
    """One decision for each exercise with a session in the log, in the log's order.

    `allowed` are the exercises that the screening leaves in (None: all); `top_level` the highest
    level open to the person (None: by phase, age and conditions); `max_hold_s` the longest
    isometric hold (0: no limit).
    """
    top = level_gate(person) if top_level is None else top_level
    cases = cases_of(person, library or exercises(), pain_cap, allowed, top, max_hold_s)
    return tuple(_decision(*made) for made in _at_most_two_up((c, *first_move(c)) for c in cases))


Made = tuple[Case, str, Move]


def _at_most_two_up(made: Iterable[Made]) -> Iterable[Made]:
    """The first two that go up keep their step; the others wait for the next review.

    A step that an earlier review took stands and is not counted again: its exercise was last done
    more than a week before the newest session.
    """
    all_of_them = list(made)
    newest = max((case.last.day for case, _, _ in all_of_them), default=0)
    up = 0
    for case, rule, move in all_of_them:
        fresh = newest - case.last.day < REVIEW_DAYS
        up += fresh and move.verdict in UP
        if fresh and move.verdict in UP and up > MOST_INCREASES:
            yield case, HELD_BACK, hold(case, _(WAITS))
        else:
            yield case, rule, move


WAITS = later("It went well. Two others go up this week already, so this one has its turn next.")


def _decision(case: Case, rule: str, move: Move) -> Decision:
    return Decision(
        exercise_id=case.exercise.id,
        decision=move.verdict,
        from_dose=_keys(case.dose),
        to_dose=_keys(move.dose),
        to_exercise=move.to_exercise,
        rule=rule,
        reason=move.because,
    )


def _keys(dose: Dose) -> dict[str, Any]:
    """The dose keys, whole seconds and kilograms without a decimal point."""
    told = dose.model_dump(exclude_none=True)
    return {k: int(v) if isinstance(v, float) and v.is_integer() else v for k, v in told.items()}
