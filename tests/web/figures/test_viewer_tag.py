"""The figure that moves, before any script has run: {% viewer %} and {% viewers %}."""

import pytest
from django.template import Context, Template

pytestmark = pytest.mark.usefixtures("figures")


def shown(template: str) -> str:
    return Template(template).render(Context())


def test_it_says_what_to_load_and_shows_both_ends_meanwhile():
    html = shown('{% viewer "leg_swings" %}')
    assert 'data-clip="/static/figures/clips-leg_swings-0A0A0A0A.glb"' in html
    assert 'data-body="/static/figures/body-0C0C0C0C.glb"' in html
    assert "still--start" in html
    assert "still--end" in html


def test_left_and_right_are_offered_where_there_is_a_left_and_a_right():
    assert 'data-side="right"' in shown('{% viewer "leg_swings" %}')
    assert "data-side=" not in shown('{% viewer "glute_bridge" %}')


def test_variants_can_be_chosen_without_a_script():
    html = shown('{% viewer "glute_bridge" form="smaller" %}')
    assert 'data-clip="/static/figures/clips-glute_bridge--smaller-0A0A0A0A.glb"' in html
    assert 'href="?form=smaller" aria-current="page"' in html
    assert "A smaller lift: where it starts." in html


def test_a_variant_that_there_is_not_is_the_usual_one():
    assert "Glute bridge: where it starts." in shown('{% viewer "glute_bridge" form="none" %}')


def test_who_has_no_variants_is_not_asked():
    assert "data-form" not in shown('{% viewer "leg_swings" %}')


def test_a_check_shows_what_goes_wrong_beside_how_it_goes():
    html = shown('{% viewers "trendelenburg_30s" %}')
    assert html.count("data-figure-slot") == 2
    assert html.count("data-controls") == 1  # they keep the same time
    assert "The other side drops" in html


def test_a_check_without_a_fault_to_show_has_one_figure_or_its_position():
    assert shown('{% viewers "glute_bridge" %}').count("data-figure-slot") == 1
    assert "<svg" in shown('{% viewers "hip_ir_seated" %}')
