"""{% muscle_map %} and {% muscle_table %}, and the section of an exercise's page."""

import re

import pytest
from django.template import Context, Template
from django.test import Client

from coxa.exercises.library import exercises
from coxa.web.muscles.bands import Kind
from coxa.web.muscles.section import section
from tests.web.muscles.made_up import LIFT


def shown(template: str) -> str:
    return Template(template).render(Context({"uses": LIFT}))


def test_the_map_says_in_words_what_it_shows():
    html = shown('{% muscle_map uses kind="load" %}')
    assert "Very high: side of the hip left." in html


def test_each_region_says_what_it_is():
    html = shown("{% muscle_map uses %}")
    region = re.search(
        r'<g class="muscle muscle--very_high" data-muscle="glute_med" data-side="left">', html
    )
    assert region is not None


def test_nothing_in_the_map_breaks_the_content_policy():
    html = shown('{% muscle_map uses kind="stretch" %}{% muscle_table uses %}')
    assert "style=" not in html
    assert "<script" not in html


def test_pictures_are_silent_beside_their_words():
    html = shown("{% muscle_map uses %}")
    views = re.findall(r'<div class="muscle-map__view [^>]*>', html)
    assert len(views) == 4
    assert all('aria-hidden="true"' in view for view in views)


def test_an_unknown_kind_is_refused():
    with pytest.raises(LookupError, match="load"):
        shown('{% muscle_map uses kind="lode" %}')


def test_the_table_shows_figures_only_of_what_was_measured():
    html = shown("{% muscle_table uses %}")
    assert re.findall(r"\d+ %", html) == ["81 %"]
    assert 'href="https://doi.org/10.1000/x"' in html
    assert "21 people" in html
    assert "low confidence" in html


@pytest.mark.parametrize(
    ("key", "first"), [("side_plank", Kind.LOAD), ("couch_stretch", Kind.STRETCH)]
)
def test_a_page_opens_with_what_the_exercise_is_for(key: str, first: Kind):
    found = section(exercises()[key])
    assert found is not None
    assert found.first is first
    assert found.second is not first


def test_it_says_first_what_the_exercise_is_meant_for():
    found = section(exercises()["hip_adductor_stretch_long"])
    assert found is not None
    assert found.meant.startswith("Meant for: ")
    assert "inner thigh" in found.meant


def test_a_massage_is_not_sold_as_a_stretch():
    found = section(exercises()["hip_flexor_release"])
    assert found is not None
    assert "pressure" in found.says


def test_an_unknown_form_shows_the_exercise_itself():
    one = exercises()["side_plank"]
    assert section(one, "no_such_form") == section(one)


@pytest.mark.django_db
def test_an_exercise_has_its_muscles_on_its_page(entered: Client):
    html = entered.get("/library/side_plank/").content.decode()
    assert '<section class="stack muscles" id="muscles">' in html
    assert html.index("muscle-map--load") < html.index("muscle-map--stretch")
