"""Each one's data apart: over everything that is stored, whatever is added to it later."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db.models import CASCADE, Model
from django.test import Client

from coxa.web import clock
from coxa.web.diary import store as diary
from coxa.web.household import store as household
from coxa.web.household.models import Profile
from coxa.web.reminders import tokens
from coxa.web.reminders.models import PushDevice
from tests.cast import Diary, alice, bruno, item

pytestmark = pytest.mark.django_db(transaction=True)

# Of nobody: who came in by which browser, and links that let in.
OF_NOBODY = {"sessions.Session", "access.EntryLink", "household.Profile"}


TOWER = {"name": "Climbing the tower", "rating": 5}


def of_a_person() -> list[type[Model]]:
    return [one for one in apps.get_models() if one._meta.label not in OF_NOBODY]


def test_all_that_is_stored_is_of_one_person_and_goes_with_them():
    assert of_a_person()
    for model in of_a_person():
        field = model._meta.get_field("profile")
        assert field.related_model is Profile, model
        assert field.remote_field.on_delete is CASCADE, model


def full(name: str, person) -> Profile:
    """Someone with something in every table."""
    profile, now = household.add(name, clock.now()), clock.now()
    start = clock.today() - timedelta(days=2)
    diary.append(profile, Diary(start).knows(person).session(item("glute_bridge")).entries)
    tokens.renew(profile, now)
    PushDevice.objects.create(
        profile=profile, endpoint=f"https://updates.push.services.mozilla.com/{name}",
        p256dh="p", auth="a", made_at=now, sent_until=now,
    )  # fmt: skip
    return profile


def counted(profile: Profile) -> dict[str, int]:
    return {
        one._meta.label: one._default_manager.filter(profile=profile).count()
        for one in of_a_person()
    }


def test_the_person_of_these_tests_has_something_in_every_table():
    assert all(counted(full("Alice", alice())).values())


def test_removing_one_leaves_nothing_of_them_and_all_of_the_other(entered: Client):
    mine, yours = full("Alice", alice()), full("Bruno", bruno())
    entered.post(f"/household/{mine.id}/choice/")
    before = counted(mine)
    answer = entered.post(f"/household/{yours.id}/remove/", {"word": "erase"})
    assert answer["Location"] == "/household/"
    assert not any(counted(yours).values())
    assert counted(mine) == before


@pytest.mark.parametrize("page", ["/me/", "/today/weekly/", "/mydata/everything.json"])
def test_no_page_of_one_holds_what_the_other_said(entered: Client, page: str):
    mine, yours = full("Alice", alice()), full("Bruno", bruno(activities=[TOWER]))
    for one, says in ((yours, True), (mine, False)):
        entered.post(f"/household/{one.id}/choice/")
        assert (TOWER["name"] in entered.get(page).content.decode()) is says


def test_the_page_of_one_never_shows_the_calendar_of_the_other(entered: Client):
    mine, yours = full("Alice", alice()), full("Bruno", bruno())
    entered.post(f"/household/{mine.id}/choice/")
    html = entered.get("/reminders/").content.decode()
    assert tokens.token_of(tokens.of(mine)) in html
    assert tokens.token_of(tokens.of(yours)) not in html


def test_the_answers_of_one_reach_only_their_own_diary(entered: Client):
    mine, yours = full("Alice", alice()), full("Bruno", bruno())
    entered.post(f"/household/{mine.id}/choice/")
    before = len(diary.everything(yours))
    entered.post("/reminders/offer/", {"answer": "decline"})
    entered.post("/reminders/address/", {"do": "stop"})
    assert len(diary.everything(yours)) == before
    assert tokens.of(yours) is not None
