import re
from datetime import timedelta

import pytest
from django.test import Client

from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.programmes.library import habits
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household import store as household
from tests.cast import Diary, greta, hugo

pytestmark = pytest.mark.django_db


def page(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, address
    return answer.content.decode()


def names_in(html: str) -> list[str]:
    return re.findall(r'library__name"><a href="/library/(\w+)/"', html)


def someone(person) -> None:
    diary = Diary(clock.today() - timedelta(days=1)).knows(person)
    store.append(household.profiles()[0], diary.entries)


def test_the_library_holds_every_exercise_the_gentlest_first(entered: Client):
    names = names_in(page(entered, "/library/"))
    assert sorted(names) == sorted(exercises())
    assert [exercises()[i].level for i in names] == sorted(e.level for e in exercises().values())


@pytest.mark.parametrize("exercise_id", sorted(exercises()))
def test_every_exercise_has_a_page_of_its_own(entered: Client, exercise_id: str):
    one = exercises()[exercise_id]
    html = page(entered, f"/library/{exercise_id}/")
    assert "Where it comes from" in html
    assert html.count('class="ladder__rung') == 1 + len(one.ladder.easier + one.ladder.harder)


@pytest.mark.parametrize("habit_id", sorted(habits()))
def test_every_habit_has_a_page_of_its_own(entered: Client, habit_id: str):
    assert "How" in page(entered, f"/library/habits/{habit_id}/")
    assert habit_id in page(entered, "/library/habits/")


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ("kind=balance", lambda e: e.kind is Kind.BALANCE),
        ("muscle=adductors", lambda e: "adductors" in e.muscles.primary + e.muscles.secondary),
        ("place=chair", lambda e: e.position in ("seated_chair", "standing_or_seated")),
        ("level=3", lambda e: e.level == 3),
        ("bare=on", lambda e: not e.equipment.required),
        ("have=chair", lambda e: set(e.equipment.required) <= {"chair"}),
        ("kind=strength&level=1&bare=on",
         lambda e: e.kind is Kind.STRENGTH and e.level == 1 and not e.equipment.required),
    ],
)  # fmt: skip
def test_filters_leave_what_fits_and_nothing_else(entered: Client, asked: str, fits):
    names = names_in(page(entered, f"/library/?{asked}"))
    assert names
    assert set(names) == {e.id for e in exercises().values() if fits(e)}


@pytest.mark.parametrize("words", ["figure 4", "FIGURE-4", "lying figure"])
def test_a_search_needs_neither_case_nor_hyphens(entered: Client, words: str):
    assert "figure4_supine" in names_in(page(entered, f"/library/?q={words}"))


def test_nothing_found_says_so_and_shows_the_way_back(entered: Client):
    html = page(entered, "/library/?q=rowing+machine")
    assert "Nothing fits all of that" in html
    assert "Show all exercises" in html


def test_a_filter_that_is_none_of_the_choices_is_left_aside(entered: Client):
    assert len(names_in(page(entered, "/library/?kind=yoga&level=9"))) == len(exercises())


def test_htmx_gets_the_list_alone_from_the_same_address(entered: Client):
    html = page(entered, "/library/?kind=balance", **{"hx-request": "true"})
    assert html.strip().startswith('<div id="found"')
    assert "<html" not in html
    assert names_in(html) == names_in(page(entered, "/library/?kind=balance"))
    assert "HX-Request" in entered.get("/library/")["Vary"]


def test_an_unknown_exercise_or_habit_is_not_found(entered: Client):
    assert entered.get("/library/no_such_thing/").status_code == 404
    assert entered.get("/library/habits/no_such_thing/").status_code == 404


def test_who_said_nothing_yet_is_not_told_that_it_suits_them(entered: Client):
    html = page(entered, "/library/hip_thrust/")
    assert "Answer the safety questions" in html
    assert "Nothing you told us" not in html


def test_what_does_not_suit_greta_is_marked_and_its_page_says_why(entered: Client):
    page(entered, "/library/")
    someone(greta())
    assert "Left out for you" in page(entered, "/library/?q=side plank")
    html = page(entered, "/library/side_plank/")
    assert "Left out of your plan" in html
    assert "sore side" in html
    assert "Nothing you told us speaks against it" in page(entered, "/library/glute_bridge/")


def test_who_has_to_see_a_professional_is_not_told_that_anything_is_fine(entered: Client):
    page(entered, "/library/")
    someone(hugo())
    html = page(entered, "/library/glute_bridge/")
    assert "Nothing you told us speaks against it" not in html
    assert "before you train" in html
