"""The sessions one by one, the newest first: how each felt, and a way to set it right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from coxa.coaching.sessions import SessionRecord
from coxa.coaching.words import minutes_words
from coxa.language import number

SHOWN = 28


@dataclass(frozen=True)
class SessionShown:
    session_id: UUID
    day: date
    minutes: str
    feels: str
    pain: str
    can_change: bool  # a session that was not finished has no answers to set right


def sessions_shown(records: Sequence[SessionRecord]) -> list[SessionShown]:
    return [_shown(one) for one in records[: -SHOWN - 1 : -1]]


def _shown(record: SessionRecord) -> SessionShown:
    feels = {"looser": _("looser"), "same": _("the same"), "stiffer": _("stiffer")}
    done = record.done
    return SessionShown(
        session_id=record.session_id,
        day=record.day,
        minutes=minutes_words(done.seconds) if done and done.seconds else "",
        feels=feels[done.feels] if done and done.feels else "",
        pain="" if done is None or done.pain_now is None else number(done.pain_now),
        can_change=done is not None,
    )
