"""What a session changes, in one sentence each: said when it is done."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.coaching.sessions import SessionRecord
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.training.plan import Decision

FIRST = lazy(
    "That was your first one here. You may feel your muscles for two days; that is not harm."
)
HURT = lazy("Because something hurt in {name}, it does not grow next time, and may get easier.")
STIFFER = lazy("You feel stiffer than before. If the sore spot is worse tomorrow, nothing goes up.")
EASIER = lazy("You took the easier form of {name}. The next sessions start from there.")
HARDER = lazy("You took the harder form of {name}. If tomorrow morning is calm, it may stay.")
NO_ROOM = lazy(
    "You had little left at the end of {name}, so it stays as it is until that gets easier."
)
ROOM = lazy("You had plenty left in {name}. If tomorrow morning is calm, it may grow a little.")
STEADY = lazy(
    "Your next session stays about the same. Tomorrow morning's answer decides what may grow."
)
ENDED = lazy(
    "You stopped when it hurt, and that was right. Answer the safety questions before the next."
)


BREAK = lazy("Two minutes away from sitting. They change nothing in your plan.")
EASING = frozenset({"reduce", "swap_easier", "stop"})


def sentence(record: SessionRecord, is_first: bool, decisions: Iterable[Decision] = ()) -> str:
    """One thing the session changes and why; the most careful one comes first.

    `decisions` are what the rules make of the log with this session in it: what they ease is said
    in their own words.
    """
    red = [one for one in record.hurts if one.what != "none_of_these"]
    if red:
        return str(ENDED)
    if record.origin == "desk":
        return str(BREAK)
    for decision in decisions:
        if decision.decision in EASING and decision.exercise_id in record.exercise_ids:
            return f"{exercises()[decision.exercise_id].name}: {decision.reason}"
    if record.hurts:
        return _named(HURT, record.hurts[-1].exercise_id)
    if record.done and record.done.feels == "stiffer":
        return str(STIFFER)
    if is_first and any(_strength(one) for one in record.exercise_ids):
        return str(FIRST)
    return _by_taps(record) or _by_effort(record) or str(STEADY)


def _by_taps(record: SessionRecord) -> str | None:
    for change in reversed(record.changes):
        if change.change in ("easier", "harder"):
            return _named(EASIER if change.change == "easier" else HARDER, change.exercise_id)
    return None


def _by_effort(record: SessionRecord) -> str | None:
    for left, words in (("0-1", NO_ROOM), ("4+", ROOM)):
        for effort in record.efforts:
            if effort.left == left:
                return _named(words, effort.exercise_id)
    return None


def _named(words: str, exercise_id: str | None) -> str:
    known = exercises().get(exercise_id or "")
    return words.format(name=_("“{name}”").format(name=known.name) if known else _("one exercise"))


def _strength(exercise_id: str) -> bool:
    return exercise_id in exercises() and exercises()[exercise_id].kind is Kind.STRENGTH
