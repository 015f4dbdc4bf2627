"""Starting the real server from tests, and stopping it."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

COXA = Path(sys.executable).with_name("coxa")
LINK = re.compile(r"(http://\S+?)/enter/\S+/")


@dataclass(frozen=True)
class Served:
    """A Coxa that answers: where, by which one-time link, and with whose data."""

    address: str
    link: str
    data_dir: Path
    process: "subprocess.Popen[str]"

    def health(self) -> dict[str, str]:
        with urllib.request.urlopen(f"{self.address}/healthz", timeout=10) as answer:  # noqa: S310
            return json.load(answer)


@dataclass(frozen=True)
class Emptied:
    """A Coxa that serves one test after the other. Starting costs seconds, emptying does not."""

    served: Served
    as_started: Path  # a copy of its database, made before anybody came in

    def again(self) -> Served:
        """As it was when it started: nobody has come in, nothing is written, its link works. What
        an earlier page still sends is refused: it names a session and a profile that are gone."""
        _copy(self.as_started, _database(self.served))
        return self.served


@contextmanager
def serving_one_after_the_other(folder: Path) -> Iterator[Emptied]:
    with (
        (folder / "complaints.txt").open("w") as complaints,
        serving(folder / "data", complaints=complaints) as served,
    ):
        emptied = Emptied(served, folder / "as_started.sqlite3")
        _copy(_database(served), emptied.as_started)
        with closing(sqlite3.connect(emptied.as_started)) as database, database:
            database.execute("UPDATE access_entrylink SET expires_at = '2999-12-31'")
        yield emptied


def _database(served: Served) -> Path:
    return served.data_dir / "coxa.sqlite3"


def _copy(of: Path, to: Path) -> None:
    """All of a database, also while it is read and written; of what was there no word is left."""
    with closing(sqlite3.connect(of)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def serving(
    data_dir: Path,
    coxa: Path = COXA,
    complaints: int | IO[str] = subprocess.PIPE,
    options: Sequence[str] = (),
    inside: Sequence[str] = (),
) -> Iterator[Served]:
    """`complaints` is where its error output goes: a pipe that nobody empties holds up who writes
    much into it. `inside` stands before the command, to run it in a network of its own."""
    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    process = subprocess.Popen(
        [*inside, coxa, "start", "--port", "0", "--no-browser", "--data", data_dir, *options],
        env=environment | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=complaints,
        text=True,
    )
    try:
        address, link = _announced(process)
        yield Served(address, link, data_dir, process)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _announced(process: "subprocess.Popen[str]") -> tuple[str, str]:
    assert process.stdout is not None
    for line in process.stdout:
        if found := LINK.search(line):
            return found[1], found[0]
    raise AssertionError(f"coxa start did not start: {process.communicate()[1]}")
