"""The phases of a course: learn, build, progress, maintain; which one a week is in, and why."""

from pathlib import Path

from coxa.language import per_language
from coxa.reading.folders import read_file
from coxa.reading.values import Value
from coxa.reading.worded import Worded
from coxa.training.person import Level, Person

FILE = Path(__file__).with_name("phases.toml")
BLOCK_WEEKS = 12
OLDER = 60  # from this age maintenance needs two sets (Spiering 2021)
LEVEL_WITH_CARE = 2  # the start for who is 65 or older or has a restricting condition


class Phase(Value):
    id: str
    name: Worded
    first_week: int
    last_week: int
    says: Worded
    sets: dict[Level, tuple[int, int]]
    sets_from_60: dict[Level, tuple[int, int]] | None = None
    top_level: dict[Level, int]
    wished_level: dict[Level, int]
    strength_days: int
    full_sets: int  # weekly sets of a muscle beyond which more adds little
    increases: bool
    enter: str
    leave: str
    leave_adherence: float

    def sets_for(self, person: Person) -> tuple[int, int]:
        if self.sets_from_60 and person.age >= OLDER:
            return self.sets_from_60[person.level]
        return self.sets[person.level]

    def full_sets_for(self, person: Person) -> int:
        """Weekly sets of a muscle beyond which more adds little; to maintain, what keeps it."""
        if self.id != "maintain":
            return self.full_sets
        return self.sets_for(person)[1] * self.strength_days


class Phases(Value):
    phases: tuple[Phase, ...]


@per_language()
def phases() -> dict[str, Phase]:
    return {phase.id: phase for phase in read_file(FILE, Phases).phases}


def block_week(person: Person, plan_week: int) -> int:
    """The week of the block that the plan's week `plan_week` (1 = this one) is."""
    return max(1, person.history.week) + plan_week - 1


def phase_of(person: Person, plan_week: int) -> Phase:
    """The phase of a planned week: by the calendar, one back where too few days were done."""
    if person.goal == "maintenance" or person.history.maintaining:
        return phases()["maintain"]
    week = (block_week(person, plan_week) - 1) % BLOCK_WEEKS + 1
    course = [phases()[name] for name in ("learn", "build", "progress")]
    place = next(n for n, phase in enumerate(course) if phase.first_week <= week <= phase.last_week)
    done = person.history.adherence
    if place > 0 and done is not None and done < course[place - 1].leave_adherence:
        place -= 1
    return course[place]
