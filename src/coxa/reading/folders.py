"""Folders of TOML files, one value a file, read with every fault of every file reported at once."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from coxa.reading.faults import Fault, FaultyInputError
from coxa.reading.values import Value, read_value
from coxa.reading.worded import in_language

V = TypeVar("V", bound=Value)


def read_folder(folder: Path, kind: type[V]) -> dict[str, V]:
    """Every `*.toml` of `folder` as a `kind`, by its `id`, which must be the file's own name.

    Its words are in the language in use, so a cache of it is one for each language. Raises
    FaultyInputError with the faults of all files together.
    """
    return collect(sorted(folder.glob("*.toml")), lambda path: _read_named(path, kind))


def collect(paths: Iterable[Path], read: Callable[[Path], V]) -> dict[str, V]:
    values: dict[str, V] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            values[path.stem] = read(path)
        except FaultyInputError as error:
            faults.extend(error.faults)
    if faults:
        raise FaultyInputError(faults)
    return values


def read_toml(path: Path) -> Mapping[str, Any]:
    """The tables of one TOML file; a file that is no TOML is a fault with its line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FaultyInputError([Fault(path.name, "", "", f"is not TOML: {error}")]) from None


def read_file(path: Path, kind: type[V]) -> V:
    """A content file as a `kind`, its words in the language in use."""
    return in_language(read_value(kind, read_toml(path), path.name))


def _read_named(path: Path, kind: type[V]) -> V:
    value = read_file(path, kind)
    name = getattr(value, "id", path.stem)
    if name != path.stem:
        right = f"the id and the file's name must agree: call it '{path.stem}' or rename the file"
        raise FaultyInputError([Fault(path.name, "id", repr(name), right)])
    return value
