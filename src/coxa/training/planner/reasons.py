"""Why an item stands in the plan, and what could not, in plain words."""

from collections.abc import Iterator

from coxa.anatomy.muscles import Muscle
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind
from coxa.language import Phrases, later, listed, number
from coxa.language import gettext as _
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

# Translators: a place on the body as in the middle of a sentence: "Trains the buttocks."
PLACES: Phrases[Muscle] = Phrases(
    {
        Muscle.GLUTE_MAX: later("the buttocks"),
        Muscle.GLUTE_MED: later("the side of the hip"),
        Muscle.HIP_FLEXORS: later("the front of the hip"),
        Muscle.RECTUS_FEMORIS: later("the front of the thigh"),
        Muscle.HAMSTRINGS: later("the back of the thigh"),
        Muscle.ADDUCTORS: later("the inner thighs"),
        Muscle.DEEP_ROTATORS: later("the deep hip rotators"),
        Muscle.TFL_ITB: later("the outer thigh"),
        Muscle.QUADS: later("the front of the thigh"),
        Muscle.CORE: later("the trunk"),
    }
)


AIMS: Phrases[Kind] = Phrases(
    {
        Kind.STRENGTH: later("Trains {places}."),
        Kind.STRETCH: later("Gives {places} room to move."),
        Kind.DRILL: later("Warms the hips up and moves them in every direction."),
        Kind.BALANCE: later("Keeps your balance sharp."),
        Kind.SELF_MASSAGE: later("Eases {places} before you move."),
    }
)
AIMS_WITH_MORE: Phrases[Kind] = Phrases(
    {
        Kind.STRENGTH: later("Trains {places}, and a little {more}."),
        Kind.STRETCH: later("Gives {places} room to move, and a little to {more}."),
    }
)


def reasons_for(option: Option, request: Request) -> tuple[str, ...]:
    exercise = option.exercise
    said = [_aim(exercise, request)]
    said += [_found(finding.check_name, finding.says) for finding in _findings(exercise, request)]
    if exercise.id in request.limits.prefer:
        said.append(_("It suits what you told us about your hip."))
    if option.extra:
        said.append(_one_more(option.extra))
    if exercise.id in request.standing:
        said.append(_("You know it already."))
    elif exercise.kind is Kind.STRENGTH and exercise.level == 1:
        said.append(_("A light start: level 1."))
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
            told = _("Strength for {place}: {sets} of {enough} weekly sets.")
            short.append(
                told.format(place=PLACES[muscle], sets=number(sets), enough=enough)
                + " "
                + _because(Kind.STRENGTH, muscle, request)
            )
    return short


def _missing_stretch(placed: Placed, request: Request) -> list[str]:
    short = []
    enough = request.weights.enough.stretch_s
    for muscle in sorted(request.flagged_stretch | ALWAYS_STRETCH):
        held = _sum(placed, Kind.STRETCH, muscle, request)
        if held < enough:
            told = _("Stretching for {place}: {minutes} of {enough} minutes a week.")
            short.append(
                told.format(
                    place=PLACES[muscle], minutes=number(held / 60, ".1f"), enough=enough // 60
                )
                + " "
                + _because(Kind.STRETCH, muscle, request)
            )
    return short


def _because(kind: Kind, muscle: Muscle, request: Request) -> str:
    fits = [
        o
        for o in request.menu.options
        if o.exercise.kind is kind and request.coverage.of(o.exercise, muscle).each
    ]
    if not fits:
        return _("Nothing in the library is left for it with what you have and may do.")
    if request.sets_high is not None and kind is Kind.STRENGTH:
        return _("This week is kept close to what you did last.")
    return _("Your minutes were spent on what matters more for you.")


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
    aims = AIMS_WITH_MORE if also and exercise.kind in AIMS_WITH_MORE else AIMS
    return aims[exercise.kind].format(places=where, more=also)


def _places(muscles: tuple[Muscle, ...]) -> str:
    """ "the buttocks, the trunk and the inner thighs"; two muscles of one place named once."""
    return listed(list(dict.fromkeys(PLACES[muscle] for muscle in muscles)))


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
    return _("Your check “{name}”: {says}").format(name=name, says=says)


def _one_more(side: str | None) -> str:
    if side == "left":
        return _("One set more on the left side, because the check found it behind.")
    return _("One set more on the right side, because the check found it behind.")


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
