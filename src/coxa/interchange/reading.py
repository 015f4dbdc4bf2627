"""Documents from outside, read so that whatever is wrong with the file itself is said."""

import json
from pathlib import Path
from typing import Any

from coxa.reading.faults import Fault, FaultyInputError

MOST_BYTES = 100_000_000  # some forty years of daily training


def read_json(path: Path) -> Any:
    return parse_json(read_bytes(path, MOST_BYTES), path.name)


def read_bytes(path: Path, most: int) -> bytes:
    try:
        if path.stat().st_size > most:
            right = f"is larger than {most // 1_000_000} MB; nothing that Coxa reads here is"
            raise FaultyInputError([Fault(path.name, "", "", right)])
        return path.read_bytes()
    except OSError as error:
        right = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise FaultyInputError([Fault(str(path), "", "", right)]) from None


def text_of(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        right = f"is not UTF-8 text (byte {error.start + 1}); save it as UTF-8"
        raise FaultyInputError([Fault(file, "", "", right)]) from None


def parse_json(content: bytes, file: str) -> Any:
    """What the JSON says. A name that stands twice in a table is a fault: one would be lost."""
    try:
        return json.loads(text_of(content, file), object_pairs_hook=_each_once)
    except _TwiceError as error:
        right = "stands twice in the same table; keep one of the two"
        raise FaultyInputError([Fault(file, error.name, "", right)]) from None
    except json.JSONDecodeError as error:
        right = f"is not JSON: line {error.lineno}, column {error.colno}: {error.msg}"
        raise FaultyInputError([Fault(file, "", "", right)]) from None
    except RecursionError:
        raise FaultyInputError([Fault(file, "", "", "is nested too deeply")]) from None


class _TwiceError(ValueError):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for name, value in pairs:
        if name in table:
            raise _TwiceError(name)
        table[name] = value
    return table
