"""Things done, with the day they were done on. None is about days in a row, and none is ever lost:
what a shorter log has reached, a longer one has too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from coxa.checks.library import checks
from coxa.coaching.blocks import monday_of
from coxa.coaching.progress.judging import Verdict, judged
from coxa.coaching.progress.minutes import Wishes
from coxa.coaching.progress.over_time import compared
from coxa.coaching.progress.pain import NRS, usual_pain
from coxa.coaching.progress.told import Told
from coxa.coaching.sessions import SessionRecord
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.training.log import CheckDone, OfSide
from coxa.training.person import Sided

# All our choice.
SESSIONS = (1, 10, 25, 50, 100, 200, 300, 500, 750, 1000)
HOURS = (1, 5, 10, 25, 50, 100)
WEEKS = (4, 8, 12, 26, 52, 104)  # with training in them, in a row or not
AWAY = timedelta(days=14)


class Deed(StrEnum):
    SESSIONS = "sessions"  # `count` of them
    FULL_WEEK = "full_week"  # for the first time all the days that were planned
    WEEKS = "weeks"  # `count` weeks with training in them
    HOURS = "hours"  # `count` of them
    LEVEL_UP = "level_up"  # a harder form of something done before: the exercise `about`
    FIRST_CHECK = "first_check"
    CHECK_BETTER = "check_better"  # the check `about`, by more than its error, on `side`
    PAIN_BETTER = "pain_better"  # the usual pain, by a change that matters
    BACK_AGAIN = "back_again"  # for the first time after two weeks away


@dataclass(frozen=True)
class Milestone:
    deed: Deed
    day: date
    count: int = 0
    about: str = ""
    side: OfSide = "both"

    @property
    def key(self) -> tuple[Deed, int, str]:
        """What it is, whenever it was: reached once."""
        return self.deed, self.count, self.about


def milestones_of(told: Told) -> tuple[Milestone, ...]:
    """All that is reached, oldest first."""
    sessions = told.trained
    found = [
        *_counted(sessions),
        *_full_week(told),
        *_weeks(sessions),
        *_hours(sessions),
        *_harder(sessions),
        *_checks(told),
        *_pain(told),
        *_back_again(sessions),
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.deed, one.count, one.about)))


def _counted(sessions: Sequence[SessionRecord]) -> Iterator[Milestone]:
    for count in SESSIONS:
        if count <= len(sessions):
            yield Milestone(Deed.SESSIONS, sessions[count - 1].day, count)


def _full_week(told: Told) -> Iterator[Milestone]:
    """On the day that made a week full, by what was planned up to that day."""
    wishes, days = Wishes(told), dict[date, set[date]]()
    for record in told.trained:
        monday = monday_of(record.day)
        done = days.setdefault(monday, set())
        done.add(record.day)
        asked = wishes.days_on(record.day)
        if asked is not None and len(done) >= asked:
            yield Milestone(Deed.FULL_WEEK, record.day)
            return


def _weeks(sessions: Iterable[SessionRecord]) -> Iterator[Milestone]:
    first_days: dict[date, date] = {}
    for record in sessions:
        first_days.setdefault(monday_of(record.day), record.day)
    for count, day in enumerate(first_days.values(), 1):
        if count in WEEKS:
            yield Milestone(Deed.WEEKS, day, count)


def _hours(sessions: Iterable[SessionRecord]) -> Iterator[Milestone]:
    seconds, wanted = 0.0, list(HOURS)
    for record in sessions:
        seconds += record.done.seconds if record.done else 0.0
        while wanted and seconds >= 3600 * wanted[0]:
            yield Milestone(Deed.HOURS, record.day, wanted.pop(0))


def _harder(sessions: Iterable[SessionRecord]) -> Iterator[Milestone]:
    """A harder strength exercise, by its ladder, than one that was done in an earlier session."""
    known: set[str] = set()
    for record in sessions:
        done = [i for i in record.exercise_ids if i in exercises()]
        for exercise_id in done:
            if exercise_id not in known and known.intersection(_easier(exercise_id)):
                yield Milestone(Deed.LEVEL_UP, record.day, about=exercise_id)
        known.update(done)


def _easier(exercise_id: str) -> tuple[str, ...]:
    """The forms of an exercise that are a level below it; nothing for what is no strength move."""
    library = exercises()
    one = library[exercise_id]
    if one.kind is not Kind.STRENGTH:
        return ()
    return tuple(
        easier
        for easier in one.ladder.easier
        if library[easier].kind is Kind.STRENGTH and library[easier].level < one.level
    )


def _checks(told: Told) -> Iterator[Milestone]:
    """The first check; and each check the first time that a side is really better than at first."""
    first: dict[tuple[str, OfSide], CheckDone] = {}
    better: set[str] = set()
    for day, done in told.of(CheckDone):
        if done.check_id not in checks():
            continue
        if not first:
            yield Milestone(Deed.FIRST_CHECK, day)
        for side in _sides(done):
            before = first.setdefault((done.check_id, side), done)
            if done.check_id not in better and _is_better(done, side, before):
                better.add(done.check_id)
                yield Milestone(Deed.CHECK_BETTER, day, about=done.check_id, side=side)


def _is_better(done: CheckDone, side: OfSide, before: CheckDone) -> bool:
    return compared(checks()[done.check_id], side, before, done).verdict is Verdict.BETTER


def _sides(done: CheckDone) -> tuple[OfSide, ...]:
    if not isinstance(done.value, Sided):
        return ("both",)
    sides: tuple[OfSide, ...] = ("left", "right")
    return tuple(side for side in sides if getattr(done.value, side) is not None)


def _pain(told: Told) -> Iterator[Milestone]:
    first, *later = tuple(usual_pain(told)) or (None,)
    for one in later:
        found = judged(NRS, (first.value, one.value)) if first else None
        if found and found.verdict is Verdict.BETTER:
            yield Milestone(Deed.PAIN_BETTER, one.day)
            return


def _back_again(sessions: Sequence[SessionRecord]) -> Iterator[Milestone]:
    for before, after in pairwise(sessions):
        if after.day - before.day > AWAY:
            yield Milestone(Deed.BACK_AGAIN, after.day)
            return
