"""Poses within the joints' ranges, and the model's lengths and arms there."""

import numpy as np
from tools.muscles import chain
from tools.muscles.source import Floats, Model

from coxa.anatomy.coordinates import coordinate
from coxa.anatomy.ranges import breaches
from coxa.mechanics.model import AT, COORDINATES

STEP = 1e-4  # rad: half of the step of a slope
# The model bends its knee the other way round.
KNEE_SIGN = -1.0
# The model's own end of the knee's bend (degrees); its splines say nothing beyond.
KNEE_ENDS = (-10.0, 120.0)


def ranges() -> tuple[Floats, Floats]:
    """The lowest and highest of each coordinate in any combined position, degrees."""
    ends = np.array([coordinate(sided(name)).farthest for name in COORDINATES])
    return ends[:, 0], ends[:, 1]


def poses(count: int, seed: int, knee_top: float = KNEE_ENDS[1]) -> Floats:
    """Poses (count, C) in degrees, even over what the combined ranges of the joints allow."""
    random = np.random.default_rng(seed)
    low, high = ranges()
    high[AT["knee_angle"]] = min(high[AT["knee_angle"]], knee_top)
    names = [sided(name) for name in COORDINATES]
    found: list[Floats] = []
    while len(found) < count:
        pose = random.uniform(low, high)
        if not breaches(dict(zip(names, pose.tolist(), strict=True))):
            found.append(pose)
    return np.array(found)


def values(poses: Floats) -> dict[str, Floats]:
    """Poses as the model takes them: its names, its signs, radians."""
    radians = np.radians(poses)
    radians[:, AT["knee_angle"]] *= KNEE_SIGN
    return dict(zip(COORDINATES, radians.T, strict=True))


def lengths(model: Model, names: list[str], poses: Floats) -> Floats:
    """Lengths (len(names), n) of whole muscles at poses in degrees, jumps and all."""
    lines = {line.name: line for line in model.lines}
    at = values(poses)
    of = chain.frames(model, at)
    return np.stack([chain.lengths(lines[name], of, at) for name in names])


def arms(model: Model, names: list[str], poses: Floats, coordinate: str) -> Floats:
    """Moment arms (len(names), n): minus the slope of the length, in metres a radian."""
    step = np.zeros(poses.shape[1])
    step[AT[coordinate]] = np.degrees(STEP)
    high, low = (lengths(model, names, poses + side * step) for side in (1, -1))
    return (low - high) / (2 * STEP)


def sided(name: str) -> str:
    """The name of a coordinate on the right."""
    return name if name.startswith("lumbar") else f"{name}_r"
