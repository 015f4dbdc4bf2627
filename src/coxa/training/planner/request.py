"""Everything that one week's plan depends on, as one value: the same request, the same week."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.exercises.dose import Dose
from coxa.exercises.vocabulary import Kind
from coxa.training.coverage import TAGS, Coverage
from coxa.training.limits import Limits
from coxa.training.person import Person
from coxa.training.phases import Phase
from coxa.training.planner.calendar import Calendar
from coxa.training.planner.menu import Menu
from coxa.training.planner.weights import Weights
from coxa.training.wanted import Finding

TINY_SESSION_MINUTES = 2  # one exercise for every two minutes, at most
MOST_LINES = 6  # fewer exercises are kept up better (our choice)
MOST_LINES_LONG = 8
BALANCE_DAYS_FOUND = 3  # WHO 2020
LONG_SESSION_MINUTES = 30


@dataclass(frozen=True)
class Request:
    person: Person
    phase: Phase
    limits: Limits
    calendar: Calendar
    menu: Menu
    weights: Weights
    findings: tuple[Finding, ...] = ()
    sets_low: int | None = None  # bounds on the week's strength sets
    sets_high: int | None = None
    standing: Mapping[str, Dose] = field(default_factory=dict)
    coverage: Coverage = TAGS  # what each exercise does for each muscle

    @property
    def budget_s(self) -> int:
        return self.person.minutes_per_session * 60

    @property
    def most_lines(self) -> int:
        minutes = self.person.minutes_per_session
        most = MOST_LINES if minutes <= LONG_SESSION_MINUTES else MOST_LINES_LONG
        return min(most, max(2, -(-minutes // TINY_SESSION_MINUTES)))

    @property
    def full_sets(self) -> int:
        return self.phase.full_sets_for(self.person)

    @property
    def enough_sets(self) -> int:
        return min(self.weights.enough.sets, self.full_sets)

    @cached_property
    def pull(self) -> dict[tuple[Kind, Muscle], float]:
        """How much each muscle counts: the table, the goal, and what the checks found."""
        goal = self.weights.goal[self.person.goal]
        pull = {(Kind.STRENGTH, m): w * goal.strength for m, w in self.weights.strength.items()}
        pull |= {(Kind.STRETCH, m): w * goal.stretch for m, w in self.weights.stretch.items()}
        for finding in self.findings:
            more = self.weights.finding[finding.severity]
            for kind, muscles in _asked(finding):
                for muscle in muscles:
                    pull[kind, muscle] = max(1.0, pull.get((kind, muscle), 0.0)) * more
        return pull

    @cached_property
    def flagged_stretch(self) -> frozenset[Muscle]:
        return flagged_stretch(self.findings)

    @property
    def wished_level(self) -> int:
        """The phase's level of exercise, moved by the person's own taps of easier and harder."""
        level = self.phase.wished_level[self.person.level] + self.person.wishes.levels
        return max(1, min(level, self.limits.top_level))

    @property
    def balance_days(self) -> int:
        asked = self.limits.balance_days
        if any(finding.balance for finding in self.findings):
            asked = max(asked, BALANCE_DAYS_FOUND)
        return min(asked, len(self.calendar.days))

    @property
    def sided(self) -> dict[Kind, dict[str, Side]]:
        return sided_of(self.findings)


def flagged_stretch(findings: tuple[Finding, ...]) -> frozenset[Muscle]:
    """The muscles that a check found short."""
    return frozenset(m for f in findings if f.severity != "watch" for m in f.stretch)


def sided_of(findings: tuple[Finding, ...]) -> dict[Kind, dict[str, Side]]:
    """The muscles of which one side needs more, by kind; the first finding to speak is heard."""
    sides: dict[Kind, dict[str, Side]] = {Kind.STRETCH: {}, Kind.STRENGTH: {}}
    for finding in findings:
        if finding.side is not None and finding.severity != "watch":
            for kind, muscles in _asked(finding):
                for muscle in muscles:
                    sides[kind].setdefault(muscle, finding.side)
    return sides


def _asked(finding: Finding) -> tuple[tuple[Kind, frozenset[Muscle]], ...]:
    return (Kind.STRENGTH, finding.strength), (Kind.STRETCH, finding.stretch)
