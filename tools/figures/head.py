"""Short hair, eyebrows and eyes of a calm, neutral face.

Axes are glTF's, metres, all from the standing figure's head joint.
"""

from dataclasses import replace

import numpy as np
from scipy.interpolate import PchipInterpolator
from tools.figures.clothing import rim_edges
from tools.figures.rig import NAMES
from tools.figures.source import Flags, Floats, Source
from tools.figures.subdivide import subdivide
from tools.figures.surface import Surface, cut, sides, smooth_step, triangles_of, vertex_normals

EYE = "helper-l-eye"  # the left eyeball's name in the source
# The hairline: how high above the head joint it runs, by the angle from straight ahead.
HAIRLINE_DEG = (0.0, 35.0, 58.0, 70.0, 84.0, 95.0, 106.0, 118.0, 145.0, 180.0)
HAIRLINE_M = (0.104, 0.102, 0.090, 0.062, 0.052, 0.046, 0.004, -0.020, -0.032, -0.036)
SKULL_MIDDLE = -0.012  # m forward: what the angle is measured round
HAIR_GAP, HAIR_EDGE, HAIR_TOP = 0.005, 0.0015, 0.009  # m off the skin; more on top
HAIR_SOFT = 0.035  # m: over this width it rises from its edge
# An eyebrow: height and half thickness along its way from the nose outward, from the eye's middle.
BROW_OUT = (-0.017, -0.006, 0.006, 0.016, 0.022)
BROW_UP = (0.0165, 0.0185, 0.0200, 0.0190, 0.0165)
BROW_HALF = (0.0022, 0.0026, 0.0024, 0.0018, 0.0014)
IRIS_DEG = 25.0  # half the angle that the iris takes of the eyeball
SEEN = 0.15  # cosine: the part of an eyeball that looks forward at least so much


def hair_field(stands: Floats, at: dict[str, Floats]) -> Floats:
    """Above 0 on the scalp, about the distance from the hairline, (V,)."""
    off = stands - at["head"]
    angle = np.degrees(np.arctan2(np.abs(off[:, 0]), off[:, 2] - SKULL_MIDDLE))
    field: Floats = off[:, 1] - PchipInterpolator(HAIRLINE_DEG, HAIRLINE_M)(angle)
    return field


def hair_gap(field: Floats, height: Floats, at: dict[str, Floats]) -> Floats:
    """How far off the skin the hair is, (V,), at a `height` (V,) of the standing figure."""
    top = smooth_step(height - at["head"][1], 0.08, 0.15)
    rise = smooth_step(field, 0.0, HAIR_SOFT)
    gap: Floats = HAIR_EDGE + rise * (HAIR_GAP - HAIR_EDGE + HAIR_TOP * top)
    return gap


def brow_field(stands: Floats, eye: Floats) -> Floats:
    """Above 0 in the left eyebrow, (V,)."""
    off = stands - eye
    up = np.interp(off[:, 0], BROW_OUT, BROW_UP)
    half = np.interp(off[:, 0], BROW_OUT, BROW_HALF)
    ends = np.minimum(off[:, 0] - BROW_OUT[0], BROW_OUT[-1] - off[:, 0])
    field = np.minimum(half - np.abs(off[:, 1] - up), ends)
    return np.where(off[:, 2] > 0, field, -1.0)


def left_eye(source: Source) -> tuple[Surface, Flags]:
    """The left eye as far as it looks forward, and which of its triangles are the iris, (T,)."""
    middle = source.middle(EYE)
    used, numbers = np.unique(source.quads[EYE], return_inverse=True)
    places, quads = subdivide(source.vertices[used], numbers.reshape(-1, 4))
    triangles = triangles_of(quads, places)
    weights = np.zeros((len(places), len(NAMES)))
    weights[:, NAMES.index("head")] = 1.0
    eye = Surface(places, vertex_normals(places, triangles), weights, triangles)
    eye = eye.part(np.flatnonzero(sides(triangles, _gazing(places, middle)) > SEEN))
    angle = np.degrees(np.arccos(np.clip(_gazing(eye.places, middle), -1, 1)))
    whole, field, _ = cut(eye, IRIS_DEG - angle, angle)
    return whole, sides(whole.triangles, field) > 0


def _gazing(places: Floats, middle: Floats) -> Floats:
    """The cosine between straight ahead and the way from the eye's middle, (V,)."""
    away = places - middle
    cosine: Floats = away[:, 2] / np.linalg.norm(away, axis=1)
    return cosine


def mouth_closed(skin: Surface) -> Surface:
    """The left half with the slit between the lips filled: one open edge from middle to middle."""
    after = {int(a): int(b) for a, b in rim_edges(skin)}
    middle = {v for v in after if skin.places[v, 0] == 0} - set(after.values())
    if len(middle) != 1:
        raise ValueError(f"{len(middle)} open edges begin in the middle, must be 1: the mouth")
    chain = [middle.pop()]
    while chain[-1] in after:
        chain.append(after[chain[-1]])
    upper, lower, filled = 0, len(chain) - 1, []
    while lower - upper > 1:
        steps = (upper + 1, lower), (upper, lower - 1)
        gaps = [np.linalg.norm(skin.places[chain[a]] - skin.places[chain[b]]) for a, b in steps]
        if gaps[0] <= gaps[1]:
            filled.append((chain[upper + 1], chain[upper], chain[lower]))
            upper += 1
        else:
            filled.append((chain[lower], chain[lower - 1], chain[upper]))
            lower -= 1
    return replace(skin, triangles=np.concatenate((skin.triangles, np.array(filled))))
