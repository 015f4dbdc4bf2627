"""The journeys from welcome to done, with a keyboard alone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.cast import Diary, alice
from tests.web.browser.by_keyboard import choose, press, tab_to, tick
from tests.web.browser.diaries import put_in
from tests.web.browser.test_session_player import play

pytestmark = pytest.mark.browser


def go_on(page, to: str) -> None:
    press(page, page.get_by_role("button", name="Go on"))
    page.wait_for_url(f"**{to}")


def answer_safety(page) -> None:
    tick(page, page.get_by_label("None of these is true for me"))
    floor = page.get_by_role("group", name="Can you get down to the floor")
    choose(page, floor.get_by_label("Yes"))


def test_the_first_tab_leads_past_the_places(page):
    page.goto("/library/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_start_moving_now(page):
    page.goto("/welcome/")
    press(page, page.get_by_role("link", name="Start moving now"))
    page.wait_for_url("**/safety/start-now/")
    tick(page, page.get_by_label("None of these is true for me"))
    choose(page, page.get_by_label("16 to 64"))
    floor = page.get_by_role("group", name="Can you get down to the floor")
    choose(page, floor.get_by_label("Yes"))
    press(page, page.get_by_role("button", name="Start moving"))
    page.wait_for_url("**/session/start-now/")
    press(page, page.get_by_role("button", name="Ready"))
    expect(page.get_by_role("main", name="Session")).to_be_visible()


def test_make_my_plan(page):
    page.goto("/safety/")
    answer_safety(page)
    go_on(page, "/about/time/")
    tab_to(page, page.get_by_label("Your age"))
    page.keyboard.press("Control+a")
    page.keyboard.type("52")
    go_on(page, "/about/things/")
    tick(page, page.get_by_label("A sturdy chair"))
    go_on(page, "/about/aim/")
    choose(page, page.get_by_label("Looser hips"))
    go_on(page, "/about/where/")
    tick(page, page.get_by_label("Groin", exact=True))
    sore = page.get_by_role("group", name="Groin: how sore")
    choose(page, sore.get_by_label("3"))
    go_on(page, "/about/sore/")
    choose(page, page.get_by_role("group", name="Pain now").get_by_label("2"))
    choose(page, page.get_by_role("group", name="At its worst").get_by_label("4"))
    go_on(page, "/about/life/")
    press(page, page.get_by_role("link", name="Skip", exact=True))
    page.wait_for_url(lambda url: "/about/life/" not in url)
    press(page, page.get_by_role("link", name="Begin"))
    page.get_by_text("Check 1 of").wait_for()
    while "/checks/" in page.url:
        before = page.url
        press(page, page.get_by_role("link", name="Skip", exact=True))
        page.wait_for_url(lambda url, before=before: url != before)
    expect(page.get_by_role("heading", name="My week")).to_be_visible()
    why = page.locator("summary", has_text="Why").first
    press(page, why)
    expect(page.locator(".why[open] p").first).to_be_visible()


def test_today_the_session_and_done(page, tmp_path: Path):
    diary = Diary(datetime.now(UTC).date() - timedelta(days=1)).knows(
        alice(days_per_week=7), days_per_week=7
    )
    put_in(page, tmp_path, diary)
    page.clock.install()
    page.goto("/today/")
    press(page, page.get_by_role("link", name="Start").first)
    page.wait_for_url("**/session/**")
    page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
    press(page, page.get_by_role("button", name="Ready"))
    player = page.get_by_role("main", name="Session")
    expect(player).to_be_visible()
    page.keyboard.press("ArrowRight")
    press(page, page.get_by_role("button", name="It hurts"))
    expect(page.get_by_role("heading", name="What is it like?")).to_be_focused()
    press(page, page.get_by_role("button", name="It does not hurt. Go on"))
    expect(player).to_be_visible()
    play(page)
    expect(page.get_by_role("heading", name="Well done")).to_be_visible()
    pain = page.get_by_role("group", name="How much does it hurt now?")
    choose(page, pain.get_by_label("1", exact=True))
    choose(page, page.get_by_role("group", name="How do your hips feel?").get_by_label("Looser"))
    press(page, page.get_by_role("link", name="Back to Today"))
    page.wait_for_url("**/today/")
