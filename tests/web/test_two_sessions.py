"""Two sessions on Today, and two minutes at the desk: what is shown, asked, and never held against
anybody."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client

from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household.models import Profile
from tests.cast import Diary, alice, dora

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def twice_a_day(entered: Client) -> Client:
    entered.get("/household/")
    today = clock.today()
    person = alice(minutes_per_session=5, sessions_per_day=2, days_per_week=7)
    monday = today - timedelta(days=today.weekday())
    store.append(Profile.objects.get(), Diary(monday).knows(person).entries)
    return entered


def starts(client: Client) -> list[str]:
    """Where the cards of Today lead, the main one first."""
    return re.findall(r'href="(/session/\d[^"]+)"', client.get("/today/").content.decode())


def test_there_are_two_cards_and_the_second_says_that_it_is_optional(twice_a_day: Client):
    first, second = starts(twice_a_day)
    assert first.endswith(".1/")
    assert second.endswith(".2/")
    html = twice_a_day.get("/today/").content.decode()
    assert html.index(first) < html.index("optional") < html.index(second)


def test_after_the_first_the_day_is_done_and_the_second_still_there(twice_a_day: Client):
    first, second = starts(twice_a_day)
    twice_a_day.post(first)
    html = twice_a_day.get("/today/").content.decode()
    assert "Done for today" in html
    assert starts(twice_a_day) == [second]


def test_the_second_may_come_first(twice_a_day: Client):
    first, second = starts(twice_a_day)
    twice_a_day.post(second)
    assert starts(twice_a_day) == [first]
    assert "Done for today" not in twice_a_day.get("/today/").content.decode()


def test_after_both_there_is_nothing_more(twice_a_day: Client):
    for one in starts(twice_a_day):
        twice_a_day.post(one)
    assert starts(twice_a_day) == []
    assert "Done for today" in twice_a_day.get("/today/").content.decode()


def test_once_a_day_there_is_one_card(entered: Client):
    entered.get("/household/")
    store.append(Profile.objects.get(), Diary(clock.today()).knows(alice()).entries)
    assert len(starts(entered)) <= 1
    assert "optional" not in entered.get("/today/").content.decode()


def test_two_minutes_are_offered_to_whoever_sits_long_and_not_to_others(entered: Client):
    entered.get("/household/")
    me = Profile.objects.get()
    store.append(me, Diary(clock.today()).knows(dora()).entries)
    assert "Sitting for long?" not in entered.get("/today/").content.decode()
    entered.post("/household/new/", {"name": "Alice"})
    store.append(Profile.objects.get(name="Alice"), Diary(clock.today()).knows(alice()).entries)
    assert "Sitting for long?" in entered.get("/today/").content.decode()


def test_two_minutes_at_the_desk_ask_nothing_as_of_training(twice_a_day: Client):
    html = twice_a_day.get("/session/desk/").content.decode()
    found = re.search(r'<script id="session-script" type="application/json">(.+?)</script>', html)
    script = json.loads(found[1])
    assert script["origin"] == "desk"
    assert {one["kind"] for one in script["steps"]} <= {"ready", "work", "rest", "side"}
    assert "After your first strength session" not in html


def test_done_they_change_nothing_and_the_days_sessions_stand(twice_a_day: Client):
    before = starts(twice_a_day)
    answer = twice_a_day.post("/session/desk/", follow=True)
    assert "They change nothing in your plan." in answer.content.decode()
    assert starts(twice_a_day) == before


def test_the_desk_asks_for_safety_first(entered: Client):
    entered.get("/household/")
    assert entered.get("/session/desk/")["Location"] == "/safety/start-now/"
