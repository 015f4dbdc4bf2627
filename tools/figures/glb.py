"""Writes the figure as binary glTF 2.0 with quantised attributes."""

import json
import struct
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from tools.figures.halves import SWAPPED
from tools.figures.rig import NAMES, PARENTS
from tools.figures.source import Floats, Ints

SHORT, BYTE, UBYTE, USHORT, FLOAT = 5122, 5120, 5121, 5123, 5126
ARRAY, ELEMENT = 34962, 34963
INFLUENCES = 4  # joints that may move one vertex
FULL_SHARE = 255
SAME = 1e-9  # of two weights


@dataclass(frozen=True, eq=False)
class Figure:
    """Everything that the file says. Axes are glTF's; `vertices` (V, 3) in the bind pose."""

    vertices: Floats
    normals: Floats
    weights: Floats  # (V, J)
    triangles: dict[str, Ints]
    colours: dict[str, tuple[float, float, float]]  # linear
    roughness: dict[str, float]
    places: dict[str, Floats]
    turns: dict[str, Floats]
    points: dict[str, list[int]]


@dataclass
class _Buffer:
    data: bytearray = field(default_factory=bytearray)
    views: list[dict[str, Any]] = field(default_factory=list)
    accessors: list[dict[str, Any]] = field(default_factory=list)

    def view(self, raw: bytes, **more: int) -> int:
        self.data.extend(b"\0" * (-len(self.data) % 4))
        entry = {"buffer": 0, "byteOffset": len(self.data), "byteLength": len(raw), **more}
        self.data.extend(raw)
        self.views.append(entry)
        return len(self.views) - 1

    def accessor(self, view: int, kind: int, count: int, shape: str, **more: Any) -> int:
        entry = {"bufferView": view, "componentType": kind, "count": count, "type": shape, **more}
        self.accessors.append(entry)
        return len(self.accessors) - 1


def write_glb(figure: Figure) -> bytes:
    """The file's bytes; the same figure gives the same bytes."""
    buffer = _Buffer()
    middle, size = _box(figure.vertices)
    attributes = _attributes(buffer, figure, middle, size)
    primitives = [
        {
            "attributes": attributes,
            "indices": _indices(buffer, triangles),
            "material": number,
        }
        for number, triangles in enumerate(figure.triangles.values())
    ]
    inverse = _inverse_bind(buffer, figure, middle, size)
    nodes = _nodes(figure)
    document = {
        "asset": {"version": "2.0", "generator": "coxa build_body"},
        "extensionsUsed": ["KHR_mesh_quantization"],
        "extensionsRequired": ["KHR_mesh_quantization"],
        "scene": 0,
        "scenes": [{"nodes": [0, len(nodes)]}],
        "nodes": [*nodes, {"name": "body", "mesh": 0, "skin": 0}],
        "meshes": [{"name": "body", "primitives": primitives, "extras": {"points": figure.points}}],
        "materials": [_material(figure, name) for name in figure.triangles],
        "skins": [{"inverseBindMatrices": inverse, "joints": list(range(len(NAMES)))}],
        "accessors": buffer.accessors,
        "bufferViews": buffer.views,
        "buffers": [{"byteLength": len(buffer.data)}],
    }
    return _packed(document, bytes(buffer.data))


def _box(vertices: Floats) -> tuple[Floats, float]:
    """Middle and half the longest side: one scale for all axes keeps normals right."""
    low, high = vertices.min(axis=0), vertices.max(axis=0)
    return (low + high) / 2, float((high - low).max()) / 2


def _padded(rows: npt.NDArray[Any]) -> bytes:
    """Rows of three as rows of four: every row must start at a multiple of four bytes."""
    return np.pad(rows, ((0, 0), (0, 1))).tobytes()


def _attributes(buffer: _Buffer, figure: Figure, middle: Floats, size: float) -> dict[str, int]:
    count = len(figure.vertices)
    places = np.rint((figure.vertices - middle) / size * 32767).astype("<i2")
    normals = np.rint(figure.normals * 127).astype(np.int8)
    joints, shares = quantised_weights(figure.weights)
    limits = {"min": places.min(axis=0).tolist(), "max": places.max(axis=0).tolist()}
    views = [
        buffer.view(_padded(places), byteStride=8, target=ARRAY),
        buffer.view(_padded(normals), byteStride=4, target=ARRAY),
        buffer.view(joints.tobytes(), byteStride=4, target=ARRAY),
        buffer.view(shares.tobytes(), byteStride=4, target=ARRAY),
    ]
    return {
        "POSITION": buffer.accessor(views[0], SHORT, count, "VEC3", normalized=True, **limits),
        "NORMAL": buffer.accessor(views[1], BYTE, count, "VEC3", normalized=True),
        "JOINTS_0": buffer.accessor(views[2], UBYTE, count, "VEC4"),
        "WEIGHTS_0": buffer.accessor(views[3], UBYTE, count, "VEC4", normalized=True),
    }


