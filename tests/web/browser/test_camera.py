"""The camera coach in a real browser, with a film for a camera: from the picture to the count."""

import shutil
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.web.browser.fake_camera import SQUATS, SQUATS_S, film

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DRAWS = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
QUIET = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--no-first-run"]
LUNGE = "/camera/lunge/"  # of all exercises the one whose knees bend as in a squat
FIRST_MS = 60_000  # a cold start while other tests use all cores
NOTE = """
  window.seen = [];
  document.addEventListener("coach:seen", ({ detail }) => window.seen.push(detail), true);
"""
VOICE = """
  window.spoken = [];
  window.speechSynthesis.speak = (one) => window.spoken.push(one.text);
"""
REFUSED = """
  navigator.mediaDevices.getUserMedia = async () => { throw new DOMException("", "%s"); };
"""


@pytest.fixture(scope="module")
def chromium(chromium, tmp_path_factory) -> Iterator[object]:
    """A browser of its own, whose camera shows two squats over and over."""
    squats = film(SQUATS, tmp_path_factory.mktemp("camera") / "squats.mjpeg")
    browser = chromium.browser_type.launch(
        executable_path=shutil.which("chromium"),
        args=[
            *QUIET,
            *DRAWS,
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-video-capture={squats}",
        ],
    )
    yield browser
    browser.close()


@pytest.fixture(autouse=True)
def sent(page) -> list[tuple[str, str, int]]:
    """Method, address and size of what is sent from here on."""
    page.context.grant_permissions(["camera"])
    page.add_init_script(NOTE)
    requests: list[tuple[str, str, int]] = []
    page.context.on(
        "request", lambda r: requests.append((r.method, r.url, len(r.post_data_buffer or b"")))
    )
    return requests


def start(page, address: str = LUNGE) -> None:
    page.goto(address)
    page.get_by_role("button", name="Start the camera").click()
    page.locator(".coach[data-part=watching]").wait_for(timeout=FIRST_MS)


def until(page, condition: str, seconds: float) -> None:
    """Waits without `wait_for_function`, which the content policy forbids."""
    for _ in range(int(seconds * 5)):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(200)
    raise AssertionError(f"{condition} did not come true in {seconds} s")


def counted_at(page) -> list[float]:
    """The times at which the count went up, in seconds."""
    seen = page.evaluate("window.seen.map(({ time, reps }) => [time, reps])")
    return [time for (_, before), (time, now) in pairwise(seen) if now > before]


def test_each_squat_before_the_camera_is_counted_once(page):
    start(page)
    until(page, "window.seen.at(-1).reps >= 4", 3 * SQUATS_S)
    first, *_, same_again = counted_at(page)[:4]  # a round is three: the film ends half-way down
    assert same_again - first == pytest.approx(SQUATS_S, abs=2.0)
    assert int(page.locator("[data-number]").inner_text()) >= 4


def test_nothing_but_questions_for_files_goes_out_while_it_watches(page, sent):
    start(page)
    until(page, "window.seen.length > 20", 30)
    page.get_by_role("button", name="Stop").click()
    assert sent
    assert {method for method, _, _ in sent} == {"GET"}
    assert sum(size for _, _, size in sent) == 0
    assert all(len(address) < 200 for _, address, _ in sent)


def test_nothing_at_all_is_asked_for_once_it_watches(page, sent):
    start(page)
    before = len(sent)
    until(page, "window.seen.length > 20", 30)
    assert sent[before:] == []


def test_a_video_file_is_counted_as_well_and_stays_here(page, sent):
    page.goto(LUNGE)
    page.locator("[data-file]").set_input_files(SQUATS)
    page.locator(".coach[data-part=stopped]").wait_for(timeout=FIRST_MS + 20_000)
    expect(page.locator("[data-number]")).to_have_text("2")
    assert {method for method, _, _ in sent} == {"GET"}


def test_without_an_exercise_the_squats_are_counted_too(page):
    page.goto("/camera/")
    page.locator("[data-file]").set_input_files(SQUATS)
    page.locator(".coach[data-part=stopped]").wait_for(timeout=FIRST_MS + 20_000)
    assert page.evaluate("window.seen.at(-1).reps") >= 1


def test_stop_lets_go_of_the_camera(page):
    start(page)
    page.get_by_role("button", name="Stop").click()
    assert page.evaluate("document.querySelector('video').srcObject") is None
    expect(page.get_by_role("button", name="Start again")).to_be_visible()


def test_the_skeleton_lies_over_the_person(page):
    start(page)
    until(page, "window.seen.length > 5", 30)
    share = page.evaluate(
        """() => {
          const canvas = document.querySelector("[data-canvas]");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((value, at) => at % 4 === 3 && value > 200).length / (data.length / 4);
        }"""
    )
    assert 0.005 < share < 0.3


def test_the_voice_is_off_until_it_is_asked_for(page):
    page.add_init_script(VOICE)
    start(page)
    voice = page.get_by_role("button", name="Voice")
    expect(voice).to_have_attribute("aria-pressed", "false")
    until(page, "window.seen.length > 10", 30)
    assert page.evaluate("window.spoken") == []
    voice.click()
    expect(voice).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("NotAllowedError", "The camera is not allowed"),
        ("NotFoundError", "No camera was found"),
        ("NotReadableError", "The camera is in use"),
    ],
)
def test_a_camera_that_cannot_be_had_is_told_in_words(page, fault: str, words: str):
    page.add_init_script(REFUSED % fault)
    page.goto(LUNGE)
    page.get_by_role("button", name="Start the camera").click()
    expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_role("button", name="Start the camera")).to_be_visible()


def test_a_file_that_is_no_video_is_told_in_words(page, tmp_path):
    (tmp_path / "film.mp4").write_bytes(b"not a film")
    page.goto(LUNGE)
    page.locator("[data-file]").set_input_files(tmp_path / "film.mp4")
    expect(page.get_by_text("This file cannot be played")).to_be_visible()
