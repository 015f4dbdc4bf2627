"""Events as an iCalendar document (RFC 5545), for a file or for a calendar that subscribes.

The document depends on its arguments alone: the same events at the same `changed` give the same
bytes, so that whoever asks again can be told that nothing is new.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from coxa.reading.values import Value

MADE_BY = "-//Coxa//the open hip coach//EN"
ASK_AGAIN = timedelta(hours=1)  # a wish: each calendar asks when it likes
YEAR = timedelta(days=366)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class CalendarEvent(Value):
    uid: UUID
    begins: datetime  # with its zone, by an IANA name
    seconds: float
    title: str
    text: str = ""
    address: str = ""  # what it opens
    rings: datetime | None = None  # None: no alarm
    days: tuple[int, ...] = ()  # comes back each week on these days, 1 is Monday


def event_id(whose: UUID, key: str) -> UUID:
    """The same for the same thing of the same person for good, and not to be traced to either."""
    return uuid5(whose, key)


def calendar_document(name: str, events: Iterable[CalendarEvent], changed: datetime) -> bytes:
    """`changed`: when anything in it changed last, in UTC."""
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    known = sorted(events, key=lambda one: (one.begins, str(one.uid)))
    for one in known:
        calendar.add_component(_event(one, changed.astimezone(UTC)))
    for one in known[:1]:
        _describe_zones(calendar, one.begins.date())
    return bytes(calendar.to_ical())


def _describe_zones(calendar: Calendar, first: date) -> None:
    """When the clocks change, for calendars that do not know the zone by its name.

    RFC 5545 (3.6.5) dates a change by the clock of before it. The library dates those of spring by
    the clock of after it (7.3.0; tests/interchange/test_calendar.py holds the result against the
    zone itself), so they are put right here.
    """
    calendar.add_missing_timezones(first - YEAR, first + 3 * YEAR)
    for zone in calendar.timezones:
        change: Any  # the library's types leave open what a property may be
        for change in zone.subcomponents:
            skipped: timedelta = change["TZOFFSETTO"].td - change["TZOFFSETFROM"].td
            if skipped > timedelta(0):
                change["DTSTART"].dt -= skipped
                for dates in _listed(change.get("RDATE")):
                    for one in dates.dts:
                        one.dt -= skipped


def _listed(found: Any) -> list[Any]:
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def _event(one: CalendarEvent, changed: datetime) -> Event:
    event = Event()
    event.add("uid", f"{one.uid}@coxa")
    event.add("dtstamp", changed)
    # What comes once is an instant; what comes back stays at its time of the clock, so it needs its
    # zone and when the clocks change there.
    event.add("dtstart", one.begins if one.days else one.begins.astimezone(UTC))
    event.add("duration", timedelta(minutes=max(1, -int(-one.seconds // 60))))
    event.add("summary", one.title)
    text = "\n\n".join(part for part in (one.text, one.address) if part)
    if text:
        event.add("description", text)
    if one.address:
        event.add("url", one.address)
    # Nobody is made to look busy by it, and a shared calendar shows no more than that it is there.
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if one.days:
        event.add("rrule", {"freq": "weekly", "byday": [WEEKDAYS[day - 1] for day in one.days]})
    if one.rings:
        event.add_component(_alarm(one, one.rings))
    return event


def _alarm(one: CalendarEvent, rings: datetime) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one.title)
    alarm.add("trigger", rings.astimezone(UTC) - one.begins.astimezone(UTC))
    return alarm
