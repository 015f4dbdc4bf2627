"""How sure a value is, and the three ways in which there is none.

*Not visible*: a point that it needs is hidden or outside the picture. *Out of plane*: the points
are seen, but from here the camera cannot show this movement. *Low confidence*: there is a value,
and it may be far off. What to do about each differs: uncover, turn, or take with care.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from coxa.motion.watching.points import STRIDE, Frame, at

# Our choice, after the far leg in a side view, whose visibility runs from 0.04 to 0.5.
HIDDEN_BELOW = 0.3  # visibility of the worst needed point
LOW_BELOW = 0.5  # confidence


class Status(StrEnum):
    SEEN = "seen"
    LOW = "low_confidence"
    HIDDEN = "not_visible"
    OUT_OF_PLANE = "out_of_plane"


# Python 3.11 takes as long to look up an enumeration's member as for all the rest of `rated`.
SEEN, LOW, HIDDEN = Status.SEEN, Status.LOW, Status.HIDDEN


class Reading(NamedTuple):
    """One value of one picture.

    `value` is in the unit of its coordinate (degrees unless `coxa.motion.watching.angles` says
    otherwise), and None unless the status is SEEN or LOW. `confidence` runs from 0 to 1: the
    visibility of the worst point that it needs times how far the way of measuring is trusted.

    A tuple and not a dataclass: a frame makes seventeen of them.
    """

    value: float | None
    confidence: float
    status: Status


NOT_VISIBLE = Reading(None, 0.0, HIDDEN)
OUT_OF_PLANE = Reading(None, 0.0, Status.OUT_OF_PLANE)


def rated(value: float | None, visibility: float, trust: float) -> Reading:
    """A reading of that value; None where the pose does not tell it from here.

    `visibility` is that of the worst point it needs, `trust` (0 to 1) how good the way of
    measuring is with all points in full view.
    """
    if visibility < HIDDEN_BELOW:
        return NOT_VISIBLE
    if value is None:
        return OUT_OF_PLANE
    confidence = visibility * trust
    return Reading(value, confidence, SEEN if confidence >= LOW_BELOW else LOW)


def worst(points: Sequence[float], offsets: Iterable[int]) -> float:
    """The lowest visibility (0 to 1) of the points whose numbers begin at `offsets`."""
    return min([points[offset + STRIDE - 1] for offset in offsets])


def unseen(frame: Frame, needed: Iterable[str]) -> list[str]:
    """Which of the `needed` points are hidden, outside the picture, or not there at all."""
    points = frame.image if frame.image is not None else frame.world
    if points is None:
        return list(needed)
    return [name for name in needed if not _seen(frame, points, at(name))]


def _seen(frame: Frame, points: Sequence[float], offset: int) -> bool:
    if points[offset + STRIDE - 1] < HIDDEN_BELOW:
        return False
    if frame.image is None:
        return True
    # A landmark model goes on guessing beyond the edge of the picture.
    return 0.0 <= points[offset] <= 1.0 and 0.0 <= points[offset + 1] <= 1.0
