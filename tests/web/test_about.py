"""About me: a few short pages, each saved by itself, all of it to be changed later."""

from typing import get_args

import pytest
from django.test import Client

from coxa.training.log import AboutAnswered
from coxa.training.person import Site
from coxa.web.about.steps import STEPS
from coxa.web.about.views import last_about
from coxa.web.about.words import SITES
from coxa.web.diary import store
from coxa.web.household.models import Profile

pytestmark = pytest.mark.django_db

TIME = {"age": "52", "minutes_per_session": "15", "days_per_week": "4", "sessions_per_day": "1"}


def about() -> AboutAnswered | None:
    return last_about(store.log_of(Profile.objects.get()))


@pytest.fixture
def begun(entered: Client) -> Client:
    entered.post("/about/time/", TIME)
    return entered


def test_age_minutes_and_days_are_enough(entered: Client):
    answer = entered.post("/about/time/", TIME)
    assert answer["Location"] == "/about/things/"
    assert about() == AboutAnswered(age=52, minutes_per_session=15, days_per_week=4)


@pytest.mark.parametrize("field", ["age", "minutes_per_session", "days_per_week"])
def test_what_must_be_known_is_asked_for_and_the_rest_is_kept(entered: Client, field):
    answer = entered.post("/about/time/", TIME | {field: "", "sex": "F"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert all(f'value="{TIME[one]}"' in page for one in TIME if one not in (field,))
    at = page.index('value="F"')
    assert "checked" in page[at : page.index(">", at)]
    assert about() is None


def test_nobody_lands_in_the_middle(entered: Client):
    assert entered.get("/about/life/")["Location"] == "/about/time/"


@pytest.mark.parametrize("step", STEPS[1:], ids=lambda step: step.name)
def test_every_further_page_may_be_skipped(begun: Client, step):
    page = begun.get(f"/about/{step.name}/").content.decode()
    assert "Skip" in page
    assert "Back" in page


def test_things_at_hand_are_tiles_of_which_none_may_be_ticked(begun: Client):
    assert begun.post("/about/things/")["Location"] == "/about/aim/"
    begun.post("/about/things/", {"equipment": ["chair", "wall"]})
    assert set(about().equipment) == {"wall", "chair"}


def test_a_sore_place_comes_with_its_number(begun: Client):
    answer = begun.post("/about/where/", {"sites": ["groin", "back"], "pain_groin": "4"})
    assert answer.status_code == 422
    assert "Choose a number" in answer.content.decode()
    told = {"sites": ["groin", "back"], "pain_groin": "4", "pain_back": "0"}
    assert begun.post("/about/where/", told)["Location"] == "/about/sore/"
    assert about().pain == {"groin": 4, "back": 0}


def test_who_has_no_pain_is_not_asked_how_bad_it_is(begun: Client):
    assert begun.post("/about/where/")["Location"] == "/about/life/"


def test_every_place_of_the_picture_is_a_label_of_its_checkbox(begun: Client):
    page = begun.get("/about/where/").content.decode()
    for number, site in enumerate(SITES):
        assert f'value="{site}" id="id_sites_{number}"' in page
        assert f'for="id_sites_{number}" data-site="{site}"' in page


def test_every_place_the_log_knows_is_asked_for():
    assert set(SITES) == set(get_args(Site))


def test_no_pain_number_is_chosen_before_it_is_said(begun: Client):
    begun.post("/about/where/", {"sites": ["groin"], "pain_groin": "4"})
    assert 'name="pain_now" value="0" id="id_pain_now_0" checked' not in (
        begun.get("/about/sore/").content.decode()
    )


def test_the_worst_cannot_be_less_than_now(begun: Client):
    answer = begun.post("/about/sore/", {"pain_now": "5", "pain_worst_24h": "3"})
    assert answer.status_code == 422
    assert "Which is right?" in answer.content.decode()


def test_an_activity_comes_with_how_well_it_goes(begun: Client):
    assert begun.post("/about/life/", {"activity_1": "Stairs"}).status_code == 422
    told = {"activity_1": "Stairs", "rating_1": "6", "sitting_hours": "8", "someone_nearby": "no"}
    assert begun.post("/about/life/", told)["Location"] == "/checks/first/"
    assert about().activities[0].name == "Stairs"
    assert about().activities[0].rating == 6
    assert about().someone_nearby is False


def test_a_later_page_keeps_what_earlier_ones_said(begun: Client):
    begun.post("/about/aim/", {"level": "advanced", "goal": "strength", "reason": "performance"})
    assert (about().age, about().level, about().goal) == (52, "advanced", "strength")


def test_saving_the_same_again_adds_nothing_to_the_log(begun: Client):
    begun.post("/about/time/", TIME)
    assert len(store.log_of(Profile.objects.get())) == 1


def test_me_shows_the_answers_and_leads_back_after_a_change(begun: Client):
    assert "52 years, 15 minutes on 4 days a week" in begun.get("/me/").content.decode()
    answer = begun.post("/about/time/?from=me", TIME | {"minutes_per_session": "20"})
    assert answer["Location"] == "/me/"
    assert "20 minutes" in begun.get("/me/").content.decode()


def test_me_is_there_before_anything_is_said(entered: Client):
    page = entered.get("/me/").content.decode()
    assert "Nothing said yet" in page
    assert "Who is training?" in page
