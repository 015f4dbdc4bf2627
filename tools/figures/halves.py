"""The body is made as its left half; the right half is the mirror image."""

import numpy as np
from tools.figures.rig import NAMES
from tools.figures.source import Floats, Ints
from tools.figures.surface import Surface

MIDDLE = 1e-7  # m: nearer to the middle plane than this is on it


def _other_side(name: str) -> str:
    for ending, other in (("_l", "_r"), ("_r", "_l")):
        if name.endswith(ending):
            return name.removesuffix(ending) + other
    return name


SWAPPED = [NAMES.index(_other_side(name)) for name in NAMES]


def symmetric(at: dict[str, Floats]) -> dict[str, Floats]:
    """Joint places with the left ones mirrored to the right, and those of the middle in it."""
    flip = np.array([-1.0, 1.0, 1.0])
    return {name: (place + at[_other_side(name)] * flip) / 2 for name, place in at.items()}


def left_half(whole: Surface) -> Surface:
    """The triangles on the left, with the middle line's vertices exactly in the middle."""
    places, normals, weights = whole.places.copy(), whole.normals.copy(), whole.weights.copy()
    middle = np.abs(places[:, 0]) < MIDDLE
    places[middle, 0] = 0.0
    normals[middle, 0] = 0.0
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    weights[middle] = (weights[middle] + weights[middle][:, SWAPPED]) / 2
    left = places[whole.triangles, 0].mean(axis=1) > 0
    return Surface(places, normals, weights, whole.triangles).part(np.flatnonzero(left))


def mirrored(half: Surface, labels: Ints) -> tuple[Surface, Ints, list[int]]:
    """Both halves as one, its labels, and for each vertex of the left half its mirror image.

    The middle line's vertices are shared.
    """
    own = half.places[:, 0] != 0
    other = np.where(own, len(half.places) + np.cumsum(own) - 1, np.arange(len(own)))
    turned = half.triangles[:, ::-1]
    flip = np.array([-1.0, 1.0, 1.0])
    both = Surface(
        np.concatenate((half.places, half.places[own] * flip)),
        np.concatenate((half.normals, half.normals[own] * flip)),
        np.concatenate((half.weights, half.weights[own][:, SWAPPED])),
        np.concatenate((half.triangles, other[turned])),
    )
    return both, np.concatenate((labels, labels)), other.tolist()


def joined(first: tuple[Surface, Ints], second: tuple[Surface, Ints]) -> tuple[Surface, Ints]:
    """Two surfaces with their labels as one; they share no vertices."""
    (a, a_labels), (b, b_labels) = first, second
    surface = Surface(
        np.concatenate((a.places, b.places)),
        np.concatenate((a.normals, b.normals)),
        np.concatenate((a.weights, b.weights)),
        np.concatenate((a.triangles, b.triangles + len(a.places))),
    )
    return surface, np.concatenate((a_labels, b_labels))
