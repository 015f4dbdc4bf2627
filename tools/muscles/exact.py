"""The parts of paths that have a closed form: their weights, solved for from poses, and exact."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from tools.muscles import chain, sampling
from tools.muscles.source import Floats, Line, Model, Point

from coxa.mechanics.bases import circular
from coxa.mechanics.model import AT

POSES = 300
SEED = 1
EXACT = 1e-12  # m, m2: what is left over is rounding
HIP = ("hip_flexion", "hip_adduction", "hip_rotation")
ACROSS = {
    ("pelvis", "femur"): HIP,
    ("pelvis", "torso"): ("lumbar_extension", "lumbar_bending", "lumbar_rotation"),
    ("tibia", "calcn"): ("ankle_angle", "subtalar_angle"),
    ("calcn", "toes"): ("mtp_angle",),
}

Pair = tuple[Point, Point]


def along_bone(points: Sequence[Point | None]) -> float:
    """How much of a path lies along one bone and never changes, m. A string counts if both of its
    points stay in their bone; None stands for a point that is left out."""
    total = 0.0
    for before, after in pairwise(points):
        if before and after and before.body == after.body and not (before.moving or after.moving):
            total += float(np.linalg.norm(np.subtract(before.place, after.place)))
    return total


def fixed(line: Line) -> float:
    """The part of a muscle's path that never changes."""
    return along_bone([None if point.within else point for point in line.points])


def crossing(line: Line, across: tuple[str, str]) -> Pair | None:
    """The string of a path from the one bone to the other."""
    found = (pair for pair in pairwise(line.points) if (pair[0].body, pair[1].body) == across)
    return next(found, None)


def strings(model: Model, pairs: Sequence[Pair], coordinates: Sequence[str]) -> Floats:
    """Weights (m, 3 ** k) of the squared lengths of strings between pairs of points."""
    poses = sampling.poses(POSES, SEED)
    at = sampling.values(poses)
    of = chain.frames(model, at)
    apart = [chain.places(b, of, at) - chain.places(a, of, at) for a, b in pairs]
    return _solved(poses, coordinates, np.array([np.einsum("ni,ni->n", d, d) for d in apart]))


def seen_from(model: Model, point: Point, body: str, poses: Floats) -> Floats:
    """Where a point is in a body's frame, (3, n)."""
    at = sampling.values(poses)
    of = chain.frames(model, at)
    turn, place = of[body]
    seen: Floats = np.einsum("nji,nj->in", turn, chain.places(point, of, at) - place)
    return seen


def places(model: Model, point: Point, body: str, coordinates: Sequence[str]) -> Floats:
    """Weights (3, 3 ** k) of where a point is in a body's frame."""
    poses = sampling.poses(POSES, SEED)
    return _solved(poses, coordinates, seen_from(model, point, body, poses))


def _solved(poses: Floats, coordinates: Sequence[str], wanted: Floats) -> Floats:
    """Weights of functions (m, n) of coordinates. Raises ValueError if they do not fit exactly."""
    angles = np.radians(poses[:, [AT[name] for name in coordinates]])
    rows = circular(list(angles.T))
    weights = np.asarray(np.linalg.lstsq(rows.T, wanted.T, rcond=None)[0].T, dtype=np.float64)
    left = np.abs(weights @ rows - wanted).max()
    if left > EXACT:
        raise ValueError(f"{coordinates}: no closed form, {left:.1e} m is left over")
    return weights
