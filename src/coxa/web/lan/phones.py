"""The devices that came in from the house: how many there are, and out with all of them."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.sessions.models import Session

from coxa.web.access.middleware import ENTERED, OF_THE_HOUSE


def how_many(now: datetime) -> int:
    return sum(1 for _ in _of_the_house(now))


def let_out(now: datetime) -> None:
    keys = [session.session_key for session in _of_the_house(now)]
    Session.objects.filter(session_key__in=keys).delete()


def _of_the_house(now: datetime) -> Iterator[Session]:
    """A household has few: each is opened and looked at."""
    for session in Session.objects.filter(expire_date__gt=now):
        kept = session.get_decoded()
        if kept.get(ENTERED) and kept.get(OF_THE_HOUSE):
            yield session
