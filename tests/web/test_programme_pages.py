import re
from datetime import timedelta

import pytest
from django.test import Client

from coxa.programmes.library import programmes
from coxa.training.log import ProgrammeChosen
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household import store as household
from tests.cast import Diary, bruno, greta, hugo

pytestmark = pytest.mark.django_db

PROGRAMMES = sorted(programmes())


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def someone(client: Client, person) -> None:
    client.get("/programmes/")
    diary = Diary(clock.today() - timedelta(days=1)).knows(person)
    store.append(household.profiles()[0], diary.entries)


def chosen() -> list[ProgrammeChosen]:
    log = store.log_of(household.profiles()[0])
    return [entry.body for entry in log if isinstance(entry.body, ProgrammeChosen)]


def test_all_five_are_listed_with_honest_minutes(entered: Client):
    html = page(entered, "/programmes/")
    assert re.findall(r'href="/programmes/(p\d+)/"', html) == PROGRAMMES
    assert len(re.findall(r"minutes? a day", html)) == 5


@pytest.mark.parametrize("programme_id", PROGRAMMES)
@pytest.mark.parametrize("form", ["as_written", "filled"])
def test_every_version_names_all_its_exercises(entered: Client, programme_id: str, form: str):
    html = page(entered, f"/programmes/{programme_id}/?form={form}")
    one = programmes()[programme_id]
    version = one.as_written if form == "as_written" else one.filled
    for session in version.sessions:
        for item in session.items:
            assert f"/library/{item.exercise_id}/" in html


def test_filled_figures_are_marked_and_say_whose_they_are(entered: Client):
    html = page(entered, "/programmes/p002/?form=filled")
    item = programmes()["p002"].filled.sessions[0].items[0]
    assert "figure-chip--filled" in html
    assert item.filled_from[:30] in html.replace("&#x27;", "'")


def test_as_written_no_figure_stands_where_the_source_is_silent(entered: Client):
    html = page(entered, "/programmes/p002/?form=as_written")
    assert "figure-chip--filled" not in html
    assert "Not said: sets" in html


def test_greta_sees_what_is_left_out_why_and_what_stands_in_its_place(entered: Client):
    someone(entered, greta())
    html = page(entered, "/programmes/p001/")
    assert "Left out for you" in html
    assert "Instead of" in html
    assert "sore side" in html


def test_following_is_written_into_the_diary_and_so_is_going_back(entered: Client):
    someone(entered, bruno())
    answer = entered.post("/programmes/p003/follow/", {"form": "as_written"})
    assert answer["Location"] == "/programmes/p003/?form=as_written"
    assert "You follow this programme, as written" in page(entered, answer["Location"])
    assert "You follow this one" in page(entered, "/programmes/")
    entered.post("/programmes/back/")
    assert [one.programme_id for one in chosen()] == ["p003", None]
    assert "You follow this" not in page(entered, "/programmes/")


def test_every_session_has_a_start_that_leads_to_the_player(entered: Client):
    someone(entered, bruno())
    html = page(entered, "/programmes/p001/?form=filled")
    address = re.search(r'href="(/session/programme/p001/filled/\w+/)"', html)[1]
    assert entered.get(address).status_code == 200


def test_who_has_to_see_a_professional_first_gets_no_session(entered: Client):
    someone(entered, hugo())
    html = page(entered, "/programmes/p001/")
    assert "/session/" not in html
    assert "Follow this programme" not in html
    assert "notice--stop" in html


def test_what_is_no_programme_or_no_form_is_not_found(entered: Client):
    assert entered.get("/programmes/p009/").status_code == 404
    assert entered.get("/programmes/p001/?form=loud").status_code == 404
    assert entered.post("/programmes/p001/follow/", {"form": "loud"}).status_code == 404
    assert entered.get("/programmes/p001/follow/").status_code == 405
