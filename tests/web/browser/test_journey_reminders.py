"""Two cards on Today; reminders chosen, and read by a calendar; one tap to another person."""

import re
import urllib.request
from datetime import date, timedelta
from urllib.error import HTTPError

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from tests.cast import Diary, alice
from tests.web.browser.diaries import put_in

pytestmark = pytest.mark.browser


def twice_a_day() -> Diary:
    today = date.today()  # noqa: DTZ011 (the day on this machine's wall, as the server has it)
    person = alice(minutes_per_session=5, sessions_per_day=2, days_per_week=7)
    return Diary(today - timedelta(days=today.weekday())).knows(person)


def read(address: str) -> Calendar:
    """As a calendar does: no cookie."""
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 (our own server)
        return Calendar.from_ical(answer.read())


def test_alice_sees_two_cards_and_chooses_what_her_calendar_reminds_her_of(page, tmp_path):
    put_in(page, tmp_path, twice_a_day())
    page.goto("/today/")
    expect(page.get_by_role("link", name=re.compile("^Start"))).to_have_count(2)
    expect(page.get_by_text("A second short session, if you like.")).to_be_visible()

    page.goto("/me/")
    page.get_by_role("link", name="Open: Reminders").click()
    page.get_by_label("My session", exact=True).check()
    page.get_by_label("My session: at what time").fill("07:15")
    page.get_by_label("Breaks from sitting").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("One step is left")).to_be_visible()

    page.get_by_role("button", name="Make my calendar's address").click()
    field = page.get_by_label("The address of your calendar")
    expect(field).to_be_visible()
    first = field.input_value()
    titles = {str(one["SUMMARY"]) for one in read(first).events}
    assert titles == {"Time for yourself, 5 minutes", "Stand up for two minutes"}

    page.get_by_role("button", name="A new address").click()
    expect(field).not_to_have_value(first)
    assert list(read(field.input_value()).events)
    with pytest.raises(HTTPError, match="404"):
        read(first)


def test_a_time_in_the_quiet_hours_is_put_right_where_it_stands(page):
    page.goto("/reminders/")
    page.get_by_label("My session", exact=True).check()
    page.get_by_label("My session: at what time").fill("23:30")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("23:30 lies in your quiet hours")).to_be_visible()
    expect(page.get_by_label("My session: at what time")).to_have_value("23:30")
    page.get_by_label("My session: at what time").fill("21:30")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()


def test_the_address_is_copied_by_one_button(page, server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.address)
    page.goto("/reminders/")
    page.get_by_role("button", name="Make my calendar's address").click()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    address = page.get_by_label("The address of your calendar").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == address


def test_one_tap_in_the_header_changes_whose_pages_these_are(page):
    page.goto("/household/new/")
    page.get_by_label("Name").fill("Bruno")
    page.get_by_role("button", name="Save").click()
    header = page.get_by_role("banner")
    expect(header.get_by_role("link", name="Whose pages: Bruno")).to_be_visible()
    page.goto("/library/")
    header.get_by_role("button", name="Change to Me").click()
    expect(header.get_by_role("link", name="Whose pages: Me")).to_be_visible()
    expect(header.get_by_role("button", name="Change to Bruno")).to_be_visible()


@pytest.mark.parametrize(
    "page", [{}, {"width": 1440, "height": 900, "scheme": "dark"}], indirect=True
)
def test_nothing_sticks_out_with_everything_switched_on(page):
    page.goto("/household/new/")
    page.get_by_label("Name").fill("Somebody with quite a long name to show")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Change to Me")).to_be_visible()
    page.goto("/reminders/")
    page.get_by_role("button", name="Make my calendar's address").click()
    expect(page.get_by_label("The address of your calendar")).to_be_visible()
    for switch in page.locator(".remind__switch input").all():
        switch.check()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
