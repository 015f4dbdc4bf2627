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


PAGES = ["/me/", "/library/", "/reminders/", "/mydata/", "/household/", "/safety/"]


@pytest.mark.parametrize("page", PAGES)
def test_from_each_page_one_tap_leads_to_another_person(entered: Client, page: str):
    entered.get("/household/")
    bob = store.add("Bob", clock.now())
    html = entered.get(page, follow=True).content.decode()
    header = html[html.index("<header") : html.index("</header>")]
    assert f'action="/household/{bob.id}/choice/"' in header
    assert "Change to Bob" in header


def test_whoever_is_alone_has_nobody_to_change_to(entered: Client):
    assert "Change to" not in entered.get("/me/").content.decode()


def test_the_header_names_three_others_and_the_list_all_of_them(entered: Client):
    entered.get("/household/")
    for name in ("Bob", "Chen", "Dora", "Ester"):
        store.add(name, clock.now())
    assert entered.get("/me/").content.decode().count("Change to") == 3
    assert entered.get("/household/").content.decode().count("Choose ") == 4


def test_another_person_is_removed_with_a_word_and_not_without(entered: Client):
    entered.get("/household/")
    bob = store.add("Bob", clock.now())
    answer = entered.post(f"/household/{bob.id}/remove/", {"word": "yes"})
    assert answer.status_code == 422
    assert Profile.objects.filter(name="Bob").exists()
    assert entered.get(f"/household/{bob.id}/remove/").status_code == 200
    assert Profile.objects.filter(name="Bob").exists()


def test_whoever_is_here_removes_themselves_under_my_data(entered: Client):
    entered.get("/household/")
    answer = entered.get(f"/household/{Profile.objects.get().id}/remove/")
    assert answer["Location"] == "/mydata/erase/"


def test_whose_person_was_removed_is_asked_who_is_here_before_seeing_anothers_pages(
    entered: Client,
):
    entered.get("/household/")
    store.add("Bob", clock.now())
    entered.post("/household/new/", {"name": "Chen"})
    Profile.objects.filter(name="Chen").delete()
    answer = entered.get("/me/")
    assert (answer.status_code, answer["Location"]) == (302, "/household/")
    assert entered.get("/household/").status_code == 200
