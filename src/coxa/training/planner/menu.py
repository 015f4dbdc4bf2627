"""What one week may be made of: every exercise allowed, in every dose allowed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from coxa.anatomy.sides import Side
from coxa.exercises.dose import Dose
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import Library
from coxa.exercises.vocabulary import Equipment, Kind, Sides, met_by
from coxa.exercises.words import needs_in_short
from coxa.language import gettext as _
from coxa.language import listed
from coxa.training.coverage import TAGS, Coverage
from coxa.training.limits import Limits
from coxa.training.person import Person
from coxa.training.phases import Phase

Surface = Literal["", "floor", "bed"]

STRETCH_SETS = (1, 2)
STRETCH_SETS_FEW_SESSIONS = (1, 2, 3, 4)
FEW_SESSIONS = 4  # a week; then each holds its stretches longer


@dataclass(frozen=True)
class Option:
    """One way to do an exercise: a dose, and perhaps one more set on the side that needs it."""

    exercise: Exercise
    dose: Dose
    extra: Side | None = None
    known: bool = False

    @property
    def seconds(self) -> int:
        """Whole seconds that it takes, upwards, the extra set with its own settling in."""
        both = self.exercise.seconds(self.dose)
        more = self.exercise.seconds(self.extra_dose, both=False) if self.extra else 0
        return int(-(-(both + more) // 1))

    @property
    def extra_dose(self) -> Dose:
        return self.dose.model_copy(update={"sets": 1})

    @property
    def lines(self) -> int:
        return 2 if self.extra else 1


@dataclass(frozen=True)
class Menu:
    options: tuple[Option, ...]
    left_out: Mapping[str, str]


def menu_of(
    person: Person,
    phase: Phase,
    limits: Limits,
    library: Library,
    standing: Mapping[str, Dose],
    sided: Mapping[Kind, Mapping[str, Side]],
    sessions: int,
    lighter: bool,
    coverage: Coverage = TAGS,
) -> Menu:
    """`standing` holds the doses of exercises the person is used to; `sided`, by kind, the muscles
    of which one side needs more, and `coverage` tells which exercises serve them."""
    options: list[Option] = []
    left_out: dict[str, str] = {}
    for exercise in library.values():
        reason = reason_against(exercise, person, limits)
        if reason:
            left_out[exercise.id] = reason
            continue
        for dose in _doses(exercise, person, phase, limits, standing, sessions, lighter):
            options.append(Option(exercise, dose, None, exercise.id in standing))
            extra = side_to_favour(exercise, sided, coverage)
            if extra:
                options.append(Option(exercise, dose, extra, exercise.id in standing))
    return Menu(tuple(options), left_out)


def reason_against(exercise: Exercise, person: Person, limits: Limits) -> str | None:
    """Why an exercise is not for this person this week, or None. Safety speaks first."""
    if exercise.id in limits.barred:
        return limits.barred[exercise.id]
    if exercise.kind not in limits.kinds:
        return _("this week is for gentle movement only")
    if exercise.level > limits.top_level:
        level = _("level {level}; this week goes up to level {top}")
        return level.format(level=exercise.level, top=limits.top_level)
    if not met_by(exercise.equipment.required, person.owned):
        return _("needs {things}").format(things=listed(needs_in_short(exercise)))
    if person.floor == "no" and surface(exercise, person) == "floor":
        return _("is done on the floor")
    return None


def surface(exercise: Exercise, person: Person) -> Surface:
    """Where it is done: the bed takes the floor's place where the floor is out of reach."""
    if "floor" not in exercise.tags and exercise.position not in ("supine", "side_lying", "prone"):
        return ""
    bed = Equipment.BED in person.owned and "bed_ok" in exercise.tags
    return "bed" if bed and person.floor != "yes" else "floor"


def _doses(
    exercise: Exercise,
    person: Person,
    phase: Phase,
    limits: Limits,
    standing: Mapping[str, Dose],
    sessions: int,
    lighter: bool,
) -> Iterator[Dose]:
    base = standing.get(exercise.id) or exercise.start_dose
    if limits.max_hold_s and "isometric" in exercise.tags:
        base = base.model_copy(update={"hold_s": min(base.hold_s, limits.max_hold_s)})
    for sets in sorted(_sets(exercise, base, person, phase, standing, sessions, lighter)):
        yield base.model_copy(update={"sets": sets})


def _sets(
    exercise: Exercise,
    base: Dose,
    person: Person,
    phase: Phase,
    standing: Mapping[str, Dose],
    sessions: int,
    lighter: bool,
) -> set[int]:
    if exercise.kind is Kind.STRENGTH:
        if lighter:
            usual = phase.sets_for(person)[1] if phase.id == "maintain" else base.sets
            return set(range(1, usual + 1))
        if exercise.id in standing and phase.id != "maintain":
            return {base.sets, max(1, base.sets - 1)}
        low, high = phase.sets_for(person)
        if person.irritability == "next_day_or_longer" and phase.id == "learn":
            high = low
        return {low, high}
    if exercise.kind is Kind.STRETCH:
        return set(STRETCH_SETS_FEW_SESSIONS if sessions <= FEW_SESSIONS else STRETCH_SETS)
    return {1, base.sets}


def side_to_favour(
    exercise: Exercise, sided: Mapping[Kind, Mapping[str, Side]], coverage: Coverage
) -> Side | None:
    """The side on which a set more serves what the checks found; None where there is no one side.

    An exercise that works the muscle on the other side rather than on its own serves nobody here.
    """
    if exercise.sides is not Sides.EACH:
        return None
    wanted = sided.get(exercise.kind, {})
    served = (
        muscle
        for muscle in coverage.main(exercise)
        if muscle in wanted and coverage.of(exercise, muscle).serves_its_side
    )
    sides = {wanted[muscle] for muscle in served}
    return sides.pop() if len(sides) == 1 else None
