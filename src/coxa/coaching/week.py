"""The week as a person sees it: planned from the log up to a moment, then lived and adjusted.

A week is planned on its Monday from all that was known before; answering questions anew, or doing
a check, plans the rest of it again from that day. What happens in its sessions can at once make
the days still to come easier, never harder: increases wait for Monday.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from coxa.coaching.adjust import adjusted
from coxa.coaching.blocks import monday_of
from coxa.coaching.day import DayView, SessionView, day_views, seconds_of
from coxa.coaching.follow import person_from
from coxa.coaching.plan import cached_plan
from coxa.coaching.programme import programme_week
from coxa.coaching.relief import relieved
from coxa.coaching.sessions import SessionRecord, sessions_of
from coxa.exercises.library import exercises
from coxa.language import gettext as _
from coxa.programmes.library import programmes
from coxa.reading.values import Value
from coxa.training.log import (
    AboutAnswered,
    BlockChosen,
    CheckDone,
    Entry,
    Log,
    ProgrammeChosen,
    SafetyAnswered,
    WeekAdjusted,
    in_force,
)
from coxa.training.person import Person
from coxa.training.phases import block_week, phases
from coxa.training.plan import LeftOut, Plan, Session

__all__ = ["DayView", "SessionView", "WeekView", "seconds_of", "week_of"]

SETTING_UP = (SafetyAnswered, AboutAnswered, CheckDone, BlockChosen)
DAYS = 7


class Change(Value):
    """One thing that differs from last week, and why."""

    exercise_id: str | None
    verdict: str
    text: str


class WeekView(Value):
    monday: date
    starts: date  # the first day planned; days before it were not asked for
    status: str
    messages: tuple[str, ...]
    plan: Plan
    days: tuple[DayView, ...]
    changes: tuple[Change, ...] = ()
    unmet: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    block_week: int = 1
    phase: str = ""
    programme_id: str | None = None


class _Start(Value):
    """From when a week's plan holds, and who the person was then."""

    day: date
    at: datetime | None
    person: Person


def week_of(entries: Iterable[Entry], today: date, seed: int = 0) -> WeekView | None:
    """The week that holds `today`; None until the safety page and "about me" are answered."""
    log = in_force(entries)
    start = _start(log, today)
    if start is None:
        return None
    plan = _plan(start, seed)
    programme = _programme(log, start, today)
    lived = [r for r in sessions_of(log) if monday_of(r.day) == monday_of(today)]
    sessions, left_out, notes = programme or (_planned(plan, start.day), plan.left_out, {})
    sessions = relieved(sessions, log, start.at, today)
    sessions, said = adjusted(sessions, _adjustments(log, start, today), start.person, start.day)
    week = plan.weeks[0] if plan.weeks else None
    return WeekView(
        monday=monday_of(today),
        starts=start.day,
        status=plan.status,
        messages=plan.messages,
        plan=plan,
        days=tuple(_days(sessions, lived, today, notes | said, programme is not None)),
        changes=_changes(log, plan, today, seed),
        unmet=week.unmet if week and not programme else (),
        notes=week.notes if week and not programme else (),
        left_out=left_out,
        block_week=block_week(start.person, 1),
        phase=week.phase if week else "",
        programme_id=_programme_id(log),
    )


def _start(log: Log, today: date) -> _Start | None:
    monday = monday_of(today)
    anchors = [e for e in log if isinstance(e.body, SETTING_UP) and monday <= e.day <= today]
    anchor = anchors[-1] if anchors else None
    known = [e for e in log if e.day < monday or (anchor is not None and e.at <= anchor.at)]
    day = anchor.day if anchor else monday
    person = person_from(known, day)
    if person is None:
        return None
    if anchor and any(
        r.origin == "plan" and r.finished and r.day == day for r in sessions_of(known)
    ):
        day += timedelta(days=1)
    return _Start(day=day, at=anchor.at if anchor else None, person=person)


def _plan(start: _Start, seed: int) -> Plan:
    return cached_plan(start.person.model_dump_json(), start.day, 1, seed, start.day.weekday() + 1)


Sessions = dict[date, tuple[Session, ...]]


def _planned(plan: Plan, start: date) -> Sessions:
    monday = monday_of(start)
    days = plan.weeks[0].days if plan.weeks else ()
    return {monday + timedelta(days=day.day - 1): day.sessions for day in days}


