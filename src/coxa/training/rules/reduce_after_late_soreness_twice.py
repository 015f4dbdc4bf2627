"""The sore spot well above the usual on two mornings after, one session after the other: less."""

from coxa.training.case import Case, Move
from coxa.training.moves import ease
from coxa.training.pain import LATE_SORENESS
from coxa.training.words import number


def reduce_after_late_soreness_twice(case: Case) -> Move | None:
    two = case.last_two
    if not two or any(case.above_usual(one) < LATE_SORENESS for one in two):
        return None
    first, second = (number(one.pain_next_morning or 0) for one in two)
    return ease(
        case,
        f"The mornings after your last two sessions the sore spot was at {first} and {second}, "
        f"and your usual is {number(case.usual)}.",
    )
