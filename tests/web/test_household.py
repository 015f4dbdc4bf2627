import re

import pytest
from django.test import Client

from coxa.web import clock
from coxa.web.household import store
from coxa.web.household.models import Profile

pytestmark = pytest.mark.django_db


def shown_profile(client: Client) -> str:
    page = client.get("/household/").content.decode()
    return re.search(r"Whose pages: </span>(.+?)</span>", page)[1]


def test_the_first_profile_is_made_without_a_question(entered: Client):
    assert shown_profile(entered) == "Me"
    assert Profile.objects.count() == 1


def test_alice_is_added_and_chosen(entered: Client):
    entered.post("/household/new/", {"name": "  Alice  "})
    assert shown_profile(entered) == "Alice"


def test_bob_changes_to_his_own_pages(entered: Client):
    entered.post("/household/new/", {"name": "Alice"})
    bob = store.add("Bob", clock.now())
    entered.post(f"/household/{bob.id}/choice/")
    assert shown_profile(entered) == "Bob"


def test_choosing_asks_for_a_post_so_that_a_link_cannot_do_it(entered: Client):
    bob = store.add("Bob", clock.now())
    assert entered.get(f"/household/{bob.id}/choice/").status_code == 405


def test_a_profile_is_renamed_and_may_keep_its_name(entered: Client):
    alice = store.add("Alice", clock.now())
    assert entered.post(f"/household/{alice.id}/name/", {"name": "alice"}).status_code == 302
    alice.refresh_from_db()
    assert alice.name == "alice"


@pytest.mark.parametrize(
    ("name", "words"), [("", "Give a name"), ("ALICE", "has that name already"), ("x" * 41, "40")]
)
def test_a_wrong_name_comes_back_with_the_form_and_what_was_typed(entered: Client, name, words):
    store.add("Alice", clock.now())
    answer = entered.post("/household/new/", {"name": name})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert f'value="{name}"' in answer.content.decode() or not name


def test_a_household_of_several_is_asked_who_is_training(db):
    from coxa.web.access.links import new_token

    store.add("Alice", clock.now())
    store.add("Bob", clock.now())
    answer = Client(headers={"host": "127.0.0.1"}).get(f"/enter/{new_token(clock.now())}/")
    assert answer["Location"] == "/household/"


def test_a_profile_that_is_gone_gives_way_to_the_oldest(entered: Client):
    entered.get("/household/")
    entered.post("/household/new/", {"name": "Alice"})
    Profile.objects.filter(name="Alice").delete()
    assert shown_profile(entered) == "Me"
