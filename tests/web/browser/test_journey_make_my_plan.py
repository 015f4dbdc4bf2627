"""Make my plan: safety, about me, checks, my week."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def go_on(page, to: str) -> None:
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(f"**{to}")


def answer_safety(page) -> None:
    page.get_by_label("None of these is true for me").check()
    page.get_by_role("group", name="Can you get down to the floor").get_by_label("Yes").check()
    go_on(page, "/about/time/")


def test_from_the_welcome_to_a_week_with_reasons(page):
    page.goto("/welcome/")
    page.get_by_role("link", name="Make my plan").click()
    answer_safety(page)
    page.get_by_label("Your age").fill("52")
    go_on(page, "/about/things/")
    page.get_by_label("A sturdy chair").check()
    page.get_by_label("A free wall").check()
    go_on(page, "/about/aim/")
    page.get_by_label("Looser hips").check()
    go_on(page, "/about/where/")
    page.locator(".body__view--front [data-site=groin]").first.click()
    expect(page.get_by_label("Groin", exact=True)).to_be_checked()
    page.get_by_role("group", name="Groin: how sore").get_by_label("3").check()
    go_on(page, "/about/sore/")
    page.get_by_role("group", name="Pain now").get_by_label("2").check()
    page.get_by_role("group", name="At its worst").get_by_label("4").check()
    go_on(page, "/about/life/")
    page.get_by_role("link", name="Skip", exact=True).click()
    page.get_by_role("link", name="Begin").click()
    page.get_by_text("Check 1 of").wait_for()
    while "/checks/" in page.url:
        before = page.url
        page.get_by_role("link", name="Skip", exact=True).click()
        page.wait_for_url(lambda url, before=before: url != before)
    expect(page.get_by_role("heading", name="My week")).to_be_visible()
    why = page.locator("summary", has_text="Why").first
    why.click()
    assert len(page.locator(".why[open] p").first.inner_text()) > 10


def test_back_leads_to_the_page_before_with_what_was_said(page):
    page.goto("/safety/")
    answer_safety(page)
    page.get_by_label("Your age").fill("52")
    go_on(page, "/about/things/")
    page.get_by_role("link", name="Back").click()
    page.wait_for_url("**/about/time/")
    expect(page.get_by_label("Your age")).to_have_value("52")


def test_the_place_that_hurts_can_be_taken_back(page):
    page.goto("/safety/")
    answer_safety(page)
    page.get_by_label("Your age").fill("52")
    go_on(page, "/about/things/")
    page.goto("/about/where/")
    spot = page.locator(".body__view--front [data-site=thigh]").first
    scale = page.get_by_role("group", name="Thigh: how sore")
    spot.click()
    expect(scale).to_be_visible()
    spot.click()
    expect(scale).to_be_hidden()


@pytest.mark.parametrize(
    "page",
    [
        {"width": width, "height": height, "scheme": scheme}
        for width, height in ((360, 740), (1440, 900))
        for scheme in ("light", "dark")
    ],
    indirect=True,
)
def test_every_page_of_the_journey_fits_its_window(page):
    page.goto("/safety/")
    answer_safety(page)
    page.get_by_label("Your age").fill("52")
    go_on(page, "/about/things/")
    steps = [f"/about/{name}/" for name in ("time", "things", "aim", "where", "sore", "life")]
    others = ["/welcome/", "/safety/", "/safety/start-now/", "/checks/first/", "/checks/", "/me/"]
    check = "/checks/single_leg_stance/"
    for path in (*steps, *others, check, "/week/", "/week/next/"):
        page.goto(path)
        too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(too_wide) == 0, path
