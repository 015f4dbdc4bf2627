"""A person as the planner knows them: what they can do, own, want, and what happened so far."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator

from coxa.anatomy.sides import Side
from coxa.checks.library import checks
from coxa.exercises.dose import Dose
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Equipment
from coxa.reading.faults import unknown_word
from coxa.reading.values import Value
from coxa.safety.flags import red_flags, screen_questions
from coxa.safety.profiles import profiles

Level = Literal["novice", "intermediate", "advanced"]
Goal = Literal["strength", "mobility", "both", "maintenance"]
Site = Literal[
    "groin", "hip", "lateral_hip_left", "lateral_hip_right", "buttock",
    "sit_bone", "pubic", "thigh", "knee", "back",
]  # fmt: skip
Irritability = Literal["minutes", "hours", "next_day_or_longer"]
Nrs = Annotated[float, Field(ge=0, le=10)]  # numeric rating scale, 0 none to 10 worst
Reading = float | bool | str

_WEEKS = re.compile(r"_weeks_(\d{1,3})$")


def _known_exercise(word: str) -> str:
    if word not in exercises():
        raise ValueError(unknown_word("exercise", word, exercises()))
    return word


ExerciseId = Annotated[str, AfterValidator(_known_exercise)]


class Pain(Value):
    now: Nrs = 0
    worst_24h: Nrs = 0
    location: Site | None = None


class Sided(Value):
    """A check's value on each side; a side not measured is absent."""

    left: Reading | None = None
    right: Reading | None = None

    def on(self, side: Side) -> Reading | None:
        return self.left if side is Side.LEFT else self.right


class Activity(Value):
    name: Annotated[str, Field(min_length=1, max_length=80)]
    rating: Nrs  # 0 cannot do it, 10 as well as ever


class RangeDone(Value):
    """The range the exercise was in: [low, high] repetitions or seconds of hold, and its sets."""

    reps: tuple[int, int] | None = None
    hold_s: tuple[float, float] | None = None
    sets: int | None = None


class SessionDone(Value):
    """One exercise in one past session. `day` counts back from today: -1 is yesterday."""

    day: Annotated[int, Field(le=0)]
    sets: Annotated[int, Field(ge=0, le=20)]
    reps: tuple[int, ...] = ()  # one a set
    hold_s: tuple[float, ...] | float | None = None
    rest_s: float | None = None
    lowering_s: float | None = None
    load_kg: float | None = None
    band: str | None = None
    rir: float | None = None  # repetitions in reserve; None = not said
    pain_during: Nrs | None = None
    pain_next_morning: Nrs | None = None
    form_ok: bool | None = None


class ExerciseHistory(Value):
    exercise_id: ExerciseId
    range: RangeDone = RangeDone()
    sessions: tuple[SessionDone, ...] = ()
    dose: Dose | None = None  # the dose planned last, where it is known


class OutcomeDone(Value):
    measure: str
    first: float
    last: float


class History(Value):
    week: int = Field(default=0, ge=0, le=520)  # the week of the block the person is in; 0 = none
    adherence: float | None = Field(default=None, ge=0, le=1)
    baseline_pain: Nrs | None = None
    last_session_days_ago: int | None = Field(default=None, ge=0)
    last_strength_days_ago: int | None = Field(default=None, ge=0)
    last_week_strength_sets: int | None = Field(default=None, ge=0)
    weekly_pain: tuple[Nrs, ...] = ()  # weekly means, oldest first
    last_lighter_weeks_ago: int | None = Field(default=None, ge=0)
    maintaining: bool = False
    log: tuple[ExerciseHistory, ...] = ()
    outcomes: tuple[OutcomeDone, ...] = ()

    def of(self, exercise_id: str) -> ExerciseHistory | None:
        return next((one for one in self.log if one.exercise_id == exercise_id), None)


class Wishes(Value):
    """What the person changed by hand: kept apart so that the planner can say so."""

    never: tuple[ExerciseId, ...] = ()  # swapped away
    levels: int = Field(default=0, ge=-2, le=2)  # one tap easier or harder
    familiar: tuple[ExerciseId, ...] = ()


