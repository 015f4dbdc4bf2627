"""A session in a real browser: played, paused, offline, by keyboard, hurting, after a crash."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from coxa.exercises.library import exercises
from tests.web.browser.kept_here import WAITING

pytestmark = pytest.mark.browser
ABOUT = {
    "kind": "about_answered",
    "age": 44,
    "minutes_per_session": 12,
    "days_per_week": 7,
    "equipment": ["wall", "chair", "band_loop"],
}
POST = """async (entries) => {
  const {address, csrf} = document.querySelector("[data-behaviour=diary-sender]").dataset;
  const headers = {"Content-Type": "application/json", "X-CSRFToken": csrf};
  return (await fetch(address, {method: "POST", headers, body: JSON.stringify(entries)})).status;
}"""


def say(page, *bodies) -> None:
    now = datetime.now(UTC)
    common = {"at": now.isoformat(), "day": str(now.date()), "zone": "UTC"}
    page.goto("/household/")
    status = page.evaluate(POST, [common | {"id": str(uuid4()), "body": one} for one in bodies])
    assert status == 200


def begin(page, address="/session/start-now/") -> None:
    """On the session page, Ready pressed, with a clock that only the test moves."""
    say(page, {"kind": "safety_answered", "whole": False, "age": 40})
    page.clock.install()
    page.goto(address)
    page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
    page.get_by_role("button", name="Ready").click()


def begin_todays(page) -> dict:
    """In today's session of the plan, Ready pressed. Returns its script."""
    say(page, {"kind": "safety_answered"}, ABOUT)
    page.clock.install()
    page.goto("/today/")
    page.get_by_role("link", name="Start").click()
    page.get_by_role("button", name="Ready").click()
    return json.loads(page.locator("#session-script").text_content())


