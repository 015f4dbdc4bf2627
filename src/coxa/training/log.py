"""What happened, as an append-only list of entries. Everything else is derived from it.

Each entry has the id its sender gave it (sent twice, it is stored once), the moment in UTC, and
the person's own date and time zone, since "this morning" is theirs and not the server's.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from coxa.reading.values import Value
from coxa.training.person import Activity, Irritability, Nrs, Reading, Sided, Site
from coxa.training.reminding import Reminding

Hurt = Literal["sharp_or_locking", "numb_or_weak", "cannot_stand", "calf_or_chest", "none_of_these"]
OfSide = Literal["left", "right", "both"]
Tried = Annotated[float, Field(ge=-1_000, le=1_000)] | bool
Effort = Literal["0-1", "2-3", "4+"]  # repetitions left after the last set


class SafetyAnswered(Value):
    """The safety page: before a first movement, after 28 days away, at weeks 4, 8 and 12."""

    kind: Literal["safety_answered"] = "safety_answered"
    red_flags: tuple[str, ...] = ()
    screen: tuple[str, ...] = ()  # codes of the screen questions answered yes
    conditions: tuple[str, ...] = ()
    clearance: bool | None = None
    floor: Literal["yes", "with_support", "no"] = "yes"
    age: int | None = None
    surgery_date: date | None = None
    due_date: date | None = None
    birth_date: date | None = None
    whole: bool = True  # False: only the few questions of Start now


class AboutAnswered(Value):
    """About me: each time the whole of it, so that the newest entry is the person."""

    kind: Literal["about_answered"] = "about_answered"
    age: Annotated[int, Field(ge=0, le=120)]
    sex: Literal["F", "M", "X"] | None = None
    level: Literal["novice", "intermediate", "advanced"] = "novice"
    goal: Literal["strength", "mobility", "both", "maintenance"] = "both"
    minutes_per_session: Annotated[int, Field(ge=3, le=120)] = 10
    sessions_per_day: Annotated[int, Field(ge=1, le=2)] = 1
    days_per_week: Annotated[int, Field(ge=1, le=7)] = 5
    equipment: tuple[str, ...] = ()
    reason: Literal["pain", "recovering", "prevention", "performance"] | None = None
    irritability: Irritability | None = None
    activities: Annotated[tuple[Activity, ...], Field(max_length=3)] = ()
    stiffness: Nrs | None = None
    sitting_hours: Annotated[float, Field(ge=0, le=24)] | None = None
    sports: str | None = None
    someone_nearby: bool | None = None
    pain: dict[Site, Nrs] = {}  # usual pain by site
    pain_now: Nrs = 0
    pain_worst_24h: Nrs = 0


class CheckDone(Value):
    """A check and its value, as the person confirmed it; by camera, with what the camera saw."""

    kind: Literal["check_done"] = "check_done"
    check_id: str
    value: Sided | Reading
    method: Literal["eye", "tape", "clock", "inclinometer", "camera", "by_hand"] = "by_hand"
    # Each try that the camera took, by side, in the unit of the check (grades as numbers).
    tries: dict[OfSide, Annotated[tuple[Tried, ...], Field(max_length=20)]] = {}
    proposed: Sided | Reading | None = None  # by the camera, where the person wrote something else


class SessionStarted(Value):
    kind: Literal["session_started"] = "session_started"
    session_id: UUID
    origin: Literal["plan", "start_now", "programme", "desk"] = "plan"
    programme_id: str | None = None
    planned: tuple[dict[str, Any], ...] = ()  # the items as they were planned


class SetDone(Value):
    """One set of one exercise on one side, as done."""

    kind: Literal["set_done"] = "set_done"
    session_id: UUID
    exercise_id: str
    set_number: Annotated[int, Field(ge=1, le=60)]
    side: Literal["left", "right", "both"] = "both"
    reps: Annotated[int, Field(ge=0, le=200)] = 1
    hold_s: Annotated[float, Field(ge=0, le=900)] = 0
    rest_s: float = 0
    lowering_s: float = 2
    load_kg: float = 0
    band: str | None = None
    form_ok: bool | None = None
    counted_by: Literal["camera"] | None = None  # None: by the player's clock, or told by hand


class EffortGiven(Value):
    """After a strength exercise's last set; skipped means that no entry exists."""

    kind: Literal["effort_given"] = "effort_given"
    session_id: UUID
    exercise_id: str
    left: Effort


class HurtReported(Value):
    kind: Literal["hurt_reported"] = "hurt_reported"
    session_id: UUID | None = None
    exercise_id: str | None = None
    what: Hurt
    pain: Nrs | None = None
    site: Site | None = None