def quantised_weights(weights: Floats) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """The four strongest joints of each vertex and their shares, in 255ths summing to 255."""
    joints = np.argsort(-weights, axis=1, kind="stable")[:, :INFLUENCES]
    strongest = np.take_along_axis(weights, joints, axis=1)
    exact = strongest / strongest.sum(axis=1, keepdims=True) * FULL_SHARE
    shares = np.floor(exact).astype(np.int64)
    # Largest remainders first: what rounding down left over goes where it was missed most.
    rank = np.argsort(np.argsort(-(exact - shares), axis=1, kind="stable"), axis=1)
    shares += rank < (FULL_SHARE - shares.sum(axis=1, keepdims=True))
    for row in np.flatnonzero((np.abs(weights - weights[:, SWAPPED]) < SAME).all(axis=1)):
        _even(joints[row], shares[row])
    joints = np.where(shares > 0, joints, 0)
    return joints.astype(np.uint8), shares.astype(np.uint8)


def _even(joints: Ints, shares: Ints) -> None:
    """A vertex of the middle line follows both of a pair alike, or neither.

    What is over goes to the strongest joint of the middle.
    """
    share = {int(joint): int(part) for joint, part in zip(joints, shares, strict=True)}
    for slot, joint in enumerate(joints):
        if SWAPPED[joint] != joint:
            shares[slot] = min(share[int(joint)], share.get(SWAPPED[joint], 0))
    middle = next(slot for slot, joint in enumerate(joints) if SWAPPED[joint] == joint)
    shares[middle] += FULL_SHARE - shares.sum()


def _indices(buffer: _Buffer, triangles: Ints) -> int:
    flat = triangles.astype("<u2").reshape(-1)
    view = buffer.view(flat.tobytes(), target=ELEMENT)
    return buffer.accessor(view, USHORT, len(flat), "SCALAR")


def _inverse_bind(buffer: _Buffer, figure: Figure, middle: Floats, size: float) -> int:
    """From quantised places to each joint's own frame, which lies along the axes when bound."""
    matrices = np.zeros((len(NAMES), 4, 4))
    for number, name in enumerate(NAMES):
        matrices[number, :3, :3] = np.eye(3) * size
        matrices[number, :3, 3] = middle - figure.places[name]
        matrices[number, 3, 3] = 1
    columns = matrices.transpose(0, 2, 1).astype("<f4")
    return buffer.accessor(buffer.view(columns.tobytes()), FLOAT, len(NAMES), "MAT4")


def _nodes(figure: Figure) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = []
    for number, (name, parent) in enumerate(zip(NAMES, PARENTS, strict=True)):
        place, turn = figure.places[name], figure.turns[name]
        if parent >= 0:
            place = place - figure.places[NAMES[parent]]
            turn = figure.turns[NAMES[parent]].T @ turn
        node: dict[str, Any] = {"name": name, "translation": _short(place, 6)}
        if not np.allclose(turn, np.eye(3), atol=1e-9):
            node["rotation"] = _short(quaternion(turn), 7)
        children = [child for child, above in enumerate(PARENTS) if above == number]
        if children:
            node["children"] = children
        nodes.append(node)
    return nodes


def _short(values: Floats, digits: int) -> list[float]:
    return [round(float(value), digits) + 0.0 for value in values]


def quaternion(turn: Floats) -> Floats:
    """A rotation matrix as x, y, z, w with w not negative."""
    (a, b, c), (d, e, f), (g, h, i) = turn
    squares = np.array([1 + a - e - i, 1 - a + e - i, 1 - a - e + i, 1 + a + e + i])
    most = int(np.argmax(squares))
    rows = (
        (squares[0], b + d, c + g, h - f),
        (b + d, squares[1], f + h, c - g),
        (c + g, f + h, squares[2], d - b),
        (h - f, c - g, d - b, squares[3]),
    )
    found = np.array(rows[most])
    found = found / np.linalg.norm(found)
    kept: Floats = -found if found[3] < 0 else found
    return kept


def _material(figure: Figure, name: str) -> dict[str, Any]:
    surface = {
        "baseColorFactor": [*_short(np.array(figure.colours[name]), 4), 1.0],
        "metallicFactor": 0.0,
        "roughnessFactor": figure.roughness[name],
    }
    return {"name": name, "pbrMetallicRoughness": surface}


def _packed(document: dict[str, Any], data: bytes) -> bytes:
    words = json.dumps(document, separators=(",", ":")).encode()
    words += b" " * (-len(words) % 4)
    data += b"\0" * (-len(data) % 4)
    header = struct.pack("<III", 0x46546C67, 2, 12 + 8 + len(words) + 8 + len(data))
    first = struct.pack("<II", len(words), 0x4E4F534A) + words
    return header + first + struct.pack("<II", len(data), 0x004E4942) + data