def play(page, most_s=1200) -> int:
    """Plays to the end, with Ready pressed where it is waited for. Returns how often it was."""
    waited = 0
    for _ in range(most_s // 5):
        if page.locator("[data-part=finish]").is_visible():
            return waited
        if page.locator("[data-effort]").is_visible():
            page.get_by_role("button", name="2 or 3").click()
        elif (
            page.locator("[data-go]").is_visible() and not page.locator("[data-ring]").is_visible()
        ):
            page.locator("[data-go]").click()
            waited += 1
        page.clock.run_for(5000)
    raise AssertionError("the session did not come to its end")


def stored(data_dir: Path, kind: str = "") -> list[dict]:
    with closing(sqlite3.connect(data_dir / "coxa.sqlite3")) as database:
        rows = database.execute("select id, kind, body from diary_entryrow order by at, id")
        found = [{"id": i.replace("-", ""), "kind": k, **json.loads(b)} for i, k, b in rows]
    return [one for one in found if kind in ("", one["kind"])]


def all_sent(page) -> None:
    for _ in range(200):
        if not page.evaluate(WAITING):
            return
        page.clock.run_for(3000)
        page.wait_for_timeout(50)
    raise AssertionError(f"{page.evaluate(WAITING)} entries were never sent")


@pytest.mark.parametrize(
    "page",
    [{"width": 360, "height": 740}, {"width": 1440, "height": 900, "scheme": "dark"}],
    indirect=True,
)
def test_a_whole_session_leads_itself_and_is_written_down(page, server):
    begin(page)
    expect(page.get_by_role("heading", name="Leg swings")).to_be_visible()
    assert play(page) == 2  # a chair, then the floor: Ready is waited for at each change
    page.locator("[data-part=finish] label.choice", has_text="3").click()
    page.clock.run_for(1000)  # the later answer counts: they are not given at the same moment
    page.locator("[data-part=finish] label.choice", has_text="Looser").click()
    all_sent(page)
    sets = stored(server.data_dir, "set_done")
    assert len(sets) == 4 + 1 + 2
    assert {one["side"] for one in sets if one["exercise_id"] == "leg_swings"} == {"left", "right"}
    (started,) = stored(server.data_dir, "session_started")
    assert started["origin"] == "start_now"
    assert len(started["planned"]) == 3
    last = stored(server.data_dir, "corrected")[-1]["body"]
    assert (last["pain_now"], last["feels"]) == (3, "looser")
    assert 200 < last["seconds"] < 320
    page.get_by_role("link", name="Back to Today").click()
    page.wait_for_url("**/today/")


def test_the_page_never_scrolls_sideways_and_its_buttons_fit_a_thumb(page):
    begin(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    small = page.evaluate(
        """[...document.querySelectorAll("button, a")].filter(e => e.offsetParent)
        .filter(e => e.getBoundingClientRect().height < 47.5).map(e => e.textContent)"""
    )
    assert small == []


def test_it_is_led_by_keyboard_and_read_aloud(page):
    begin(page)
    live = page.locator("[aria-live=polite]")
    expect(live).to_contain_text("Leg swings, standing")
    page.keyboard.press("ArrowRight")
    expect(live).to_contain_text("Left side. Set 1 of 2")
    page.clock.run_for(6000)
    page.keyboard.press("Space")
    count = page.locator("[data-number]").text_content()
    page.clock.run_for(6000)
    assert page.locator("[data-number]").text_content() == count
    page.keyboard.press("Space")
    page.clock.run_for(6000)
    assert page.locator("[data-number]").text_content() != count
    page.keyboard.press("ArrowLeft")
    page.clock.run_for(100)
    assert page.locator("[data-number]").text_content() == "1"


def test_the_network_goes_away_in_the_middle_and_nothing_is_lost(page, server):
    begin(page)
    page.locator("[data-go]").click()
    page.clock.run_for(30_000)
    all_sent(page)
    before = len(stored(server.data_dir, "set_done"))
    page.context.set_offline(True)
    play(page)
    assert page.evaluate(WAITING) > 3
    assert len(stored(server.data_dir, "set_done")) == before
    page.context.set_offline(False)
    all_sent(page)
    assert len(stored(server.data_dir, "set_done")) == 7
    assert len(stored(server.data_dir, "session_done")) == 1


def test_a_reload_goes_on_in_the_same_set(page, server):
    begin(page)
    page.locator("[data-go]").click()
    page.clock.run_for(35_000)
    place = "Right side · Set 1 of 2"
    expect(page.locator("[data-set]")).to_have_text(place)
    page.reload()
    page.get_by_role("button", name="Go on where you were").click()
    expect(page.locator("[data-set]")).to_have_text(place)
    page.keyboard.press("Space")
    play(page)
    all_sent(page)
    assert len(stored(server.data_dir, "session_started")) == 1
    assert len(stored(server.data_dir, "set_done")) == 7


@pytest.mark.parametrize(
    ("answer", "heading"),
    [
        ("It is sharp", "Stop here for today"),
        ("Something is numb", "Stop, and check two things"),
        ("I cannot put weight", "Stop. Keep weight off this leg"),
        ("My calf or my chest", "Stop. Sit or lie down now"),
    ],
)
def test_it_hurts_and_the_session_ends_with_what_to_do_even_offline(page, server, answer, heading):
    begin(page)
    page.locator("[data-go]").click()
    page.clock.run_for(5000)
    page.context.set_offline(True)
    page.get_by_role("button", name="It hurts").click()
    page.get_by_role("button", name=answer).click()
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    assert page.get_by_text("emergency number").first.is_visible() or "doctor" in page.content()
    page.context.set_offline(False)
    all_sent(page)
    (hurt,) = stored(server.data_dir, "hurt_reported")
    assert hurt["exercise_id"] == "leg_swings"
    assert len(stored(server.data_dir, "session_done")) == 1


def test_what_does_not_suit_is_swapped_in_place_and_back(page, server):
    script = begin_todays(page)
    item = next(n for n, swap in enumerate(script["swaps"]) if swap)
    planned, swap = script["items"][item]["exercise_id"], script["swaps"][item]
    name = page.locator("[data-name]")
    for _ in range(next(n for n, step in enumerate(script["steps"]) if step["item"] == item)):
        page.keyboard.press("ArrowRight")
    expect(name).to_have_text(exercises()[planned].name)
    page.get_by_role("button", name="Swap").click()
    expect(name).to_have_text(exercises()[swap].name)
    page.get_by_role("button", name="Swap").click()
    expect(name).to_have_text(exercises()[planned].name)
    page.clock.run_for(500)
    all_sent(page)
    changes = stored(server.data_dir, "exercise_changed")
    assert [(c["change"], c["exercise_id"], c["to_exercise"]) for c in changes] == [
        ("swapped", planned, swap),
        ("swapped", swap, planned),
    ]


def test_sore_but_none_of_these_offers_the_easier_form_first(page, server):
    script = begin_todays(page)
    number = next(n for n, step in enumerate(script["steps"]) if step["easier"])
    easier = script["steps"][number]["easier"][0]
    for _ in range(number):
        page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="It hurts").click()
    page.get_by_role("button", name="None of these").click()
    page.get_by_role("button", name="Try the easier form").click()
    page.clock.run_for(500)
    all_sent(page)
    (hurt,) = stored(server.data_dir, "hurt_reported")
    (change,) = stored(server.data_dir, "exercise_changed")
    assert hurt["what"] == "none_of_these"
    assert (change["change"], change["to_exercise"]) == ("easier", easier)
    play(page)


def test_effort_is_one_tap_after_the_last_set_and_can_be_skipped(page, server):
    say(page, {"kind": "safety_answered"}, ABOUT)
    page.clock.install()
    page.goto("/session/programme/p002/filled/strength/")
    page.get_by_role("button", name="Ready").click()
    for answer in ("2 or 3", "Skip this question"):
        while not page.locator("[data-effort]").is_visible():
            page.keyboard.press("ArrowRight")
        page.get_by_role("button", name=answer).click()
    page.clock.run_for(500)
    all_sent(page)
    (effort,) = stored(server.data_dir, "effort_given")
    assert effort["left"] == "2-3"


def test_above_five_the_exercise_is_left_out(page):
    begin(page)
    page.get_by_role("button", name="It hurts").click()
    page.get_by_role("button", name="None of these").click()
    page.locator("[data-part=sore] label.choice", has_text="8").click()
    expect(page.get_by_role("button", name="Go on, smaller")).to_be_hidden()
    page.get_by_role("button", name="Leave this exercise out today").click()
    expect(page.get_by_role("heading", name="Seated hip rotations")).to_be_visible()
