"""A plan: sessions of items on days of weeks, and in plain words why it is as it is."""

from collections.abc import Iterator
from typing import Any, Literal

from coxa.exercises.dose import Dose
from coxa.exercises.exercise import Exercise
from coxa.reading.values import Value

Status = Literal["ok", "ok_with_caution", "hold", "refer", "refer_urgent"]
ItemSide = Literal["both", "left", "right", "none"]
Verdict = Literal["increase", "hold", "reduce", "swap_harder", "swap_easier", "stop"]


class Item(Value):
    """One line of a session. The sets are done on each side where `side` is both and the
    exercise is one-sided."""

    exercise_id: str
    sets: int
    reps: int
    hold_s: float
    rest_s: float
    side: ItemSide = "both"
    lowering_s: float = 2
    load_kg: float = 0
    band: str | None = None
    first_side: Literal["left", "right"] = "left"
    surface: Literal["", "floor", "bed"] = ""
    reasons: tuple[str, ...] = ()

    @property
    def dose(self) -> Dose:
        return Dose(
            sets=self.sets,
            reps=self.reps,
            hold_s=self.hold_s,
            rest_s=self.rest_s,
            lowering_s=self.lowering_s,
            load_kg=self.load_kg,
            band=self.band,
        )

    def seconds(self, exercise: Exercise) -> float:
        return exercise.seconds(self.dose, both=self.side == "both")


class Session(Value):
    items: tuple[Item, ...]
    seconds: float  # by the one time model
    name: str = ""


class Day(Value):
    day: int  # 1 is Monday
    sessions: tuple[Session, ...]


class Week(Value):
    week: int
    phase: str
    days: tuple[Day, ...]
    score: int = 0
    unmet: tuple[str, ...] = ()  # what did not fit, and why
    notes: tuple[str, ...] = ()

    def items(self) -> Iterator[Item]:
        for day in self.days:
            for session in day.sessions:
                yield from session.items


class Decision(Value):
    """What the log means for one exercise. `from_dose` and `to_dose` hold the dose keys."""

    exercise_id: str
    decision: Verdict
    from_dose: dict[str, Any]
    to_dose: dict[str, Any]
    to_exercise: str | None = None
    rule: str
    reason: str

    def as_json(self) -> dict[str, Any]:
        data = self.model_dump(exclude={"from_dose", "to_dose"}, exclude_none=True)
        return data | {"from": self.from_dose, "to": self.to_dose}


class Outcome(Value):
    measure: str
    first: float
    last: float
    meaningful: bool
    says: str


class LeftOut(Value):
    """An exercise, check or programme item kept away, why, and what stands in its place."""

    exercise_id: str
    reason: str
    instead: str | None = None


class Plan(Value):
    status: Status
    messages: tuple[str, ...]
    horizon_weeks: int
    pain_cap: int
    weeks: tuple[Week, ...] = ()
    decisions: tuple[Decision, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def as_json(self) -> dict[str, Any]:
        data = self.model_dump(mode="json", exclude={"decisions"})
        return data | {"decisions": [one.as_json() for one in self.decisions]}
