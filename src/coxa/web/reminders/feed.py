"""One person's reminders as a calendar, and whether anything in it is new."""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Max
from django.urls import reverse
from django.utils.translation import gettext as _

from coxa import __version__
from coxa.coaching.reminder_words import said
from coxa.coaching.reminders import Kind, Reminder, upcoming, wishes_of
from coxa.interchange.calendar import CalendarEvent, calendar_document, event_id
from coxa.language import current
from coxa.training.log import Log
from coxa.web.diary import store as diary
from coxa.web.diary.models import EntryRow
from coxa.web.diary.zone import local
from coxa.web.household.models import Profile
from coxa.web.reminders.models import CalendarAddress

OPENS: dict[Kind, str] = {
    "session": "today:home",
    "second": "today:home",
    "morning": "today:home",
    "checks": "checks:home",
    "sitting": "session:desk",
}
AN_HOUR = timedelta(hours=1)


def document(profile: Profile, now: datetime, changed: datetime, base: str = "") -> bytes:
    """The calendar in the language in use. `base` is the address of Coxa, for links; without it
    there are none."""
    log = diary.log_of(profile)
    zone = zone_of(log)
    neutral = wishes_of(log).neutral
    events = _events(profile, upcoming(log, now, zone), neutral, base)
    # A neutral calendar does not say in the list of calendars what it is about.
    name = _("Reminders") if neutral else _("Coxa: {name}").format(name=profile.name)
    return calendar_document(name, events, changed)


def zone_of(log: Log) -> str:
    """Where the person was when they last told Coxa anything: a calendar has no browser to ask."""
    return log[-1].zone if log else settings.TIME_ZONE


def state_of(profile: Profile, now: datetime) -> str:
    """A name for all that the calendar's events depend on: no plan has to be made to say that
    nothing is new."""
    rows = EntryRow.objects.filter(profile=profile)
    known = rows.aggregate(Max("row"), Count("row"))
    last = rows.order_by("-at", "-id").values_list("zone", flat=True).first()
    today = local(now, last or settings.TIME_ZONE).date()
    parts = (profile.id, profile.name, known["row__max"], known["row__count"], today, __version__)
    return _named(*parts)


def tag_of(state: str, base: str) -> str:
    """A name for the very bytes: the state, said in the language in use, with links to `base`."""
    return f'"{_named(state, current(), base)}"'


def noted(address: CalendarAddress, state: str, now: datetime) -> datetime:
    """Since when the calendar has been as it is; remembers that it was asked for, to the hour."""
    changes = {}
    if address.state != state:
        changes |= {"state": state, "changed_at": now.replace(microsecond=0)}
    if address.asked_at is None or now - address.asked_at >= AN_HOUR:
        changes["asked_at"] = now
    if changes:
        CalendarAddress.objects.filter(pk=address.pk).update(**changes)
    return changes.get("changed_at", address.changed_at)


def _events(
    profile: Profile, reminders: Iterable[Reminder], neutral: bool, base: str
) -> Iterable[CalendarEvent]:
    for one in reminders:
        words = said(one, neutral)
        yield CalendarEvent(
            uid=event_id(profile.id, one.key),
            begins=one.begins,
            seconds=one.seconds,
            title=words.title,
            text=words.text,
            address=base.rstrip("/") + reverse(OPENS[one.kind]) if base else "",
            rings=one.rings,
            days=one.days,
        )


def _named(*parts: object) -> str:
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()
