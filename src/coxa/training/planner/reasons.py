"""Why an item stands in the plan, and what could not, in plain words."""

from collections.abc import Iterator

from coxa.anatomy.muscles import Muscle
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind
from coxa.training.coverage import WHOLE
from coxa.training.plan import Item
from coxa.training.planner.amounts import work
from coxa.training.planner.menu import Option, Surface
from coxa.training.planner.placing import Placed
from coxa.training.planner.request import Request
from coxa.training.wanted import Finding

# The muscles whose share of a week is always told, besides those that a check found short.
ALWAYS_STRENGTH = (Muscle.GLUTE_MAX, Muscle.GLUTE_MED, Muscle.HIP_FLEXORS)
ALWAYS_STRETCH = frozenset({Muscle.HIP_FLEXORS, Muscle.HAMSTRINGS})

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
    said = [_aim(exercise, request)]
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
    for muscle in ALWAYS_STRENGTH:
        sets = _sum(placed, Kind.STRENGTH, muscle, request)
        if sets < enough and request.calendar.strength_days:
            short.append(
                f"Strength for the {SHORT[muscle]}: {sets:g} of {enough} weekly sets. "
                + _because(Kind.STRENGTH, muscle, request)
            )
    return short


def _missing_stretch(placed: Placed, request: Request) -> list[str]:
    short = []
    enough = request.weights.enough.stretch_s
    for muscle in sorted(request.flagged_stretch | ALWAYS_STRETCH):
        held = _sum(placed, Kind.STRETCH, muscle, request)
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
        if o.exercise.kind is kind and request.coverage.of(o.exercise, muscle).each
    ]
    if not fits:
        return "Nothing in the library is left for it with what you have and may do."
    if request.sets_high is not None and kind is Kind.STRENGTH:
        return "This week is kept close to what you did last."
    return "Your minutes were spent on what matters more for you."


def _sum(placed: Placed, kind: Kind, muscle: Muscle, request: Request) -> float:
    """Sets, or held seconds, that the week holds for a muscle, on the side with no set more."""
    options = (option for here in placed.sessions.values() for option in here)
    halves = sum(
        work(option) * request.coverage.of(option.exercise, muscle).each
        for option in options
        if option.exercise.kind is kind
    )
    return halves / WHOLE


def _aim(exercise: Exercise, request: Request) -> str:
    where = _places(request.coverage.main(exercise))
    also = _places(request.coverage.half(exercise))
    return {
        Kind.STRENGTH: f"Trains {where}{f', and a little {also}' if also else ''}.",
        Kind.STRETCH: f"Gives {where} room to move{f', and a little to {also}' if also else ''}.",
        Kind.DRILL: "Warms the hips up and moves them in every direction.",
        Kind.BALANCE: "Keeps your balance sharp.",
        Kind.SELF_MASSAGE: f"Eases {where} before you move.",
    }[exercise.kind]


def _places(muscles: tuple[Muscle, ...]) -> str:
    """ "the buttocks, the trunk and the inner thighs"; two muscles of one place named once."""
    *first, last = dict.fromkeys(f"the {SHORT[muscle]}" for muscle in muscles) or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def _findings(exercise: Exercise, request: Request) -> Iterator[Finding]:
    muscles = set(request.coverage.main(exercise))
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
    main = request.coverage.main(exercise)
    first = next((weaker[muscle] for muscle in main if muscle in weaker), None)
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
