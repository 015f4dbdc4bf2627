"""The figure in a real browser that draws in software: it moves, it turns, it rests when it may."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat
from playwright.sync_api import expect

from coxa.checks.library import checks
from coxa.web.figures.known import variants_of
from tests.web.browser.test_session_player import say
from tests.web.browser.waiting import until

pytestmark = pytest.mark.browser

EXERCISE = "/library/leg_swings/"
STAGE = ".viewer__stage"
CANVAS = ".figure-slot__canvas"
# How often anything was drawn: three.js clears the canvas once a frame.
COUNT_FRAMES = """
  window.frames_drawn = 0;
  const clear = WebGL2RenderingContext.prototype.clear;
  WebGL2RenderingContext.prototype.clear = function (...what) {
    window.frames_drawn += 1;
    return clear.apply(this, what);
  };
"""
NO_CANVAS = "HTMLCanvasElement.prototype.getContext = () => null;"
SHIFTS = """
  window.shifted = 0;
  const add = (list) => list.getEntries().forEach((one) => { window.shifted += one.value; });
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(autouse=True)
def _frames_are_counted(page) -> None:
    page.add_init_script(COUNT_FRAMES)


@pytest.fixture(scope="module")
def chromium(chromium_that_draws):
    return chromium_that_draws


def somebody_is_here(page) -> None:
    """A figure on a page waits for a sign of it."""
    page.mouse.move(2, 2)
    page.mouse.move(4, 4)


def until_it_moves(page, slot: str = STAGE) -> None:
    somebody_is_here(page)
    page.locator(f"{slot}[data-moving]").first.wait_for()
    page.wait_for_timeout(500)  # until nothing of the still shines through


def picture(page, slot: str = STAGE) -> Image.Image:
    return Image.open(BytesIO(page.locator(slot).first.screenshot())).convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of the pixels, from 0 to 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


def until_it_looks_other(page, than: Image.Image, by: float, slot: str = STAGE) -> None:
    until(page, lambda: differ(than, picture(page, slot)) > by)


NEXT_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def drawn_in(page, ms: int) -> int:
    """How often anything was drawn in so long, once what was asked for before is drawn."""
    page.evaluate(NEXT_FRAMES)
    before = page.evaluate("window.frames_drawn")
    page.wait_for_timeout(ms)
    return page.evaluate("window.frames_drawn") - before


def pause(page) -> None:
    page.get_by_role("button", name="Pause").first.click()
    until_it_rests(page)


WHOLE = """one => Object.assign(one.style, {
  position: "fixed", left: "16px", top: "40px", width: "320px", height: "240px",
})"""


def put_on_whole_pixels(page) -> None:
    """The stage as broad as its column begins and ends within a pixel. Chromium then blends it into
    the page's pixels, and from one screenshot to the next some of them differ by one level of 255,
    though nothing was drawn. On whole pixels there is nothing to blend."""
    page.locator(STAGE).first.evaluate(WHOLE)
    until_it_rests(page)


def until_it_rests(page) -> None:
    """A browser that draws in software shows a moment later what it was told to."""
    for _ in range(20):
        if drawn_in(page, 250) == 0:
            page.wait_for_timeout(500)
            return
    raise AssertionError("it is drawn again and again")


def test_it_moves_while_it_plays_and_not_while_it_is_paused(page):
    page.goto(EXERCISE)
    until_it_moves(page)
    until_it_looks_other(page, picture(page), by=0.2)
    pause(page)
    put_on_whole_pixels(page)
    first = picture(page)
    page.wait_for_timeout(400)
    assert differ(first, picture(page)) == 0
    assert drawn_in(page, 500) == 0


def test_nothing_is_drawn_where_nobody_looks(page):
    page.goto(EXERCISE)
    until_it_moves(page)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    until_it_rests(page)
    assert drawn_in(page, 500) == 0
    page.evaluate("window.scrollTo(0, 0)")
    until(page, lambda: drawn_in(page, 500) > 0)
    page.evaluate(
        """Object.defineProperty(document, "hidden", { get: () => true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));"""
    )
    until_it_rests(page)
    assert drawn_in(page, 500) == 0


def test_it_is_led_by_keyboard(page):
    page.goto(EXERCISE)
    until_it_moves(page)
    play = page.get_by_role("button", name="Pause")
    play.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Slow")).to_have_attribute("aria-pressed", "true")
    top = page.get_by_role("button", name="Top")
    top.focus()
    until_it_rests(page)
    before = picture(page)
    page.keyboard.press("Enter")
    until_it_rests(page)
    expect(top).to_have_attribute("aria-pressed", "true")
    from_above = picture(page)
    assert differ(before, from_above) > 1
    page.get_by_role("img", name="The arrow keys turn it").focus()
    page.keyboard.press("ArrowRight")
    until_it_looks_other(page, from_above, by=0.2)
    expect(top).to_have_attribute("aria-pressed", "false")


def test_a_finger_turns_it_and_still_scrolls_the_page(page):
    page.goto(EXERCISE)
    until_it_moves(page)
    pause(page)
    before = picture(page)
    box = page.locator(f"{STAGE} canvas").bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 180, box["y"] + 100, steps=4)
    page.mouse.up()
    until_it_rests(page)
    assert differ(before, picture(page)) > 0.2
    page.mouse.wheel(0, 300)
    until(page, lambda: page.evaluate("window.scrollY") > 0)
    touch = page.evaluate(f"getComputedStyle(document.querySelector('{STAGE} canvas')).touchAction")
    assert touch == "pan-y pinch-zoom"


