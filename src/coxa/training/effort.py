"""When work gets harder at the same dose, a lighter week is due."""

from coxa.training.case import RESERVE, gap_of
from coxa.training.person import ExerciseHistory, Person, SessionDone

WEEKS_BETWEEN = 4  # between two lighter weeks
STEADY = 0.75  # of the planned days: who trains less than this is rested already
SHORT_GAP = 7


def lighter_week_due(person: Person) -> bool:
    """On rising effort, for who trains steadily, at most every fourth week."""
    past = person.history
    since = past.last_lighter_weeks_ago
    return (
        past.adherence is not None
        and past.adherence >= STEADY
        and (since is None or since >= WEEKS_BETWEEN)
        and (past.week == 0 or past.week > WEEKS_BETWEEN)
        and gap_of(person) <= SHORT_GAP
        and effort_rises(person)
    )


def effort_rises(person: Person) -> bool:
    """In half or more of the exercises whose last three sessions had the same dose and an effort
    told, fewer repetitions were left each time, and less than two at last."""
    known = [three for one in person.history.log if (three := _last_three(one))]
    rising = [three for three in known if _rises(three)]
    return bool(rising) and len(rising) * 2 >= len(known)


def _last_three(log: ExerciseHistory) -> tuple[SessionDone, ...]:
    three = tuple(sorted(log.sessions, key=lambda one: one.day))[-3:]
    doses = {(one.sets, one.lowering_s, one.load_kg, one.band) for one in three}
    told = all(one.rir is not None for one in three)
    return three if len(three) == 3 and len(doses) == 1 and told else ()


def _rises(three: tuple[SessionDone, ...]) -> bool:
    left = [one.rir or 0 for one in three]
    return left[0] > left[1] > left[2] and left[2] < RESERVE and not _more_done(three)


def _more_done(three: tuple[SessionDone, ...]) -> bool:
    """More repetitions explain more effort: that is training, not tiredness."""
    return sum(three[-1].reps) > sum(three[0].reps)
