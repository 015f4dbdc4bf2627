"""The camera page in a browser that lacks what it needs: it says so, and what works without."""

import pytest
from playwright.sync_api import expect

from tests.conftest import watch

pytestmark = pytest.mark.browser

NO_WEBGL = "OffscreenCanvas.prototype.getContext = () => null;"


def test_without_webgl_the_page_says_what_to_do(page):
    page.add_init_script(NO_WEBGL)
    page.goto("/camera/lunge/")
    expect(page.get_by_text("This browser cannot watch")).to_be_visible()
    expect(page.get_by_role("button", name="Start the camera")).to_be_hidden()
    expect(page.get_by_role("img").first).to_be_visible()


def test_without_scripts_the_page_shows_the_exercise_and_says_why(chromium, server):
    context = chromium.new_context(java_script_enabled=False, base_url=server.address)
    faults = watch(context, server.address)
    page = context.new_page()
    page.goto(server.link)
    page.goto("/camera/lunge/")
    expect(page.get_by_text("This page needs JavaScript")).to_be_visible()
    expect(page.get_by_role("heading", name="Lunge")).to_be_visible()
    assert not page.get_by_role("button", name="Start the camera").is_visible()
    context.close()
    assert not faults
