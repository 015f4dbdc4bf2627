"""The block of training weeks a person is in. Weeks start on Monday.

A block starts in the week of its first session, so that a week of it is a week of training: who
fills in the questions and comes back a month later is still in week 1.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from coxa.coaching.sessions import SessionRecord
from coxa.reading.values import Value
from coxa.training.log import AboutAnswered, BlockChosen, Entry, in_force

WEEK = timedelta(days=7)


class Block(Value):
    start: date  # a Monday
    first_day: date | None = None  # of the first session; None: nothing done in it yet
    maintaining: bool = False
    goal: Literal["strength", "mobility", "both"] | None = None  # chosen with the block
    chosen_at: datetime | None = None

    def week_on(self, today: date) -> int:
        return max(1, (monday_of(today) - self.start).days // 7 + 1)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def block_of(
    entries: Iterable[Entry], records: Sequence[SessionRecord], today: date
) -> Block | None:
    """The block in force today; None before anything is known or done.

    It counts from "about me", or from a new block chosen later. Moving before "about me" was
    answered counts only as long as nothing else does.
    """
    log = in_force(entries)
    about = next((e for e in log if isinstance(e.body, AboutAnswered)), None)
    begins = [e for e in log if isinstance(e.body, BlockChosen) and e.body.choice == "new_block"]
    origin = begins[-1] if begins else about
    done = [one for one in records if one.finished and (not origin or one.began >= origin.at)]
    if origin is None and not done:
        return None
    first_day = min((one.day for one in done), default=None)
    choice = _choice(log)
    return Block(
        start=monday_of(first_day or today),
        first_day=first_day,
        maintaining=choice is not None and choice.choice == "maintain",
        goal=choice.goal if choice else None,
        chosen_at=origin.at if origin else None,
    )


def _choice(log: Iterable[Entry]) -> BlockChosen | None:
    """The choice that holds: seeing a professional changes nothing in the plan by itself."""
    chosen = [e.body for e in log if isinstance(e.body, BlockChosen)]
    return next((one for one in reversed(chosen) if one.choice != "see_professional"), None)


def adherence(
    block: Block, records: Sequence[SessionRecord], days_per_week: int, today: date
) -> float | None:
    """The share of planned days that were done in the block's past weeks, at most 1.

    None before a full week has passed. A first week begun on a Thursday asks for no more days
    than were left in it.
    """
    this_week = monday_of(today)
    if block.first_day is None or today - block.first_day < WEEK or this_week <= block.start:
        return None
    weeks = (this_week - block.start) // WEEK
    left_in_first = 7 - block.first_day.weekday()
    planned = min(days_per_week, left_in_first) + days_per_week * (weeks - 1)
    done = {one.day for one in records if one.finished and block.start <= one.day < this_week}
    return min(1.0, len(done) / planned)
