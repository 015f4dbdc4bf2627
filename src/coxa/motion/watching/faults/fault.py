"""What a fault is: an inequality on coordinates, and a cue. It is named only if it was seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from coxa.anatomy.sides import BOTH, Side
from coxa.motion.watching.certainty import SEEN, Reading
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.limbs import LEFT_LEG, RIGHT_LEG, Leg
from coxa.motion.watching.points import Frame
from coxa.motion.watching.repetitions import Repetition
from coxa.motion.watching.view import View

FRONTAL = (View.FRONT, View.BACK)
SIDEWAYS = (View.LEFT, View.RIGHT)


@dataclass(frozen=True, slots=True)
class Moment:
    """One picture, with what was read from it. Markers have no picture, and show every plane."""

    frame: Frame
    view: View
    readings: Mapping[str, Reading]
    expected: Expected | None = None

    @property
    def time_s(self) -> float:
        return self.frame.time_s

    def value(self, coordinate: str) -> float | None:
        """That coordinate (degrees as a rule) if it was well seen, else None."""
        reading = self.readings.get(coordinate)
        return reading.value if reading is not None and reading.status is SEEN else None

    def shown_from(self, views: tuple[View, ...]) -> bool:
        """Whether this picture is taken from one of these, or measured in space."""
        return self.frame.image is None or self.view in views


#: How much of the fault there is at this moment, on this side (None: of the midline); more is
#: worse. None where it cannot be told.
Measure = Callable[[Moment, Side | None], float | None]
#: Likewise for a whole repetition.
MeasureRepetition = Callable[[Repetition, Expected | None], float | None]
#: Whether that side's leg bears the weight, or is free, as the fault would have it.
Bears = Callable[[Moment, Side | None], bool]


@dataclass(frozen=True, slots=True)
class Limits:
    """On from `on` for at least `least_s` seconds; off again below `off`. Unit of the measure."""

    on: float
    off: float
    least_s: float = 0.0

    def __post_init__(self) -> None:
        if self.off > self.on:
            raise ValueError(f"off is {self.off}, must not be above on, which is {self.on}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    `cue` says what to do about it, `better` what is said once it is gone. `needs` are the
    coordinates (or points) without which it is not named, `views` those that show it. Either
    `measure` looks at every moment, or `of_repetition` at a repetition that has ended. A measure
    counts only where `bears` says so, if there is one. The least that was seen of a measure, up to
    `usual_up_to`, is this person's and this camera's own, and is taken off.
    """

    id: str
    cue: str
    better: str
    limits: Limits
    needs: tuple[str, ...] = ()
    views: tuple[View, ...] = ()
    sides: tuple[Side | None, ...] = field(default=BOTH)
    usual_up_to: float = 0.0
    measure: Measure | None = None
    bears: Bears | None = None
    of_repetition: MeasureRepetition | None = None

    def at(self, moment: Moment, side: Side | None) -> float | None:
        """The measure at that moment; None where its view does not show it or it was not seen."""
        if self.measure is None or not moment.shown_from(self.views):
            return None
        value = self.measure(moment, side)
        if value is None or self.bears is None:
            return value
        # How the person stands is asked only where it matters: this runs in every picture.
        if value < self.limits.off and not self.usual_up_to:
            return value
        return value if self.bears(moment, side) else None


def leg_of(side: Side) -> Leg:
    return LEFT_LEG if side is Side.LEFT else RIGHT_LEG
