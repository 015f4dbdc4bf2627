"""How much of an exercise, and how long that takes: the one time model of the whole house."""

from typing import Annotated

from pydantic import Field

from coxa.reading.values import Value

SETTLING_IN_S = 15  # to read and to get into position, once an item
USUAL_LOWERING_S = 2  # seconds of lowering that a repetition's own time already holds

Count = Annotated[int, Field(ge=1, le=60)]
Seconds = Annotated[float, Field(ge=0, le=600)]


class Dose(Value):
    """Sets of repetitions, each held `hold_s`; `rest_s` between sets. Seconds and kilograms."""

    sets: Count
    reps: Count = 1
    hold_s: Seconds = 0
    rest_s: Seconds = 0
    lowering_s: Annotated[float, Field(ge=1, le=10)] = USUAL_LOWERING_S
    load_kg: Annotated[float, Field(ge=0, le=200)] = 0
    band: str | None = None


def repetition_s(dose: Dose, rep_s: float) -> float:
    """Seconds of one repetition: the movement, the hold, and each second of lowering above two."""
    return rep_s + dose.hold_s + max(0.0, dose.lowering_s - USUAL_LOWERING_S)


def duration_s(dose: Dose, rep_s: float, sides: int) -> float:
    """Seconds of one item: 15 + n x reps x (rep_s + hold_s) + rest_s x (n - 1), n = sets x sides.

    `sides` is 2 where all sets are done on both sides one after the other, else 1.
    """
    n = dose.sets * sides
    return SETTLING_IN_S + n * dose.reps * repetition_s(dose, rep_s) + dose.rest_s * (n - 1)
