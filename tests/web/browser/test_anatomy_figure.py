"""The figure beside the sliders, in a browser that draws in software: it stands as they say."""

import pytest
from playwright.sync_api import expect

from tests.web.browser.test_anatomy import ROTATORS, move
from tests.web.browser.test_figures import picture, until_it_looks_other

pytestmark = pytest.mark.browser

SLOT = ".explorer__figure"


@pytest.fixture(scope="module")
def chromium(chromium_that_draws):
    return chromium_that_draws


def until_it_stands(page) -> None:
    page.locator(SLOT).scroll_into_view_if_needed()
    page.locator(f"{SLOT}[data-moving]").wait_for()
    page.wait_for_timeout(1000)


def test_it_follows_a_slider_and_fetches_nothing_on_the_way(page):
    page.goto(ROTATORS)
    until_it_stands(page)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    straight = picture(page, SLOT)
    move(page, "Bend the hip", 90)
    until_it_looks_other(page, straight, by=1, slot=SLOT)
    assert not [url for url in fetched if "figure.glb" in url]


def test_it_turns_by_keyboard(page):
    page.goto(ROTATORS)
    until_it_stands(page)
    before = picture(page, SLOT)
    page.get_by_role("img", name="The arrow keys turn it").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    until_it_looks_other(page, before, by=0.5, slot=SLOT)


def test_who_asked_for_less_motion_has_the_sliders_alone(page):
    page.emulate_media(reduced_motion="reduce")
    page.goto(ROTATORS)
    page.wait_for_timeout(500)
    expect(page.locator(SLOT)).to_be_hidden()
    expect(page.get_by_role("slider", name="Bend the hip")).to_be_visible()
