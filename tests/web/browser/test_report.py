"""The report and the pages of Learn as they look and print, on a phone and on a desk."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.twelve_weeks import twelve_weeks
from tests.web.browser.diaries import put_in

pytestmark = pytest.mark.browser

PLACES = (
    "/report/", "/learn/", "/learn/pain_rule/", "/learn/see_somebody/",
    "/learn/checks/chair_stand_30s/", "/learn/checks/hip_ir_seated/",
)  # fmt: skip


@pytest.fixture
def told(page, tmp_path: Path):
    """Eleven weeks that ended yesterday or before."""
    today = datetime.now(UTC).date()
    put_in(
        page, tmp_path, twelve_weeks(today - timedelta(days=today.weekday(), weeks=11), weeks=11)
    )
    return page


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_runs_off_to_the_side(told, width: int):
    told.set_viewport_size({"width": width, "height": 740})
    for place in PLACES:
        told.goto(place)
        assert told.evaluate("document.documentElement.scrollWidth") <= width, place


def test_the_button_gives_the_two_pages(told, tmp_path: Path):
    told.goto("/report/")
    with told.expect_download() as waiting:
        told.get_by_role("link", name="Download as PDF").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name.startswith("coxa-report-")
    assert len(PdfReader(file).pages) == 2


def test_a_question_is_written_and_taken_back(told):
    told.goto("/report/")
    told.get_by_label("A question of yours").fill("May I ski this winter?")
    with told.expect_navigation():
        told.get_by_role("button", name="Add to the report").click()
    first = told.locator("#questions ol > li").first
    expect(first).to_have_text("May I ski this winter?")
    told.get_by_text("Take back a question of yours").click()
    with told.expect_navigation():
        told.get_by_role("button", name="Take back").click()
    expect(told.get_by_text("May I ski this winter?")).to_have_count(0)


def test_paper_shows_the_report_and_nothing_to_press(told):
    told.goto("/report/")
    told.emulate_media(media="print")
    expect(told.get_by_role("heading", name="Questions for the clinician")).to_be_visible()
    expect(told.get_by_role("link", name="Download as PDF")).to_be_hidden()
    expect(told.get_by_label("A question of yours")).to_be_hidden()


def test_a_number_in_the_text_leads_to_its_source(page):
    page.goto("/learn/pain_rule/")
    page.locator(".cited a").first.click()
    expect(page).to_have_url("/learn/pain_rule/#source-1")
    expect(page.locator("#source-1")).to_be_in_viewport()
