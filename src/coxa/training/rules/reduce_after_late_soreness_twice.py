"""The sore spot well above the usual on two mornings after, one session after the other: less."""

from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.moves import ease
from coxa.training.pain import LATE_SORENESS


def reduce_after_late_soreness_twice(case: Case) -> Move | None:
    two = case.last_two
    if not two or any(case.above_usual(one) < LATE_SORENESS for one in two):
        return None
    first, second = (number(one.pain_next_morning or 0) for one in two)
    return ease(
        case,
        _(
            "The mornings after your last two sessions the sore spot was at {first} and {second}, "
            "and your usual is {usual}."
        ).format(first=first, second=second, usual=number(case.usual)),
    )
