"""The persons of the tests, whom everyone gets to know, and a diary to write their days in.

Alice sits at a desk and is stiff; Bruno runs; Chen has a new hip; Dora is unsteady; Ester is
pregnant; Farid's hip is worn; Greta is sore on the outside of the left hip; Hugo is fourteen.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal, Self
from uuid import NAMESPACE_OID, UUID, uuid5

from coxa.exercises.library import exercises
from coxa.training.log import (
    AboutAnswered,
    Body,
    CheckDone,
    Corrected,
    EffortGiven,
    Entry,
    ExerciseChanged,
    HurtReported,
    MorningAnswered,
    SafetyAnswered,
    SessionDoneEntry,
    SessionStarted,
    SetDone,
    WeeklyAnswered,
)
from coxa.training.person import Person
from coxa.training.plan import Item

MONDAY = date(2026, 3, 2)
ZONE = "Europe/Rome"


def alice(**changes: Any) -> Person:
    """34, at a desk all day, never trained, stiff rather than sore."""
    return _person(
        changes,
        age=34,
        sex="F",
        minutes_per_session=10,
        days_per_week=5,
        equipment=("wall", "chair", "towel"),
        reason="prevention",
        sitting_hours=9,
        stiffness=5,
    )


def bruno(**changes: Any) -> Person:
    """41, runs, trains with a band and weights, wants strength."""
    return _person(
        changes,
        age=41,
        sex="M",
        level="intermediate",
        goal="strength",
        minutes_per_session=20,
        days_per_week=4,
        equipment=("wall", "chair", "couch", "band_loop", "weights", "towel"),
        reason="performance",
        sports="running",
    )


def chen(**changes: Any) -> Person:
    """67, a new hip from the back ten weeks ago; the surgeon said yes to training."""
    return _person(
        changes,
        age=67,
        sex="M",
        minutes_per_session=10,
        days_per_week=5,
        equipment=("wall", "chair", "bed"),
        conditions=("thr_posterior",),
        surgery_date=MONDAY - timedelta(weeks=10),
        clearance=True,
        floor="with_support",
        reason="recovering",
    )


def dora(**changes: Any) -> Person:
    """72, unsteady, fell in winter, does not get down to the floor."""
    return _person(
        changes,
        age=72,
        sex="F",
        minutes_per_session=10,
        days_per_week=5,
        equipment=("wall", "chair"),
        conditions=("fall_last_year", "unsteady"),
        floor="no",
        someone_nearby=True,
    )


def ester(**changes: Any) -> Person:
    """31, 28 weeks pregnant on the Monday of the tests."""
    return _person(
        changes,
        age=31,
        sex="F",
        minutes_per_session=10,
        days_per_week=4,
        equipment=("wall", "chair", "cushion"),
        conditions=("pregnant",),
        due_date=MONDAY + timedelta(weeks=12),
    )


def farid(**changes: Any) -> Person:
    """58, arthritis of the hip, his usual pain is 3."""
    return _person(
        changes,
        age=58,
        sex="M",
        minutes_per_session=15,
        days_per_week=5,
        equipment=("wall", "chair", "couch"),
        conditions=("hip_oa",),
        pain={"now": 3, "worst_24h": 4, "location": "groin"},
        history={"baseline_pain": 3},
        reason="pain",
    )


def greta(**changes: Any) -> Person:
    """49, sore on the outside of the left hip."""
    return _person(
        changes,
        age=49,
        sex="F",
        minutes_per_session=10,
        days_per_week=5,
        equipment=("wall", "chair", "cushion"),
        conditions=("lateral_hip_pain_left",),
        pain={"now": 4, "worst_24h": 5, "location": "lateral_hip_left"},
        reason="pain",
    )


def hugo(**changes: Any) -> Person:
    """14: too young for Coxa."""
    return _person(changes, age=14, minutes_per_session=10, days_per_week=3)


CAST = (alice, bruno, chen, dora, ester, farid, greta)


def _person(changes: dict[str, Any], **usual: Any) -> Person:
    return Person.model_validate(usual | changes)


def safety(person: Person, **changes: Any) -> SafetyAnswered:
    """The safety page as this person fills it in."""
    names = ("red_flags", "conditions", "clearance", "floor", "age",
             "surgery_date", "due_date", "birth_date")  # fmt: skip
    return SafetyAnswered.model_validate({n: getattr(person, n) for n in names} | changes)


def about(person: Person, **changes: Any) -> AboutAnswered:
    """ "About me" as this person fills it in."""
    names = ("age", "sex", "level", "goal", "minutes_per_session", "sessions_per_day",
             "days_per_week", "equipment", "reason", "irritability", "activities", "stiffness",
             "sitting_hours", "sports", "someone_nearby")  # fmt: skip
    said = {n: getattr(person, n) for n in names}
    pain = {person.pain.location: person.pain.now} if person.pain.location else {}
    said |= {"pain": pain, "pain_now": person.pain.now, "pain_worst_24h": person.pain.worst_24h}
    return AboutAnswered.model_validate(said | changes)


def item(exercise_id: str, **changes: Any) -> Item:
    """An item at the exercise's own starting dose."""
    dose = exercises()[exercise_id].start_dose
    names = ("sets", "reps", "hold_s", "rest_s")
    return Item.model_validate(
        {"exercise_id": exercise_id} | {n: getattr(dose, n) for n in names} | changes
    )


