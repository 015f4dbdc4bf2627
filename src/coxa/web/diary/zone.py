"""In which time zone the person is: "this morning" is theirs, not the server's."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.http import HttpRequest

from coxa.web import clock

COOKIE = "zone"  # set by zone.js from what the browser says


def is_zone(name: str) -> bool:
    return name in available_timezones()


def zone_of(request: HttpRequest) -> str:
    """What the person's browser said, else the zone of this machine."""
    said = request.COOKIES.get(COOKIE, "")
    return said if is_zone(said) else settings.TIME_ZONE


def local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone))


def today_of(request: HttpRequest) -> date:
    return local(clock.now(), zone_of(request)).date()
