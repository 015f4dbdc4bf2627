"""The camera coach in a real browser, with a film for a camera: from the picture to the count.

A page takes long to load what looks, so all is done on two pages, once, and told by many tests.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import watch
from tests.serving import serving
from tests.web.browser.fake_camera import (
    FIRST_MS,
    ROUND_S,
    browser_with,
    camera_film,
    quick_film,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LUNGE = "/camera/lunge/"  # of all exercises the one whose knees bend as in a squat
SQUATS = 2  # in the file
MORE = 4  # until what nobody has named is told from fidgeting
COUNTS = 3  # of what the camera shows
PATIENCE = 6  # times as long as it should take: other tests may use all cores
NOTE = """
  window.seen = [];
  document.addEventListener("coach:seen", ({ detail }) => window.seen.push(detail), true);
  window.spoken = [];
  window.speechSynthesis.speak = (one) => window.spoken.push(one.text);
  const devices = navigator.mediaDevices;
  const real = devices?.getUserMedia.bind(devices);
  if (devices) devices.getUserMedia = async (wanted) => {
    if (window.refusal) throw new DOMException("", window.refusal);
    return real(wanted);
  };
"""
COVERED = """(canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, at) => at % 4 === 3 && value > 200).length / (data.length / 4);
}"""
REFUSALS = {
    "NotAllowedError": "The camera is not allowed",
    "NotFoundError": "No camera was found",
    "NotReadableError": "The camera is in use",
}
Sent = list[tuple[str, str, int]]


@dataclass
class Told:
    """What two pages did, one thing after the other. `Sent`: method, address, size."""

    refused: dict[str, str] = field(default_factory=dict)
    no_film: str = ""
    start_is_there: bool = False
    seen: list[dict[str, Any]] = field(default_factory=list)
    number: str = ""
    skeleton: float = 0.0
    voice: tuple[str | None, str | None] = (None, None)
    spoken: list[str] = field(default_factory=list)
    sent_until_it_watched: Sent = field(default_factory=list)
    sent_while_it_watched: Sent = field(default_factory=list)
    camera_after_stop: object = ""
    number_of_file: str = ""
    sent_for_file: Sent = field(default_factory=list)
    reps_without_exercise: list[int] = field(default_factory=list)


@pytest.fixture(scope="module")
def told(chromium, tmp_path_factory) -> Iterator[Told]:
    folder = tmp_path_factory.mktemp("camera")
    browser = browser_with(chromium, camera_film(folder / "camera.mjpeg"))
    with serving(folder / "data") as served:
        context = browser.new_context(
            viewport={"width": 360, "height": 740},
            base_url=served.address,
            permissions=["camera"],
        )
        context.set_default_timeout(FIRST_MS)
        faults = watch(context, served.address)
        context.add_init_script(NOTE)
        page = context.new_page()
        page.goto(served.link)
        yield everything(page, folder)
        browser.close()
    assert not faults, "\n".join(faults)


def everything(page: Page, folder: Path) -> Told:
    told, sent = Told(), list[tuple[str, str, int]]()
    page.context.on(
        "request", lambda r: sent.append((r.method, r.url, len(r.post_data_buffer or b"")))
    )
    page.goto(LUNGE)
    be_refused(page, told)
    give_no_film(page, told, folder)
    start(page)
    told.sent_until_it_watched = list(sent)
    see_squats(page, told)
    told.sent_while_it_watched = sent[len(told.sent_until_it_watched) :]
    stop(page, told)
    sent.clear()
    film = quick_film(folder / "squats.webm", SQUATS)
    give(page, film)
    told.number_of_file = page.locator("[data-number]").inner_text()
    page.goto("/camera/")
    give(page, quick_film(folder / "more.webm", MORE))
    told.reps_without_exercise = page.evaluate("window.seen.map(({ reps }) => reps)")
    told.sent_for_file = list(sent)
    return told


def be_refused(page: Page, told: Told) -> None:
    button, trouble = page.get_by_role("button", name="Start the camera"), trouble_of(page)
    for name in REFUSALS:
        page.evaluate("(name) => { window.refusal = name; }", name)
        button.click()
        expect(trouble).not_to_be_empty()
        told.refused[name] = trouble.inner_text()
    told.start_is_there = button.is_visible()
    page.evaluate("window.refusal = null")


def give_no_film(page: Page, told: Told, folder: Path) -> None:
    (folder / "film.mp4").write_bytes(b"not a film")
    before = trouble_of(page).inner_text()
    page.locator("[data-file]").set_input_files(folder / "film.mp4")
    expect(trouble_of(page)).not_to_have_text(before)
    expect(trouble_of(page)).not_to_be_empty()
    told.no_film = trouble_of(page).inner_text()


def trouble_of(page: Page):
    return page.locator("[data-trouble]")


def start(page: Page) -> None:
    page.get_by_role("button", name="Start the camera").click()
    page.locator(".coach[data-part=watching]").wait_for(timeout=FIRST_MS)


def see_squats(page: Page, told: Told) -> None:
    voice = page.get_by_role("button", name="Voice")
    until(page, f"window.seen.at(-1).reps >= {COUNTS}", (COUNTS + 1) * ROUND_S * PATIENCE)
    told.seen = page.evaluate("window.seen")
    told.number = page.locator("[data-number]").inner_text()
    told.skeleton = page.locator("[data-canvas]").evaluate(COVERED)
    told.spoken = page.evaluate("window.spoken")
    before = voice.get_attribute("aria-pressed")
    voice.click()
    told.voice = before, voice.get_attribute("aria-pressed")


def stop(page: Page, told: Told) -> None:
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.get_by_role("button", name="Start again")).to_be_visible()
    told.camera_after_stop = page.evaluate("document.querySelector('video').srcObject")


def give(page: Page, film: Path) -> None:
    """Has the film looked at from its beginning to its end."""
    page.evaluate("window.seen = []")
    page.locator("[data-file]").set_input_files(film)
    expect(page.locator(".coach[data-part=stopped]")).to_have_count(0)
    page.locator(".coach[data-part=stopped]").wait_for(timeout=PATIENCE * FIRST_MS)


def until(page: Page, condition: str, seconds: float) -> None:
    """Waits without `wait_for_function`, which the content policy forbids."""
    for _ in range(int(seconds * 5)):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(200)
    raise AssertionError(f"{condition} did not come true in {seconds} s")


def test_each_squat_before_the_camera_is_counted_once(told):
    steps = [(one["time"], one["reps"]) for one in told.seen]
    counted_at = [time for (_, before), (time, now) in pairwise(steps) if now > before]
    assert [one["reps"] for one in told.seen][-1] == len(counted_at) == COUNTS
    for before, after in pairwise(counted_at):
        assert after - before == pytest.approx(ROUND_S, abs=2.0)  # what the film takes


def test_the_count_is_what_the_page_shows(told):
    assert int(told.number) >= COUNTS


def test_nothing_but_questions_for_files_goes_out(told):
    sent = told.sent_until_it_watched + told.sent_while_it_watched + told.sent_for_file
    assert {method for method, _, _ in sent} == {"GET"}
    assert sum(size for _, _, size in sent) == 0
    assert all(len(address) < 200 for _, address, _ in sent if not address.startswith("blob:"))


def test_nothing_at_all_is_asked_for_once_it_watches(told):
    assert len(told.seen) > 20
    assert told.sent_while_it_watched == []


def test_a_video_file_is_counted_as_well(told):
    assert told.number_of_file == str(SQUATS)


def test_without_an_exercise_what_repeats_is_counted_too(told):
    assert told.reps_without_exercise[-1] >= 1


def test_stop_lets_go_of_the_camera(told):
    assert told.camera_after_stop is None


def test_the_skeleton_lies_over_the_person(told):
    assert 0.005 < told.skeleton < 0.3


def test_the_voice_is_off_until_it_is_asked_for(told):
    assert told.spoken == []
    assert told.voice == ("false", "true")


@pytest.mark.parametrize(("fault", "words"), REFUSALS.items())
def test_a_camera_that_cannot_be_had_is_told_in_words(told, fault: str, words: str):
    assert words in told.refused[fault]
    assert told.start_is_there


def test_a_file_that_is_no_video_is_told_in_words(told):
    assert "This file cannot be played" in told.no_film
