"""The things of a clip as nodes with small meshes.

A node's scale gives a thing its size: all boxes of a chair share one cube.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from coxa.motion import quaternions
from coxa.motion.clip import Placed
from coxa.motion.gltf import axes
from coxa.motion.gltf.keys import Track
from coxa.motion.gltf.tracks import MOST_DEG, MOST_M
from coxa.motion.gltf.writer import Glb, Numbers, short
from coxa.motion.picture.palette import linear, palette
from coxa.motion.props import mesh
from coxa.motion.surface import Surface
from coxa.motion.values import Array

QUANTISED = "KHR_mesh_quantization"
ARRAY, ELEMENTS = 34962, 34963  # glTF's words for what a view holds
# Whole numbers stand for shares of these. Bytes are enough for what they round by less than this.
COARSE, FINE, FINE_ENOUGH_M = 127, 32767, 0.0005
STRIDE = 4  # rows of three are filled up: each starts at a multiple of four bytes
SMALL = 256  # as many vertices can be told apart by one byte
MATT, GLOSSY = 0.9, 0.35  # roughness of what has no gloss, and all of it
PLACE_DIGITS, TURN_DIGITS, COLOUR_DIGITS = 4, 5, 3


@dataclass(frozen=True, eq=False)
class _Shape:
    """A surface drawn into the cube from -1 to 1, in whole numbers; `half` (3,) m undoes it."""

    half: Array
    places: Numbers
    normals: Numbers
    corners: Numbers

    @property
    def make(self) -> bytes:
        """The same for things that differ in size only."""
        parts = (self.places, self.normals, self.corners)
        return b"".join(part.dtype.str.encode() + part.tobytes() for part in parts)


class Things:
    """Writes things into a file."""

    def __init__(self, glb: Glb) -> None:
        self._glb = glb
        self._primitives: dict[bytes, dict[str, Any]] = {}
        self._meshes: dict[tuple[bytes, str], int] = {}
        self._materials: dict[str, int] = {}

    def add(self, things: Sequence[Placed]) -> tuple[list[int], list[Track]]:
        """The nodes of the things where they are first, and how they move from there."""
        nodes, tracks = [], []
        for thing in things:
            surface = mesh(thing)
            shape = _shape(surface, float(np.abs(thing.scales).max()))
            places, turns, scales = _moves(thing, shape.half)
            number = len(self._glb.document["nodes"])
            degrees = min(MOST_DEG, float(np.degrees(MOST_M / scales.max())))
            moves = [
                Track(number, "translation", places, MOST_M),
                Track(number, "rotation", turns, degrees),
                Track(number, "scale", scales, MOST_M),
            ]
            node = _node(thing.name, *(track.start for track in moves))
            node["mesh"] = self._mesh(shape, thing.kind, surface.material)
            nodes.append(self._glb.add("nodes", node))
            tracks += moves
        return nodes, tracks

    def _mesh(self, shape: _Shape, name: str, colour: str) -> int:
        key = (shape.make, colour)
        if key not in self._meshes:
            primitive = self._primitive(shape) | {"material": self._material(colour)}
            self._meshes[key] = self._glb.add("meshes", {"name": name, "primitives": [primitive]})
        return self._meshes[key]

    def _primitive(self, shape: _Shape) -> dict[str, Any]:
        if shape.make not in self._primitives:
            self._primitives[shape.make] = {
                "attributes": {
                    "POSITION": self._rows(shape.places, limits=True),
                    "NORMAL": self._rows(shape.normals),
                },
                "indices": self._glb.numbers("corners", shape.corners, target=ELEMENTS),
            }
            for kind in ("extensionsUsed", "extensionsRequired"):
                if QUANTISED not in self._glb.document.get(kind, ()):
                    self._glb.add(kind, QUANTISED)
        return self._primitives[shape.make]

    def _rows(self, rows: Numbers, limits: bool = False) -> int:
        stride = STRIDE * rows.itemsize
        view = f"rows of {stride}"
        more = {"byteStride": stride, "target": ARRAY}
        return self._glb.numbers(view, rows, share=True, limits=limits, **more)

    def _material(self, name: str) -> int:
        if name not in self._materials:
            self._materials[name] = self._glb.add("materials", material(name))
        return self._materials[name]


def material(name: str) -> dict[str, Any]:
    """A material of the palette, as it is on light paper. Raises FaultyInputError if unknown."""
    known = palette().material(name)
    entry: dict[str, Any] = {
        "name": name,
        "pbrMetallicRoughness": {
            "baseColorFactor": [*short(linear(known.light), COLOUR_DIGITS), 1],
            "metallicFactor": 0,
            "roughnessFactor": round(MATT + (GLOSSY - MATT) * known.gloss, COLOUR_DIGITS),
        },
    }
    return entry | {"doubleSided": True} if known.two_sided else entry


def _shape(surface: Surface, stretched: float) -> _Shape:
    """`stretched`: how many times its own size the thing is at most."""
    places = axes.places(surface.vertices)
    half = np.abs(places).max(axis=0)
    half = np.where(half > 0, half, 1.0)
    shares = places / half
    coarse = np.abs(np.rint(shares * COARSE) / COARSE - shares) * half * stretched
    finest, kind = (COARSE, "i1") if coarse.max() <= FINE_ENOUGH_M else (FINE, "<i2")
    # What makes a surface narrower makes its normals lean the other way.
    normals = axes.places(surface.normals) * half
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    rows = np.rint(np.hstack([shares * finest, normals * COARSE]))
    # Where many triangles meet, as at a pole, there are many vertices that are the same.
    kept, number = np.unique(rows, axis=0, return_inverse=True)
    return _Shape(
        half,
        kept[:, :3].astype(kind),
        kept[:, 3:].astype("i1"),
        number[surface.triangles].reshape(-1).astype("u1" if len(kept) < SMALL else "<u2"),
    )


def _moves(thing: Placed, half: Array) -> tuple[Array, Array, Array]:
    turns = quaternions.continuous(quaternions.unit(thing.rotations))
    return axes.places(thing.positions), axes.turns(turns), axes.sizes(thing.scales) * half


def _node(name: str, place: Array, turn: Array, scale: Array) -> dict[str, Any]:
    node: dict[str, Any] = {"name": name}
    if np.any(place):
        node["translation"] = short(place, PLACE_DIGITS)
    if not np.allclose(np.abs(turn), (0, 0, 0, 1)):
        node["rotation"] = short(turn, TURN_DIGITS)
    return node | {"scale": short(scale, PLACE_DIGITS)}
