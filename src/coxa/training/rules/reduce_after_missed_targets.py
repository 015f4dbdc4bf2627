"""A set below the range in two sessions running: one rung down, the newest kind of rung first."""

from coxa.exercises.dose import Dose
from coxa.training.case import Case, Move
from coxa.training.forms import easier_form
from coxa.training.moves import ease, reduce, swap_easier
from coxa.training.steps import lighter, lighter_band, quicker
from coxa.training.words import number


def reduce_after_missed_targets(case: Case) -> Move | None:
    two = case.last_two
    if not two or not all(map(case.missed, two)) or case.reps_range is None:
        return None
    low = case.reps_range[0]
    least = " and ".join(str(min(one.reps)) for one in two)
    because = (
        f"Your lowest sets of the last two sessions were {least}, and the range starts at {low}."
    )
    down, how = _rung(case.dose, low)
    return (
        reduce(down, f"{because} {how}")
        or swap_easier(case, easier_form(case), because)
        or ease(case, because)
    )


def _rung(dose: Dose, low: int) -> tuple[Dose | None, str]:
    if down := lighter(dose):
        if not down.load_kg:
            return down, "The weight stays away for now."
        return down, f"The weight goes down to {number(down.load_kg)} kg."
    if down := lighter_band(dose):
        return down, f"The {down.band} band takes over."
    if down := quicker(dose):
        return down, f"The lowering takes {number(down.lowering_s)} seconds again."
    if dose.reps > low:
        return dose.model_copy(update={"reps": low}), f"You aim for {low} for now."
    return None, ""
