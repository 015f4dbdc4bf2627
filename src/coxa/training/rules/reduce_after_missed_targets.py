"""A set below the range in two sessions running: one rung down, the newest kind of rung first."""

from coxa.exercises.dose import Dose
from coxa.language import gettext as _
from coxa.language import number
from coxa.training.case import Case, Move
from coxa.training.forms import easier_form
from coxa.training.moves import ease, reduce, swap_easier
from coxa.training.steps import lighter, lighter_band, quicker
from coxa.training.words import band_words


def reduce_after_missed_targets(case: Case) -> Move | None:
    two = case.last_two
    if not two or not all(map(case.missed, two)) or case.reps_range is None:
        return None
    low = case.reps_range[0]
    first, second = (min(one.reps) for one in two)
    because = _(
        "Your lowest sets of the last two sessions were {first} and {second}, and the range "
        "starts at {low}."
    ).format(first=first, second=second, low=low)
    down, how = _rung(case.dose, low)
    return (
        reduce(down, f"{because} {how}")
        or swap_easier(case, easier_form(case), because)
        or ease(case, because)
    )


def _rung(dose: Dose, low: int) -> tuple[Dose | None, str]:
    if down := lighter(dose):
        if not down.load_kg:
            return down, _("The weight stays away for now.")
        return down, _("The weight goes down to {kg} kg.").format(kg=number(down.load_kg))
    if down := lighter_band(dose):
        return down, _("The {band} takes over.").format(band=band_words(down.band))
    if down := quicker(dose):
        seconds = number(down.lowering_s)
        return down, _("The lowering takes {seconds} seconds again.").format(seconds=seconds)
    if dose.reps > low:
        return dose.model_copy(update={"reps": low}), _("You aim for {n} for now.").format(n=low)
    return None, ""
