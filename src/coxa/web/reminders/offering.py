"""The same time each day, offered once on Today to whoever trains at about the same time anyway."""

from datetime import datetime, time

from coxa.coaching.reminders import wishes_of
from coxa.coaching.usual_time import usual_time
from coxa.training.log import Log
from coxa.training.reminding import Reminding


def time_to_offer(log: Log, now: datetime, zone: str) -> time | None:
    """None where it was answered before, where a time is chosen, or where none is usual."""
    wanted = wishes_of(log)
    if wanted.offer or wanted.session_at:
        return None
    usual = usual_time(log, now, zone)
    return None if usual and wanted.quiet and wanted.quiet.covers(usual) else usual


def answered(log: Log, now: datetime, zone: str, takes: bool) -> Reminding | None:
    """The wishes after the answer; None where nothing is offered, such as on a second tap."""
    offered = time_to_offer(log, now, zone)
    if offered is None:
        return None
    if not takes:
        return wishes_of(log).model_copy(update={"offer": "declined"})
    return wishes_of(log).model_copy(update={"offer": "taken", "session_at": offered})
