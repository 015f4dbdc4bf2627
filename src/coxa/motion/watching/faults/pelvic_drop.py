"""The pelvis drops: on one leg, the hip on the free side sinks.

On two feet a belt that is not level says little: in half the well done lunges of UI-PRMD it tips by
more than 8 degrees. So it is looked at on one leg only.
"""

from coxa.anatomy.sides import Side
from coxa.language import later
from coxa.motion.watching.faults.fault import FRONTAL, Fault, Limits, Moment
from coxa.motion.watching.faults.posture import free_foot, upright

# Degrees (our choice): a few are normal on one leg, and a camera is off by 2 to 4 in this plane.
LIMITS = Limits(on=8.0, off=5.0, least_s=0.3)


def dropped_deg(moment: Moment, side: Side | None) -> float | None:
    """How far the hip of the free leg, on that side, is below the other."""
    value = moment.value("pelvic_drop")
    if value is None or side is None:
        return None
    down = value if side is Side.RIGHT else -value
    if down < LIMITS.off:
        return down
    return down if upright(moment.frame) else None


def on_the_other_leg(moment: Moment, side: Side | None) -> bool:
    return free_foot(moment.frame) is side


FAULT = Fault(
    id="pelvic_drop",
    cue=later("Keep your belt level, like a tray that must not tip."),
    better=later("That was better: your belt stayed level."),
    limits=LIMITS,
    needs=("pelvic_drop",),
    views=FRONTAL,
    measure=dropped_deg,
    bears=on_the_other_leg,
)
