"""Reading and adding to a person's log. Nothing in it is ever changed."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db import transaction

from coxa.training.log import Body, Entry, Log
from coxa.web import clock
from coxa.web.diary import kept
from coxa.web.diary.models import EntryRow
from coxa.web.diary.zone import local, today_of, zone_of
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.household.models import Profile

__all__ = ["append", "everything", "how_far", "log_of", "note", "today_of"]


def log_of(profile: Profile) -> Log:
    """The log as it stands: corrections made, oldest first."""
    return kept.log_of(profile)


def everything(profile: Profile) -> Log:
    """Every entry ever made, the corrected and the corrections too."""
    rows = EntryRow.objects.filter(profile=profile).values(*kept.FIELDS)
    return tuple(Entry.model_validate(row) for row in rows)


def how_far(profile: Profile) -> tuple[int, UUID | None]:
    """How many entries there are, corrections too, and the one added last: any addition shows,
    and no entry is read for it."""
    rows = EntryRow.objects.filter(profile=profile)
    return rows.count(), rows.order_by("-row").values_list("id", flat=True).first()


@transaction.atomic(durable=True)
def append(profile: Profile, entries: Iterable[Entry]) -> int:
    """Adds what is not there yet and says how many that were. All of it or nothing.

    Durable: this is the outermost transaction, so that it is on the disk when this returns.
    """
    new = {entry.id: entry for entry in reversed(list(entries))}  # the first of an id counts
    for known in _known(profile, new):
        del new[known]
    EntryRow.objects.bulk_create(_row(profile, entry) for entry in reversed(new.values()))
    return len(new)


def note(request: RequestOfProfile, *bodies: Body) -> Log:
    """Adds entries made here and now, at this person's own date."""
    at, zone = clock.now(), zone_of(request)
    day = local(at, zone).date()
    entries = tuple(Entry(id=uuid4(), at=at, day=day, zone=zone, body=body) for body in bodies)
    append(request.profile, entries)
    return entries


def _known(profile: Profile, ids: Iterable[UUID]) -> list[UUID]:
    rows = EntryRow.objects.filter(profile=profile, id__in=list(ids))
    return list(rows.values_list("id", flat=True))


def _row(profile: Profile, entry: Entry) -> EntryRow:
    return EntryRow(
        profile=profile,
        id=entry.id,
        at=entry.at,
        day=entry.day,
        zone=entry.zone,
        kind=entry.body.kind,
        body=entry.body.model_dump(mode="json"),
    )