class Diary:
    """Entries written day by day, with ids and moments that are the same on every run."""

    def __init__(self, start: date = MONDAY) -> None:
        self.day = start
        self._written: list[Entry] = []

    def on(self, day: date) -> Self:
        self.day = day
        return self

    def later(self, days: int) -> Self:
        return self.on(self.day + timedelta(days=days))

    def write(self, *bodies: Body) -> Self:
        for body in bodies:
            n = len(self._written)
            at = datetime.combine(self.day, time(8), UTC) + timedelta(seconds=n)
            one = Entry(id=_id(f"entry {n}"), at=at, day=self.day, zone=ZONE, body=body)
            self._written.append(one)
        return self

    def knows(self, person: Person, **about_changes: Any) -> Self:
        """Safety and "about me", answered today."""
        return self.write(safety(person), about(person, **about_changes))

    def session(
        self,
        *planned: Item,
        name: str = "",
        effort: str | None = "2-3",
        pain_now: float | None = 0,
        hurts: Iterable[dict[str, Any]] = (),
        changes: Iterable[dict[str, Any]] = (),
        sets: bool = True,
        finished: bool = True,
        origin: str = "plan",
        form_ok: bool | None = True,
        feels: Literal["looser", "same", "stiffer"] | None = None,
        seconds: float = 600,
    ) -> Self:
        """A session done as planned, today."""
        sid = session_id(name or f"{self.day} {len(self._written)}")
        self.write(
            SessionStarted.model_validate(
                {
                    "session_id": sid,
                    "origin": origin,
                    "planned": tuple(one.model_dump(mode="json") for one in planned),
                }
            )
        )
        for one in planned if sets else ():
            self.write(*_sets(sid, one, form_ok))
            if effort and exercises()[one.exercise_id].kind == "strength":
                said = {"session_id": sid, "exercise_id": one.exercise_id, "left": effort}
                self.write(EffortGiven.model_validate(said))
        self.write(*(HurtReported.model_validate({"session_id": sid} | one) for one in hurts))
        self.write(*(ExerciseChanged.model_validate({"session_id": sid} | one) for one in changes))
        if finished:
            said = {"pain_now": pain_now, "feels": feels, "seconds": seconds}
            self.write(SessionDoneEntry.model_validate({"session_id": sid} | said))
        return self

    def morning(self, sore_spot: str = "same", *, days_before: int = 1, **more: Any) -> Self:
        asked = {"about": self.day - timedelta(days=days_before), "sore_spot": sore_spot}
        return self.write(MorningAnswered.model_validate(asked | more))

    def check(self, check_id: str, value: Any) -> Self:
        return self.write(CheckDone.model_validate({"check_id": check_id, "value": value}))

    def weekly(self, **said: Any) -> Self:
        return self.write(WeeklyAnswered.model_validate(said))

    def correct(self, entry: Entry, body: Body | None) -> Self:
        data = body.model_dump(mode="json") if body is not None else None
        return self.write(Corrected(entry_id=entry.id, body=data))

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._written)

    @property
    def last(self) -> Entry:
        return self._written[-1]


def session_id(name: str) -> UUID:
    return _id(f"session {name}")


def _id(name: str) -> UUID:
    return uuid5(NAMESPACE_OID, name)


def _sets(sid: UUID, planned: Item, form_ok: bool | None) -> Iterable[SetDone]:
    each = exercises()[planned.exercise_id].sides == "each"
    both = ("left", "right") if planned.side == "both" else (planned.side,)
    for n in range(1, planned.sets + 1):
        for side in both if each else ("both",):
            yield SetDone.model_validate(
                {
                    "session_id": sid,
                    "exercise_id": planned.exercise_id,
                    "set_number": n,
                    "side": side,
                    "form_ok": form_ok,
                }
                | planned.model_dump(include=set(_DONE))
            )


_DONE = ("reps", "hold_s", "rest_s", "lowering_s", "load_kg", "band")
