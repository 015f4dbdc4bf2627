"""Poses all over the joints' ranges, for both sides."""

import numpy as np
from tools.muscles import sampling

from coxa.mechanics.model import AT, COORDINATES
from coxa.motion.turns import COLUMN
from coxa.motion.turns import COORDINATES as ALL
from coxa.motion.values import Array

KNEE_TOP = 155.0
MIDLINE = ("lumbar", "thorax")


def sided(name: str, side: str) -> str:
    return name if name.startswith(MIDLINE) else f"{name}_{side}"


def spread(count: int, seed: int = 11) -> Array:
    """(count, coordinates) in degrees: even over the combined ranges, each side by chance."""
    poses = np.zeros((count, len(ALL)))
    for side, one in (("l", seed), ("r", seed + 1)):
        found = sampling.poses(count, one, knee_top=KNEE_TOP)
        for name, i in AT.items():
            poses[:, COLUMN[sided(name, side)]] = found[:, i]
    return poses


def pose(**angles: float) -> Array:
    """(1, coordinates): all zero but for what is given, in degrees."""
    values = np.zeros((1, len(ALL)))
    for name, value in angles.items():
        values[0, COLUMN[name]] = value
    return values


def along(name: str, angles: Array, **others: float) -> Array:
    """(n, coordinates): one coordinate goes through `angles`, the others stay."""
    values = np.repeat(pose(**others), len(angles), axis=0)
    values[:, COLUMN[name]] = angles
    return values


def whole_range(name: str, steps: int) -> Array:
    """From one end of a coordinate of `model.COORDINATES` to the other, degrees."""
    low, high = (end[COORDINATES.index(name)] for end in sampling.ranges())
    return np.linspace(low, high, steps)
