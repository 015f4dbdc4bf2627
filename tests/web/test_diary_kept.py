"""A log that was read is kept in memory, and is never other than what the database holds."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coxa.training.log import Corrected, Entry, MorningAnswered, in_force
from coxa.web.diary import kept, store
from coxa.web.diary.models import EntryRow
from coxa.web.household.models import Profile

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)


@pytest.fixture
def alice(db) -> Profile:
    return Profile.objects.create(name="Alice", created_at=NOON)


def entry(minute: int = 0, body=None) -> Entry:
    at = NOON + timedelta(minutes=minute)
    body = body or MorningAnswered(about=at.date(), sore_spot="same")
    return Entry(id=uuid4(), at=at, day=at.date(), zone="Europe/Rome", body=body)


def fresh(profile: Profile):
    return in_force(store.everything(profile))


def test_what_is_added_is_there_at_once_and_in_its_place(alice):
    later, sooner = entry(9), entry(1)
    store.append(alice, [later])
    assert store.log_of(alice) == (later,)
    store.append(alice, [sooner])
    assert store.log_of(alice) == (sooner, later)


def test_what_has_not_changed_is_not_read_again(alice, django_assert_num_queries):
    store.append(alice, [entry(n) for n in range(5)])
    first = store.log_of(alice)
    with django_assert_num_queries(3):
        assert store.log_of(alice) is first


def test_a_correction_reaches_what_is_kept(alice):
    wrong = entry()
    store.append(alice, [wrong])
    store.log_of(alice)
    store.append(alice, [entry(1, Corrected(entry_id=wrong.id, body=None))])
    assert store.log_of(alice) == ()


def test_a_copy_put_back_is_read_anew(alice):
    old, gone = entry(), entry(1)
    store.append(alice, [old, gone])
    store.log_of(alice)
    EntryRow.objects.filter(id=gone.id).delete()
    assert store.log_of(alice) == (old,)


def test_another_entry_under_the_same_number_is_noticed(alice):
    store.append(alice, [entry()])
    store.log_of(alice)
    other = entry(2)
    row = EntryRow.objects.get()
    EntryRow.objects.all().delete()
    body = other.body.model_dump(mode="json")
    EntryRow.objects.bulk_create(
        [EntryRow(row=row.row, profile=alice, id=other.id, at=other.at, day=other.day,
                  zone=other.zone, kind=other.body.kind, body=body)]
    )  # fmt: skip
    assert store.log_of(alice) == (other,)


def test_who_is_erased_is_forgotten(alice):
    store.append(alice, [entry()])
    store.log_of(alice)
    key = alice.pk
    assert key in kept._kept
    Profile.objects.filter(pk=key).delete()
    assert key not in kept._kept


def test_the_longest_unasked_gives_way_when_there_is_too_much(alice, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 3)
    bob = Profile.objects.create(name="Bob", created_at=NOON)
    store.append(alice, [entry(n) for n in range(2)])
    store.append(bob, [entry(n) for n in range(2)])
    store.log_of(alice)
    store.log_of(bob)
    assert alice.pk not in kept._kept
    assert len(store.log_of(alice)) == 2


STEPS = st.lists(st.sampled_from(("append", "read", "take back", "correct")), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(STEPS)
def test_whatever_happens_the_log_is_what_the_database_holds(alice, steps):
    EntryRow.objects.filter(profile=alice).delete()
    for minute, step in enumerate(steps):
        rows = EntryRow.objects.filter(profile=alice)
        if step == "append":
            store.append(alice, [entry(minute)])
        elif step == "take back" and rows:
            rows.filter(row=rows.latest("row").row).delete()
        elif step == "correct" and rows:
            store.append(alice, [entry(minute, Corrected(entry_id=rows.first().id, body=None))])
        else:
            store.log_of(alice)
    assert store.log_of(alice) == fresh(alice)
