"""The last repetition again, beside the figure: on the camera page, from a video file."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.web.browser.fake_camera import SQUATS, browser_with
from tests.web.browser.made_up_eyes import look_through
from tests.web.browser.test_camera_session import drawn

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium(chromium) -> Iterator[object]:
    browser = browser_with(chromium)
    yield browser
    browser.close()


def picture(page) -> str:
    """What the skeleton's canvas shows now."""
    return page.locator("[data-replay-yours]").evaluate("(canvas) => canvas.toDataURL()")


def test_the_last_repetition_runs_again_beside_the_figure_until_it_is_stopped(page):
    sent: list[str] = []
    look_through(page)
    page.goto("/camera/lunge/")
    expect(page.get_by_role("button", name="See it again")).to_be_hidden()
    page.locator("[data-file]").set_input_files(SQUATS)
    expect(page.get_by_role("button", name="See it again")).to_be_visible()
    page.get_by_role("button", name="Stop", exact=True).click()
    page.context.on("request", lambda r: sent.append(r.method))

    again = page.get_by_role("region", name="Your last repetition again")
    expect(again).to_be_visible()  # by itself, once one has stopped
    expect(again.get_by_text("The exercise")).to_be_visible()
    expect(again.locator("[data-replay-words]")).not_to_be_empty()
    assert drawn(page, "[data-replay-yours]")
    first = picture(page)
    page.wait_for_timeout(1500)
    assert picture(page) != first

    page.get_by_role("button", name="Stop it there").press("Space")
    page.wait_for_timeout(300)
    held = picture(page)
    page.wait_for_timeout(700)
    assert picture(page) == held
    page.get_by_role("button", name="Let it run").press("Enter")
    expect(page.get_by_role("button", name="Stop it there")).to_be_visible()

    page.emulate_media(reduced_motion="reduce")
    expect(page.get_by_role("button", name="Stop it there")).to_be_hidden()
    assert drawn(page, "[data-replay-yours]")

    page.get_by_role("button", name="Close").click()
    expect(again).to_be_hidden()
    page.get_by_role("button", name="See it again").click()
    expect(again).to_be_visible()
    assert set(sent) <= {"GET"}
