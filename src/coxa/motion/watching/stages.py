"""Where in a repetition each picture is, told from how far this person goes, not from angles."""

from collections.abc import Sequence
from enum import StrEnum

from coxa.motion.watching.excursions import HOME
from coxa.motion.watching.repetitions import FULL
from coxa.motion.watching.series import share

ENDS = (0.05, 0.95)  # shares of the values between which a person's range lies (our choice)


class Stage(StrEnum):
    """By the same shares by which repetitions are counted."""

    START = "start"  # nearer to rest than where a repetition begins
    BETWEEN = "between"
    FAR = "far"  # as far as a full repetition


def shares(values: Sequence[float], rises: bool = True) -> list[float]:
    """How far out each value (degrees) is: 0 at this person's rest, 1 at the far end.

    `rises`: the coordinate grows on the way out. Raises ValueError for no values.
    """
    low, high = (share(values, part) for part in ENDS)
    rest, far = (low, high) if rises else (high, low)
    way = far - rest
    return [(value - rest) / way if way else 0.0 for value in values]


def stages(values: Sequence[float], rises: bool = True) -> list[Stage]:
    """The stage of each value (degrees). Raises ValueError for no values."""
    return [_stage(one) for one in shares(values, rises)]


def _stage(out: float) -> Stage:
    if out < HOME:
        return Stage.START
    return Stage.FAR if out >= FULL else Stage.BETWEEN
