"""The muscle map on an exercise's page."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LOOKS = [
    {},
    {"scheme": "dark"},
    {"width": 1440, "height": 900},
    {"width": 1440, "height": 900, "scheme": "dark"},
]
FILLS = """() => Object.fromEntries([...document.querySelectorAll(
  '.muscle-map--load .muscle-map__swatch .muscle:not(.muscle--deep) > .muscle__shape')]
  .map(shape => [shape.parentElement.classList[1], getComputedStyle(shape).fill]))"""


@pytest.mark.parametrize("page", LOOKS, indirect=True)
def test_the_map_is_drawn_and_fits(page):
    said = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.goto("/library/side_plank/", wait_until="networkidle")
    section = page.locator("#muscles")
    section.scroll_into_view_if_needed()
    for use in section.locator(".muscle-map").first.locator("use").all():
        box = use.evaluate("one => one.getBBox().width")
        assert box > 0 or not use.is_visible()
    for fold in section.locator("summary").all():
        fold.click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert section.locator(".muscle-table").evaluate("one => one.scrollWidth <= one.clientWidth")
    assert not [one for one in said if one.startswith("error")]


@pytest.mark.parametrize("page", LOOKS[:2], indirect=True)
def test_each_band_has_a_paint_of_its_own(page):
    page.goto("/library/side_plank/")
    fills = page.evaluate(FILLS)
    assert len(set(fills.values())) == len(fills) == 5


def test_the_table_opens_by_keyboard(page):
    page.goto("/library/side_plank/")
    page.locator("#muscles summary").last.focus()
    page.keyboard.press("Enter")
    row = page.get_by_role("row", name="Side of the hip")
    expect(row.get_by_text("measured")).to_be_visible()
