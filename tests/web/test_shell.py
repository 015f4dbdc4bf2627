"""The pages around the features, in a real browser: nothing leaves, nothing overflows."""

import re
from pathlib import Path

import pytest

import coxa.web
from coxa.exercises.vocabulary import Equipment, Position
from coxa.web.built import built
from coxa.web.pictures import EQUIPMENT_ICONS, EQUIPMENT_WORDS

WEB = Path(coxa.web.__file__).parent
TEMPLATES = sorted(WEB.rglob("*.html"))
LOOKS = [
    {"width": width, "height": height, "scheme": scheme}
    for width, height in ((360, 740), (1440, 900))
    for scheme in ("light", "dark")
]


@pytest.mark.browser
@pytest.mark.parametrize("page", LOOKS, indirect=True)
def test_a_page_fits_its_window(page):
    for path in ("/household/", "/household/new/", "/offline/", "/nowhere/"):
        page.goto(path)
        too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(too_wide) == 0, path


@pytest.mark.browser
def test_the_token_is_gone_from_the_address(page, server):
    assert "enter" not in page.url
    page.goto(server.link)
    assert page.get_by_role("heading", name="This link is used up").is_visible()


@pytest.mark.browser
def test_alice_joins_the_household_by_keyboard(page):
    page.goto("/household/new/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    page.get_by_label("Name").fill("Alice")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto("/household/")
    assert page.get_by_role("link", name="Whose pages: Alice").is_visible()


@pytest.mark.browser
def test_what_can_be_pressed_is_large_enough_for_a_thumb(page):
    page.goto("/household/")
    small = page.evaluate(
        """[...document.querySelectorAll("a, button, input:not([type=hidden])")]
        .filter(e => !e.classList.contains("skip") && e.checkVisibility())
        .filter(e => e.getBoundingClientRect().height < 47.5)
        .map(e => e.textContent)"""
    )
    assert small == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_inline_code_or_style(template: Path):
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:|hx-on|\bjs:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize("position", Position)
def test_every_position_is_drawn(position: Position):
    assert "<svg" in (WEB / "templates" / "figures" / f"{position}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("thing", Equipment)
def test_everything_one_may_own_has_a_name_and_an_icon(thing: Equipment):
    assert EQUIPMENT_WORDS[thing]
    assert built().icon(EQUIPMENT_ICONS[thing])


def test_an_unknown_icon_is_refused_with_the_nearest_name():
    with pytest.raises(LookupError, match="calendar-days"):
        built().icon("calender-days")
