"""An exercise not done for two weeks while others were: its last dose once more."""

from coxa.language import ngettext
from coxa.training.case import Case, Move
from coxa.training.forms import succeeded
from coxa.training.moves import hold

TWO_WEEKS = 14  # days


def hold_what_was_not_done_lately(case: Case) -> Move | None:
    """What a harder form has replaced is no such case: there the step up stands."""
    if -case.last.day <= TWO_WEEKS or succeeded(case):
        return None
    ago = -case.last.day
    told = ngettext(
        "You did this last {n} day ago, so you repeat that dose first.",
        "You did this last {n} days ago, so you repeat that dose first.",
        ago,
    )
    return hold(case, told.format(n=ago))
