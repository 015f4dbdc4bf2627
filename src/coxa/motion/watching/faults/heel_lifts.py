"""The heel lifts off the floor, of a foot that should stand on it."""

from coxa.anatomy.sides import Side
from coxa.language import later
from coxa.motion.watching.faults.fault import SIDEWAYS, Fault, Limits, Moment
from coxa.motion.watching.faults.posture import carries, heel_up_deg, trails, upright

# Degrees of the sole against the floor (our choice): 12 is about 4 cm under a heel.
LIMITS = Limits(on=12.0, off=8.0, least_s=0.3)
# The landmark of a heel lies above that of the toes: flat soles read 9 to 20 degrees in two films.
USUAL_UP_TO_DEG = 20.0


def heel_deg(moment: Moment, side: Side | None) -> float | None:
    """The sole's slope. The back foot of a lunge may do as it likes."""
    value = None if side is None or _meant(moment) else heel_up_deg(moment.frame, side)
    if value is None or side is None:
        return None
    return value if upright(moment.frame) and not trails(moment.frame, side) else None


def _meant(moment: Moment) -> bool:
    return moment.expected is not None and moment.expected.primary == "ankle_angle"


FAULT = Fault(
    id="heel_lifts",
    cue=later("Press the floor away with your heel."),
    better=later("Good: your heel stayed down."),
    limits=LIMITS,
    needs=("left_heel", "left_foot_index", "right_heel", "right_foot_index"),
    views=SIDEWAYS,
    usual_up_to=USUAL_UP_TO_DEG,
    measure=heel_deg,
    bears=carries,
)
