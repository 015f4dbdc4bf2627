"""Makes the rest of a week easier where its own sessions say so; never harder."""

from collections.abc import Mapping
from datetime import date, datetime

from coxa.coaching.follow import person_from
from coxa.coaching.plan import decisions_of, may_do
from coxa.coaching.screen import screen
from coxa.coaching.sessions import sessions_of
from coxa.exercises.dose import Dose
from coxa.exercises.library import exercises
from coxa.language import gettext as _
from coxa.training.log import ExerciseChanged, Log
from coxa.training.plan import Decision, Item, Session
from coxa.training.words import called

EASING = frozenset({"reduce", "swap_easier", "stop"})
TAPS = frozenset({"easier", "harder", "swapped"})

Sessions = Mapping[date, tuple[Session, ...]]


def relieved(
    sessions: Sessions, log: Log, since: datetime | None, today: date
) -> dict[date, tuple[Session, ...]]:
    """The sessions still to come, after what happened in those since the week was planned."""
    lived = [
        r for r in sessions_of(log) if r.trained and (since is None or r.began > since)
        and r.day in sessions
    ]  # fmt: skip
    if not lived:
        return dict(sessions)
    newest = max(record.day for record in lived)
    done = {one for record in lived for one in record.exercise_ids}
    tapped = {c.exercise_id: c.to_exercise for r in lived for c in r.changes if _lasting(c)}
    person = person_from(log, today)
    if person is None:
        return dict(sessions)
    screening = screen(person, today)
    taps = {gone: to for gone, to in tapped.items() if to and may_do(to, person, screening)}
    decisions = decisions_of(person, screening)
    easing = {d.exercise_id: d for d in decisions if d.decision in EASING and d.exercise_id in done}
    return {
        day: tuple(_session(one, easing, taps) for one in planned) if day > newest else planned
        for day, planned in sessions.items()
    }


def _lasting(change: ExerciseChanged) -> bool:
    return change.change in TAPS and change.to_exercise in exercises()


def _session(session: Session, easing: Mapping[str, Decision], taps: Mapping[str, str]) -> Session:
    items = [
        new for item in session.items if (new := _eased(_tapped(item, taps), easing)) is not None
    ]
    kept = tuple({(i.exercise_id, i.side): i for i in items}.values())
    seconds = sum(item.seconds(exercises()[item.exercise_id]) for item in kept)
    return session.model_copy(update={"items": kept, "seconds": seconds})


def _tapped(item: Item, taps: Mapping[str, str]) -> Item:
    """The person's own tap moves the level at once, and stays for the week."""
    to = taps.get(item.exercise_id)
    if to is None:
        return item
    was = called(exercises()[item.exercise_id].name)
    reason = _("You changed this from {name}.").format(name=was)
    return _as(item, to, exercises()[to].start_dose, reason)


def _eased(item: Item, easing: Mapping[str, Decision]) -> Item | None:
    decision = easing.get(item.exercise_id)
    if decision is None:
        return item
    if decision.decision == "stop":
        return None
    to = decision.to_exercise or item.exercise_id
    start = exercises()[to].start_dose.model_dump()
    named = {k: v for k, v in decision.to_dose.items() if k in start and v is not None}
    sets = min(item.sets, int(named.get("sets", item.sets)))
    return _as(item, to, Dose.model_validate(start | named | {"sets": sets}), decision.reason)


def _as(item: Item, exercise_id: str, dose: Dose, reason: str) -> Item:
    change = dose.model_dump() | {
        "exercise_id": exercise_id,
        "sets": min(item.sets, dose.sets),
        "reasons": (reason,),
    }
    return item.model_copy(update=change)
