"""What time it is here. The only place of the web package that asks, so that tests can answer."""

import os
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from django.utils import timezone


def now() -> datetime:
    return timezone.now()


def today() -> date:
    """The date on this machine's wall: a session done at eleven in the evening is today's."""
    return timezone.localdate(now())


def local_zone() -> str:
    """The name of this machine's time zone, or of one with the same hours."""
    for name in (os.environ.get("TZ", "").lstrip(":"), _zone_of("/etc/localtime")):
        if name in available_timezones():
            return name
    offset = datetime.now().astimezone().utcoffset()
    hours = round(offset.total_seconds() / 3600) if offset else 0
    # POSIX counts the other way round: Etc/GMT-2 is two hours ahead of Greenwich.
    zone = f"Etc/GMT{-hours:+d}" if hours else "UTC"
    return ZoneInfo(zone).key


def _zone_of(link: str) -> str:
    return str(Path(link).resolve()).partition("zoneinfo/")[2]
