"""Swap, shorten, restore: the week is made again and says what changed."""

import pytest

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
    assert "Your week has changed" in changed.inner_text()
    assert "instead of" in changed.inner_text()
    week.get_by_role("button", name="As it was planned").click()
    week.wait_for_load_state()
    assert week.get_by_role("button", name="As it was planned").count() == 0


def test_an_exercise_is_swapped(week):
    swap = week.get_by_role("button", name="Swap ").first
    name = swap.get_attribute("aria-label").removeprefix("Swap ").rpartition(" on ")[0]
    swap.click()
    changed = week.get_by_role("status").inner_text()
    assert "No longer on" in changed
    assert name in changed


def test_why_opens_by_keyboard(week):
    why = week.locator(".why summary").first
    why.focus()
    week.keyboard.press("Enter")
    assert week.locator(".why[open] p").first.is_visible()
