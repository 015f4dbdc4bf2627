"""One exercise of one person at a review: what a progression or safety rule looks at."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from coxa.exercises.dose import Dose
from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind
from coxa.reading.values import Value
from coxa.training import pain
from coxa.training.pain import Zone
from coxa.training.person import ExerciseHistory, Person, SessionDone
from coxa.training.plan import Verdict
from coxa.training.present_dose import present_dose
from coxa.training.steps import band_rank

RESERVE = 2  # repetitions left after the last set that allow an increase


class Move(Value):
    """What a rule does: the verdict, the dose from now on, and why, in plain words."""

    verdict: Verdict
    dose: Dose
    because: str
    to_exercise: str | None = None


@dataclass(frozen=True)
class Case:
    person: Person
    exercise: Exercise
    history: ExerciseHistory
    library: Mapping[str, Exercise]
    pain_cap: float = 5
    allowed: frozenset[str] | None = None  # None: the screening left nothing out
    top_level: int = 5
    max_hold_s: float = 0  # of isometric holds; 0 = none

    @cached_property
    def sessions(self) -> tuple[SessionDone, ...]:
        """Oldest first."""
        return tuple(sorted(self.history.sessions, key=lambda one: one.day))

    @property
    def last(self) -> SessionDone:
        return self.sessions[-1]

    @property
    def last_two(self) -> tuple[SessionDone, ...]:
        """The two newest, or none where there was one only."""
        return self.sessions[-2:] if len(self.sessions) > 1 else ()

    @property
    def usual(self) -> float:
        return self.person.history.baseline_pain or 0

    @cached_property
    def dose(self) -> Dose:
        return present_dose(self.history, self.exercise)

    @property
    def reps_range(self) -> tuple[int, int] | None:
        given = self.history.range
        return given.reps or (None if given.hold_s else self.exercise.dose.range.reps)

    @property
    def hold_range(self) -> tuple[float, float] | None:
        given = self.history.range
        return given.hold_s or (None if given.reps else self.exercise.dose.range.hold_s)

    @property
    def isometric(self) -> bool:
        return "isometric" in self.exercise.tag_set

    @property
    def asks_effort(self) -> bool:
        return self.exercise.kind is Kind.STRENGTH

    @property
    def gap(self) -> int:
        """Days since the person's last session of any kind."""
        return gap_of(self.person)

    def zone(self, session: SessionDone) -> Zone | None:
        """Where the pain during a session stands; None where it was not said."""
        if session.pain_during is None:
            return None
        return pain.zone(session.pain_during, self.usual, self.pain_cap)

    def above_usual(self, session: SessionDone) -> float:
        """How far the next morning's pain stood above the usual; 0 where it was not said."""
        return (session.pain_next_morning or 0) - self.usual

    def met(self, session: SessionDone) -> bool:
        """All sets at the target, with at least the present dose's tempo, load and band.

        The target is the top of the range, or the planned repetitions where those are known.
        """
        need = self.history.range.sets or self.dose.sets
        if session.sets < need or self._is_easier_than_now(session):
            return False
        if self.reps_range is None:
            return _least_hold(session, self.dose.hold_s) >= self.dose.hold_s
        target = self.dose.reps if self.history.dose else self.reps_range[1]
        return len(session.reps) >= need and min(session.reps) >= target

    def good(self, session: SessionDone) -> bool:
        """Met, with repetitions to spare, in green, and no worse next morning.

        Form counts as sound unless someone said otherwise: a person alone is not asked about it.
        """
        return (
            self.met(session)
            and session.form_ok is not False
            and (not self.asks_effort or (session.rir is not None and session.rir >= RESERVE))
            and self.zone(session) is Zone.GREEN
            and session.pain_next_morning is not None
            and self.above_usual(session) <= 0
        )

    @property
    def two_good(self) -> bool:
        return bool(self.last_two) and all(map(self.good, self.last_two))

    @property
    def at_the_top(self) -> bool:
        """Whether the repetitions, or the hold, have reached the end of their range."""
        if self.reps_range is not None:
            return self.dose.reps >= self.reps_range[1]
        return self.hold_range is None or self.dose.hold_s >= self.longest_hold

    @property
    def longest_hold(self) -> float:
        top = self.hold_range[1] if self.hold_range else 30
        return min(top, self.max_hold_s) if self.max_hold_s else top

    def missed(self, session: SessionDone) -> bool:
        """Any set below the range, or below what was planned where that is less still."""
        if self.reps_range is None or not session.reps:
            return False
        planned = self.history.dose.reps if self.history.dose else self.reps_range[0]
        return min(session.reps) < min(self.reps_range[0], planned)

    def _is_easier_than_now(self, session: SessionDone) -> bool:
        now = self.dose
        return (
            (session.lowering_s is not None and session.lowering_s < now.lowering_s)
            or (session.load_kg is not None and session.load_kg < now.load_kg)
            or (session.band is not None and band_rank(session.band) < band_rank(now.band))
        )


def gap_of(person: Person) -> int:
    """Days since the last session: as told, else from the log; 0 where neither knows."""
    told = person.history.last_session_days_ago
    if told is not None:
        return told
    days = [-one.day for entry in person.history.log for one in entry.sessions]
    return min(days, default=0)


def _least_hold(session: SessionDone, otherwise: float) -> float:
    if session.hold_s is None:
        return otherwise
    if isinstance(session.hold_s, tuple):
        return min(session.hold_s, default=0)
    return session.hold_s
