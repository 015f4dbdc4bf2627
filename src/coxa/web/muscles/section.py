"""What an exercise's page says of muscles: what it is for first, the other thing folded away."""

from dataclasses import dataclass

from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind as ExerciseKind
from coxa.exercises.vocabulary import Sides
from coxa.mechanics.uses import MuscleUse, uses
from coxa.reading.faults import FaultyInputError
from coxa.web.muscles.bands import Kind, bands_of
from coxa.web.muscles.words import FOLDED, PRESSED, meant_for, most_of

OF_VARIANT = "--"  # between an exercise's id and the name of one of its variants


@dataclass(frozen=True)
class Section:
    """`first` is what the exercise is for; `meant` names its muscles as it was written, `says`
    those of which the picture shows most. `one_sided`: it is shown as done on the left."""

    uses: tuple[MuscleUse, ...]
    first: Kind
    second: Kind
    meant: str
    says: str
    folded: str
    one_sided: bool
    measured: bool


def section(one: Exercise, form: str = "") -> Section | None:
    """Of an exercise, in the `form` that is shown; None where no motion of it is known."""
    found = _uses(one.id, form)
    if not found:
        return None
    pressed = one.kind is ExerciseKind.SELF_MASSAGE
    first = Kind.STRETCH if one.kind is ExerciseKind.STRETCH or pressed else Kind.LOAD
    second = Kind.LOAD if first is Kind.STRETCH else Kind.STRETCH
    return Section(
        uses=found,
        first=first,
        second=second,
        meant=meant_for(one.muscles.primary),
        says=PRESSED if pressed else most_of(bands_of(found, first), first),
        folded=FOLDED[second],
        one_sided=one.sides is Sides.EACH,
        measured=any(use.measured for use in found),
    )


def _uses(id: str, form: str) -> tuple[MuscleUse, ...]:
    for key in (f"{id}{OF_VARIANT}{form}", id) if form else (id,):
        try:
            return uses(key)
        except FaultyInputError:
            continue
    return ()
