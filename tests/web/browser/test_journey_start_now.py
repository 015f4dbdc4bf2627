"""Start moving now: welcome, one safety page, and the block plays."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_two_taps_and_one_safety_page_lead_to_moving(page):
    page.goto("/")
    page.get_by_role("link", name="Start moving now").click()
    page.get_by_label("None of these is true for me").check()
    page.get_by_label("16 to 64").check()
    page.get_by_role("group", name="Can you get down to the floor").get_by_label("Yes").check()
    page.get_by_role("button", name="Start moving").click()
    page.wait_for_url("**/session/start-now/")


def test_a_red_flag_ends_in_what_to_do(page):
    page.goto("/safety/start-now/")
    page.get_by_label("Has a leg suddenly turned pale or cold").check()
    page.get_by_label("16 to 64").check()
    page.get_by_role("group", name="Can you get down to the floor").get_by_label("Yes").check()
    page.get_by_role("button", name="Start moving").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stop. Your leg needs help now.")
    expect(page.get_by_text("Do not rub, roll or stretch the leg.")).to_be_visible()


def test_what_follows_a_yes_shows_only_after_the_yes(page):
    page.goto("/safety/start-now/")
    follow_up = page.get_by_label("I am pregnant")
    due = page.get_by_label("When is your baby due?")
    expect(follow_up).to_be_hidden()
    page.get_by_label("Are you pregnant, did you give birth").check()
    expect(follow_up).to_be_visible()
    expect(due).to_be_hidden()
    follow_up.check()
    expect(due).to_be_visible()
