"""Stills in pages: {% motion %}."""

import re

import pytest
from django.template import Context, Template


def shown(template: str, **context: object) -> str:
    return Template(template).render(Context(context))


@pytest.mark.usefixtures("figures")
class TestAMotionThatHasPictures:
    def test_it_says_how_large_it_is_so_that_nothing_moves_when_it_comes(self):
        html = shown('{% motion "glute_bridge" %}')
        assert 'width="720" height="540"' in html

    def test_it_says_what_is_to_be_seen(self):
        assert 'alt="Glute bridge: all the way."' in shown('{% motion "glute_bridge" %}')
        start = shown('{% motion "glute_bridge" phase="start" %}')
        assert 'alt="Glute bridge: where it starts."' in start

    def test_it_is_silent_where_the_words_beside_it_say_the_same(self):
        assert 'alt=""' in shown('{% motion "glute_bridge" said=False %}')

    def test_it_follows_the_scheme_of_the_screen_and_prints_on_light_paper(self):
        html = shown('{% motion "glute_bridge" %}')
        source = re.search(r"<source[^>]*>", html)[0]
        assert 'media="screen and (prefers-color-scheme: dark)"' in source
        assert "end-dark-320-0B0B0B0B.avif 320w" in source
        assert "end-dark-720-0B0B0B0B.avif 720w" in source
        assert "dark" not in html.replace(source, "")

    def test_it_waits_until_it_is_scrolled_to_unless_it_is_seen_at_once(self):
        assert 'loading="lazy"' in shown('{% motion "glute_bridge" %}')
        first = shown('{% motion "glute_bridge" loading="eager" %}')
        assert 'loading="eager"' in first
        assert 'fetchpriority="high"' in first

    def test_an_unknown_size_is_refused_with_the_nearest_name(self):
        with pytest.raises(LookupError, match="small"):
            shown('{% motion "glute_bridge" size="smal" %}')


@pytest.mark.usefixtures("figures")
class TestAMotionThatHasNone:
    def test_the_drawing_of_its_position_stands_in(self):
        html = shown('{% motion "side_plank" %}')
        assert "<svg" in html
        assert html == shown('{% figure "side_support" %}')

    def test_for_a_check_too(self):
        assert shown('{% motion "hip_ir_seated" %}').startswith("<svg")

    def test_a_habit_has_any_position(self):
        assert shown('{% motion "walk_after_meals" %}') == shown('{% figure "any" %}')

    def test_a_page_can_ask(self):
        asked = "{% has_motion key as there %}{{ there }}"
        assert shown(asked, key="glute_bridge") == "True"
        assert shown(asked, key="side_plank") == "False"
