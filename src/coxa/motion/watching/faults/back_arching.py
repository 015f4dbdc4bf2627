"""The back arches, as far as that is visible: trunk and thigh open beyond one straight line.

There are no landmarks on the spine. What a camera sees is the angle of trunk and thigh; a hip that
extends far looks the same as a back that arches. So it is held against what the exercise asks for,
and somebody upright is left alone unless the exercise moves just this: the back leg of a lunge
opens by 20 degrees, the standing leg of a leg raise by 12, and both are right to.
"""

from coxa.anatomy.sides import Side
from coxa.language import later
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults.fault import SIDEWAYS, Fault, Limits, Moment
from coxa.motion.watching.faults.posture import upright

# Degrees beyond what is asked for (our choice): twice the error of a hip angle in a side view.
LIMITS = Limits(on=12.0, off=8.0, least_s=0.3)
USUAL_DEG = -12.0  # of hip flexion: so far back a hip goes by itself (adults 13 to 18; secondary)


def arched_deg(moment: Moment, side: Side | None) -> float | None:
    """How far trunk and thigh are open beyond the exercise's own farthest point."""
    value = None if side is None else moment.value(f"hip_flexion_{side[0]}")
    if value is None:
        return None
    beyond = _farthest(moment.expected) - value
    if beyond < LIMITS.off or _extends_hips(moment.expected):
        return beyond
    return None if upright(moment.frame) else beyond


def _extends_hips(expected: Expected | None) -> bool:
    """Whether the exercise moves the thigh backward, as a bridge or a back kick does."""
    if expected is None or expected.primary != "hip_flexion":
        return False
    return expected.far_deg < expected.start_deg


def _farthest(expected: Expected | None) -> float:
    """The smallest hip flexion that the exercise means, in degrees."""
    if expected is None or not _extends_hips(expected):
        return USUAL_DEG
    return min(expected.far_deg, 0.0)


FAULT = Fault(
    id="back_arching",
    cue=later("Bring your ribs and your belt a little closer together."),
    better=later("That looks long and steady."),
    limits=LIMITS,
    needs=("hip_flexion",),
    views=SIDEWAYS,
    measure=arched_deg,
)
