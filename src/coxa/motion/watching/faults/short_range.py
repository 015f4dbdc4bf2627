"""The repetition was not full. Less may be just right for a sore hip, so nobody is pushed."""

from coxa.language import later
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults.fault import Fault, Limits
from coxa.motion.watching.repetitions import Repetition

LIMITS = Limits(on=0.0, off=0.0)  # of the missing share: what is full is the counter's own question


def missing_share(repetition: Repetition, expected: Expected | None) -> float | None:
    """The share of the expected way that was not gone; None for a full repetition."""
    if repetition.full or expected is None or expected.way_deg <= 0.0:
        return None
    return max(0.0, 1.0 - repetition.height_deg / expected.way_deg)


FAULT = Fault(
    id="short_range",
    cue=later("Go a little further, if it feels fine."),
    better=later("All the way: well done."),
    limits=LIMITS,
    sides=(None,),
    of_repetition=missing_share,
)
