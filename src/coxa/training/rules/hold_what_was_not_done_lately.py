"""An exercise not done for two weeks while others were: its last dose once more."""

from coxa.training.case import Case, Move
from coxa.training.forms import succeeded
from coxa.training.moves import hold

TWO_WEEKS = 14  # days


def hold_what_was_not_done_lately(case: Case) -> Move | None:
    """What a harder form has replaced is no such case: there the step up stands."""
    if -case.last.day <= TWO_WEEKS or succeeded(case):
        return None
    return hold(
        case, f"You did this last {-case.last.day} days ago, so you repeat that dose first."
    )
