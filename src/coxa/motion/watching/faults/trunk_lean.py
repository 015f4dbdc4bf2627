"""The trunk leans: sideways as seen from in front, far forward as seen from the side."""

from coxa.anatomy.sides import Side
from coxa.language import later
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults.fault import FRONTAL, SIDEWAYS, Fault, Limits, Moment

# Degrees to the side (our choice). Off again at the usual error of a plane angle from video less.
LIMITS = Limits(on=10.0, off=6.0, least_s=0.3)
# Forward, a squat needs some: people squatting well leaned by 33 degrees with an SD of 12 (UI-PRMD,
# s01-s07). From 45 on it counts, at the same scale as to the side (our choice).
FORWARD_FROM_DEG = 35.0
LYING_DEG = 65.0  # no longer standing or sitting (our choice)
BENDING = ("hip_flexion", "trunk_lean")  # exercises of both hips in which bending forward is meant


def lean_deg(moment: Moment, _: Side | None) -> float | None:
    """How far the trunk leans beyond what is usual, whichever way is worse and was seen."""
    found = [_sideways(moment), _forward(moment)]
    return max((one for one in found if one is not None), default=None)


def _sideways(moment: Moment) -> float | None:
    value = moment.value("trunk_list") if moment.shown_from(FRONTAL) else None
    return abs(value) if value is not None and abs(value) < LYING_DEG else None


def _forward(moment: Moment) -> float | None:
    value = moment.value("trunk_lean") if moment.shown_from(SIDEWAYS) else None
    if value is None or value >= LYING_DEG or _bends_forward(moment.expected):
        return None
    return value - FORWARD_FROM_DEG


def _bends_forward(expected: Expected | None) -> bool:
    return expected is not None and expected.side == "both" and expected.primary in BENDING


FAULT = Fault(
    id="trunk_lean",
    cue=later("Let the top of your head reach for the ceiling."),
    better=later("Nice and tall now."),
    limits=LIMITS,
    needs=("trunk_list", "trunk_lean"),
    views=(*FRONTAL, *SIDEWAYS),
    sides=(None,),
    measure=lean_deg,
)
