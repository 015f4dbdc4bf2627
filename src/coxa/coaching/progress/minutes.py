"""Minutes and days of training, week by week. A week without any is a week, and no failure."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coxa.coaching.blocks import WEEK, monday_of
from coxa.coaching.progress.told import Told
from coxa.coaching.sessions import SessionRecord
from coxa.training.log import AboutAnswered


@dataclass(frozen=True)
class TrainedWeek:
    """One Monday week. `minutes`: of the sessions that were finished. `days`: with any training.
    `asked`: the days that the person had planned to train, None where they had not said.
    `running`: the week is not over yet."""

    monday: date
    minutes: float
    days: int
    sessions: int
    asked: int | None
    running: bool

    @property
    def full(self) -> bool:
        return self.asked is not None and self.days >= self.asked


def weeks_of(told: Told) -> tuple[TrainedWeek, ...]:
    """Every week from the one of the first session to this one, those without any too."""
    by_week: dict[date, list[SessionRecord]] = defaultdict(list)
    for record in told.trained:
        by_week[monday_of(record.day)].append(record)
    if not by_week:
        return ()
    wishes = Wishes(told)
    first, this_week = min(by_week), monday_of(told.today)
    return tuple(
        _week(first + n * WEEK, by_week.get(first + n * WEEK, []), wishes, this_week)
        for n in range((this_week - first) // WEEK + 1)
    )


def _week(
    monday: date, records: Sequence[SessionRecord], wishes: "Wishes", this_week: date
) -> TrainedWeek:
    return TrainedWeek(
        monday=monday,
        minutes=round(sum(one.done.seconds for one in records if one.done) / 60, 1),
        days=len({one.day for one in records}),
        sessions=len(records),
        asked=wishes.days_in(monday),
        running=monday == this_week,
    )


class Wishes:
    """The days a week that were planned, by what "about me" said last at that time."""

    def __init__(self, told: Told) -> None:
        said = [(day, about.days_per_week) for day, about in told.of(AboutAnswered)]
        self._days = [day for day, _ in said]
        self._said = [days for _, days in said]
        self._first = told.trained[0].day if told.trained else None

    def days_in(self, monday: date) -> int | None:
        """Of the week that begins on `monday`, as it was planned on its Sunday."""
        return self.days_on(monday + timedelta(days=6))

    def days_on(self, day: date) -> int | None:
        """Of the week that `day` lies in, as it was planned on that day. A first week begun on a
        Thursday asks for no more days than were left in it."""
        place = bisect_right(self._days, day) - 1
        if place < 0:
            return None
        left = 7
        if self._first is not None and monday_of(self._first) == monday_of(day):
            left -= self._first.weekday()
        return min(self._said[place], left)
