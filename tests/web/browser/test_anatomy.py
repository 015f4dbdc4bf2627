"""The muscles, explored: a slider is moved, and what the page says changes with it."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

DESKTOP = {"width": 1440, "height": 900, "scheme": "dark"}
ROTATORS = "/anatomy/deep_rotators/"


def piriformis(page) -> str:
    row = page.locator(".parts tbody tr", has_text="Piriformis")
    return row.locator("td", has_text=re.compile("turns")).inner_text()


def until_it_says(page, words: str) -> None:
    expect(page.locator(".parts tbody tr").first).to_contain_text(words)


def move(page, name: str, value: int) -> None:
    """As a finger does it: the slider goes there in steps, then is let go."""
    page.get_by_role("slider", name=name).evaluate(
        """(slider, end) => {
          const start = Number(slider.value);
          for (let n = 1; n <= 8; n += 1) {
            slider.value = start + ((end - start) * n) / 8;
            slider.dispatchEvent(new Event("input", { bubbles: true }));
          }
          slider.dispatchEvent(new Event("change", { bubbles: true }));
        }""",
        value,
    )


@pytest.mark.parametrize("page", [{}, DESKTOP], indirect=True)
def test_moving_a_slider_changes_the_numbers_without_a_page_load(page):
    page.goto(ROTATORS)
    assert "turns out" in piriformis(page)
    before = page.locator(".curve__now").first.get_attribute("cx")
    move(page, "Bend the knee", 90)
    move(page, "Bend the hip", 90)
    until_it_says(page, "turns in")
    expect(page.get_by_label("Bend the hip").first).to_have_value("90")
    expect(page.locator(".pose__words").first).to_have_text("90° bent")
    expect(page.locator(".curve__now").first).not_to_have_attribute("cx", before)
    assert page.evaluate("performance.getEntriesByType('navigation').length") == 1


def test_the_address_can_be_passed_on(page):
    page.goto(ROTATORS)
    move(page, "Bend the hip", 60)
    until_it_says(page, "mm")
    page.wait_for_url(re.compile("hip_flexion=60"))
    address = page.url
    page.goto("/anatomy/")
    page.goto(address)
    expect(page.get_by_role("slider", name="Bend the hip")).to_have_value("60")


def test_arrow_keys_move_a_slider_and_the_rest_is_told_once(page):
    page.goto(ROTATORS)
    page.get_by_role("slider", name="Bend the hip").focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(page.locator("[data-pose-said]")).to_contain_text("Bend the hip: 6° bent")
    slider = page.get_by_role("slider", name="Bend the hip")
    expect(slider).to_have_attribute("aria-valuetext", "6° bent")


def test_a_number_can_be_typed(page):
    page.goto(ROTATORS)
    page.get_by_role("spinbutton", name="Bend the hip").fill("80")
    page.keyboard.press("Enter")
    until_it_says(page, "turns in")
    expect(page.get_by_role("slider", name="Bend the hip")).to_have_value("80")


def test_a_number_beyond_the_end_is_put_right(page):
    page.goto(ROTATORS)
    number = page.get_by_role("spinbutton", name="Bend the hip")
    number.fill("900")
    page.keyboard.press("Tab")
    expect(number).to_have_value("140")
    number.fill("")
    page.keyboard.press("Tab")
    expect(number).to_have_value("140")


@pytest.mark.parametrize("page", [DESKTOP], indirect=True)
def test_what_is_worth_seeing_is_one_tap_away(page):
    page.goto(ROTATORS)
    page.get_by_role("link", name=re.compile("See it.*piriformis")).click()
    until_it_says(page, "turns in")
    assert page.evaluate("performance.getEntriesByType('navigation').length") == 1


def test_a_position_out_of_reach_is_told_and_goes_away_again(page):
    page.goto("/anatomy/hamstrings/")
    move(page, "Bend the hip", 130)
    notice = page.locator(".reading .notice")
    expect(notice).to_contain_text("95° bent")
    move(page, "Bend the knee", 120)
    expect(notice).to_have_count(0)


def test_it_works_where_scripts_do_not(chromium, server):
    context = chromium.new_context(java_script_enabled=False, base_url=server.address)
    page = context.new_page()
    page.goto(server.link)
    page.goto(ROTATORS)
    assert page.get_by_role("slider").count() == 0
    page.get_by_role("spinbutton", name="Bend the hip").fill("90")
    page.get_by_label("Draw the curves along").select_option("hip_rotation")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile("hip_flexion=90"))
    assert "turns in" in piriformis(page)
    assert "turned out" in page.locator(".curves__end").first.text_content()
    context.close()


@pytest.mark.parametrize("page", [{}, DESKTOP], indirect=True)
@pytest.mark.parametrize("address", ["/anatomy/", "/anatomy/adductors/", "/anatomy/glute_med/"])
def test_nothing_sticks_out_of_the_page(page, address: str):
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
