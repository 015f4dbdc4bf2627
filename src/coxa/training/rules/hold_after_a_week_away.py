"""Eight days away or more: the last dose once more, nothing to catch up on."""

from coxa.language import ngettext
from coxa.training.case import Case, Move
from coxa.training.moves import hold

A_WEEK = 7  # days; a gap up to this changes nothing


def hold_after_a_week_away(case: Case) -> Move | None:
    if case.gap <= A_WEEK:
        return None
    return hold(
        case,
        ngettext(
            "You were away for {n} day. You repeat what you did last; a break like this does "
            "little harm, and there is nothing to catch up on.",
            "You were away for {n} days. You repeat what you did last; a break like this does "
            "little harm, and there is nothing to catch up on.",
            case.gap,
        ).format(n=case.gap),
    )
