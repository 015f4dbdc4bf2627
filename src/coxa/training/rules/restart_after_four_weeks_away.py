"""More than four weeks away: strength starts again one form easier, or with less."""

from coxa.language import ngettext
from coxa.training.case import Case, Move
from coxa.training.forms import easier_form
from coxa.training.moves import a_little_less, one_step_less, reduce, swap_easier

WEEKS_4 = 28  # days


def restart_after_four_weeks_away(case: Case) -> Move | None:
    if not case.asks_effort or case.gap <= WEEKS_4:
        return None
    because = ngettext(
        "You were away for {n} day, so you start again a little lower.",
        "You were away for {n} days, so you start again a little lower.",
        case.gap,
    ).format(n=case.gap)
    form = easier_form(case)
    lower = form if form and form.level < case.exercise.level else None
    less = one_step_less(case) or a_little_less(case)
    return swap_easier(case, lower, because) or reduce(less, because)
