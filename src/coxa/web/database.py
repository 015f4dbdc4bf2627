"""The database made ready: as new as this Coxa needs, never newer, never without a copy."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

KEPT_BACKUPS = 5


class NewerDatabaseError(Exception):
    """The data was written by a later version of Coxa."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"{file}: this data is from a newer Coxa than this one. Nothing was changed. "
            "Start the newer Coxa, or choose another folder with --data."
        )


def prepare(data_dir: Path, now: datetime) -> Path | None:
    """Brings the database up to date. Returns the copy made first, if there was one to make."""
    file = data_dir / "coxa.sqlite3"
    executor = MigrationExecutor(connection)
    applied, known = set(executor.loader.applied_migrations), set(executor.loader.disk_migrations)
    if applied - known:
        raise NewerDatabaseError(file)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return None
    copy = back_up(file, data_dir / "backups", now) if applied else None
    call_command("migrate", interactive=False, verbosity=0)
    file.chmod(0o600)
    return copy


def back_up(file: Path, folder: Path, now: datetime) -> Path:
    """A whole copy of the database, even while it is written to; the last five are kept."""
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"coxa-{now:%Y%m%dT%H%M%S%f}.sqlite3"
    copy.touch(mode=0o600)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    for old in sorted(folder.glob("coxa-*.sqlite3"))[:-KEPT_BACKUPS]:
        old.unlink()
    return copy
