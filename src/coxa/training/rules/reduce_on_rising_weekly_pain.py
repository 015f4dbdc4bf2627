"""Weekly pain going up three weeks running: a step less of everything."""

from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.moves import ease
from coxa.training.pain import rises


def reduce_on_rising_weekly_pain(case: Case) -> Move | None:
    weeks = case.person.history.weekly_pain
    if not rises(weeks):
        return None
    first, second, third = map(number, weeks[-3:])
    rose = _("Your weekly pain went from {first} to {second} to {third}.")
    return ease(case, rose.format(first=first, second=second, third=third))
