"""Binary glTF 2.0: a document of JSON and the numbers it points to, put together and taken apart.

Source: Khronos, glTF 2.0 specification, sections 3.6 (buffers) and 4.4 (binary files).
"""

import json
import struct
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

MAGIC, VERSION = 0x46546C67, 2
JSON_CHUNK, DATA_CHUNK = 0x4E4F534A, 0x004E4942
HEADER, CHUNK_HEADER = struct.Struct("<III"), struct.Struct("<II")
COMPONENTS = {"i1": 5120, "u1": 5121, "i2": 5122, "u2": 5123, "u4": 5125, "f4": 5126}
SHAPES = {1: "SCALAR", 3: "VEC3", 4: "VEC4"}
STEP = 4  # bytes: where numbers may start, whatever their kind

Numbers = npt.NDArray[Any]


@dataclass
class _View:
    """Numbers of one purpose, one after another: an entry of bufferViews costs as much as ten."""

    number: int
    entry: dict[str, Any]
    data: bytearray = field(default_factory=bytearray)


class Glb:
    """A glTF document that grows. `document` and `data` are one to go on from, else it is empty."""

    def __init__(self, document: Mapping[str, Any] | None = None, data: bytes = b"") -> None:
        self.document: dict[str, Any] = deepcopy(dict(document or {"asset": {"version": "2.0"}}))
        self._data = data
        self._views: dict[str, _View] = {}

    def add(self, kind: str, entry: Mapping[str, Any] | str) -> int:
        """Puts `entry` at the end of a list such as "nodes" and answers its number there."""
        entries: list[Any] = self.document.setdefault(kind, [])
        entries.append(entry)
        return len(entries) - 1

    def numbers(
        self, view: str, values: Numbers, *, share: bool = False, limits: bool = False, **more: int
    ) -> int:
        """An accessor over `values`, (n,) or (n, 3) or (n, 4), and its number.

        `view` names a purpose: numbers of one purpose stand together, with `more` said once of
        them all. `share`: whole numbers stand for shares of their largest. `limits`: say the
        smallest and largest, which glTF asks of some.
        """
        into = self._view(view, more)
        kind = values.dtype.str[1:]
        entry: dict[str, Any] = {"bufferView": into.number}
        if into.data:
            entry["byteOffset"] = len(into.data)
        entry |= {"componentType": COMPONENTS[kind], "count": len(values)}
        entry["type"] = SHAPES[1 if values.ndim == 1 else values.shape[1]]
        if share:
            entry["normalized"] = True
        if limits:
            entry |= {"min": _plain(values.min(axis=0)), "max": _plain(values.max(axis=0))}
        into.data += _rows(values, more.get("byteStride", 0))
        into.data += bytes(-len(into.data) % STEP)
        return self.add("accessors", entry)

    def bytes(self) -> bytes:
        """The file. The same document and numbers give the same bytes."""
        document, data = deepcopy(self.document), bytearray(self._data)
        data += bytes(-len(data) % STEP)
        for view in self._views.values():
            entry = document["bufferViews"][view.number]
            entry |= {"byteOffset": len(data), "byteLength": len(view.data)}
            data += view.data
        if data:
            document["buffers"] = [{"byteLength": len(data)}]
        return packed(document, bytes(data))

    def _view(self, name: str, properties: Mapping[str, int]) -> _View:
        if name not in self._views:
            entry = {"buffer": 0, **properties}
            self._views[name] = _View(self.add("bufferViews", entry), entry)
        return self._views[name]


def packed(document: Mapping[str, Any], data: bytes) -> bytes:
    """The bytes of a .glb file."""
    words = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    words += b" " * (-len(words) % STEP)
    data += bytes(-len(data) % STEP)
    chunks = CHUNK_HEADER.pack(len(words), JSON_CHUNK) + words
    if data:
        chunks += CHUNK_HEADER.pack(len(data), DATA_CHUNK) + data
    return HEADER.pack(MAGIC, VERSION, HEADER.size + len(chunks)) + chunks


def unpacked(raw: bytes) -> tuple[dict[str, Any], bytes]:
    """The document and the data of a .glb file. Raises ValueError for what is none."""
    start = HEADER.size + CHUNK_HEADER.size
    if len(raw) < start or HEADER.unpack_from(raw)[:2] != (MAGIC, VERSION):
        raise ValueError("is not a binary glTF 2.0 file")
    length, _ = CHUNK_HEADER.unpack_from(raw, HEADER.size)
    document: dict[str, Any] = json.loads(raw[start : start + length])
    return document, raw[start + length + CHUNK_HEADER.size :]


def short(values: npt.ArrayLike, digits: int) -> list[float | int]:
    """Numbers for JSON with so many digits after the point; a whole one without a point."""
    rounded = [round(float(value), digits) for value in np.asarray(values)]
    return [int(value) if value.is_integer() else value for value in rounded]


def _plain(values: Any) -> list[float | int]:
    # As text a float32 is the shortest decimal that is read back as the same float32.
    exact = [float(str(value)) for value in np.atleast_1d(values)]
    return [int(value) if value.is_integer() else value for value in exact]


def _rows(values: Numbers, stride: int) -> bytes:
    """The bytes of `values`; each row filled up to `stride` bytes, if one is given."""
    whole = np.ascontiguousarray(values)
    if not stride:
        return whole.tobytes()
    row = whole.itemsize * whole.shape[1]
    filled = np.zeros((len(whole), stride), dtype=np.uint8)
    filled[:, :row] = whole.view(np.uint8).reshape(len(whole), row)
    return filled.tobytes()
