"""What the answers mean before anything moves: go on, or a full stop with what to do."""

from datetime import date

from django.utils.translation import gettext as _

from coxa.coaching import start_now
from coxa.reading.values import Value
from coxa.safety.flags import Message, RedFlag, messages, red_flags
from coxa.training.log import Log, SafetyAnswered

GRAVEST_FIRST = ("emergency", "urgent", "clinician")


class Stopped(Value):
    """Why there is no exercise now. The gravest flag comes first and gives the page its heading."""

    heading: str
    flags: tuple[RedFlag, ...] = ()
    messages: tuple[Message, ...] = ()

    @property
    def is_emergency(self) -> bool:
        return any(flag.urgency == "emergency" for flag in self.flags)


def last_answers(entries: Log) -> SafetyAnswered | None:
    given = (entry.body for entry in reversed(entries))
    return next((body for body in given if isinstance(body, SafetyAnswered)), None)


def stopped_by(answers: SafetyAnswered, today: date) -> Stopped | None:
    """The full stop that `answers` ask for, or None where the person may move."""
    if answers.red_flags:
        return _by_flags(answers.red_flags)
    block = start_now.block(answers, today)
    if block.items:
        return None
    said = tuple(messages()[code] for code in block.messages if code in messages())
    stops = [one.heading for one in said if one.kind == "stop"]
    heading = next(iter(stops), said[0].heading if said else _("Not now"))
    return Stopped(heading=heading, messages=said)


def _by_flags(codes: tuple[str, ...]) -> Stopped:
    found = [red_flags()[code] for code in codes]
    found.sort(key=lambda flag: GRAVEST_FIRST.index(flag.urgency))
    return Stopped(heading=found[0].heading, flags=tuple(found))
