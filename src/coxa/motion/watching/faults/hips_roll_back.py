"""The hips roll back: lying on the side, the belt turns to the ceiling.

The camera sees this by depth alone, its weak side. So much is asked for before it is named.
"""

from coxa.anatomy.sides import Side
from coxa.language import later
from coxa.motion.watching.faults.fault import FRONTAL, Fault, Limits, Moment
from coxa.motion.watching.faults.posture import on_the_side, rolled_back_deg

LIMITS = Limits(on=20.0, off=12.0, least_s=0.4)  # degrees from hips right above one another: ours


def rolled_deg(moment: Moment, _: Side | None) -> float | None:
    return rolled_back_deg(moment.frame) if on_the_side(moment.frame) else None


FAULT = Fault(
    id="hips_roll_back",
    cue=later("Imagine a wall close behind you, and do not lean on it."),
    better=later("Well kept: your hips stayed stacked."),
    limits=LIMITS,
    needs=("left_shoulder", "right_shoulder", "left_hip", "right_hip"),
    views=FRONTAL,
    sides=(None,),
    measure=rolled_deg,
)
