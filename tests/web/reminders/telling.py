"""Telling Coxa something now, as a page does."""

from uuid import uuid4

from coxa.training.log import Body, Entry
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household.models import Profile
from tests.cast import ZONE


def tell(profile: Profile, *bodies: Body) -> None:
    now = clock.now()
    entries = [
        Entry(id=uuid4(), at=now, day=clock.today(), zone=ZONE, body=body) for body in bodies
    ]
    assert store.append(profile, entries) == len(entries)
