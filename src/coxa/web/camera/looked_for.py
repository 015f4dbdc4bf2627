"""What the camera looks for in an exercise: asked of `coxa.motion` once, from its solved clip."""

from functools import cache

from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.motion.expecting import LEAST_WAY_DEG, expected
from coxa.motion.library import clip, described
from coxa.motion.watching.expected import Expected


@cache
def looked_for(exercise_id: str, held: bool | None = None) -> Expected | None:
    """None where nothing of it can be counted or timed: no motion, or one that no camera tells.

    `held` says whether a set is one hold or is counted; None: as the exercise itself is done.
    """
    one = exercises()[exercise_id]
    if exercise_id not in described():
        return None
    hold = is_held(one) if held is None else held
    try:
        found = expected(clip(exercise_id), described()[exercise_id], hold)
    except ValueError:
        return None
    if not found.views:
        return None  # lying or on all fours: the camera would have to hang above
    return found if hold or found.way_deg >= LEAST_WAY_DEG else None


def is_held(one: Exercise) -> bool:
    """Whether a set of it is one hold, or holds that are longer than any repetition stays."""
    return one.dose.hold_s >= LONG_HOLD_S


LONG_HOLD_S = 5  # our choice: below it one speaks of a repetition with a pause
