"""The repetition was far faster than it is meant.

People who are told no tempo take a quarter to a third of the time that ours have, and do well
(UI-PRMD, s01-s07: nine of ten good repetitions lasted more than a second). So only haste is named;
how near somebody is to the meant tempo is a term of the repetition's quality.
"""

from coxa.language import later
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults.fault import Fault, Limits
from coxa.motion.watching.repetitions import Repetition

LIMITS = Limits(on=1.0, off=1.0)  # of the shortest time, divided by the time it took
# Our choices.
SHORTEST_S = 1.0
SHORTEST_SHARE = 1 / 6  # of the meant time, where that is more
MEANT_QUICK_S = 2.0  # a repetition meant to last no longer than this may be quick


def haste(repetition: Repetition, expected: Expected | None) -> float | None:
    """How many times faster than the shortest time. Without a meant time nothing is too fast."""
    lasted_s = repetition.end_s - repetition.start_s
    if expected is None or expected.repetition_s <= MEANT_QUICK_S or lasted_s <= 0.0:
        return None
    return max(SHORTEST_S, SHORTEST_SHARE * expected.repetition_s) / lasted_s


FAULT = Fault(
    id="too_fast",
    cue=later("Take your time, as if moving through water."),
    better=later("That was a good pace."),
    limits=LIMITS,
    sides=(None,),
    of_repetition=haste,
)
