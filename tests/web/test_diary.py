"""The diary: whole, once, in order, and never half-written."""

import json
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from coxa.training.log import Corrected, Entry, MorningAnswered, SetDone
from coxa.web.diary import store
from coxa.web.diary.models import EntryRow
from coxa.web.household.models import Profile

pytestmark = pytest.mark.django_db
SESSION = uuid4()


@pytest.fixture
def alice(db) -> Profile:
    return Profile.objects.create(name="Alice", created_at=datetime(2026, 3, 1, tzinfo=UTC))


@pytest.fixture
def me(entered) -> Profile:
    entered.get("/household/")
    return Profile.objects.get(name="Me")


def entry(minute: int = 0, body=None, **more) -> Entry:
    at = datetime(2026, 3, 31, 6, minute, tzinfo=UTC)
    body = body or SetDone(session_id=SESSION, exercise_id="x_clamshell", set_number=1, reps=12)
    return Entry(
        **{"id": uuid4(), "at": at, "day": at.date(), "zone": "Europe/Rome", "body": body} | more
    )


def send(client, entries, **headers):
    data = [one.model_dump(mode="json") if isinstance(one, Entry) else one for one in entries]
    return client.post("/diary/entries/", json.dumps(data), "application/json", headers=headers)


def test_the_log_comes_back_as_it_went_in_oldest_first(alice):
    later, sooner = entry(minute=9), entry(minute=1)
    assert store.append(alice, [later, sooner]) == 2
    assert store.log_of(alice) == (sooner, later)


def test_sent_twice_it_is_stored_once(alice):
    one, two = entry(), entry(minute=1)
    assert store.append(alice, [one, one]) == 1
    assert store.append(alice, [one, two]) == 1
    assert len(store.log_of(alice)) == 2


def test_one_log_is_not_anothers(alice):
    bob = Profile.objects.create(name="Bob", created_at=datetime(2026, 3, 2, tzinfo=UTC))
    same = entry()
    assert store.append(alice, [same]) == store.append(bob, [same]) == 1
    assert store.log_of(bob) == (same,)


def test_a_correction_stands_in_and_the_old_entry_stays(alice):
    said = MorningAnswered(about=date(2026, 3, 30), sore_spot="worse")
    first = entry(body=said)
    meant = said.model_copy(update={"sore_spot": "same"}).model_dump(mode="json")
    store.append(alice, [first, entry(minute=5, body=Corrected(entry_id=first.id, body=meant))])
    (standing,) = store.log_of(alice)
    assert standing.body.sore_spot == "same"
    assert len(store.everything(alice)) == 2


def test_an_entry_is_never_changed(alice):
    store.append(alice, [entry()])
    with pytest.raises(TypeError):
        EntryRow.objects.update(kind="other")
    with pytest.raises(Exception, match="UNIQUE"):
        EntryRow.objects.get().save()


def test_the_page_sends_a_list_and_hears_what_was_new(entered, me):
    one, two = entry(), entry(minute=1)
    assert send(entered, [one]).json() == {"stored": 1, "known": 0}
    assert send(entered, [one, two]).json() == {"stored": 1, "known": 1}
    assert store.log_of(me) == (one, two)


def test_all_faults_are_said_and_nothing_is_written(entered, me):
    wrong = entry(minute=1).model_dump(mode="json")
    wrong["zone"] = "Middle/Earth"
    wrong["body"]["exercise_id"] = "x_clamshel"
    answer = send(entered, [entry(), wrong])
    assert answer.status_code == 422
    faults = {one["field"]: one["right"] for one in answer.json()["faults"]}
    assert set(faults) == {"1.zone", "1.body.exercise_id"}
    assert "x_clamshell" in faults["1.body.exercise_id"]
    assert store.log_of(me) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"day": "2026-04-09"}, "0.day"),
        ({"at": "2026-03-31T06:00:00"}, "0.at"),
        ({"id": "seven"}, "0.id"),
        ({"body": {"kind": "nap"}}, "0.body"),
        ({"body": {"kind": "safety_answered", "red_flags": ["red_tie"]}}, "0.body.red_flags"),
        ({"body": {"kind": "safety_answered", "conditions": ["tired"]}}, "0.body.conditions"),
        ({"body": {"kind": "corrected", "entry_id": str(UUID(int=1)), "body": {"kind": "nap"}}},
         "0.body.body"),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_its_field(entered, me, change, field):
    answer = send(entered, [entry().model_dump(mode="json") | change])
    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["faults"]] == [field]


@pytest.mark.parametrize("text", ["", "{}", "not json", "[1]"])
def test_what_is_no_list_of_entries_is_refused(entered, me, text):
    answer = entered.post("/diary/entries/", text, "application/json")
    assert answer.status_code == 422
    assert answer.json()["faults"]


def test_entries_go_to_the_diary_of_whom_they_are_about_whosever_pages_are_shown(entered, me):
    bob = Profile.objects.create(name="Bob", created_at=datetime(2026, 3, 2, tzinfo=UTC))
    his = entry()
    assert send(entered, [his], **{"X-Coxa-Profile": str(bob.id)}).json()["stored"] == 1
    assert store.log_of(bob) == (his,)
    assert store.log_of(me) == ()


def test_entries_of_somebody_who_was_erased_are_not_taken_any_more(entered, me):
    assert send(entered, [entry()], **{"X-Coxa-Profile": str(uuid4())}).status_code == 410
    assert store.log_of(me) == ()


def test_who_has_no_page_of_today_asks_for_the_token_to_send_with(entered):
    from django.test import Client

    strict = Client(headers={"host": "127.0.0.1"}, enforce_csrf_checks=True)
    strict.cookies = entered.cookies
    token = strict.get("/diary/entries/").json()["csrf"]
    assert send(strict, [entry()], **{"X-CSRFToken": token}).json() == {"stored": 1, "known": 0}


def test_a_stranger_cannot_write(entered, me):
    from django.test import Client

    stranger = Client(headers={"host": "127.0.0.1"})
    assert send(stranger, [entry()]).status_code == 403
    strict = Client(headers={"host": "127.0.0.1"}, enforce_csrf_checks=True)
    strict.cookies = entered.cookies
    assert send(strict, [entry()]).status_code == 403
    assert store.log_of(me) == ()
