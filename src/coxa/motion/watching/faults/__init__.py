"""Faults that the camera names: one a file, in the order in which they are spoken of.

What may harm comes before what is untidy. A fault is named only where what it needs was well seen,
in a view that shows it.
"""

from coxa.motion.watching.faults import (
    back_arching,
    heel_lifts,
    hips_roll_back,
    knee_in,
    knee_past_toe,
    pelvic_drop,
    short_range,
    too_fast,
    trunk_lean,
)
from coxa.motion.watching.faults.fault import Fault, Moment

__all__ = ["BY_ID", "FAULTS", "Fault", "Moment"]

FAULTS: tuple[Fault, ...] = (
    knee_in.FAULT,
    pelvic_drop.FAULT,
    back_arching.FAULT,
    trunk_lean.FAULT,
    hips_roll_back.FAULT,
    heel_lifts.FAULT,
    knee_past_toe.FAULT,
    too_fast.FAULT,
    short_range.FAULT,
)
BY_ID: dict[str, Fault] = {fault.id: fault for fault in FAULTS}