def _programme_id(log: Log) -> str | None:
    chosen = [e.body for e in log if isinstance(e.body, ProgrammeChosen)]
    return chosen[-1].programme_id if chosen else None


def _programme(
    log: Log, start: _Start, today: date
) -> tuple[Sessions, tuple[LeftOut, ...], dict[date, str]] | None:
    """The week of the programme followed, in the place of the plan; None where none is."""
    chosen = [e for e in log if isinstance(e.body, ProgrammeChosen)]
    body = chosen[-1].body if chosen else None
    if not isinstance(body, ProgrammeChosen) or body.programme_id is None:
        return None
    monday = monday_of(today)
    number = (monday - monday_of(chosen[-1].day)).days // DAYS + 1
    week = programme_week(programmes()[body.programme_id], body.form, start.person, today, number)
    first = max(start.day, chosen[-1].day)
    dated = {monday + timedelta(days=day.day - 1): day.sessions for day in week.days}
    return {day: s for day, s in dated.items() if day >= first}, week.left_out, {}


def _adjustments(log: Log, start: _Start, today: date) -> list[WeekAdjusted]:
    return [
        e.body
        for e in log
        if isinstance(e.body, WeekAdjusted)
        and monday_of(e.body.day) == monday_of(today)
        and (start.at is None or e.at > start.at)
    ]


def _days(
    sessions: Sessions,
    lived: list[SessionRecord],
    today: date,
    notes: dict[date, str],
    by_name: bool,
) -> Iterator[DayView]:
    monday = monday_of(today)
    for n in range(DAYS):
        day = monday + timedelta(days=n)
        done = [r for r in lived if r.day == day and r.finished and r.origin != "start_now"]
        views = tuple(day_views(day, sessions.get(day, ()), done, today, by_name))
        yield DayView(date=day, sessions=views, note=notes.get(day, ""))


def _changes(log: Log, plan: Plan, today: date, seed: int) -> tuple[Change, ...]:
    """What is different from last week, each with its reason."""
    said = [
        Change(exercise_id=d.exercise_id, verdict=d.decision, text=d.reason) for d in plan.decisions
    ]
    told = {d.exercise_id for d in plan.decisions} | {d.to_exercise for d in plan.decisions}
    before = _last_week(log, today, seed)
    if before is None or not plan.weeks or not before.weeks:
        return tuple(said)
    was = {item.exercise_id for item in before.weeks[0].items()}
    now = {item.exercise_id for item in plan.weeks[0].items()}
    said += [_new(i, plan) for i in sorted(now - was - told)]
    said += [_gone(i, plan) for i in sorted(was - now - told)]
    if before.weeks[0].phase != plan.weeks[0].phase:
        said.insert(0, _phase_change(plan.weeks[0].phase))
    return tuple(said)


def _new(exercise_id: str, plan: Plan) -> Change:
    item = next(i for i in plan.weeks[0].items() if i.exercise_id == exercise_id)
    why = item.reasons[0] if item.reasons else ""
    name = exercises()[exercise_id].name
    return Change(
        exercise_id=exercise_id,
        verdict="new",
        text=_("{name} is new.").format(name=name) + (f" {why}" if why else ""),
    )


def _gone(exercise_id: str, plan: Plan) -> Change:
    name = exercises()[exercise_id].name
    reason = next((o.reason for o in plan.left_out if o.exercise_id == exercise_id), None)
    if reason:
        text = _("{name} rests this week: {reason}").format(name=name, reason=reason)
    else:
        text = _("{name} rests this week, so that something else has its minutes.")
        text = text.format(name=name)
    return Change(exercise_id=exercise_id, verdict="gone", text=text)


def _phase_change(phase_id: str) -> Change:
    phase = phases()[phase_id]
    text = _("A new phase begins: {name}. {says}").format(name=phase.name, says=phase.says)
    return Change(exercise_id=None, verdict="phase", text=text)


def _last_week(log: Log, today: date, seed: int) -> Plan | None:
    sunday = monday_of(today) - timedelta(days=1)
    start = _start(tuple(e for e in log if e.day <= sunday), sunday)
    return _plan(start, seed) if start else None
