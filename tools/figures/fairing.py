"""Evens out what cloth does not show: nipples, navel, the cleft of the buttocks, the groin."""

import numpy as np
from scipy.sparse import coo_array, csc_array
from scipy.sparse.linalg import spsolve
from tools.figures.source import Flags, Floats, Ints
from tools.figures.surface import TINY, smooth_step, smoothed, triangles_of

# Where (m from the pelvis joint: out, up, forward), and how far it reaches.
FILLED = (
    ((0.095, 0.347, 0.135), 0.070),  # the nipples: the mesh is so fine there that smoothing
    ((0.000, 0.155, 0.130), 0.030),  # takes long and leaves a peak; as at the navel
)
SMOOTHED = (  # and how many rounds
    ((0.092, 0.335, 0.130), 0.120, 50),  # the chest, slightly modelled
    ((0.000, -0.010, -0.060), 0.085, 20),  # the cleft of the buttocks
    ((0.000, -0.075, 0.010), 0.060, 40),  # between the legs
    ((0.000, -0.020, 0.090), 0.070, 15),
)
EVERYWHERE_ROUNDS = 2  # all over the trunk
STRENGTH = 0.5
BOTH_SIDES = (1.0, -1.0)


def faired(vertices: Floats, quads: Ints, at: dict[str, Floats]) -> Floats:
    """The vertices (V, 3) in the bind pose, evened where the clothes will be."""
    inside = np.zeros(len(vertices), dtype=bool)
    for place, reach in FILLED:
        inside |= _distance(vertices, at["pelvis"], place) < reach
    inside[np.setdiff1d(np.arange(len(vertices)), quads)] = False
    vertices = _filled(vertices, triangles_of(quads, vertices), inside)
    vertices = smoothed(vertices, quads, STRENGTH * _trunk(vertices, at), EVERYWHERE_ROUNDS)
    for place, reach, rounds in SMOOTHED:
        far = _distance(vertices, at["pelvis"], place)
        near = 1 - smooth_step(far, 0.4 * reach, reach)
        vertices = smoothed(vertices, quads, STRENGTH * near, rounds)
    return vertices


def _distance(vertices: Floats, pelvis: Floats, place: tuple[float, float, float]) -> Floats:
    """How far each vertex is from a place or its mirror image, (V,)."""
    both = [pelvis + np.array(place) * [side, 1, 1] for side in BOTH_SIDES]
    nearest: Floats = np.min([np.linalg.norm(vertices - middle, axis=1) for middle in both], axis=0)
    return nearest


def _trunk(vertices: Floats, at: dict[str, Floats]) -> Floats:
    """1 on the trunk, 0 on limbs and neck, (V,)."""
    height = vertices[:, 1] - at["pelvis"][1]
    neck = at["neck"][1] - at["pelvis"][1]
    trunk = smooth_step(height, -0.15, -0.05) * (1 - smooth_step(height, neck - 0.12, neck - 0.05))
    return trunk * (1 - smooth_step(np.abs(vertices[:, 0]), 0.14, 0.18))


def _filled(vertices: Floats, triangles: Ints, inside: Flags) -> Floats:
    """The vertices inside moved onto the smallest surface that those around them span.

    Their Laplacian with cotangent weights is zero: how fine the mesh is makes no difference
    (U. Pinkall, K. Polthier, Experimental Mathematics 2 (1993) 15).
    """
    rows = _cotangents(vertices, triangles)[np.flatnonzero(inside)]
    known = rows[:, np.flatnonzero(~inside)] @ vertices[~inside]
    filled = vertices.copy()
    filled[inside] = spsolve(csc_array(rows[:, np.flatnonzero(inside)]), -known)
    return filled


def _cotangents(vertices: Floats, triangles: Ints) -> csc_array:
    """The Laplacian with cotangent weights, (V, V)."""
    count = len(vertices)
    whole = csc_array((count, count))
    for corner in range(3):
        tip, a, b = (triangles[:, (corner + turn) % 3] for turn in range(3))
        first, second = vertices[a] - vertices[tip], vertices[b] - vertices[tip]
        doubled = np.linalg.norm(np.cross(first, second), axis=1)
        half = (first * second).sum(axis=1) / np.maximum(doubled, TINY) / 2
        for row, column, sign in ((a, b, 1), (b, a, 1), (a, a, -1), (b, b, -1)):
            whole = whole + csc_array(coo_array((sign * half, (row, column)), shape=(count, count)))
    return whole
