"""A check before the camera in a real browser: from landmarks to the value that is confirmed."""

import json
import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

from tests.cast import Diary, alice
from tests.conftest import watch
from tests.motion.watching.checking.filmed import mirrored, task, tries_of
from tests.web.browser.diaries import put_in
from tests.web.browser.fake_camera import browser_with, quick_film
from tests.web.browser.made_up_person import film_of_nothing, stands_before

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLR = "slr_active"
LIFTED = re.compile(r"^(69|70|71) degrees$")  # the figure's leg, by twenty pictures a second
DONE_MS = 240_000  # some hundred pictures on a machine that does other things as well
CAMERA = 4 / 3  # width / height of what the browser takes for a camera
LOOKS = [{"width": 360, "height": 740}, {"width": 1440, "height": 900, "scheme": "dark"}]
SENT = {"csrfmiddlewaretoken", "camera", "left", "right"}


@pytest.fixture(scope="module")
def chromium(chromium) -> Iterator[object]:
    """A browser that draws, with a camera that shows a test picture."""
    browser = browser_with(chromium)
    yield browser
    browser.close()


@pytest.fixture(autouse=True)
def sent(page, tmp_path) -> list[tuple[str, str, str]]:
    """Method, address and body of what is sent from here on, by Alice."""
    page.context.grant_permissions(["camera"])
    put_in(page, tmp_path, Diary(date.today()).knows(alice()))  # noqa: DTZ011 - the browser's day
    requests: list[tuple[str, str, str]] = []
    page.context.on("request", lambda r: requests.append((r.method, r.url, r.post_data or "")))
    return requests


def part(page, name: str, within_ms: int = DONE_MS) -> None:
    page.locator(f".coach[data-part={name}]").wait_for(timeout=within_ms)


def choose(page, side: str) -> None:
    page.locator(f"[name=which][value={side}]").check(force=True)


def measured(page, tmp_path, times: int = 1) -> None:
    """Leg raises of the left side in a film, and of the right one in the next, until the first
    film has its proposal."""
    left = list(tries_of(SLR, far=(1.0,) * times, rests_s=1.5, held_s=1.0))
    right = [mirrored(one) for one in left]
    lasts_s = stands_before(page, (task(SLR), left), (task(SLR, "right"), right))
    film_of_nothing(tmp_path / "film.mp4", lasts_s)
    page.goto(f"/camera/check/{SLR}/")
    choose(page, "left")
    watch_film(page, tmp_path)


def watch_film(page, tmp_path) -> None:
    page.locator("[data-file]").set_input_files(tmp_path / "film.mp4")
    part(page, "proposal")


def posts(sent) -> list[dict[str, list[str]]]:
    return [parse_qs(body, keep_blank_values=True) for method, _, body in sent if method == "POST"]


def use(page, name: str = "Use this value") -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


@pytest.mark.parametrize("page", LOOKS, indirect=True, ids=["phone", "desktop"])
def test_a_film_becomes_a_proposal_and_only_what_is_confirmed_is_sent(page, sent, tmp_path):
    measured(page, tmp_path, times=3)
    assert {method for method, _, _ in sent} == {"GET"}
    assert all(len(address) < 200 for _, address, _ in sent)
    card = page.locator("[data-side=left]")
    expect(card.locator("[data-value]")).to_have_text(LIFTED)
    expect(card.locator("[data-tries] li")).to_have_count(3)
    expect(card.get_by_text("A camera may be off by about")).to_be_visible()
    expect(page.locator("[data-side=right]")).to_be_hidden()
    use(page)
    [body] = posts(sent)
    assert set(body) <= SENT
    value = body["left"][0]
    assert body["right"] == [""]
    said = json.loads(body["camera"][0])
    assert set(said) == {"left"}
    assert set(said["left"]) == {"tries", "proposed"}
    assert said["left"]["tries"] == pytest.approx([70, 70, 70], abs=2)
    assert str(said["left"]["proposed"]) == value
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Left {value} degrees")
    expect(page.get_by_text("Measured with the camera.")).to_be_visible()


