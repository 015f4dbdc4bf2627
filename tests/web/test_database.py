import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from coxa.web.database import KEPT_BACKUPS, back_up
from tests.serving import serving

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """The data of a Coxa that ran once."""
    with serving(tmp_path / "data") as served:
        return served.data_dir


def execute(data_dir: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data_dir / "coxa.sqlite3")) as database, database:
        return database.execute(statement).fetchall()


def copies(data_dir: Path) -> list[Path]:
    return sorted((data_dir / "backups").glob("*.sqlite3"))


def forget_the_last_migration(data_dir: Path) -> None:
    execute(data_dir, "DROP TABLE diary_entryrow")
    execute(data_dir, "DELETE FROM django_migrations WHERE app = 'diary'")


def test_a_first_start_has_nothing_to_copy(data_dir: Path):
    assert not copies(data_dir)


def test_a_start_with_nothing_to_migrate_makes_no_copy(data_dir: Path):
    with serving(data_dir):
        assert not copies(data_dir)


def test_the_data_are_copied_before_they_are_migrated(data_dir: Path):
    forget_the_last_migration(data_dir)
    with serving(data_dir):
        (copy,) = copies(data_dir)
    with closing(sqlite3.connect(copy)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    assert "django_migrations" in tables
    assert "diary_entryrow" not in tables
    assert execute(data_dir, "SELECT count(*) FROM diary_entryrow") == [(0,)]
    assert (copy.stat().st_mode & 0o777) == 0o600


def test_data_of_a_newer_coxa_are_refused_and_left_as_they_are(data_dir: Path, coxa):
    execute(
        data_dir,
        "INSERT INTO django_migrations (app, name, applied) "
        "VALUES ('household', '0099_later', '2030-01-01')",
    )
    before = execute(data_dir, "SELECT * FROM django_migrations")
    refused = coxa("start", "--port", "0", "--no-browser", COXA_DATA_DIR=str(data_dir))
    assert refused.returncode == 1
    assert "newer Coxa" in refused.stderr
    assert "Nothing was changed" in refused.stderr
    assert execute(data_dir, "SELECT * FROM django_migrations") == before
    assert not copies(data_dir)


def test_the_last_five_copies_are_kept(data_dir: Path, tmp_path: Path):
    for day in range(KEPT_BACKUPS + 2):
        back_up(data_dir / "coxa.sqlite3", data_dir / "backups", NOON + timedelta(days=day))
    assert [copy.name[5:13] for copy in copies(data_dir)] == [
        f"202603{day:02}" for day in range(4, 9)
    ]


def test_what_was_acknowledged_survives_a_power_cut(data_dir: Path):
    """The pragmas that make it so, as a running server has them."""
    from django.conf import settings

    command = settings.DATABASES["default"]["OPTIONS"]["init_command"]
    assert "journal_mode=WAL" in command
    assert "synchronous=FULL" in command
    assert execute(data_dir, "PRAGMA journal_mode") == [("wal",)]


@pytest.mark.django_db
def test_a_connection_has_the_pragmas_of_the_settings():
    with connection.cursor() as cursor:
        values = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "foreign_keys", "busy_timeout")
        }
    assert values == {"synchronous": 2, "foreign_keys": 1, "busy_timeout": 10000}


def test_a_folder_that_is_a_file_is_named(coxa, tmp_path: Path):
    (tmp_path / "data").write_text("not a folder")
    refused = coxa("start", "--port", "0", "--no-browser")
    assert refused.returncode == 1
    assert "COXA_DATA_DIR" in refused.stderr
    assert "Traceback" not in refused.stderr
