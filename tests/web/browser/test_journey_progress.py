"""Journey 6: what has changed, drawn from tables that anyone can read; from each score to its
check; and an answer after a session set right."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.cast import Diary
from tests.twelve_weeks import twelve_weeks
from tests.web.browser.diaries import put_in
from tests.web.browser.waiting import until

pytestmark = pytest.mark.browser

PAGES = ("", "pain/", "sessions/", "muscles/", "profile/", "checks/", "checks/slr_active/")
LOOKS = [{}, {"width": 1440, "height": 900, "scheme": "dark"}]


@pytest.fixture
def farid(page, tmp_path):
    """Twelve weeks that ended last Sunday."""
    put_in(page, tmp_path, weeks_ago(12))
    page.goto("/progress/")
    return page


def weeks_ago(weeks: int) -> Diary:
    today = datetime.now(UTC).date()
    return twelve_weeks(today - timedelta(days=today.weekday(), weeks=weeks))


def drawn(chart) -> bool:
    """Whether anything was painted on the chart's canvas."""
    return chart.evaluate(
        """(figure) => {
          const canvas = figure.querySelector("canvas");
          if (!canvas?.width) return false;
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return data.some((value, n) => n % 4 === 3 && value > 0);
        }"""
    )


def test_farid_looks_at_twelve_weeks(farid):
    pain = farid.locator("#chart-pain")
    expect(pain).to_contain_text("That is a change that matters")
    expect(pain.locator("canvas")).to_be_visible()
    until(farid, lambda: drawn(pain))
    pain.get_by_text("The same as a table").click()
    expect(pain.get_by_role("table", name="Pain, from 0 to 10").get_by_role("row")).to_have_count(
        13
    )

    farid.get_by_role("link", name="What each score is made of").click()
    farid.wait_for_url("**/progress/profile/")
    mobility = farid.get_by_role("region", name="Mobility")
    expect(mobility).to_contain_text("4 of 5 checks are within their mark")
    expect(mobility.get_by_role("link", name="Hanging thigh: knee bend")).to_be_visible()
    mobility.get_by_role("link", name="Straight-leg raise, lying").click()
    farid.wait_for_url("**/progress/checks/slr_active/")
    over_time = farid.locator("#chart-check")
    expect(over_time).to_contain_text("71 degrees now, 61 degrees at first: really better")
    until(farid, lambda: drawn(over_time))


def test_a_pointer_on_a_chart_reads_the_table_out(farid):
    minutes = farid.locator("#chart-minutes")
    plot = minutes.locator(".u-over")
    expect(plot).to_be_visible()
    plot.hover()
    expect(minutes.locator("[data-here]")).to_contain_text("Minutes:")
    expect(minutes.locator("[data-here]")).to_contain_text("Week from:")


def test_what_hips_felt_is_corrected_from_the_list_of_sessions(farid):
    farid.goto("/progress/sessions/")
    newest = farid.get_by_role("table", name="Your last sessions").get_by_role("row").nth(1)
    newest.get_by_role("link").click()
    farid.get_by_label("Stiffer").check()
    farid.get_by_role("button", name="Save").click()
    farid.wait_for_url("**/today/")
    farid.goto("/progress/sessions/")
    row = farid.get_by_role("table", name="Your last sessions").get_by_role("row").nth(1)
    expect(row).to_contain_text("stiffer")


@pytest.mark.parametrize("page", LOOKS, indirect=True)
def test_nothing_sticks_out_and_every_chart_is_drawn(farid):
    for address in PAGES:
        farid.goto(f"/progress/{address}")
        for chart in farid.locator("figure.chart:has(.chart__plot)").all():
            expect(chart.locator("canvas")).to_be_visible()
        assert farid.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


@pytest.mark.parametrize("page", LOOKS, indirect=True)
def test_with_no_data_progress_is_an_invitation(page):
    page.goto("/progress/")
    expect(page.get_by_role("heading", name="Nothing to show yet")).to_be_visible()
    page.get_by_role("link", name="Go to Today").click()
    page.wait_for_url("**/welcome/")


def test_without_a_script_the_tables_are_there(chromium, server, tmp_path):
    context = chromium.new_context(base_url=server.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(server.link)
    put_in(page, tmp_path, weeks_ago(12))
    page.goto("/progress/")
    pain = page.locator("#chart-pain")
    expect(pain.locator(".chart__drawn")).to_be_hidden()
    pain.get_by_text("The same as a table").click()
    expect(pain.get_by_role("table", name="Pain, from 0 to 10")).to_be_visible()
    context.close()
