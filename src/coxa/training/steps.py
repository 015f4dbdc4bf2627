"""One step of a dose, up or down: each function changes one variable only, or returns None."""

import math

from coxa.exercises.dose import Dose

TEMPOS = (2, 3, 5)  # seconds of lowering
HOLDS = (5, 10, 15, 20, 30)  # seconds; beyond 30 a hold adds endurance, not strength
BANDS = ("light", "medium", "strong", "extra")
PLATES = (1.0, 0.5, 0.25)  # kilograms that a load can sensibly change by
FIRST_LOAD = 1.0
MORE_REPETITIONS = 2
LESS = 0.8  # about a fifth less


def slower(dose: Dose) -> Dose | None:
    return _with(dose, "lowering_s", _above(TEMPOS, dose.lowering_s))


def quicker(dose: Dose) -> Dose | None:
    return _with(dose, "lowering_s", _below(TEMPOS, dose.lowering_s))


def longer(dose: Dose, most: float) -> Dose | None:
    held = _above(HOLDS, dose.hold_s)
    return _with(dose, "hold_s", held if held is not None and held <= most else None)


def shorter(dose: Dose, least: float) -> Dose | None:
    held = _below(HOLDS, dose.hold_s)
    return _with(dose, "hold_s", held if held is not None and held >= least else None)


def more_repetitions(dose: Dose, top: int) -> Dose | None:
    return _with(dose, "reps", min(top, dose.reps + MORE_REPETITIONS)) if dose.reps < top else None


def stronger_band(dose: Dose) -> Dose | None:
    place = band_rank(dose.band) + 1
    return _with(dose, "band", BANDS[place]) if place < len(BANDS) else None


def lighter_band(dose: Dose) -> Dose | None:
    place = band_rank(dose.band) - 1
    return _with(dose, "band", BANDS[place]) if place >= 0 else None


def heavier(dose: Dose) -> Dose | None:
    """Two to ten per cent more, near five; None where no plate is that small."""
    change = _plates(dose.load_kg, near=0.05, least=0.02)
    return _with(dose, "load_kg", round(dose.load_kg + change, 2)) if change else None


def lighter(dose: Dose) -> Dose | None:
    """Five to ten per cent less; a load too small for that is left out."""
    if not dose.load_kg:
        return None
    change = _plates(dose.load_kg, near=0.075, least=0.05) or dose.load_kg
    return _with(dose, "load_kg", round(dose.load_kg - change, 2))


def fewer_sets(dose: Dose) -> Dose | None:
    """A fifth to two fifths of the sets less, where whole sets allow that."""
    sets = math.ceil(dose.sets * 0.6)
    return _with(dose, "sets", sets) if sets <= dose.sets * LESS else None


def fewer_repetitions(dose: Dose, least: int) -> Dose | None:
    reps = math.floor(dose.reps * LESS)
    return _with(dose, "reps", reps) if least <= reps < dose.reps else None


def half_the_sets(dose: Dose) -> Dose | None:
    """The lighter week: 40 to 50 per cent fewer sets, as near as whole sets come to it."""
    sets = max(1, math.floor(dose.sets * 0.55 + 0.5))
    return _with(dose, "sets", sets) if sets < dose.sets else None


def band_rank(band: str | None) -> int:
    """Bands from the lightest, 0; no band, or one that we do not know, is -1."""
    return BANDS.index(band) if band in BANDS else -1


def _plates(load: float, near: float, least: float) -> float | None:
    for plate in PLATES:
        change = max(1, round(load * near / plate)) * plate
        if load and least <= change / load <= 0.1:
            return change
    return None


def _above(ladder: tuple[int, ...], value: float) -> int | None:
    return next((step for step in ladder if step > value), None)


def _below(ladder: tuple[int, ...], value: float) -> int | None:
    return next((step for step in reversed(ladder) if step < value), None)


def _with(dose: Dose, field: str, value: float | str | None) -> Dose | None:
    return None if value is None else dose.model_copy(update={field: value})
