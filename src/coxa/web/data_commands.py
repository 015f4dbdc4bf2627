"""Export, import, backup, restore and erase: the commands about a person's own data."""

import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from coxa.reading.faults import Fault, FaultyInputError
from coxa.web.commands import choose_folder, data_errors, errors, fail

if TYPE_CHECKING:
    from coxa.web.household.models import Profile

SQLITE = b"SQLite format 3\x00"


def open_data(data: Path | None) -> Path:
    """The data folder, its database as new as this Coxa needs it."""
    import django

    folder = choose_folder(data)
    try:
        django.setup()
        from coxa.web import clock
        from coxa.web.database import prepare

        prepare(folder, clock.now())
    except data_errors() as error:
        fail(error)
    return folder


def profile_named(name: str | None) -> "Profile":
    """Whose data is meant: by name, or the only one there is."""
    from coxa.web import clock
    from coxa.web.household import store

    known = store.profiles()
    if name is None:
        if len(known) > 1:
            names = ", ".join(one.name for one in known)
            right = f"several people train here: {names}. Say whose with --profile"
            raise FaultyInputError([Fault("command line", "--profile", "", right)])
        return known[0] if known else store.chosen(None, clock.now())
    for one in known:
        if one.name.casefold() == name.casefold():
            return one
    names = ", ".join(one.name for one in known) or "nobody yet"
    right = f"nobody here has this name; there is {names}"
    raise FaultyInputError([Fault("command line", "--profile", name, right)])


def export(data: Path | None, name: str | None, file: Path) -> None:
    open_data(data)
    from coxa.interchange.sets_csv import sets_csv
    from coxa.web.diary.store import log_of
    from coxa.web.mydata.store import archive_of

    profile = profile_named(name)
    if file.suffix == ".csv":
        write_whole(
            file, sets_csv(log_of(profile)), lambda old: old.startswith(b"day,time_utc,session")
        )
        print(f"{profile.name}'s sets are in {file}")  # noqa: T201
        return
    archive = archive_of(profile)
    text = json.dumps(archive, ensure_ascii=False, indent=2) + "\n"
    write_whole(file, text, lambda old: b'"coxa-archive"' in old)
    count = len(archive["entries"])  # type: ignore[arg-type]
    print(f"Everything about {profile.name} is in {file}: {count} entries.")  # noqa: T201


def import_(data: Path | None, name: str | None, file: Path) -> None:
    """Read and checked as a whole before the database is touched."""
    from coxa.interchange.archive import from_archive
    from coxa.interchange.reading import read_json

    archive = from_archive(read_json(file), file.name)
    open_data(data)
    from coxa.web import clock
    from coxa.web.household import store
    from coxa.web.mydata.store import put_in

    wanted = name or archive.profile_name
    known = {one.name.casefold(): one for one in store.profiles()}
    profile = known.get(wanted.casefold()) or store.add(wanted, clock.now())
    new = put_in(profile, archive)
    there = len(archive.entries) - new
    print(f"{profile.name}: {new} entries added, {there} were there already.")  # noqa: T201


def backup(data: Path | None, file: Path) -> None:
    folder = open_data(data)
    file = file.expanduser().absolute()
    live = folder / "coxa.sqlite3"
    if file == live:
        raise FaultyInputError([Fault(str(file), "", "", "is the database itself; name another")])
    _may_write(file, lambda old: old.startswith(SQLITE) and is_ours(file))
    with _replacing(file) as new:
        _copy(live, new)
    print(f"A copy of everything is in {file}. Put it back with: coxa restore {file}")  # noqa: T201


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it


def restore(data: Path | None, file: Path) -> None:
    from coxa.web.mydata.restoring import restored_from

    folder = open_data(data)
    kept = restored_from(file, folder)
    print(f"Everything is as it was in {file.name}.")  # noqa: T201
    print(f"What was there before is kept in {kept}")  # noqa: T201
    print("Sign-ins are as they were then. For a new link: coxa link")  # noqa: T201


def erase(data: Path | None, name: str | None, everyone: bool, sure: bool) -> None:
    open_data(data)
    from coxa.web.household import store
    from coxa.web.mydata.store import WORD
    from coxa.web.mydata.store import erase as erase_all

    going = list(store.profiles()) if everyone else [profile_named(name)]
    names = " and ".join(one.name for one in going)
    if not sure and not _typed(names or "everyone", WORD):
        errors.print("Nothing was erased.")
        sys.exit(2)
    erase_all(going)
    print(f"Everything about {names or 'everyone'} is gone for good.")  # noqa: T201
    print("Copies you made yourself with coxa backup or coxa export are still there.")  # noqa: T201


def _typed(names: str, word: str) -> bool:
    errors.print(f"This erases everything about {names} for good: diary, answers, plan.")
    errors.print("To keep a copy, first type: coxa export FILE")
    errors.print(f"Type the word {word} to go on: ", end="")
    try:
        return input().strip().casefold() == word
    except EOFError:
        errors.print("")
        return False


def is_ours(file: Path) -> bool:
    from coxa.web.mydata.restoring import tables_of

    try:
        return "household_profile" in tables_of(file)
    except sqlite3.Error:
        return False


def write_whole(file: Path, content: str | bytes, ours: Callable[[bytes], bool]) -> None:
    """A new file, or in the place of an older one that `ours` knows by its first bytes."""
    file = file.expanduser().absolute()
    _may_write(file, ours)
    with _replacing(file) as new:
        new.write_bytes(content.encode() if isinstance(content, str) else content)


def _may_write(file: Path, ours: Callable[[bytes], bool]) -> None:
    """An older file of the same kind is replaced; anything else is not ours to destroy."""
    if file.is_dir() or not file.parent.is_dir():
        right = "is a folder; name a file" if file.is_dir() else "its folder does not exist"
        raise FaultyInputError([Fault(str(file), "", "", right)])
    if not file.exists() or file.stat().st_size == 0:
        return
    with file.open("rb") as old:
        if not ours(old.read(4096)):
            right = "is there already and was not written by Coxa; choose another name"
            raise FaultyInputError([Fault(str(file), "", "", right)])


class _replacing:  # noqa: N801 (used as a verb)
    """A new file beside `file`, its owner's alone, that takes its place once it is whole."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __enter__(self) -> Path:
        try:
            descriptor, name = tempfile.mkstemp(dir=self.file.parent, prefix=".coxa-")
        except OSError as error:
            right = f"cannot be written: {(error.strerror or str(error)).lower()}"
            raise FaultyInputError([Fault(str(self.file), "", "", right)]) from None
        os.close(descriptor)
        self.new = Path(name)
        return self.new

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            with self.new.open("rb") as written:
                os.fsync(written.fileno())
            self.new.replace(self.file)
        else:
            self.new.unlink(missing_ok=True)
