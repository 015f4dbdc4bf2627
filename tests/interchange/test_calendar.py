"""The calendar document: read back by the library, and its zones held against the zones."""

import io
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from coxa.interchange.calendar import CalendarEvent, calendar_document, event_id

CHANGED = datetime(2026, 3, 2, 9, tzinfo=UTC)
ALICE, BRUNO = UUID(int=1), UUID(int=2)
ZONES = ("Europe/Rome", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "UTC")


def event(zone: str = "Europe/Rome", **changes) -> CalendarEvent:
    usual = {
        "uid": event_id(ALICE, "session.2026-03-03.1"),
        "begins": datetime(2026, 3, 3, 7, 30, tzinfo=ZoneInfo(zone)),
        "seconds": 290,
        "title": "Time for yourself, 5 minutes",
    }
    return CalendarEvent(**usual | changes)


def read(*events: CalendarEvent) -> Calendar:
    return Calendar.from_ical(calendar_document("Reminders", events, CHANGED))


def test_an_event_comes_back_as_it_went_in():
    begins = datetime(2026, 3, 3, 7, 30, tzinfo=ZoneInfo("Europe/Rome"))
    (one,) = read(
        event(text="Two lines,\nwith; signs", rings=begins - timedelta(minutes=10))
    ).events
    assert one.start == begins
    assert one.duration == timedelta(minutes=5)
    assert one["SUMMARY"] == "Time for yourself, 5 minutes"
    assert one["DESCRIPTION"] == "Two lines,\nwith; signs"
    (alarm,) = one.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(minutes=-10)
    assert one["DTSTAMP"].dt == CHANGED


def test_without_a_sound_there_is_no_alarm():
    (one,) = read(event()).events
    assert not one.walk("VALARM")


def test_the_same_events_give_the_same_bytes_in_whatever_order():
    a, b = event(), event(uid=event_id(ALICE, "morning.2026-03-04"), title="A short question")
    assert calendar_document("R", [a, b], CHANGED) == calendar_document("R", [b, a], CHANGED)


def test_an_id_is_of_one_thing_of_one_person():
    keys = ["session.2026-03-03.1", "session.2026-03-03.2", "sitting.10:00"]
    assert len({event_id(whose, key) for whose in (ALICE, BRUNO) for key in keys}) == 6
    assert event_id(ALICE, keys[0]) == event_id(ALICE, keys[0])


def test_what_comes_back_keeps_its_time_of_the_clock_through_a_change():
    (one,) = read(event(days=(1, 2, 3, 4, 5))).events
    assert one["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert one["DTSTART"].params["TZID"] == "Europe/Rome"


@pytest.mark.parametrize("zone", ZONES[:4])
def test_a_program_that_knows_no_zones_is_told_when_the_clocks_change(zone: str):
    text = calendar_document("R", [event(zone, days=(1,))], CHANGED).decode()
    told, real = tzical(io.StringIO(text)).get(zone), ZoneInfo(zone)
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    while moment < datetime(2028, 12, 1, tzinfo=UTC):
        assert moment.astimezone(told).utcoffset() == moment.astimezone(real).utcoffset(), moment
        moment += timedelta(minutes=30)


def test_an_empty_calendar_is_one_too():
    assert list(read().events) == []


@given(
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    moment=st.times(),
    title=st.text(
        st.characters(blacklist_categories=("Cc", "Cs")), min_size=1, max_size=200
    ).map(str.strip).filter(bool),
)  # fmt: skip
def test_any_moment_and_any_words_survive(zone: str, day: date, moment: time, title: str):
    begins = datetime.combine(day, moment.replace(microsecond=0), ZoneInfo(zone))
    (one,) = read(event(begins=begins, title=title)).events
    assert one.start == begins.astimezone(UTC)
    assert str(one["SUMMARY"]).strip() == title


def test_lines_are_folded_as_the_standard_asks():
    text = calendar_document("R", [event(text="x" * 300)], CHANGED)
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
