"""The figure's body as arrays: joints, skin, weights and named points, read from `body.glb`.

Axes are OpenSim's: x forward, y up, z to the person's right; metres. The file's are glTF's.
"""

import json
import struct
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

FILE = "body.glb"
MAGIC = 0x46546C67
DTYPES = {5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC3": 3, "VEC4": 4, "MAT4": 16}
# From the file's axes to ours: ours = (gl.z, gl.y, -gl.x).
TO_OURS = np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [-1.0, 0.0, 0.0]])


@dataclass(frozen=True, eq=False)
class Body:
    """One human figure in its bind pose; arrays are read-only.

    `heads` (J, 3) are where the joints turn; `alignments` (J, 3, 3) bring a joint's frame from
    the bind pose to the anatomical position; `parents` (J,), -1 for the root, come before their
    children. `vertices` and `normals` (V, 3); `joints` and `weights` (V, 4), weights sum to 1.
    `triangles` {material: (T, 3)}, outside counter-clockwise; `points` {name: vertex indices}.
    With the root at `heads[0]` and every coordinate zero the feet stand on y = 0.
    """

    joint_names: tuple[str, ...]
    parents: Ints
    heads: Floats
    alignments: Floats
    vertices: Floats
    normals: Floats
    joints: Ints
    weights: Floats
    triangles: dict[str, Ints]
    points: dict[str, Ints]


@cache
def read_body() -> Body:
    """The figure that comes with Coxa. Raises ValueError for a file that is not ours."""
    return body_from((files("coxa.motion") / "figures" / FILE).read_bytes())


def body_from(raw: bytes) -> Body:
    """The figure from the bytes of a file as `read_body` reads. Raises ValueError if it is none."""
    document, data = _chunks(raw)
    nodes = document["nodes"]
    numbers = document["skins"][0]["joints"]
    if numbers != list(range(len(numbers))):
        raise ValueError(f"{FILE}: the joints must be the first nodes, in order")
    parents = _parents(nodes, len(numbers))
    heads, turns = _rest(nodes[: len(numbers)], parents)
    mesh = document["meshes"][0]
    attributes = mesh["primitives"][0]["attributes"]
    inverse = _array(document, data, document["skins"][0]["inverseBindMatrices"])
    scale, shift = inverse[0, 0], inverse[0, 12:15] + heads[0]
    vertices = _array(document, data, attributes["POSITION"]) * scale + shift
    normals = _array(document, data, attributes["NORMAL"])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return Body(
        tuple(node["name"] for node in nodes[: len(numbers)]),
        _kept(parents),
        _kept(heads @ TO_OURS.T),
        _kept(TO_OURS @ turns @ TO_OURS.T),
        _kept(vertices @ TO_OURS.T),
        _kept(normals @ TO_OURS.T),
        _kept(_array(document, data, attributes["JOINTS_0"]).astype(np.int64)),
        _kept(_array(document, data, attributes["WEIGHTS_0"])),
        _triangles(document, data),
        {name: _kept(np.array(rows)) for name, rows in mesh["extras"]["points"].items()},
    )


def _kept(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    array = np.ascontiguousarray(array)
    array.setflags(write=False)
    return array


def _chunks(raw: bytes) -> tuple[dict[str, Any], bytes]:
    if len(raw) < 20 or struct.unpack_from("<I", raw)[0] != MAGIC:
        raise ValueError(f"{FILE}: must be a binary glTF file")
    (length,) = struct.unpack_from("<I", raw, 12)
    document: dict[str, Any] = json.loads(raw[20 : 20 + length])
    return document, raw[20 + length + 8 :]


def _array(document: dict[str, Any], data: bytes, number: int) -> Floats:
    """An accessor as (count, width) floats, normalised integers as the shares they stand for."""
    accessor = document["accessors"][number]
    view = document["bufferViews"][accessor["bufferView"]]
    dtype = np.dtype(DTYPES[accessor["componentType"]])
    width = WIDTHS[accessor["type"]]
    stride = view.get("byteStride", width * dtype.itemsize)
    start = view["byteOffset"] + accessor.get("byteOffset", 0)
    shape = (accessor["count"], width)
    raw = np.ndarray(shape, dtype, data, start, (stride, dtype.itemsize))
    values: Floats = raw.astype(np.float64)
    return values / np.iinfo(dtype).max if accessor.get("normalized") else values


def _parents(nodes: list[dict[str, Any]], count: int) -> Ints:
    parents = np.full(count, -1, dtype=np.int64)
    for number, node in enumerate(nodes[:count]):
        parents[node.get("children", [])] = number
    return parents


def _rest(nodes: list[dict[str, Any]], parents: Ints) -> tuple[Floats, Floats]:
    """Joint places and alignments in the file's axes: offsets add up, as the bind frames lie
    along the axes."""
    places = np.array([node["translation"] for node in nodes])
    turns = np.array([_matrix(node.get("rotation", (0, 0, 0, 1))) for node in nodes])
    for number, parent in enumerate(parents):
        if parent >= 0:
            places[number] += places[parent]
            turns[number] = turns[parent] @ turns[number]
    return places, turns


def _matrix(quaternion: tuple[float, ...]) -> Floats:
    x, y, z, w = np.array(quaternion) / np.linalg.norm(quaternion)
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )


def _triangles(document: dict[str, Any], data: bytes) -> dict[str, Ints]:
    names = [material["name"] for material in document["materials"]]
    return {
        names[part["material"]]: _kept(
            _array(document, data, part["indices"]).astype(np.int64).reshape(-1, 3)
        )
        for part in document["meshes"][0]["primitives"]
    }