class ExerciseChanged(Value):
    """Easier, harder, skipped or swapped, by the person's own tap."""

    kind: Literal["exercise_changed"] = "exercise_changed"
    session_id: UUID | None = None
    exercise_id: str
    change: Literal["easier", "harder", "skipped", "swapped"]
    to_exercise: str | None = None


class SessionDoneEntry(Value):
    kind: Literal["session_done"] = "session_done"
    session_id: UUID
    pain_now: Nrs | None = None
    feels: Literal["looser", "same", "stiffer"] | None = None
    seconds: Annotated[float, Field(ge=0, le=14_400)] = 0
    note: Annotated[str, Field(max_length=500)] = ""


class MorningAnswered(Value):
    """The 24-hour question: the sore spot, and apart from it, muscles tired as after new work."""

    kind: Literal["morning_answered"] = "morning_answered"
    about: date  # the day of the session that is asked about
    sore_spot: Literal["better", "same", "worse"]
    tired_muscles: bool = False


class WeeklyAnswered(Value):
    kind: Literal["weekly_answered"] = "weekly_answered"
    activities: Annotated[tuple[Activity, ...], Field(max_length=3)] = ()
    stiffness: Nrs | None = None
    pain: dict[Site, Nrs] = {}
    pregnancy_signs: bool | None = None


class ChangeAnswered(Value):
    """At weeks 4, 8 and 12: overall, compared with the start, 1 much worse to 7 much better."""

    kind: Literal["change_answered"] = "change_answered"
    rating: Annotated[int, Field(ge=1, le=7)]


class WeekAdjusted(Value):
    """Swap, shorten, move: one change to one day of the week that contains it."""

    kind: Literal["week_adjusted"] = "week_adjusted"
    day: date
    change: Literal["shorten", "no_floor", "swap", "move", "restore"]
    minutes: int | None = None
    exercise_id: str | None = None
    to_day: date | None = None


class ProgrammeChosen(Value):
    kind: Literal["programme_chosen"] = "programme_chosen"
    programme_id: str | None = None  # None: back to the plan made for me
    form: Literal["as_written", "filled"] = "filled"


class BlockChosen(Value):
    """The one choice at the end of week 12."""

    kind: Literal["block_chosen"] = "block_chosen"
    choice: Literal["maintain", "new_block", "see_professional"]
    goal: Literal["strength", "mobility", "both"] | None = None


class RemindersChosen(Value):
    """What to be reminded of, each time the whole of it: the newest entry holds."""

    kind: Literal["reminders_chosen"] = "reminders_chosen"
    wanted: Reminding = Reminding()


class QuestionNoted(Value):
    """What the person wants to ask a professional; it stands in the report until taken back."""

    kind: Literal["question_noted"] = "question_noted"
    text: Annotated[str, Field(min_length=1, max_length=300)]


class Corrected(Value):
    """Sets an earlier entry's body right, or takes it back (body None). The old one stays."""

    kind: Literal["corrected"] = "corrected"
    entry_id: UUID
    body: dict[str, Any] | None


Body = Annotated[
    SafetyAnswered | AboutAnswered | CheckDone | SessionStarted | SetDone | EffortGiven
    | HurtReported | ExerciseChanged | SessionDoneEntry | MorningAnswered | WeeklyAnswered
    | ChangeAnswered | WeekAdjusted | ProgrammeChosen | BlockChosen | RemindersChosen
    | QuestionNoted | Corrected,
    Field(discriminator="kind"),
]  # fmt: skip


class Entry(Value):
    id: UUID
    at: datetime  # UTC
    day: date  # the person's own date
    zone: str  # IANA name, e.g. Europe/Rome
    body: Body


Log = tuple[Entry, ...]


class Standing(tuple[Entry, ...]):
    """Entries as they stand after corrections, in order. Who gets them again has nothing to do:
    a long log is put in order once and not by each who reads it."""

    __slots__ = ()


def in_force(entries: Iterable[Entry]) -> Log:
    """The entries as they stand after corrections, in the order in which they happened."""
    if isinstance(entries, Standing):
        return entries
    entries = sorted(entries, key=lambda one: (one.at, one.id.int))
    corrections = {
        one.body.entry_id: one.body.body for one in entries if isinstance(one.body, Corrected)
    }
    if not corrections:
        return Standing(entries)
    return Standing(_corrected(entries, corrections))


def _corrected(
    entries: Iterable[Entry], corrections: Mapping[UUID, dict[str, Any] | None]
) -> Iterator[Entry]:
    for one in entries:
        if isinstance(one.body, Corrected):
            continue
        if one.id not in corrections:
            yield one
        elif (body := corrections[one.id]) is not None:
            yield Entry.model_validate(one.model_dump() | {"body": body})
