"""When a person usually begins, so that the same time each day can be offered to them."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from coxa.coaching.sessions import sessions_of
from coxa.training.log import Entry

# Our choices: no study says from when on a habit shows in times of day.
LOOKING_BACK = timedelta(days=14)
FEWEST_DAYS = 4
NEAR_MIN = 45  # how far from the middle a time may lie
SHARE_NEAR = 0.75  # of the days
STEP_MIN = 5  # what is offered is rounded to five minutes
DAY_BEGINS_H = (
    4  # ten to midnight and ten past are neighbours; four in the morning is nobody's hour
)
DAY_MIN = 24 * 60


def usual_time(entries: Iterable[Entry], now: datetime, zone: str) -> time | None:
    """The middle (median) of the last two weeks' first begins, by the clock on the wall; None
    where there are too few days, or the times lie too far apart to be called usual."""
    here = ZoneInfo(zone)
    firsts: dict[object, int] = {}
    for one in sessions_of(entries):
        began = one.began.astimezone(here)
        if now - LOOKING_BACK <= one.began <= now and one.trained:
            firsts.setdefault(one.day, _since_day_began(began))
    minutes = sorted(firsts.values())
    if len(minutes) < FEWEST_DAYS:
        return None
    middle = minutes[(len(minutes) - 1) // 2]
    near = sum(abs(one - middle) <= NEAR_MIN for one in minutes)
    return _as_time(middle) if near >= SHARE_NEAR * len(minutes) else None


def _since_day_began(moment: datetime) -> int:
    return (moment.hour * 60 + moment.minute - DAY_BEGINS_H * 60) % DAY_MIN


def _as_time(minutes: int) -> time:
    rounded = (round(minutes / STEP_MIN) * STEP_MIN + DAY_BEGINS_H * 60) % DAY_MIN
    return time(rounded // 60, rounded % 60)
