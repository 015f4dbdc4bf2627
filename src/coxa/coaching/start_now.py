"""Start moving now: source 004's block of five minutes, before anything but safety is asked."""

from collections.abc import Iterable
from datetime import date

from coxa.coaching.screen import screen
from coxa.coaching.substitutes import substitute
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Equipment, met_by
from coxa.language import gettext as _
from coxa.language import later
from coxa.reading.values import Value
from coxa.training.limits import Limits
from coxa.training.log import SafetyAnswered
from coxa.training.person import Person
from coxa.training.plan import Item, LeftOut, Status

LONGEST_S = 300
BLOCK = ("leg_swings", "seated_rotations", "hip_circles_quadruped")
WITHOUT_FLOOR = ("seated_rotations", "x_standing_abduction_supported", "x_pelvic_tilt")
AT_HAND = frozenset({Equipment.WALL, Equipment.CHAIR})  # in every home; nothing else is assumed
AGE_NOT_ASKED = 40  # a grown-up: the short page asks apart whether someone is under 16
STANDING_TILT = later("Do it standing, with your back against a wall.")


class StartNow(Value):
    """Where `items` is empty, `messages` say what to do instead."""

    status: Status
    messages: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    seconds: float = 0


def block(answers: SafetyAnswered, today: date) -> StartNow:
    """The block that fits the answers, five minutes at most by the one time model."""
    person = person_of(answers)
    screening = screen(person, today)
    if not screening.trains:
        return StartNow(status=screening.status, messages=screening.messages)
    wanted = BLOCK if answers.floor == "yes" else WITHOUT_FLOOR
    chosen, left_out = _screened(wanted, answers, screening.limits)
    items = trimmed([_item(one, screening.limits) for one in chosen])
    return StartNow(
        status=screening.status if items else "refer",
        messages=screening.messages if items else (*screening.messages, "see_clinician"),
        items=items,
        left_out=left_out,
        seconds=total_s(items),
    )


def person_of(answers: SafetyAnswered) -> Person:
    """Who answered only the safety page, as the screening reads a person."""
    return Person(
        age=AGE_NOT_ASKED if answers.age is None else answers.age,
        minutes_per_session=LONGEST_S // 60,
        days_per_week=7,
        equipment=tuple(sorted(AT_HAND)),
        conditions=answers.conditions,
        clearance=answers.clearance,
        red_flags=answers.red_flags,
        screen=answers.screen,
        floor=answers.floor,
        surgery_date=answers.surgery_date,
        due_date=answers.due_date,
        birth_date=answers.birth_date,
    )


def _screened(
    wanted: Iterable[str], answers: SafetyAnswered, limits: Limits
) -> tuple[list[Exercise], tuple[LeftOut, ...]]:
    chosen: list[Exercise] = []
    left_out: list[LeftOut] = []
    wanted = tuple(wanted)
    kept = {i for i in wanted if i not in limits.barred}
    for one in (exercises()[i] for i in wanted):
        if one.id not in limits.barred:
            chosen.append(one)
            continue
        taken = kept | {c.id for c in chosen}
        instead = _instead(one, answers, limits, taken)
        chosen += [instead] if instead else []
        reason = limits.barred[one.id]
        left_out.append(
            LeftOut(exercise_id=one.id, reason=reason, instead=instead.id if instead else None)
        )
    # Down to the floor once at most: what is done up comes first.
    return sorted(chosen, key=lambda e: "floor" in e.tags), tuple(left_out)


def _instead(
    gone: Exercise, answers: SafetyAnswered, limits: Limits, taken: set[str]
) -> Exercise | None:
    """A stand-in for the same muscles; where there is none, any gentle move is better than none."""
    found = substitute(gone, lambda e: _easy(e, answers, limits), taken)
    gentle = [
        one
        for one in exercises().values()
        if "gentle" in one.tags and one.id not in taken and _easy(one, answers, limits)
    ]
    return found or min(gentle, key=lambda one: one.id, default=None)


def _easy(exercise: Exercise, answers: SafetyAnswered, limits: Limits) -> bool:
    """Fit for a first movement of someone not yet known: first steps, nothing to fetch."""
    return (
        exercise.level == 1
        and exercise.id not in limits.barred
        and met_by(exercise.equipment.required, AT_HAND)
        and (answers.floor == "yes" or "floor" not in exercise.tags)
    )


def _item(exercise: Exercise, limits: Limits) -> Item:
    dose = exercise.start_dose
    short = limits.max_hold_s and "isometric" in exercise.tags
    standing = (_(STANDING_TILT),) if exercise.id == "x_pelvic_tilt" else ()
    return Item(
        exercise_id=exercise.id,
        sets=dose.sets,
        reps=dose.reps,
        hold_s=min(dose.hold_s, limits.max_hold_s) if short else dose.hold_s,
        rest_s=dose.rest_s,
        reasons=(_("Part of the five-minute block for a first movement."), *standing),
    )


def total_s(items: Iterable[Item]) -> float:
    return sum(item.seconds(exercises()[item.exercise_id]) for item in items)


def trimmed(items: list[Item], longest_s: float = LONGEST_S) -> tuple[Item, ...]:
    """The items cut to fit: first a set less of the longest, then repetitions to their low end."""
    while total_s(items) > longest_s:
        shorter = [(n, cut) for n, item in enumerate(items) if (cut := _cut(item))]
        if not shorter:
            return trimmed(items[:-1], longest_s)
        n, cut = max(shorter, key=lambda one: (items[one[0]].sets > 1, _seconds(items[one[0]])))
        items = [*items[:n], cut, *items[n + 1 :]]
    return tuple(items)


def _cut(item: Item) -> Item | None:
    if item.sets > 1:
        return item.model_copy(update={"sets": item.sets - 1})
    low = exercises()[item.exercise_id].dose.range.reps
    if low and item.reps > low[0]:
        return item.model_copy(update={"reps": item.reps - 1})
    return None


def _seconds(item: Item) -> float:
    return item.seconds(exercises()[item.exercise_id])
