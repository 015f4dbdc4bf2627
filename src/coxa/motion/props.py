"""The meshes of things: a box, a cylinder, a ball, a strap, by the size that a clip gives; each a
mirror of itself.
"""

from functools import cache

import numpy as np

from coxa.exercises.props import PROPS
from coxa.motion.clip import Placed
from coxa.motion.surface import Surface
from coxa.motion.values import Array, Whole

ROUND = 16  # sides of what is round: smooth enough at the size a person sees
STRAP_THICK = 0.004  # m
STRAP_DEEP = (
    0.07  # m: half the way across a thigh, from the front strand of a loop to its back strand
)
# What stands behind or lies under everything: a picture is not framed to hold it.
_AROUND = {kind.colour for kind in PROPS.values() if kind.backdrop or kind.flat}
BACKDROPS = _AROUND - {kind.colour for kind in PROPS.values() if not (kind.backdrop or kind.flat)}
Mesh = tuple[Array, Array, Whole]  # vertices, normals, triangles


def mesh(placed: Placed) -> Surface:
    """One thing about its own middle, unscaled. Raises ValueError for a kind that has no mesh."""
    vertices, normals, triangles = _mesh(placed.kind, placed.size)
    return Surface(
        vertices, normals, triangles, placed.colour, frame=placed.colour not in BACKDROPS
    )


@cache
def _mesh(kind: str, size: tuple[float, ...]) -> Mesh:
    if kind == "box":
        return _box(np.array(size) / 2)
    if kind == "cylinder":
        return _turned(_rim(size[0], size[1] / 2))
    if kind == "ball":
        return _turned(_arc(size[0]))
    if kind == "strap":
        return _strap(size[0])
    raise ValueError(f"'{kind}' has no mesh; known: box, cylinder, ball, strap")


def _box(half: Array) -> Mesh:
    vertices: list[Array] = []
    normals: list[Array] = []
    triangles: list[tuple[int, int, int]] = []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            normal = np.zeros(3)
            normal[axis] = sign
            u, v = np.eye(3)[(axis + 1) % 3], np.eye(3)[(axis + 2) % 3] * sign
            start = len(vertices)
            vertices += [(normal + a * u + b * v) * half for a, b in _SQUARE]
            normals += [normal] * 4
            triangles += [(start, start + 1, start + 2), (start, start + 2, start + 3)]
    return np.array(vertices), np.array(normals), np.array(triangles)


_SQUARE = ((-1, -1), (1, -1), (1, 1), (-1, 1))
Profile = list[
    tuple[float, float, float, float]
]  # distance from the axis, height, and the normal there


def _rim(radius: float, half: float) -> Profile:
    """Up the outside of a cylinder; its ends are flat."""
    ends = (0.0, -1.0), (0.0, 1.0)
    return [
        (0.0, -half, *ends[0]),
        (radius, -half, *ends[0]),
        (radius, -half, 1.0, 0.0),
        (radius, half, 1.0, 0.0),
        (radius, half, *ends[1]),
        (0.0, half, *ends[1]),
    ]


def _arc(radius: float) -> Profile:
    angles = np.linspace(-np.pi / 2, np.pi / 2, ROUND // 2 + 1)
    return [(radius * np.cos(a), radius * np.sin(a), np.cos(a), np.sin(a)) for a in angles]


def _turned(profile: Profile) -> Mesh:
    """A profile turned about the y axis."""
    around = np.linspace(0, 2 * np.pi, ROUND + 1)[:-1]
    cos, sin = np.cos(around), np.sin(around)
    vertices, normals = [], []
    for out, height, normal_out, normal_up in profile:
        vertices.append(np.stack([out * cos, np.full(ROUND, height), out * sin], axis=1))
        normals.append(np.stack([normal_out * cos, np.full(ROUND, normal_up), normal_out * sin], 1))
    triangles = []
    for row in range(len(profile) - 1):
        for i in range(ROUND):
            a, b = row * ROUND + i, row * ROUND + (i + 1) % ROUND
            triangles += [(a, a + ROUND, b), (b, a + ROUND, b + ROUND)]
    return _without_slivers(np.concatenate(vertices), np.concatenate(normals), np.array(triangles))


def _without_slivers(vertices: Array, normals: Array, triangles: Whole) -> Mesh:
    a, b, c = (vertices[triangles[:, i]] for i in range(3))
    keep = np.linalg.norm(np.cross(b - a, c - a), axis=1) > 1e-12
    return vertices, normals, triangles[keep]


def _strap(width: float) -> Mesh:
    """A loop of unit length along x, `width` high: two strands with round ends, seen from all
    sides.
    """
    around = np.linspace(0, 2 * np.pi, 2 * ROUND + 1)[:-1]
    power = 0.5  # a rounded oblong: strands run straight, ends are round
    x = 0.5 * np.sign(np.cos(around)) * np.abs(np.cos(around)) ** power
    z = STRAP_DEEP * np.sign(np.sin(around)) * np.abs(np.sin(around)) ** power
    ring = np.stack([x, np.zeros_like(x), z], axis=1)
    outward = np.stack([np.cos(around), np.zeros_like(x), np.sin(around)], axis=1)
    vertices: list[Array] = []
    normals: list[Array] = []
    triangles: list[tuple[int, int, int]] = []
    n = len(around)
    for sign, shift in ((1.0, 0.0), (-1.0, -STRAP_THICK)):
        start = len(vertices) * n
        for height in (-width / 2, width / 2):
            vertices.append(ring + outward * shift + [0, height, 0])
            normals.append(outward * sign)
        for i in range(n):
            a, b = start + i, start + (i + 1) % n
            quad = [(a, a + n, b), (b, a + n, b + n)]
            triangles += quad if sign > 0 else [(p, r, q) for p, q, r in quad]
    return np.concatenate(vertices), np.concatenate(normals), np.array(triangles)
