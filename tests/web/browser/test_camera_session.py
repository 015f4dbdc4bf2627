"""A session that a camera counts. What it sees is made up, but in the test that ends with a film:
there the camera shows squats, and the whole chain is the real one."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.web.browser.fake_camera import FIRST_MS, browser_with, camera_film
from tests.web.browser.made_up_eyes import look_through
from tests.web.browser.test_session_player import ABOUT, POST, stored
from tests.web.browser.waiting import until

pytestmark = pytest.mark.browser

COUNTED = "/session/programme/p004/filled/balance/"  # lunges
HELD = "/session/programme/p004/filled/strength/"  # a side plank first
KINDS = {"session_started", "set_done"}
REFUSED = """
  const refuse = async () => { throw new DOMException("", "NotAllowedError"); };
  navigator.mediaDevices.getUserMedia = refuse;
"""


@pytest.fixture(scope="module")
def chromium(chromium, tmp_path_factory) -> Iterator[object]:
    film = camera_film(tmp_path_factory.mktemp("film") / "squats.mjpeg")
    browser = browser_with(chromium, film)
    yield browser
    browser.close()


@pytest.fixture(autouse=True)
def calm(page) -> None:
    """The figure is still: it has its own tests."""
    page.context.grant_permissions(["camera"])
    page.emulate_media(reduced_motion="reduce")


def begin(page, address: str = COUNTED) -> None:
    """In the session, of which each set of eight is one of two."""
    now = datetime.now(UTC)
    chosen = {"kind": "programme_chosen", "programme_id": "p004", "form": "filled"}
    said = [(now - timedelta(days=28), chosen), (now, {"kind": "safety_answered"}), (now, ABOUT)]
    entries = [
        {
            "id": str(uuid4()),
            "at": at.isoformat(),
            "day": str(at.date()),
            "zone": "UTC",
            "body": one,
        }
        for at, one in said
    ]
    page.goto("/household/")
    assert page.evaluate(POST, entries) == 200
    page.route("**/session/programme/**", shortened)
    page.goto(address)
    page.get_by_role("button", name="Ready").click()


def shortened(route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('"count": 8', '"count": 2'))


def turn_on(page) -> None:
    page.get_by_role("button", name="Camera").click()
    expect(page.locator(".player[data-eye=on]")).to_be_visible()
    expect(page.locator("[data-counts]")).to_have_text("The camera counts")


def first_set(page) -> None:
    """The camera is on, and the first set begins."""
    turn_on(page)
    expect(page.locator("[data-picture]")).to_be_in_viewport()
    page.get_by_role("button", name="On", exact=True).click()


def test_a_set_is_counted_to_its_end_and_its_last_repetition_is_shown_again(page, server):
    look_through(page)
    begin(page)
    sent: list[str] = []
    page.context.on("request", lambda one: sent.append(one.post_data or ""))
    first_set(page)
    again = page.get_by_role("region", name="Your last repetition again")
    expect(again).to_be_visible()
    page.keyboard.press("Space")  # the rest stands still, however slow this machine is
    expect(again).to_contain_text("Point your knee over your little toe.")
    expect(page.locator("[data-set]")).to_contain_text("Right side")
    assert drawn(page, "[data-replay-yours]")
    again.get_by_role("button", name="Close").click()
    expect(again).to_be_hidden()
    until(page, lambda: bool(stored(server.data_dir, "set_done")))
    (done,) = stored(server.data_dir, "set_done")
    assert (done["exercise_id"], done["reps"], done["counted_by"]) == ("lunge", 2, "camera")
    bodies = [body for body in sent if body]
    assert bodies
    assert {one["body"]["kind"] for body in bodies for one in json.loads(body)} <= KINDS
    assert max(map(len, bodies)) < 5000  # words and numbers: no picture is as small


@pytest.mark.slow
def test_a_film_before_the_camera_is_counted_to_the_end_of_the_set(page, server):
    """A squat over and over, in a set of two: its knees bend as a lunge's do."""
    begin(page)
    page.get_by_role("button", name="Camera").click()
    expect(page.locator("[data-view]")).to_have_text(re.compile(r"\w"), timeout=FIRST_MS)
    sent: list[str] = []
    page.context.on("request", lambda one: sent.append(one.post_data or ""))
    page.get_by_role("button", name="On", exact=True).click()
    expect(page.locator("[data-set]")).to_contain_text("Right side", timeout=FIRST_MS)
    until(page, lambda: bool(stored(server.data_dir, "set_done")))
    (done,) = stored(server.data_dir, "set_done")
    assert (done["exercise_id"], done["reps"], done["counted_by"]) == ("lunge", 2, "camera")
    expect(page.get_by_role("region", name="Your last repetition again")).to_be_visible()
    assert drawn(page, "[data-replay-yours]")
    assert max(map(len, sent)) < 5000  # words and numbers: no picture is as small


