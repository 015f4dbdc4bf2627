"""Finding exercises: what is asked for, and which of the library fit."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as lazy

from coxa.anatomy.muscles import Muscle
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Equipment, Kind, Position, met_by
from coxa.exercises.words import KINDS, POSITIONS

# Positions as people look for them: a handful, each of several exact ones.
PLACES: dict[str, tuple[str, frozenset[Position]]] = {
    "standing": (lazy("Standing"), frozenset({Position.STANDING, Position.STANDING_OR_SEATED})),
    "chair": (lazy("On a chair"), frozenset({Position.SEATED_CHAIR, Position.STANDING_OR_SEATED})),
    "lying": (
        lazy("Lying down"),
        frozenset(
            {Position.SUPINE, Position.PRONE, Position.SIDE_LYING, Position.SUPPORTED_BRIDGE}
        ),
    ),
    "floor": (
        lazy("Sitting on the floor"),
        frozenset({Position.SEATED_FLOOR, Position.HAND_SUPPORT}),
    ),
    "knees": (
        lazy("Kneeling or on all fours"),
        frozenset({Position.HALF_KNEELING, Position.QUADRUPED}),
    ),
    "propped": (
        lazy("Propped or hanging"),
        frozenset({Position.SIDE_SUPPORT, Position.PLANK, Position.HANGING}),
    ),
    "any": (lazy("Any position"), frozenset({Position.ANY})),
}


@dataclass(frozen=True)
class Wanted:
    """An empty field asks for nothing. `owned` is None where equipment does not matter."""

    words: str = ""
    muscle: str = ""
    kind: str = ""
    place: str = ""
    level: str = ""
    owned: frozenset[Equipment] | None = field(default=None)


def found(wanted: Wanted, all_of_them: Iterable[Exercise]) -> list[Exercise]:
    """Those that fit, gentlest first."""
    fitting = [one for one in all_of_them if _fits(wanted, one)]
    return sorted(fitting, key=lambda one: (one.level, one.name))


def _fits(wanted: Wanted, one: Exercise) -> bool:
    return (
        (not wanted.kind or one.kind == Kind(wanted.kind))
        and (not wanted.muscle or Muscle(wanted.muscle) in muscles(one))
        and (not wanted.place or one.position in PLACES[wanted.place][1])
        and (not wanted.level or one.level == int(wanted.level))
        and (wanted.owned is None or met_by(one.equipment.required, wanted.owned))
        and _says(one, wanted.words)
    )


def muscles(one: Exercise) -> tuple[Muscle, ...]:
    return one.muscles.primary + one.muscles.secondary


def _says(one: Exercise, words: str) -> bool:
    """Whether every word typed occurs in what the exercise says of itself."""
    text = " ".join(
        (
            one.name, one.summary, one.id.replace("_", " "), one.teaching.set_up, one.teaching.feel,
            *one.teaching.movement, KINDS[one.kind], POSITIONS[one.position],
            *(muscle.words for muscle in muscles(one)),
        )
    )  # fmt: skip
    text = _plain(text)
    return all(word in text for word in _plain(words).split())


def _plain(text: str) -> str:
    """Without case and hyphens: "figure 4" finds "Figure-4"."""
    return text.casefold().replace("-", " ")
