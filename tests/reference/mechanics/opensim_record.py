"""What OpenSim measured, as tools/muscles/record.py wrote it down, and how far ours is from it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from coxa.mechanics import paths
from coxa.mechanics.brim import HIP
from coxa.mechanics.model import COORDINATES
from coxa.mechanics.muscle import lines
from coxa.motion.turns import COLUMN
from coxa.motion.turns import COORDINATES as ALL

FILE = Path(__file__).with_name("opensim.npz")
BRIM = ("iliacus", "psoas")
BRIM_FROM_DEG = 25.0  # of flexion: from there on ours are led otherwise (coxa.mechanics.brim)


@dataclass(frozen=True)
class Truth:
    """`poses` (n, C) in degrees; `lengths` (n, M) and `arms` (n, M, C) in metres; right side."""

    muscles: tuple[str, ...]
    poses: np.ndarray
    lengths: np.ndarray
    arms: np.ndarray
    spread: int  # so many are all over the ranges; the others are of motions


@dataclass(frozen=True)
class Errors:
    """Millimetres: of lengths (n, M), of the arms (n, M, C) that a muscle has; `smooth` (n, M)."""

    lengths: np.ndarray
    arms: np.ndarray
    crossed: np.ndarray
    smooth: np.ndarray

    def of_arms(self, where: np.ndarray) -> np.ndarray:
        """Those of poses and muscles `where` (n, M)."""
        return self.arms[where[:, :, None] & self.crossed[None]]


def about() -> dict[str, Any]:
    """Where the record comes from."""
    with np.load(FILE) as file:
        found: dict[str, Any] = json.loads(str(file["about"]))
    return found


def recorded() -> Truth:
    of = about()
    with np.load(FILE) as file:
        return Truth(
            tuple(of["muscles"]),
            file["poses_deg"].astype(float),
            file["lengths"] * of["unit_m"],
            file["arms"] * of["unit_m"],
            of["poses"]["spread"],
        )


def errors(truth: Truth) -> Errors:
    """Of our lengths and arms."""
    values = np.zeros((len(truth.poses), len(ALL)))
    for i, name in enumerate(COORDINATES):
        values[:, COLUMN[name if name.startswith("lumbar") else f"{name}_r"]] = truth.poses[:, i]
    found = paths.paths(values)
    own = [lines()[name].column for name in truth.muscles]
    brim = np.array([name in BRIM for name in truth.muscles])
    bent = truth.poses[:, HIP[0]] > BRIM_FROM_DEG
    return Errors(
        1000 * np.abs(found.lengths[:, own, 1] - truth.lengths),
        1000 * np.abs(found.arms[:, own, 1] - truth.arms),
        np.abs(truth.arms).max(axis=0) > 0,
        ~(bent[:, None] & brim),
    )
