"""Two devices write into one log while answers get lost: nothing is lost, nothing is twice."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coxa.training.log import Entry, SetDone
from coxa.web.diary import store
from coxa.web.household.models import Profile

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 3, 31, 6, tzinfo=UTC)
SESSION = UUID(int=1)


@dataclass
class Device:
    """What a browser does: it writes down, sends, and forgets only what was answered."""

    name: int
    waiting: list[Entry] = field(default_factory=list)
    made: list[Entry] = field(default_factory=list)

    def makes(self, minute: int) -> None:
        at = MORNING + timedelta(minutes=minute)
        body = SetDone(session_id=SESSION, exercise_id="x_clamshell", set_number=1, reps=12)
        number = (self.name << 64) + len(self.made) + 2
        entry = Entry(id=UUID(int=number), at=at, day=at.date(), zone="UTC", body=body)
        self.waiting.append(entry)
        self.made.append(entry)

    def sends(self, profile: Profile, order, arrives: bool, answered: bool) -> None:
        batch = [self.waiting[place % len(self.waiting)] for place in order if self.waiting]
        if arrives:
            store.append(profile, batch)
            if answered:
                self.waiting = [one for one in self.waiting if one not in batch]


makes = st.tuples(st.just("makes"), st.integers(0, 1), st.integers(0, 600))
# Any of what waits, in any order, any of it twice; it may not arrive, and its answer may not.
sends = st.tuples(
    st.just("sends"),
    st.integers(0, 1),
    st.lists(st.integers(0, 8), max_size=9),
    st.booleans(),
    st.booleans(),
)
steps = st.lists(makes | sends, max_size=30)


def lived(name: str, happened) -> tuple[Profile, list[Device]]:
    profile = Profile.objects.create(name=name, created_at=MORNING)
    devices = [Device(1), Device(2)]
    for what, which, *more in happened:
        if what == "makes":
            devices[which].makes(*more)
        else:
            devices[which].sends(profile, *more)
    return profile, devices


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=steps, last_first=st.booleans())
def test_when_both_have_sent_all_the_log_is_what_both_did_in_its_order(happened, last_first):
    profile, devices = lived("Alice", happened)
    for device in reversed(devices) if last_first else devices:
        device.sends(profile, range(len(device.waiting)), arrives=True, answered=True)
        assert device.waiting == []
    made = [entry for device in devices for entry in device.made]
    expected = sorted(made, key=lambda entry: (entry.at, entry.id))
    assert list(store.everything(profile)) == expected


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=steps)
def test_what_was_answered_as_stored_is_in_the_log_at_any_moment(happened):
    profile, devices = lived("Bob", happened)
    here = {entry.id for entry in store.everything(profile)}
    for device in devices:
        answered = {entry.id for entry in device.made} - {entry.id for entry in device.waiting}
        assert answered <= here
