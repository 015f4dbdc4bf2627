"""What a motion of the library is for, from the exercise that it shows."""

from coxa.exercises.library import exercises
from coxa.exercises.motion import Variant
from coxa.exercises.vocabulary import Kind
from coxa.motion.judging.purpose import Meant
from coxa.motion.library import Described


def meaning(one: Described) -> Meant | None:
    """None for drills, balance, massage, checks and habits, and for a fault shown on purpose: there
    nothing is claimed of the muscles.
    """
    exercise = exercises().get(one.id)
    if exercise is None or (isinstance(one.shown, Variant) and one.shown.kind == "fault"):
        return None
    muscles = exercise.muscles.primary
    if exercise.kind is Kind.STRENGTH:
        return Meant("strength", muscles)
    return Meant("stretch", muscles) if exercise.kind is Kind.STRETCH else None
