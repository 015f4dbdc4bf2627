"""Journey 9: looking something up."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

DESKTOP = {"width": 1440, "height": 900, "scheme": "dark"}


def shown(page) -> int:
    return page.locator(".library__card").count()


def wait_for_fewer(page, before: int, address: str) -> int:
    """The list has become shorter, and the address, which comes last, says why."""
    page.wait_for_function(
        "before => document.querySelectorAll('.library__card').length < before", arg=before
    )
    page.wait_for_url(re.compile(re.escape(address)))
    return shown(page)


@pytest.mark.parametrize("page", [{}, DESKTOP], indirect=True)
def test_alice_finds_a_stretch_for_her_buttock_without_a_page_load(page):
    page.goto("/library/")
    everything = shown(page)
    page.get_by_role("radio", name="Stretch").check()
    stretches = wait_for_fewer(page, everything, "kind=stretch")
    page.get_by_text("Muscle, position, level, equipment").click()
    page.get_by_label("Muscle", exact=True).select_option("glute_max")
    assert wait_for_fewer(page, stretches, "kind=stretch&muscle=glute_max") > 0
    assert page.evaluate("performance.getEntriesByType('navigation').length") == 1


def test_what_she_types_narrows_the_list_and_the_address_can_be_passed_on(page):
    page.goto("/library/")
    assert shown(page) > 2
    page.get_by_label("Search the exercises").press_sequentially("clamshell")
    expect(page.locator(".library__card")).to_have_count(2)
    page.wait_for_url(re.compile("=clamshell"))
    address = page.url
    page.goto("/library/")
    page.goto(address)
    assert shown(page) == 2
    assert page.get_by_label("Search the exercises").input_value() == "clamshell"


def test_going_back_undoes_a_filter(page):
    page.goto("/library/")
    everything = shown(page)
    page.get_by_role("radio", name="Balance").check()
    wait_for_fewer(page, everything, "kind=balance")
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('.library__card').length > 40")


def test_from_an_exercise_one_climbs_the_ladder_to_a_harder_one(page):
    page.goto("/library/")
    page.get_by_role("link", name="Glute bridge", exact=True).click()
    ladder = page.locator(".ladder")
    expect(ladder.get_by_text("this one")).to_be_visible()
    ladder.get_by_role("link", name="Hip thrust").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hip thrust")


def test_a_habit_is_two_taps_away(page):
    page.goto("/library/")
    page.get_by_role("link", name="Habits").click()
    page.wait_for_url("**/library/habits/")
    page.locator("a.row__name").first.click()
    expect(page.get_by_role("heading", name="Why")).to_be_visible()


def test_the_filters_work_where_scripts_do_not(chromium, server):
    context = chromium.new_context(java_script_enabled=False, base_url=server.address)
    page = context.new_page()
    page.goto(server.link)
    page.goto("/library/")
    everything = shown(page)
    page.get_by_role("radio", name="Balance").check()
    page.get_by_role("button", name="Show what fits").click()
    page.wait_for_url(re.compile("kind=balance"))
    assert 0 < shown(page) < everything
    context.close()


@pytest.mark.parametrize("page", [{}, DESKTOP], indirect=True)
@pytest.mark.parametrize("address", ["/library/", "/library/side_plank/", "/library/habits/"])
def test_nothing_sticks_out_of_the_page(page, address: str):
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_styles_of_the_library_hold_no_colours_of_their_own():
    css = Path("src/coxa/web/library/library.css").read_text()
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb\(", css)
