"""The knee caves in: seen from in front, it goes inside the line from hip to ankle."""

from coxa.anatomy.sides import Side
from coxa.language import later
from coxa.motion.watching.faults.fault import FRONTAL, Fault, Limits, Moment
from coxa.motion.watching.faults.posture import carries, thigh_shows_from_front, trails, upright

# 10 degrees of frontal plane projection angle (our choice): women with a sore kneecap had a mean
# of 7 (SD 7) in single-leg squats (PMC7274868, abstract). It is off again 4 degrees below, the
# error of this angle from video (2 to 4: Gwynne and Curran, IJSPT, abstract).
LIMITS = Limits(on=10.0, off=6.0, least_s=0.2)


def knee_in_deg(moment: Moment, side: Side | None) -> float | None:
    """The knee's bend inwards in the frontal plane. The back leg of a lunge may do as it likes."""
    value = None if side is None else moment.value(f"knee_valgus_{side[0]}")
    # How the person stands is asked only where it matters: this runs in every picture.
    if value is None or side is None or value < LIMITS.off:
        return value
    frame = moment.frame
    stands = upright(frame) and not trails(frame, side)
    return value if stands and thigh_shows_from_front(frame, side) else None


FAULT = Fault(
    id="knee_in",
    cue=later("Point your knee over your little toe."),
    better=later("That was better: your knee went straight over your foot."),
    limits=LIMITS,
    needs=("knee_valgus",),
    views=FRONTAL,
    measure=knee_in_deg,
    bears=carries,
)
