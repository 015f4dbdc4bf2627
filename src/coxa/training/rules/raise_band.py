"""Two good sessions at the top of the range, slowly lowered: the next stronger band."""

from coxa.exercises.vocabulary import Equipment
from coxa.language import gettext as _
from coxa.training.case import Case, Move
from coxa.training.moves import increase
from coxa.training.steps import stronger_band
from coxa.training.words import band_words, done_twice


def raise_band(case: Case) -> Move | None:
    if not case.two_good or not case.at_the_top or not _takes_a_band(case):
        return None
    more = stronger_band(case.dose)
    if more is None:
        return None
    taken = _("{done}, so you take a {band} now.")
    return increase(more, taken.format(done=done_twice(case), band=band_words(more.band)))


def _takes_a_band(case: Case) -> bool:
    """It needs a band, or its file says that one makes it heavier; and the person owns one."""
    things = case.exercise.equipment
    suits = "band_loop" in things.required or "band" in things.heavier_by
    return suits and not case.isometric and Equipment.BAND_LOOP in case.person.owned
