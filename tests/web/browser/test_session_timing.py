"""A session whose page is heard rarely, as one in the background is: the sound card leads it on."""

import pytest
from playwright.sync_api import expect

from tests.conftest import PATIENCE_MS
from tests.web.browser.test_session_player import say
from tests.web.browser.waiting import until

pytestmark = pytest.mark.browser
RARELY = """{
  const usual = window.setInterval;
  window.setInterval = (heard, ms, ...more) => usual(heard, Math.max(ms, 600_000), ...more);
  window.sounded = [];
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (at) {
    window.sounded.push(at - this.context.currentTime);
    return start.call(this, at);
  };
}"""


@pytest.fixture
def rarely(chromium, server):
    """A page with sound, whose timers come once in ten minutes."""
    context = chromium.new_context(base_url=server.address, service_workers="block")
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(RARELY)
    page = context.new_page()
    page.goto(server.link)
    say(page, {"kind": "safety_answered", "whole": False, "age": 40})
    page.goto("/session/start-now/")
    page.get_by_role("button", name="Ready").click()
    yield page
    context.close()


def test_it_goes_on_by_itself_though_no_timer_comes(rarely):
    rarely.keyboard.press("ArrowRight")  # from getting ready to the first set
    expect(rarely.locator("[data-set]")).to_have_text("Left side · Set 1 of 2")
    rarely.keyboard.press("ArrowRight")  # and past it: five seconds to change sides
    expect(rarely.locator("[data-unit]")).to_have_text("change sides")
    expect(rarely.locator("[data-unit]")).not_to_have_text("change sides")
    expect(rarely.locator("[data-set]")).to_have_text("Right side · Set 1 of 2")
    expect(rarely.locator("[data-act=toggle]")).to_have_attribute("aria-pressed", "false")


def test_its_chimes_are_given_to_the_sound_card_ahead(rarely):
    rarely.keyboard.press("ArrowRight")
    until(rarely, lambda: rarely.evaluate("window.sounded.some((ahead) => ahead > 20)"))
    rarely.keyboard.press("Space")  # a pause: nothing of it sounds
    rarely.evaluate("window.sounded.length = 0")
    rarely.wait_for_timeout(200)
    assert rarely.evaluate("window.sounded") == []
