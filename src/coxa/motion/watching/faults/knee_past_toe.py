"""The knee goes far past the toes. A little is normal; much may be more than a sore knee likes."""

from coxa.anatomy.sides import Side
from coxa.language import later
from coxa.motion.watching.faults.fault import SIDEWAYS, Fault, Limits, Moment
from coxa.motion.watching.faults.posture import carries, trails, upright

# Shares of the shank's length (our choice); 0.35 is about 14 cm in front of the toes. Well done
# deep squats came to 0.24, nine of ten of them to less than 0.31 (UI-PRMD, s01-s07).
LIMITS = Limits(on=0.35, off=0.28, least_s=0.3)


def past_toe(moment: Moment, side: Side | None) -> float | None:
    """How far the knee is in front of the toes, as a share of the shank."""
    value = None if side is None else moment.value(f"knee_over_toe_{side[0]}")
    if value is None or side is None or value < LIMITS.off:
        return value
    return value if upright(moment.frame) and not trails(moment.frame, side) else None


FAULT = Fault(
    id="knee_past_toe",
    cue=later("Sit back, as if a chair stood a little farther behind you."),
    better=later("That was better: you sat back nicely."),
    limits=LIMITS,
    needs=("knee_over_toe",),
    views=SIDEWAYS,
    measure=past_toe,
    bears=carries,
)
