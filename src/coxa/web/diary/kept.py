"""A person's log as it was read, kept in memory: of a long one only what is new is read again.

Entries are added and never changed. So what was read holds as long as the database has just as
many up to the last one known, and that one is the same. Anything else (a copy put back, a
transaction taken back) has all of it read anew. Who is erased is forgotten.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.signals import post_delete

from coxa.training.log import Entry, Log, in_force
from coxa.web.diary.models import EntryRow
from coxa.web.household.models import Profile

FIELDS = ("id", "at", "day", "zone", "body")
MOST = 100_000  # entries of all people together, about a hundred megabytes; our choice


@dataclass(frozen=True)
class _Kept:
    entries: tuple[Entry, ...]  # as they were added, corrections too
    log: Log  # as they stand
    last_row: int
    last_id: UUID


_kept: "OrderedDict[UUID, _Kept]" = OrderedDict()  # who was asked for last stands last
_lock = Lock()


def log_of(profile: Profile) -> Log:
    """The log as it stands: corrections made, oldest first."""
    rows = EntryRow.objects.filter(profile=profile)
    known = _known(profile.pk, rows)
    after = known.last_row if known else 0
    new = list(rows.filter(row__gt=after).order_by("row").values("row", *FIELDS))
    if not new:
        return known.log if known else ()
    entries = (*(known.entries if known else ()), *_read(new))
    log = in_force(entries)
    _keep(profile.pk, _Kept(entries, log, new[-1]["row"], new[-1]["id"]))
    return log


def _read(rows: Iterable[dict[str, Any]]) -> Iterable[Entry]:
    return (Entry.model_validate({name: row[name] for name in FIELDS}) for row in rows)


def _known(key: UUID, rows: "QuerySet[EntryRow]") -> _Kept | None:
    """What is kept, if the database still says the same up to there."""
    with _lock:
        known = _kept.get(key)
        if known is not None:
            _kept.move_to_end(key)
    if known is None:
        return None
    as_many = rows.filter(row__lte=known.last_row).count() == len(known.entries)
    same_last = rows.filter(row=known.last_row, id=known.last_id).exists()
    if as_many and same_last:
        return known
    _forget(key)
    return None


def _keep(key: UUID, found: _Kept) -> None:
    with _lock:
        _kept[key] = found
        _kept.move_to_end(key)
        held = sum(len(one.entries) for one in _kept.values())
        while held > MOST and len(_kept) > 1:
            _, oldest = _kept.popitem(last=False)
            held -= len(oldest.entries)


def _forget(key: UUID) -> None:
    with _lock:
        _kept.pop(key, None)


def _erased(instance: Profile, **_more: Any) -> None:
    _forget(instance.pk)


post_delete.connect(_erased, sender=Profile, dispatch_uid="coxa.web.diary.kept")
