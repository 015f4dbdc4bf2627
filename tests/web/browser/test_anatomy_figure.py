"""The figure beside the sliders, in a browser that draws in software: it stands as they say."""

import shutil
from collections.abc import Iterator

import pytest

from tests.web.browser.test_anatomy import ROTATORS, move
from tests.web.browser.test_figures import DRAWS, QUIET, differ, picture

pytestmark = pytest.mark.browser

SLOT = ".explorer__figure"


@pytest.fixture(scope="module")
def chromium(chromium) -> Iterator[object]:
    """A browser of its own, that draws without a graphics card."""
    executable = shutil.which("chromium")
    browser = chromium.browser_type.launch(executable_path=executable, args=[*QUIET, *DRAWS])
    yield browser
    browser.close()


def until_it_stands(page) -> None:
    page.locator(SLOT).scroll_into_view_if_needed()
    page.locator(f"{SLOT}[data-moving]").wait_for(timeout=20_000)
    page.wait_for_timeout(1000)


def test_it_follows_a_slider_and_fetches_nothing_on_the_way(page):
    page.goto(ROTATORS)
    until_it_stands(page)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    straight = picture(page, SLOT)
    move(page, "Bend the hip", 90)
    page.wait_for_timeout(1000)
    assert differ(straight, picture(page, SLOT)) > 1
    assert not [url for url in fetched if "figure.glb" in url]


def test_it_turns_by_keyboard(page):
    page.goto(ROTATORS)
    until_it_stands(page)
    before = picture(page, SLOT)
    page.get_by_role("img", name="The arrow keys turn it").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(1000)
    assert differ(before, picture(page, SLOT)) > 0.5


def test_who_asked_for_less_motion_has_the_sliders_alone(page):
    page.emulate_media(reduced_motion="reduce")
    page.goto(ROTATORS)
    page.wait_for_timeout(500)
    assert not page.locator(SLOT).is_visible()
    assert page.get_by_role("slider", name="Bend the hip").is_visible()
