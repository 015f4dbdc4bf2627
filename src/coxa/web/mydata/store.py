"""Taking everything out, putting it in, and erasing it for good."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from coxa.interchange.archive import Archive, to_archive
from coxa.web.diary import store as diary
from coxa.web.household.models import Profile

WORD = "erase"  # what is typed before anything is erased


def archive_of(profile: Profile) -> dict[str, object]:
    return to_archive(profile.name, diary.everything(profile))


def put_in(profile: Profile, archive: Archive) -> int:
    """How many entries were new. All of them are stored, or none."""
    return diary.append(profile, archive.entries)


def erase(profiles: Iterable[Profile]) -> None:
    """These people and all that is theirs, also from the pages of the file and from the copies.

    SQLite leaves deleted rows readable in its file until something is written over them, and the
    copies Coxa makes before an update hold everyone: so the file is written anew and the copies go.
    """
    keys = [profile.pk for profile in profiles]
    with transaction.atomic(durable=True):
        Profile.objects.filter(pk__in=keys).delete()
    overwrite_deleted()
    for copy in _copies():
        copy.unlink()


def overwrite_deleted() -> None:
    """Writes the database file anew without what was deleted, and empties its journal."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _copies() -> list[Path]:
    return sorted((Path(settings.DATA_DIR) / "backups").glob("coxa-*.sqlite3"))
