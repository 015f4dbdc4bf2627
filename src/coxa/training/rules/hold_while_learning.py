"""In the phase of learning nothing goes up by itself; a tap on harder still counts."""

from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.moves import hold
from coxa.training.phases import phase_of


def hold_while_learning(case: Case) -> Move | None:
    if not case.person.history.week or phase_of(case.person, 1).id != "learn":
        return None
    return hold(
        case,
        _(
            "You are still learning the movements, so nothing goes up by itself. If it is too "
            "easy, tap Harder."
        ),
    )