def test_both_sides_are_measured_one_after_the_other_and_saved_together(page, sent, tmp_path):
    measured(page, tmp_path)
    page.get_by_role("button", name="Now the right side").click()
    watch_film(page, tmp_path)
    use(page, "Use these values")
    [body] = posts(sent)
    assert all(LIFTED.match(f"{body[side][0]} degrees") for side in ("left", "right"))
    assert set(json.loads(body["camera"][0])) == {"left", "right"}


def test_what_the_camera_proposes_can_be_changed(page, sent, tmp_path):
    measured(page, tmp_path)
    card = page.locator("[data-side=left]")
    card.get_by_role("button", name="Change it").click()
    card.get_by_label("Left").fill("66")
    use(page)
    [body] = posts(sent)
    assert body["left"] == ["66"]
    assert json.loads(body["camera"][0])["left"]["proposed"] == pytest.approx(70, abs=1)
    expect(page.get_by_text("you changed it")).to_be_visible()


def test_what_is_discarded_is_gone_and_nothing_was_sent(page, sent, tmp_path):
    measured(page, tmp_path)
    page.locator("[data-side=left]").get_by_role("button", name="Discard").click()
    expect(page.get_by_text("Which side?")).to_be_visible()
    assert json.loads(page.locator("[name=camera]").input_value()) == {}
    assert posts(sent) == []


def test_before_a_live_camera_one_is_counted_down_and_may_stop_after_one_try(page, sent):
    stands_before(page, (task(SLR), tries_of(SLR, far=(1.0,), rests_s=7.0)), aspect=CAMERA)
    page.goto(f"/camera/check/{SLR}/")
    choose(page, "left")
    page.get_by_role("button", name="Start the camera").click()
    expect(page.get_by_text("get ready", exact=True)).to_be_visible(timeout=DONE_MS)
    page.get_by_role("button", name="Next try").wait_for(timeout=DONE_MS)
    expect(page.locator("[data-line]")).to_contain_text(re.compile(r"Try 1: (69|70|71) degrees\."))
    page.get_by_role("button", name="Stop").click()
    part(page, "proposal")
    assert page.evaluate("document.querySelector('video').srcObject") is None
    expect(page.locator("[data-side=left]").get_by_text("one try")).to_be_visible()
    assert posts(sent) == []


def test_a_film_that_shows_something_else_gives_nothing(page, sent, tmp_path):
    """With the pose network itself: a squat, neither lying nor from the side."""
    page.goto(f"/camera/check/{SLR}/")
    choose(page, "left")
    page.locator("[data-file]").set_input_files(quick_film(tmp_path / "squat.webm", 1))
    part(page, "watching")
    expect(page.get_by_text("No whole try was seen")).to_be_visible(timeout=DONE_MS)
    expect(page.get_by_role("button", name="Start the camera")).to_be_visible()
    assert {method for method, _, _ in sent} == {"GET"}


def test_without_a_camera_a_film_or_an_answer_by_hand_is_left(page):
    none = 'throw new DOMException("", "NotFoundError");'
    page.add_init_script(f"navigator.mediaDevices.getUserMedia = async () => {{ {none} }};")
    page.goto(f"/camera/check/{SLR}/")
    page.get_by_role("button", name="Start the camera").click()
    expect(page.get_by_text("No camera was found")).to_be_visible()
    expect(page.get_by_text("Use a video file", exact=True)).to_be_visible()
    with page.expect_navigation():
        page.get_by_role("link", name="Answer by hand").click()
    expect(page.get_by_role("button", name="Save")).to_be_visible()


def test_without_scripts_the_page_leads_to_the_answer_by_hand(chromium, server, page):
    context = chromium.new_context(java_script_enabled=False, base_url=server.address)
    context.add_cookies(page.context.cookies())
    faults = watch(context, server.address)
    plain = context.new_page()
    plain.goto(f"/camera/check/{SLR}/")
    expect(plain.get_by_text("This page needs JavaScript")).to_be_visible()
    assert not plain.get_by_role("button", name="Start the camera").is_visible()
    with plain.expect_navigation():
        plain.get_by_role("link", name="Answer by hand").first.click()
    expect(plain.get_by_role("button", name="Save")).to_be_visible()
    context.close()
    assert not faults
