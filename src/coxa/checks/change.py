"""How large a change of a check has to be before it is more than chance."""

from collections.abc import Sequence
from math import sqrt

FOR_A_TYPICAL_ERROR = 3  # tries: with two, a standard deviation says little
# The smallest detectable change: 95 % of the differences between two readings of somebody who has
# not changed lie within 1.96 standard deviations of that difference, which is sqrt(2) typical
# errors. The usual formula (Weir 2005, from memory).
DETECTABLE = 1.96 * sqrt(2)


def typical_error(tries: Sequence[float]) -> float | None:
    """The standard deviation (n - 1) of one person's tries, in their unit; None below three."""
    if len(tries) < FOR_A_TYPICAL_ERROR:
        return None
    mean = sum(tries) / len(tries)
    return sqrt(sum((one - mean) ** 2 for one in tries) / (len(tries) - 1))


def smallest_change(known: float, camera: float = 0.0, typical: float | None = None) -> float:
    """The largest of three, in the check's unit: a change no larger than this may be chance.

    `known` is the check's own error, `camera` how far a reading by camera may be off (0 if there
    was none), `typical` the typical error of this person's tries. Tries of one sitting say nothing
    of other days, so they can make the mark larger and never smaller.
    """
    return max(known, camera, 0.0 if typical is None else DETECTABLE * typical)
