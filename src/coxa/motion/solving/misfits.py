"""What of a motion's words could not all be had at once, by name: usually a pose that is written
wrong.
"""

from dataclasses import dataclass

import numpy as np

from coxa.motion.solids import FLOOR, Patch, Round
from coxa.motion.solving.poses import Surroundings
from coxa.motion.solving.scene import State
from coxa.motion.solving.terms import SkinTarget, Target
from coxa.motion.solving.wanted import ARM_PARTS, Wanted
from coxa.motion.turns import COORDINATES, PELVIS_PLACE
from coxa.motion.values import Array

GAP = 0.01  # m: a contact that does not hold
FLESH = 5  # times the scale of a contact where flesh rests before the point itself does
SKIN_GAP = 0.025  # m: one part of the body beside, not on, another
OFF = 12.0  # degrees from an authored angle of legs and trunk: authors are good to about ten
FIRM = 4.0  # a scale below this marks an authored angle
SUNK = 0.01  # m


@dataclass(frozen=True)
class Misfit:
    """In a pose, `what` is `value` off, in `unit`."""

    pose: str
    what: str
    value: float
    unit: str

    def __str__(self) -> str:
        figure = f"{self.value * 100:.1f} cm" if self.unit == "m" else f"{self.value:.0f} deg"
        return f"{self.pose}: {self.what} is off by {figure}"


def misfits(around: Surroundings, keys: list[Wanted], values: Array) -> tuple[Misfit, ...]:
    found = []
    for key, row in zip(keys, values, strict=True):
        state = around.scene.state(row)
        found += _gaps(state, key) + _angles(key, row) + _sunk(around, state, key)
    return tuple(found)


def _gaps(state: State, key: Wanted) -> list[Misfit]:
    found = []
    for touch, target in zip(key.touches, key.targets, strict=True):
        gap = gap_of(state, target)
        if gap > _allowed(target):
            found.append(Misfit(key.name, f"{touch.point} on {touch.on}", gap, "m"))
    return found


def _allowed(target: Target | SkinTarget) -> float:
    return SKIN_GAP if isinstance(target, SkinTarget) else max(GAP, FLESH * target.gap)


def gap_of(state: State, target: Target | SkinTarget) -> float:
    """How far a patch is from what it should touch, in metres."""
    middles = state.patches[0]
    at = middles[target.patch]
    if isinstance(target, SkinTarget):
        return float(np.linalg.norm(at - middles[target.other]))
    surface = target.surface
    if isinstance(surface, Round):
        away = at - surface.middle
        along = float(away @ surface.axis) if surface.half else 0.0
        beyond = max(abs(along) - surface.half, 0)
        radial = away - along * surface.axis
        return float(np.hypot(np.linalg.norm(radial) - surface.radius, beyond))
    return _from_patch(surface, at)


def _from_patch(face: Patch, at: Array) -> float:
    off = np.maximum(np.abs(face.along @ (at - face.origin)) - face.half, 0)
    return float(np.linalg.norm([(at - face.origin) @ face.normal, *off]))


def _angles(key: Wanted, row: Array) -> list[Misfit]:
    return [
        Misfit(key.name, f"{name} {row[c]:.0f} for {key.values[c]:.0f}", abs(float(off)), "deg")
        for c, name in enumerate(COORDINATES)
        if name not in PELVIS_PLACE
        and key.scale[c] < FIRM
        and not name.startswith(ARM_PARTS)
        and abs(off := row[c] - key.values[c]) > OFF
    ]


def _sunk(around: Surroundings, state: State, key: Wanted) -> list[Misfit]:
    skin = state.places[around.scene.skin_rows]
    under = float((FLOOR.origin[1] - skin[:, 1]).max())
    found = [Misfit(key.name, "skin under the floor", under, "m")] if under > SUNK else []
    for solid in around.solids:
        deep = float(solid.depth(skin)[0].max()) - solid.gives
        if deep > SUNK:
            found.append(Misfit(key.name, f"skin inside {solid.name}", deep, "m"))
    return found
