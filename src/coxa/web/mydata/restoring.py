"""Putting a copy of the database back: only one of ours, not a newer one, and never without a copy
of what is there now."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from coxa.reading.faults import Fault, FaultyInputError
from coxa.web import clock
from coxa.web.database import back_up, prepare

OURS = "household_profile"  # the table without which a file is not Coxa's


def restored_from(file: Path, folder: Path) -> Path:
    """Where the copy of what was there before is kept. A file that is refused changes nothing."""
    with tempfile.TemporaryDirectory(dir=folder) as here:
        taken = Path(here) / "taken.sqlite3"
        _take(file, taken)
        _refuse_unfit(taken, file)
        live = Path(settings.DATABASES["default"]["NAME"])
        kept = back_up(live, folder / "backups", clock.now())
        connection.close()
        with closing(sqlite3.connect(taken)) as old, closing(sqlite3.connect(live)) as target:
            old.backup(target)
    prepare(folder, clock.now())
    return kept


def _take(file: Path, to: Path) -> None:
    """Works on a copy: the file may be one of the automatic ones, which come and go."""
    try:
        shutil.copyfile(file, to)
    except OSError as error:
        right = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise FaultyInputError([Fault(str(file), "", "", right)]) from None


def _refuse_unfit(taken: Path, file: Path) -> None:
    try:
        known = tables_of(taken)
        whole = _is_whole(taken)
        newer = _applied(taken) - set(MigrationLoader(None).disk_migrations)
    except sqlite3.Error:
        known, whole, newer = set(), True, set()
    if OURS not in known:
        right = "is not a copy of Coxa's data; nothing was changed"
    elif not whole:
        right = "is damaged; nothing was changed"
    elif newer:
        right = "is from a newer Coxa than this one; nothing was changed. Update Coxa first"
    else:
        return
    raise FaultyInputError([Fault(file.name, "", "", right)])


def tables_of(file: Path) -> set[str]:
    with closing(sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)) as database:
        rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in rows}


def _is_whole(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as database:
        return list(database.execute("PRAGMA integrity_check")) == [("ok",)]


def _applied(file: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as database:
        return set(database.execute("SELECT app, name FROM django_migrations"))
