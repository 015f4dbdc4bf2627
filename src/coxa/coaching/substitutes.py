"""What stands in for an exercise that is left out."""

from collections.abc import Callable, Collection

from coxa.coaching.coverage import coverage
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises

Allowed = Callable[[Exercise], bool]


def substitute(gone: Exercise, allowed: Allowed, taken: Collection[str] = ()) -> Exercise | None:
    """The nearest easier form that is allowed, else the easiest move for the same muscles.

    `taken` are the ids already in the session: none of them again, and none of their families.
    """
    others = [exercises()[i] for i in taken if i != gone.id]
    families = {one.family for one in others} - {""}

    def fits(one: Exercise) -> bool:
        free = one.id != gone.id and one.id not in taken and one.family not in families
        return free and allowed(one)

    return _easier(gone, fits) or _alike(gone, fits)


def another(gone: Exercise, allowed: Allowed, taken: Collection[str] = ()) -> Exercise | None:
    """Another move of the same kind for one of the same muscles, as near to its level as there is;
    none that is `taken`."""
    others = [
        one
        for one in exercises().values()
        if one.id != gone.id and one.id not in taken and alike(one, gone) and allowed(one)
    ]
    return min(
        others, key=lambda one: (abs(one.level - gone.level), one.level, one.id), default=None
    )


def _easier(gone: Exercise, fits: Allowed) -> Exercise | None:
    """Down the ladder, rung by rung."""
    rung, seen = [gone], {gone.id}
    while rung:
        below = [exercises()[i] for one in rung for i in one.ladder.easier if i not in seen]
        seen |= {one.id for one in below}
        found = next((one for one in below if fits(one)), None)
        if found:
            return found
        rung = below
    return None


def alike(one: Exercise, gone: Exercise) -> bool:
    """Whether it is of the same kind and for one of the same muscles."""
    main = coverage().main
    return one.kind is gone.kind and not set(main(one)).isdisjoint(main(gone))


def _alike(gone: Exercise, fits: Allowed) -> Exercise | None:
    same = [
        one
        for one in exercises().values()
        if one.level <= gone.level and alike(one, gone) and fits(one)
    ]
    return min(same, key=lambda one: (one.level, one.id), default=None)
