"""What the player plays, as JSON: the steps, and those of what may stand in for each item."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from coxa.coaching import guide
from coxa.coaching.follow import person_from
from coxa.coaching.screen import screen
from coxa.coaching.substitutes import another
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.training.log import Log
from coxa.training.plan import Item
from coxa.training.planner.menu import reason_against

Data = dict[str, Any]


def script_of(
    items: Sequence[Item],
    notes: Sequence[str],
    allowed: Collection[str],
    *,
    asks_effort: bool = True,
) -> Data:
    """`forms` holds, for each place in the list, what may stand there instead, by exercise id;
    `swaps` the one that does the same work, or None."""
    steps = _steps(items, notes, allowed)
    swaps = _swaps(items, allowed)
    return {
        "items": [one.model_dump(mode="json") for one in items],
        "steps": [one for one in steps if asks_effort or one["kind"] != "effort"],
        "forms": [_forms(*one, allowed) for one in zip(items, swaps, strict=True)],
        "swaps": [one and one.id for one in swaps],
        "positions": {
            one: exercises()[one].position.value for one in _all_ids(items, swaps, allowed)
        },
    }


def allowed_for(entries: Log, today: date) -> frozenset[str]:
    """The exercises that may be offered in a session. Of whom too little is known: none."""
    person = person_from(entries, today)
    if person is None:
        return frozenset()
    limits = screen(person, today).limits
    fit = (one for one in exercises().values() if reason_against(one, person, limits) is None)
    return frozenset(one.id for one in fit)


def notes_of(items: Sequence[Item], entries: Log, today: date, own: Iterable[str]) -> list[str]:
    """What is said before the session; before the first strength work that soreness is no harm."""
    person = person_from(entries, today)
    new_to_it = person is None or person.history.last_strength_days_ago is None
    said = guide.session_notes(first_strength=new_to_it and guide.has_strength(items))
    return list(dict.fromkeys((*own, *said)))


def instead(item: Item, exercise: Exercise) -> Item:
    """`exercise` in the place of an item: its own first dose, on the sides the item was for."""
    dose = exercise.start_dose
    return Item(
        exercise_id=exercise.id,
        sets=min(dose.sets, item.sets),
        reps=dose.reps,
        hold_s=dose.hold_s,
        rest_s=dose.rest_s,
        side=item.side,
        first_side=item.first_side,
        surface=item.surface if "bed_ok" in exercise.tags or item.surface != "bed" else "floor",
    )


def _forms(item: Item, swap: Exercise | None, allowed: Collection[str]) -> Data:
    forms = {}
    for one in (*_neighbours(item, allowed), *([swap] if swap else [])):
        other = instead(item, one)
        forms[one.id] = {
            "item": other.model_dump(mode="json"),
            "steps": _steps((other,), (), allowed),
        }
    return forms


def _neighbours(item: Item, allowed: Collection[str]) -> Iterator[Exercise]:
    """The first easier and the first harder form that may be offered."""
    ladder = exercises()[item.exercise_id].ladder
    for ids in (ladder.easier, ladder.harder):
        yield from (exercises()[one] for one in [i for i in ids if i in allowed][:1])


def _swaps(items: Sequence[Item], allowed: Collection[str]) -> list[Exercise | None]:
    """For each item another exercise for the same muscles; none that is in the session, and none
    twice."""
    taken = {one.exercise_id for one in items}
    found = []
    for item in items:
        swap = another(exercises()[item.exercise_id], lambda one: one.id in allowed, taken)
        taken |= {swap.id} if swap else set()
        found.append(swap)
    return found


def _all_ids(
    items: Sequence[Item], swaps: Iterable[Exercise | None], allowed: Collection[str]
) -> Iterator[str]:
    for item in items:
        yield item.exercise_id
        yield from (one.id for one in _neighbours(item, allowed))
    yield from (one.id for one in swaps if one)


def _steps(items: Sequence[Item], notes: Sequence[str], allowed: Collection[str]) -> list[Data]:
    """`done` at the end is the page's own."""
    steps = guide.script(items, notes=notes, allowed=allowed)
    return [step.as_json() for step in steps if step.kind != "done"]
