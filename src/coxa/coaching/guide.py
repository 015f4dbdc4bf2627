"""What the session player plays: every count, hold, rest and change, in order.

A one-sided exercise changes sides after every set, the item's first side (the weaker one) first,
so that one side rests while the other works. Where one lies or leans on a side, all its sets come
before the turn: turning over for every set is a burden. Each change of side lies within the rest.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from coxa.coaching.steps import (
    LYING,
    Step,
    StepSide,
    Tempo,
    amount_words,
    said,
    side_phrase,
    where,
)
from coxa.coaching.words import ONE_SIDE
from coxa.exercises.dose import SETTLING_IN_S, USUAL_LOWERING_S, repetition_s
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind, Position, Sides
from coxa.language import Phrases, later
from coxa.language import gettext as _
from coxa.language import number as as_number
from coxa.safety.flags import messages, stop_rules
from coxa.training.plan import Item

GET_READY_S = 5
CHANGE_SIDES_S = 5
EFFORT_QUESTION = later("How many more could you have done?")
ALL_DONE = later("That is all for today. Well done.")

SIDE_FIRST: Phrases[StepSide] = Phrases(
    {"left": later("Left side first."), "right": later("Right side first.")}
)
CHANGE_TO: Phrases[StepSide] = Phrases(
    {"left": later("Change to your left side."), "right": later("Change to your right side.")}
)

Turn = tuple[int, StepSide]  # one set on one side

_SIDE_BY_SIDE = frozenset({Position.SIDE_LYING, Position.SIDE_SUPPORT})
_UPRIGHT = {
    Position.STANDING: "standing",
    Position.SEATED_CHAIR: "seated",
    Position.HANGING: "bar",
}


def session_notes(first_strength: bool) -> tuple[str, ...]:
    """What is said before a session: at the first strength work that soreness is no harm."""
    return (messages()["first_strength_soreness"].text,) if first_strength else ()


def has_strength(items: Iterable[Item]) -> bool:
    return any(exercises()[one.exercise_id].kind is Kind.STRENGTH for one in items)


def script(
    items: Sequence[Item], *, notes: Sequence[str] = (), allowed: Collection[str] | None = None
) -> tuple[Step, ...]:
    """The steps of a session. `allowed` are the exercises screening permits, to offer an easier or
    harder form from; None offers all neighbours."""
    steps = [step for n in range(len(items)) for step in _item_steps(items, n, allowed)]
    steps.append(Step(kind="done", seconds=0, voice=_(ALL_DONE)))
    first = {"notes": tuple(notes), "stop_rules": stop_rules().rules}
    steps[0] = steps[0].model_copy(update=first)
    return _with_next(steps)


def nominal_s(steps: Iterable[Step]) -> float:
    """How long the steps take together; near to the time model, which plans the session."""
    return sum(step.seconds for step in steps)


def _item_steps(items: Sequence[Item], n: int, allowed: Collection[str] | None) -> Iterator[Step]:
    item = items[n]
    exercise = exercises()[item.exercise_id]
    base = _base(item, exercise, n, allowed)
    before = _log_sets(items[:n], item.exercise_id)
    turns = _turns(item, exercise)
    yield _ready(items, n, base, turns[0][1])
    for place, turn in enumerate(turns):
        if place:
            yield from _gap(base, turns[place - 1], turn)
        yield _work(base, exercise, item, turn, before)
    last = item.exercise_id not in {one.exercise_id for one in items[n + 1 :]}
    if exercise.kind is Kind.STRENGTH and last:
        asked = {"kind": "effort", "seconds": 0, "waits": True, "voice": _(EFFORT_QUESTION)}
        yield base.model_copy(update=asked)


def _base(item: Item, exercise: Exercise, n: int, allowed: Collection[str] | None) -> Step:
    """What all steps of one item share."""
    return Step(
        kind="rest",
        seconds=0,
        item=n,
        exercise_id=exercise.id,
        name=exercise.name,
        position=exercise.position,
        lying=exercise.position in LYING,
        sets=item.sets,
        hold_s=item.hold_s,
        rest_s=item.rest_s,
        lowering_s=item.lowering_s,
        load_kg=item.load_kg,
        band=item.band,
        set_up=exercise.teaching.set_up,
        cues=exercise.teaching.cues,
        easier=_offered(exercise.ladder.easier, allowed),
        harder=_offered(exercise.ladder.harder, allowed),
    )


def _offered(ids: Iterable[str], allowed: Collection[str] | None) -> tuple[str, ...]:
    return tuple(one for one in ids if allowed is None or one in allowed)


def _turns(item: Item, exercise: Exercise) -> list[Turn]:
    """Every set on every side, in the order performed."""
    sets = range(1, item.sets + 1)
    sides = _sides(item, exercise)
    if exercise.position in _SIDE_BY_SIDE:
        return [(one, side) for side in sides for one in sets]
    return [(one, side) for one in sets for side in sides]


def _sides(item: Item, exercise: Exercise) -> tuple[StepSide, ...]:
    if exercise.sides is not Sides.EACH or item.side == "none":
        return ("both",)
    if item.side != "both":
        return (item.side,)
    return ("left", "right") if item.first_side == "left" else ("right", "left")


def _log_sets(before: Iterable[Item], exercise_id: str) -> Counter[StepSide]:
    """How many sets of it stand earlier in the session, by side."""
    counted: Counter[StepSide] = Counter()
    for item in before:
        if item.exercise_id == exercise_id:
            for side in _sides(item, exercises()[exercise_id]):
                counted[side] += item.sets
    return counted


def _ready(items: Sequence[Item], n: int, base: Step, side: StepSide) -> Step:
    """Named, with its position; waits for a tap where the position changes."""
    exercise = exercises()[items[n].exercise_id]
    place = where(exercise, items[n].surface)
    start = SIDE_FIRST.get(side, "")
    waits = n == 0 or _place(items, n) != _place(items, n - 1)
    update = {
        "kind": "ready",
        "seconds": SETTLING_IN_S if waits else GET_READY_S,
        "waits": waits,
        "side": side,
        "voice": said(_("{name}, {place}.").format(name=exercise.name, place=place), start),
    }
    return base.model_copy(update=update)


def _place(items: Sequence[Item], n: int) -> str:
    """Standing, seated, on the floor, in bed or at the bar. A move for any position stays where
    the one before it was; standing or sitting does too, unless that was on the floor."""
    item = items[n]
    position = exercises()[item.exercise_id].position
    if item.surface:
        return item.surface
    before = _place(items, n - 1) if n else "standing"
    if position is Position.ANY:
        return before
    if position is Position.STANDING_OR_SEATED:
        return before if before in ("standing", "seated") else "standing"
    return _UPRIGHT.get(position, "floor")


def _gap(base: Step, before: Turn, after: Turn) -> Iterator[Step]:
    """Between two sets: a change of side, if there is one, and what is left of the rest."""
    left = base.rest_s
    side = after[1]
    shown = {"side": side, "set_number": after[0]}
    if side != before[1]:
        left -= CHANGE_SIDES_S
        change = {
            "kind": "side",
            "seconds": CHANGE_SIDES_S,
            "voice": CHANGE_TO[side],
        }
        yield base.model_copy(update=shown | change)
    if left > 0:
        voice = _("Rest for {n} seconds.").format(n=as_number(left))
        rest = {"kind": "rest", "seconds": left, "voice": voice}
        yield base.model_copy(update=shown | rest)


def _work(
    base: Step, exercise: Exercise, item: Item, turn: Turn, before: Counter[StepSide]
) -> Step:
    number, side = turn
    held = item.reps == 1 and item.hold_s > 0 and exercise.dose.rep_s == 0
    mode = "hold" if held else "reps"
    seconds = item.reps * repetition_s(item.dose, exercise.dose.rep_s)
    grows = exercise.dose.range.hold_s if held else exercise.dose.range.reps
    # One number for a set of both sides; a set more on one side counts on from the shared ones.
    earlier = max(before.values(), default=0) if side == "both" else before[side]
    place = _("Set {n} of {sets}.").format(n=number, sets=item.sets) if item.sets > 1 else ""
    update = {
        "kind": "work",
        "seconds": seconds,
        "side": side,
        "set_number": number,
        "log_set": earlier + number,
        "mode": mode,
        "count": item.reps,
        "low": grows[0] if grows else None,
        "high": grows[1] if grows else None,
        "tempo": None if held else _tempo(item, exercise),
        "halves": _halves(exercise),
        "voice": said(
            side_phrase(side, exercise), place, amount_words(mode, item.reps, item.hold_s)
        ),
    }
    return base.model_copy(update=update)


def _halves(exercise: Exercise) -> int:
    return 2 if exercise.sides is Sides.ALTERNATING else 1


def _tempo(item: Item, exercise: Exercise) -> Tempo:
    """How a repetition's seconds fall to there, staying and back. Two seconds of lowering, or half
    of a quick movement, lie in the exercise's own time; slower lowering comes on top."""
    halves = _halves(exercise)
    own = exercise.dose.rep_s / halves
    back = min(USUAL_LOWERING_S, own / 2)
    slower = max(0.0, item.lowering_s - USUAL_LOWERING_S) / halves
    return Tempo(up=own - back, hold=item.hold_s / halves, down=back + slower)


def _with_next(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Each step told what work comes after it."""
    told: list[Step] = []
    coming = ""
    for step in reversed(steps):
        told.append(step.model_copy(update={"next": coming or _("The end")}))
        if step.kind == "work":
            coming = _shown(step)
        elif step.kind == "done":
            coming = ""
    return tuple(reversed(told))


def _shown(step: Step) -> str:
    parts = [step.name]
    if step.side != "both":
        parts.append(ONE_SIDE[step.side])
    if step.sets > 1:
        parts.append(_("set {n} of {sets}").format(n=step.set_number, sets=step.sets))
    return ", ".join(parts)