def test_the_right_side_is_the_left_in_a_mirror(page):
    page.goto(EXERCISE)
    until_it_moves(page)
    pause(page)
    left = picture(page)
    page.get_by_role("button", name="Right").click()
    until_it_rests(page)
    right = picture(page)
    assert differ(left, right) > 0.5
    assert differ(ImageOps.mirror(left), right) < 0.5 * differ(left, right)


@pytest.mark.parametrize("page", [{"width": 1440, "height": 900, "scheme": "dark"}], indirect=True)
def test_nothing_on_the_page_moves_when_the_figure_comes(page):
    page.add_init_script(SHIFTS)
    page.goto(EXERCISE)
    until_it_moves(page)
    assert page.evaluate("window.shifted") < 0.01


def test_who_asked_for_less_motion_sees_where_it_starts_and_how_far_it_goes(page):
    page.emulate_media(reduced_motion="reduce")
    page.goto(EXERCISE)
    page.wait_for_timeout(1500)
    expect(page.locator(CANVAS)).to_have_count(0)
    expect(page.locator(f"{STAGE} .still--start")).to_be_visible()
    expect(page.locator(f"{STAGE} .still--end")).to_be_visible()
    expect(page.get_by_role("button", name="Pause")).to_be_hidden()


def test_who_asks_for_less_motion_later_gets_it_at_once(page):
    page.goto(EXERCISE)
    until_it_moves(page)
    page.emulate_media(reduced_motion="reduce")
    expect(page.locator(CANVAS)).to_have_count(0)
    expect(page.locator(f"{STAGE} .still--end")).to_be_visible()


@pytest.mark.parametrize("page", [{"width": 1440, "height": 900}], indirect=True)
def test_where_nothing_can_be_drawn_the_stills_stay_and_nobody_complains(page):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(NO_CANVAS)
    page.goto(EXERCISE)
    somebody_is_here(page)
    page.locator('.viewer[data-state="stills"]').wait_for()
    expect(page.locator(CANVAS)).to_have_count(0)
    expect(page.locator(f"{STAGE} .still--start")).to_be_visible()
    expect(page.locator(f"{STAGE} .still--end")).to_be_visible()
    assert not [words for words in said if "Service Worker" not in words]  # tests go without it


def test_nothing_of_the_figure_is_loaded_before_somebody_is_here(page):
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(EXERCISE)
    page.wait_for_timeout(1500)
    assert not [url for url in loaded if url.endswith(".glb")]
    until_it_moves(page)
    assert [url for url in loaded if url.endswith(".glb")]


def test_a_figure_that_left_the_page_gives_its_canvas_back(page):
    page.goto(EXERCISE)
    until_it_moves(page)
    page.evaluate(
        """window.left = document.querySelector("canvas").getContext("webgl2");
        document.querySelector(".viewer").remove();
        document.dispatchEvent(new CustomEvent("htmx:afterSwap"));"""
    )
    until(page, lambda: page.evaluate("window.left.isContextLost()"))


@pytest.mark.parametrize("page", [{"width": 1440, "height": 900}], indirect=True)
def test_a_check_shows_how_it_goes_and_how_it_goes_wrong(page):
    with_fault = [key for key in checks() if any(one.is_fault for one in variants_of(key))]
    assert with_fault, "the figures are not built: make assets"
    about = {"kind": "about_answered", "age": 44, "minutes_per_session": 12}
    say(page, {"kind": "safety_answered"}, about)
    page.goto(f"/checks/{with_fault[0]}/")
    somebody_is_here(page)
    expect(page.locator(f"{STAGE}[data-moving]")).to_have_count(2)


class TestInThePlayer:
    SLOT = ".player__figure"

    def begin(self, page) -> None:
        say(page, {"kind": "safety_answered", "whole": False, "age": 40})
        page.goto("/session/start-now/")
        page.wait_for_timeout(1000)
        page.get_by_role("button", name="Ready").click()
        until_it_moves(page, self.SLOT)

    def paused_at_the_start_of_a_set(self, page) -> Image.Image:
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
        until_it_rests(page)
        return picture(page, self.SLOT)

    def test_it_moves_with_the_count_and_stops_with_it(self, page):
        self.begin(page)
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(1500)
        until_it_looks_other(page, picture(page, self.SLOT), by=0.2, slot=self.SLOT)
        page.keyboard.press("Space")
        until_it_rests(page)

    def test_the_other_side_is_the_mirror(self, page):
        self.begin(page)
        left = self.paused_at_the_start_of_a_set(page)
        expect(page.locator("[data-set]")).to_contain_text("Left side")
        page.keyboard.press("ArrowRight")  # the change of side
        right = self.paused_at_the_start_of_a_set(page)
        expect(page.locator("[data-set]")).to_contain_text("Right side")
        assert differ(ImageOps.mirror(left), right) < 0.6 * differ(left, right)

    def test_with_less_motion_stills_say_what_to_do(self, page):
        page.emulate_media(reduced_motion="reduce")
        say(page, {"kind": "safety_answered", "whole": False, "age": 40})
        page.goto("/session/start-now/")
        page.get_by_role("button", name="Ready").click()
        expect(page.locator(f"{self.SLOT} .still--start")).to_be_visible()
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"{self.SLOT} .still--end")).to_be_visible()
        expect(page.locator(CANVAS)).to_have_count(0)
