"""Two good sessions at the top of the range, slowly lowered: the next stronger band."""

from coxa.exercises.vocabulary import Equipment
from coxa.training.case import Case, Move
from coxa.training.moves import increase
from coxa.training.steps import stronger_band
from coxa.training.words import done_twice


def raise_band(case: Case) -> Move | None:
    if not case.two_good or not case.at_the_top or not _takes_a_band(case):
        return None
    more = stronger_band(case.dose)
    return (
        increase(more, f"{done_twice(case)}, so you take a {more.band} band now.") if more else None
    )


def _takes_a_band(case: Case) -> bool:
    """It needs a band, or its file lists one among what helps; and the person owns one."""
    things = case.exercise.equipment
    suits = "band_loop" in things.required or any("band" in thing for thing in things.helpful)
    return suits and not case.isometric and Equipment.BAND_LOOP in case.person.owned
