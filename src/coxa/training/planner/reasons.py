"""Why an item stands in the plan, and what could not, in plain words."""

from collections.abc import Callable, Iterator

from coxa.anatomy.muscles import Muscle
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind
from coxa.training.plan import Item
from coxa.training.planner.menu import Option, Surface
from coxa.training.planner.placing import Placed
from coxa.training.planner.request import Request
from coxa.training.wanted import Finding

SHORT = {
    Muscle.GLUTE_MAX: "buttocks",
    Muscle.GLUTE_MED: "side of the hip",
    Muscle.HIP_FLEXORS: "front of the hip",
    Muscle.RECTUS_FEMORIS: "front of the thigh",
    Muscle.HAMSTRINGS: "back of the thigh",
    Muscle.ADDUCTORS: "inner thighs",
    Muscle.DEEP_ROTATORS: "deep hip rotators",
    Muscle.TFL_ITB: "outer thigh",
    Muscle.QUADS: "front of the thigh",
    Muscle.CORE: "trunk",
}


def reasons_for(option: Option, request: Request) -> tuple[str, ...]:
    exercise = option.exercise
    said = [_aim(exercise)]
    said += [_found(finding.check_name, finding.says) for finding in _findings(exercise, request)]
    if exercise.id in request.limits.prefer:
        said.append("It suits what you told us about your hip.")
    if option.extra:
        said.append(f"One set more on the {option.extra} side, because the check found it behind.")
    if exercise.id in request.standing:
        said.append("You know it already.")
    elif exercise.kind is Kind.STRENGTH and exercise.level == 1:
        said.append("A light start: level 1.")
    return tuple(said)


def unmet(placed: Placed, request: Request) -> tuple[str, ...]:
    """What the week falls short of, named, with the reason that most likely holds it back."""
    return tuple(_missing_strength(placed, request) + _missing_stretch(placed, request))


def _missing_strength(placed: Placed, request: Request) -> list[str]:
    short = []
    enough = request.enough_sets
    for muscle in (Muscle.GLUTE_MAX, Muscle.GLUTE_MED, Muscle.HIP_FLEXORS):
        sets = _sum(placed, Kind.STRENGTH, muscle, lambda o: o.dose.sets)
        if sets < enough and request.calendar.strength_days:
            short.append(
                f"Strength for the {SHORT[muscle]}: {sets} of {enough} weekly sets. "
                + _because(Kind.STRENGTH, muscle, request)
            )
    return short


def _missing_stretch(placed: Placed, request: Request) -> list[str]:
    short = []
    enough = request.weights.enough.stretch_s
    for muscle in sorted(request.flagged_stretch | {Muscle.HIP_FLEXORS, Muscle.HAMSTRINGS}):
        held = _sum(
            placed,
            Kind.STRETCH,
            muscle,
            lambda o: int(o.dose.sets * o.dose.reps * o.dose.hold_s),
        )
        if held < enough:
            short.append(
                f"Stretching for the {SHORT[muscle]}: {held / 60:.1f} of {enough // 60} minutes "
                "a week. " + _because(Kind.STRETCH, muscle, request)
            )
    return short


def _because(kind: Kind, muscle: Muscle, request: Request) -> str:
    fits = [
        o
        for o in request.menu.options
        if o.exercise.kind is kind and muscle in o.exercise.muscles.primary
    ]
    if not fits:
        return "Nothing in the library is left for it with what you have and may do."
    if request.sets_high is not None and kind is Kind.STRENGTH:
        return "This week is kept close to what you did last."
    return "Your minutes were spent on what matters more for you."


def _sum(placed: Placed, kind: Kind, muscle: Muscle, amount: Callable[[Option], float]) -> int:
    options = (option for here in placed.sessions.values() for option in here)
    return int(
        sum(
            amount(option)
            for option in options
            if option.exercise.kind is kind and muscle in option.exercise.muscles.primary
        )
    )


def _aim(exercise: Exercise) -> str:
    where = " and the ".join(SHORT[muscle] for muscle in exercise.muscles.primary)
    return {
        Kind.STRENGTH: f"Trains the {where}.",
        Kind.STRETCH: f"Gives the {where} room to move.",
        Kind.DRILL: "Warms the hips up and moves them in every direction.",
        Kind.BALANCE: "Keeps your balance sharp.",
        Kind.SELF_MASSAGE: f"Eases the {where} before you move.",
    }[exercise.kind]


def _findings(exercise: Exercise, request: Request) -> Iterator[Finding]:
    muscles = set(exercise.muscles.primary)
    for finding in request.findings:
        asked = {Kind.STRENGTH: finding.strength, Kind.STRETCH: finding.stretch}
        balance = exercise.kind is Kind.BALANCE or "balance" in exercise.tags
        if (
            exercise.id in finding.include
            or (finding.balance and balance)
            or muscles & asked.get(exercise.kind, frozenset())
        ):
            yield finding


def _found(name: str, says: str) -> str:
    return f"Your check “{name}”: {says}"


def items_of(option: Option, request: Request, surface: Surface) -> list[Item]:
    """The option as one item, or two where one side gets a set more."""
    exercise, dose = option.exercise, option.dose
    weaker = request.sided.get(exercise.kind, {})
    first = next((weaker[m] for m in exercise.muscles.primary if m in weaker), None)
    whole = Item(
        exercise_id=exercise.id,
        **dose.model_dump(),
        first_side="right" if first == "right" else "left",
        surface=surface,
        reasons=reasons_for(option, request),
    )
    if option.extra is None:
        return [whole]
    more = {"side": str(option.extra), "sets": 1, "reasons": (whole.reasons[0],)}
    return [whole, whole.model_copy(update=more)]
