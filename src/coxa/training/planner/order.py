"""The order within a session: warm up, load, then stretch; down to the floor once and up once.

Long static stretches stand after strength (Simic 2012: they take strength away for a while), and
everything on the floor stands together, so that nobody goes down twice.
"""

from collections.abc import Iterable

from coxa.exercises.exercise import Exercise
from coxa.exercises.library import Library
from coxa.exercises.vocabulary import Kind
from coxa.training.coverage import TAGS, Coverage
from coxa.training.person import Person
from coxa.training.plan import Item
from coxa.training.planner.menu import Surface, surface

_UPRIGHT_FIRST = {Kind.DRILL: 0, Kind.BALANCE: 1, Kind.STRENGTH: 2}
_BED_FIRST = {Kind.DRILL: 3, Kind.STRENGTH: 4, Kind.BALANCE: 4}
_FLOOR = {Kind.DRILL: 5, Kind.STRENGTH: 6, Kind.BALANCE: 6, Kind.SELF_MASSAGE: 7, Kind.STRETCH: 8}
_BED_LAST = {Kind.SELF_MASSAGE: 9, Kind.STRETCH: 10}
_UPRIGHT_LAST = {Kind.SELF_MASSAGE: 11, Kind.STRETCH: 12}
_BLOCKS: dict[Surface, dict[Kind, int]] = {
    "": _UPRIGHT_FIRST | _UPRIGHT_LAST,
    "floor": _FLOOR,
    "bed": _BED_FIRST | _BED_LAST,
}

# On the floor, from the hands and knees to lying, so that one turns over as little as possible.
_TURNING = ("half_kneeling", "quadruped", "plank", "hand_support", "side_support", "side_lying",
            "supported_bridge", "supine", "prone", "seated_floor")  # fmt: skip


def in_order(
    items: Iterable[Item], library: Library, person: Person, coverage: Coverage = TAGS
) -> tuple[Item, ...]:
    """The items as they are performed; both items of a two-sided dose stay together."""
    return tuple(sorted(items, key=lambda item: place(library[item.exercise_id], person, coverage)))


def place(
    exercise: Exercise, person: Person, coverage: Coverage = TAGS
) -> tuple[int, int, int, int, str]:
    """What works many muscles stands before what works few (ACSM 2009)."""
    where = surface(exercise, person)
    down = where != ""
    block = _BLOCKS[where][exercise.kind]
    turn = _TURNING.index(exercise.position) if exercise.position in _TURNING else 0
    breadth = coverage.breadth(exercise)
    return block, turn if down else 0, -breadth, -exercise.level, exercise.id


def descents(items: tuple[Item, ...], library: Library, person: Person) -> int:
    """How often a session goes down to the floor."""
    down = [surface(library[item.exercise_id], person) == "floor" for item in items]
    return sum(now and not before for before, now in zip([False, *down], down, strict=False))
