"""How many strength sets next week may hold, from what was done and how long ago."""

import math

from coxa.reading.values import Value
from coxa.training.case import gap_of
from coxa.training.effort import STEADY, lighter_week_due
from coxa.training.pain import rises
from coxa.training.person import Person


class Share(Value):
    """Shares of last week's sets, from the least to the most; `least` None sets no floor."""

    least: float | None
    most: float
    level_step: int = 0
    lighter: bool = False
    messages: tuple[str, ...] = ()


class Volume(Value):
    """Bounds on next week's strength sets in all; None is no bound."""

    low: int | None = None
    high: int | None = None
    level_step: int = 0  # to the levels of the exercises chosen
    lighter: bool = False
    messages: tuple[str, ...] = ()


# Dosing page, section 5, items 4 to 6: our choice, guided by the studies it names.
GROWTH = Share(least=None, most=1.2)
STEADY_ON = Share(least=None, most=1.0)
AFTER_A_WEEK = Share(least=0.75, most=1.0)
AFTER_TWO_WEEKS = Share(least=0.7, most=0.8, messages=("welcome_back",))
AFTER_FOUR_WEEKS = Share(
    least=0.6, most=0.7, level_step=-1, messages=("rescreen", "recheck", "welcome_back")
)
LIGHTER_WEEK = Share(least=0.5, most=0.6, lighter=True, messages=("lighter_week",))
PAIN_RISES = Share(least=0.6, most=0.8)


def volume_of(person: Person) -> Volume:
    share = share_of(person)
    low, high = _bounds(person.history.last_week_strength_sets, share)
    return Volume(
        low=low,
        high=high,
        level_step=share.level_step,
        lighter=share.lighter,
        messages=share.messages,
    )


def share_of(person: Person) -> Share:
    by_gap = _by_gap(gap_of(person))
    if by_gap is not None:
        return by_gap
    if rises(person.history.weekly_pain):
        return PAIN_RISES
    if lighter_week_due(person):
        return LIGHTER_WEEK
    done = person.history.adherence
    return STEADY_ON if done is not None and done < STEADY else GROWTH


def _by_gap(days: int) -> Share | None:
    if days > 28:
        return AFTER_FOUR_WEEKS
    if days > 14:
        return AFTER_TWO_WEEKS
    return AFTER_A_WEEK if days > 7 else None


def _bounds(sets: int | None, share: Share) -> tuple[int | None, int | None]:
    """Whole sets inside the shares; where none lies inside, the one below, at least 1."""
    if not sets:
        return None, None
    high = max(1, _floor(sets * share.most))
    if share.least is None:
        return None, high
    return min(high, max(1, _ceil(sets * share.least))), high


def _floor(value: float) -> int:
    return math.floor(round(value, 6))


def _ceil(value: float) -> int:
    return math.ceil(round(value, 6))