class Person(Value):
    age: Annotated[int, Field(ge=0, le=120)]
    sex: Literal["F", "M", "X"] | None = None
    level: Level = "novice"
    goal: Goal = "both"
    minutes_per_session: Annotated[int, Field(ge=3, le=120)]
    sessions_per_day: Annotated[int, Field(ge=1, le=2)] = 1
    days_per_week: Annotated[int, Field(ge=1, le=7)]
    equipment: tuple[Equipment, ...] = ()
    conditions: tuple[str, ...] = ()
    clearance: bool | None = None
    red_flags: tuple[str, ...] = ()
    screen: tuple[str, ...] = ()  # codes of the screen questions answered yes
    pain: Pain = Pain()
    checks: dict[str, Sided | Reading] = {}
    history: History = History()
    reason: Literal["pain", "recovering", "prevention", "performance"] | None = None
    floor: Literal["yes", "with_support", "no"] = "yes"
    irritability: Irritability | None = None
    activities: Annotated[tuple[Activity, ...], Field(max_length=3)] = ()
    stiffness: Nrs | None = None
    sitting_hours: Annotated[float, Field(ge=0, le=24)] | None = None
    sports: str | tuple[str, ...] | None = None
    someone_nearby: bool | None = None
    surgery_date: date | None = None
    due_date: date | None = None
    birth_date: date | None = None
    wishes: Wishes = Wishes()

    @field_validator("conditions")
    @classmethod
    def _conditions_known(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        wrong = [fault for word in words if (fault := condition_fault(word))]
        if wrong:
            raise ValueError("; ".join(wrong))
        return words

    @field_validator("red_flags")
    @classmethod
    def _flags_known(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        wrong = [unknown_word("red flag", c, red_flags()) for c in codes if c not in red_flags()]
        if wrong:
            raise ValueError("; ".join(wrong))
        return codes

    @field_validator("screen")
    @classmethod
    def _screen_known(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        known = {question.code for question in screen_questions()}
        wrong = [
            unknown_word("screen question", code, known) for code in codes if code not in known
        ]
        if wrong:
            raise ValueError("; ".join(wrong))
        return codes

    @field_validator("checks")
    @classmethod
    def _checks_known(cls, done: dict[str, Sided | Reading]) -> dict[str, Sided | Reading]:
        wrong = [
            fault for check_id, value in done.items() for fault in check_faults(check_id, value)
        ]
        if wrong:
            raise ValueError("; ".join(wrong))
        return done

    @property
    def owned(self) -> frozenset[Equipment]:
        return frozenset(self.equipment)


def check_faults(check_id: str, value: Sided | Reading) -> list[str]:
    """What is wrong with a check's value: an unknown check, or a reading that it cannot give."""
    if check_id not in checks():
        return [unknown_word("check", check_id, checks())]
    sides = (value.left, value.right) if isinstance(value, Sided) else (value,)
    readings = [reading for reading in sides if reading is not None]
    if not readings:
        return [f"{check_id} needs a value, or left and right"]
    measure = checks()[check_id].measure
    return [f"{check_id}: {right}" for one in readings if (right := measure.fault_of(one))]


def split_weeks(word: str) -> tuple[str, int | None]:
    """`pregnant_weeks_28` as ("pregnant", 28); a word without weeks as (word, None)."""
    found = _WEEKS.search(word)
    return (word[: found.start()], int(found.group(1))) if found else (word, None)


def condition_fault(word: str) -> str | None:
    """What is wrong with a condition word, or None. A dated condition may come bare."""
    code, weeks = split_weeks(word)
    known = {row.code: row for row in profiles()}
    if code not in known or (weeks is not None and not known[code].counts_weeks):
        spelled = {c + "_weeks_N" if row.counts_weeks else c for c, row in known.items()}
        return unknown_word("condition", word, spelled)
    return None
