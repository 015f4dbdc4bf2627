"""Journey 7: a programme as its author wrote it."""

import pytest
from playwright.sync_api import expect

from coxa.web import clock
from tests.cast import Diary, bruno
from tests.web.browser.diaries import put_in

pytestmark = pytest.mark.browser


def test_bruno_follows_a_programme_as_written_starts_it_and_goes_back(page, server, tmp_path):
    put_in(page, tmp_path, Diary(clock.today()).knows(bruno()))
    page.goto("/library/")
    page.get_by_role("link", name="Programmes", exact=True).click()
    page.get_by_role("link", name="The Hip Workout").click()
    page.wait_for_url("**/programmes/p001/**")
    expect(page.get_by_text("minutes", exact=False).first).to_be_visible()
    assert page.locator(".figure-chip--filled").count() > 1
    page.get_by_role("link", name="As written").click()
    page.wait_for_url("**form=as_written**")
    assert page.locator(".figure-chip--filled").count() == 0
    page.get_by_role("button", name="Follow this programme").click()
    expect(page.get_by_text("You follow this programme, as written")).to_be_visible()
    page.get_by_role("link", name="Start", exact=False).first.click()
    page.wait_for_url("**/session/programme/p001/as_written/**")
    page.goto("/programmes/p001/")
    with page.expect_navigation():
        page.get_by_role("button", name="Back to my plan").click()
    page.goto("/programmes/p001/")
    expect(page.get_by_role("button", name="Follow this programme")).to_be_visible()


def test_who_told_nothing_yet_can_read_it_and_is_sent_to_the_safety_page_first(page):
    page.goto("/programmes/p004/")
    expect(page.get_by_text("Not fitted to you yet")).to_be_visible()
    assert page.locator("a[href^='/session/']").count() == 0


@pytest.mark.parametrize(
    "page", [{}, {"width": 1440, "height": 900, "scheme": "dark"}], indirect=True
)
@pytest.mark.parametrize("programme_id", ["p000", "p001", "p002", "p003", "p004"])
def test_no_programme_sticks_out_of_the_page(page, programme_id: str):
    for form in ("filled", "as_written"):
        page.goto(f"/programmes/{programme_id}/?form={form}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