def drawn(page, canvas: str) -> bool:
    return page.evaluate(
        """(name) => {
          const canvas = document.querySelector(name);
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return data.some((value, at) => at % 4 === 3 && value > 200);
        }""",
        canvas,
    )


def test_the_other_side_is_told_and_small_repetitions_count_once_one_says_so(page):
    look_through(page, side="right", full=False)
    begin(page)
    first_set(page)
    expect(page.locator("[data-eye-line]")).to_have_text(
        "That was your right side. This set is for your left side."
    )
    expect(page.locator("[data-in-part]")).to_have_text(re.compile(r"^\d+ part of the way$"))
    expect(page.locator("[data-number]")).to_have_text("0")
    page.get_by_role("button", name="Count the smaller ones too").click()
    expect(page.locator("[data-set]")).to_contain_text("Right side")  # that was all of it


def test_a_hold_runs_while_it_is_held_and_not_in_a_pause(page):
    look_through(page, held=True)
    begin(page, HELD)
    first_set(page)
    expect(page.locator("[data-unit]")).to_have_text("hold")
    expect(page.locator("[data-number]")).to_have_text(re.compile(r"^(\d|1[0-3])$"))
    page.keyboard.press("Space")
    expect(page.locator(".session--paused")).to_be_visible()
    stands = page.locator("[data-number]").text_content()
    page.wait_for_timeout(1500)
    assert page.locator("[data-number]").text_content() == stands


def test_after_a_hold_its_worst_moment_is_shown_beside_the_figure(page):
    """Nobody sits through the rest of it: the tap that ends a set shows it as its end does."""
    look_through(page, held=True, astray=True)
    begin(page, HELD)
    first_set(page)
    expect(page.locator("[data-unit]")).to_have_text("hold")
    expect(page.locator("[data-number]")).to_have_text(re.compile(r"^(\d|1[0-2])$"))
    page.get_by_role("button", name="On", exact=True).click()
    again = page.get_by_role("region", name="Your hold again, where it slipped most")
    expect(again).to_be_visible()
    expect(again).to_contain_text("Let the top of your head reach for the ceiling.")
    expect(again).to_contain_text(re.compile(r"You, \d+ s into the hold"))
    assert drawn(page, "[data-replay-yours]")


def test_out_of_position_the_time_stands_still(page):
    look_through(page, held=False)
    begin(page, HELD)
    first_set(page)
    expect(page.locator("[data-unit]")).to_have_text("not in position")
    page.wait_for_timeout(1500)
    expect(page.locator("[data-number]")).to_have_text("15")


def test_who_had_the_camera_on_has_it_on_again_until_it_is_turned_off(page):
    look_through(page)
    begin(page)
    turn_on(page)
    page.goto(COUNTED)
    page.get_by_role("button", name="Ready").click()
    expect(page.locator(".player[data-eye=on]")).to_be_visible()
    page.get_by_role("button", name="Camera").click()
    expect(page.locator(".player[data-eye]")).to_have_count(0)
    assert page.evaluate("document.querySelector('[data-video]').srcObject") is None
    page.goto(COUNTED)
    page.get_by_role("button", name="Ready").click()
    expect(page.get_by_role("button", name="Camera")).to_have_attribute("aria-pressed", "false")


def test_a_camera_that_cannot_be_had_leaves_the_session_to_the_clock(page):
    page.add_init_script(REFUSED)
    look_through(page)
    begin(page)
    camera = page.get_by_role("button", name="Camera")
    camera.click()
    expect(page.locator("[data-said]")).to_contain_text("The camera is not allowed")
    expect(camera).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".player[data-eye]")).to_have_count(0)
    expect(page.locator("[data-number]")).not_to_be_empty()


def test_without_a_camera_in_the_browser_there_is_no_button(page):
    page.add_init_script("Object.defineProperty(navigator, 'mediaDevices', { value: undefined });")
    begin(page)
    expect(page.get_by_role("heading", name="Lunge")).to_be_visible()
    expect(page.locator("[data-act=camera]")).to_be_hidden()
