"""What the report is made of, from a log, the week as it is planned, and a day. Nothing is judged
here anew: pain, ratings and checks carry the verdicts of `coxa.coaching.progress`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from coxa.coaching.blocks import WEEK, monday_of
from coxa.coaching.progress.minutes import TrainedWeek, weeks_of
from coxa.coaching.progress.over_time import CheckOverTime, checks_of
from coxa.coaching.progress.pain import PainProgress, pain_of
from coxa.coaching.progress.ratings import Ratings, ratings_of
from coxa.coaching.progress.told import Told, told
from coxa.coaching.report.questions import Asked, Facts, asked
from coxa.coaching.week import WeekView
from coxa.training.log import AboutAnswered, Entry, SessionDoneEntry, WeeklyAnswered
from coxa.training.person import Person, Site
from coxa.training.phases import BLOCK_WEEKS
from coxa.training.plan import Item

WEEKS_SHOWN = BLOCK_WEEKS
NOTES_SHOWN = 3  # the newest


@dataclass(frozen=True)
class Adherence:
    """`weeks`: the last twelve at most, oldest first. `share`: of the days planned in those that
    are over, how many were trained, from 0 to 1; None where none is over or nothing was planned."""

    weeks: tuple[TrainedWeek, ...]
    days: int
    sessions: int
    minutes: float
    share: float | None


@dataclass(frozen=True)
class Planned:
    """An exercise of this week, its fullest dose, and its days (1 is Monday)."""

    item: Item
    days: tuple[int, ...]


@dataclass(frozen=True)
class Note:
    day: date
    text: str


@dataclass(frozen=True)
class Report:
    """`since`: the day of the first answer; None where there is none. `week`: how many weeks it is
    since training began, this one included; 0 before. `sites`: the usual pain at each place, by the
    newest answer that names any. `plan`: None where there is none yet."""

    name: str
    today: date
    since: date | None
    week: int
    person: Person | None
    sites: Mapping[Site, float]
    adherence: Adherence
    pain: PainProgress
    ratings: Ratings
    checks: tuple[CheckOverTime, ...]
    plan: WeekView | None
    planned: tuple[Planned, ...]
    questions: tuple[Asked, ...]
    notes: tuple[Note, ...]

    @property
    def is_whole(self) -> bool:
        """Whether twelve weeks are over, or the twelfth is under way."""
        return self.week >= BLOCK_WEEKS


def report_of(name: str, entries: Iterable[Entry], plan: WeekView | None, today: date) -> Report:
    """`plan` is the week of the same log on the same day (`coxa.coaching.week.week_of`)."""
    known = told(entries, today)
    adherence = adherence_of(weeks_of(known))
    pain, ratings, checks = pain_of(known), ratings_of(known), checks_of(known)
    facts = Facts(
        told=known,
        plan=plan,
        share=adherence.share,
        pain=pain,
        ratings=ratings,
        checks=checks,
    )
    return Report(
        name=name,
        today=today,
        since=known.answers[0].day if known.answers else None,
        week=_week(known),
        person=known.person,
        sites=_sites(known),
        adherence=adherence,
        pain=pain,
        ratings=ratings,
        checks=checks,
        plan=plan,
        planned=planned_of(plan),
        questions=asked(facts),
        notes=_notes(known),
    )


def adherence_of(weeks: Iterable[TrainedWeek]) -> Adherence:
    """A day more than planned in one week makes up for none in another."""
    shown = tuple(weeks)[-WEEKS_SHOWN:]
    over = [one for one in shown if not one.running and one.asked]
    asked_for = sum(one.asked or 0 for one in over)
    done = sum(min(one.days, one.asked or 0) for one in over)
    return Adherence(
        weeks=shown,
        days=sum(one.days for one in shown),
        sessions=sum(one.sessions for one in shown),
        minutes=round(sum(one.minutes for one in shown), 1),
        share=done / asked_for if asked_for else None,
    )


def planned_of(plan: WeekView | None) -> tuple[Planned, ...]:
    """Every exercise of the week once, in the order in which the week first has it."""
    found: dict[str, list[tuple[int, Item]]] = {}
    for day in plan.days if plan else ():
        for session in day.sessions:
            for item in session.items:
                found.setdefault(item.exercise_id, []).append((day.date.isoweekday(), item))
    return tuple(
        Planned(
            item=max((item for _, item in times), key=lambda item: item.sets),
            days=tuple(dict.fromkeys(day for day, _ in times)),
        )
        for times in found.values()
    )


def _week(known: Told) -> int:
    if not known.trained:
        return 0
    first = monday_of(known.trained[0].day)
    return (monday_of(known.today) - first) // WEEK + 1


def _sites(known: Told) -> Mapping[Site, float]:
    told = [said.pain for _, said in known.of(AboutAnswered, WeeklyAnswered) if said.pain]
    return told[-1] if told else {}


def _notes(known: Told) -> tuple[Note, ...]:
    written = [Note(day, done.note) for day, done in known.of(SessionDoneEntry) if done.note]
    return tuple(reversed(written[-NOTES_SHOWN:]))
