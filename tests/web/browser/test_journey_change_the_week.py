"""Swap, shorten, restore: the week is made again and says what changed."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MINE = {"age": "52", "minutes_per_session": "20", "days_per_week": "7"}


@pytest.fixture
def week(page):
    """The week of someone who moves every day, so that today has a session whatever day it is."""
    page.goto("/safety/")
    page.get_by_label("None of these is true for me").check()
    page.get_by_role("group", name="Can you get down to the floor").get_by_label("Yes").check()
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**/about/time/")
    for name, value in MINE.items():
        page.locator(f"[name={name}]").fill(value)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**/about/things/")
    for thing in ("A sturdy chair", "A free wall", "A towel"):
        page.get_by_label(thing).check()
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**/about/aim/")
    page.goto("/week/")
    return page


def test_only_six_minutes_today_and_back_again(week):
    week.get_by_role("button", name="Only 6 minutes").first.click()
    changed = week.get_by_role("status")
    expect(changed).to_contain_text("Your week has changed")
    expect(changed).to_contain_text("instead of")
    as_planned = week.get_by_role("button", name="As it was planned")
    with week.expect_navigation():
        as_planned.click()
    expect(as_planned).to_have_count(0)


def test_an_exercise_is_swapped(week):
    swap = week.get_by_role("button", name="Swap ").first
    name = swap.get_attribute("aria-label").removeprefix("Swap ").rpartition(" on ")[0]
    swap.click()
    changed = week.get_by_role("status")
    expect(changed).to_contain_text("No longer on")
    expect(changed).to_contain_text(name)


def test_why_opens_by_keyboard(week):
    why = week.locator(".why summary").first
    why.focus()
    week.keyboard.press("Enter")
    expect(week.locator(".why[open] p").first).to_be_visible()
