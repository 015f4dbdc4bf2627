"""What a pose is asked to be, each as residuals with their slopes: zero when it is so.

Every residual is divided by how far off it may be (its scale), so that one is worth as much as
another. C coordinates.
"""

from dataclasses import dataclass

import numpy as np

from coxa.motion.solids import Patch, Round, Solid, Touchable
from coxa.motion.solving.scene import State
from coxa.motion.values import Array

Term = tuple[Array, Array]  # residuals (k,), slopes (k, C)

GAP = 0.0015  # m: a contact that holds
ALONG = 0.006  # m: beyond the edge of a surface
SKIN_GAP = 0.006  # m: one part of the body on another
FACING = 0.4  # cosine: skin faces what it touches
SUNK = 0.002  # m: inside the floor or a thing
SKIN_GIVES = 0.003  # m: skin yields so far to floor and things without being sunk
LIMB_SUNK = 0.004  # m: inside another limb
TIPPING = 0.01  # m: the centre of mass from over the middle of the feet


@dataclass(frozen=True)
class Target:
    """A patch of skin (by index) that touches a surface."""

    patch: int
    surface: Touchable
    gap: float = GAP


@dataclass(frozen=True)
class SkinTarget:
    """A patch of skin on another one, both by index."""

    patch: int
    other: int


def touching(state: State, target: Target) -> Term:
    middles, slopes = state.patches
    at, slope = middles[target.patch], slopes[target.patch]
    if isinstance(target.surface, Round):
        return _on_round(state, target, target.surface)
    face = target.surface
    gap = (at - face.origin) @ face.normal
    rows = [np.array([gap]) / target.gap]
    slants = [(face.normal @ slope)[None] / target.gap]
    off = face.along @ (at - face.origin)
    over = np.maximum(np.abs(off) - face.half, 0) * np.sign(off)
    rows.append(over / ALONG)
    slants.append((face.along @ slope) * (over != 0)[:, None] / ALONG)
    facing, facing_slope = state.patch_normals
    rows.append(np.array([1 + facing[target.patch] @ face.normal]) / FACING)
    slants.append((face.normal @ facing_slope[target.patch])[None] / FACING)
    return np.concatenate(rows), np.concatenate(slants)


def gap(state: State, target: Target) -> Term:
    """How far (k,) a patch is from what it should touch, and along which ways (k, 3), in metres."""
    at, surface = state.patches[0][target.patch], target.surface
    if isinstance(surface, Round):
        away = at - surface.middle
        along = float(away @ surface.axis)
        radial = away - along * surface.axis
        distance = float(np.linalg.norm(radial)) + 1e-9
        beyond = np.sign(along) * max(abs(along) - surface.half, 0)
        return np.array([distance - surface.radius, beyond]), np.stack(
            [radial / distance, surface.axis]
        )
    off = surface.along @ (at - surface.origin)
    over = np.maximum(np.abs(off) - surface.half, 0) * np.sign(off)
    out = over != 0
    height = np.array([(at - surface.origin) @ surface.normal])
    return np.append(height, over[out]), np.vstack([surface.normal[None], surface.along[out]])


def _on_round(state: State, target: Target, side: Round) -> Term:
    at, slope = (part[target.patch] for part in state.patches)
    facing, turns = (part[target.patch] for part in state.patch_normals)
    away = at - side.middle
    along = float(away @ side.axis) if side.half else 0.0
    radial = away - along * side.axis
    distance = float(np.linalg.norm(radial)) + 1e-9
    way = radial / distance
    beyond = np.sign(along) * max(abs(along) - side.half, 0)
    residual = [(distance - side.radius) / GAP, beyond / ALONG, (1 + facing @ way) / FACING]
    slopes = [way @ slope / GAP, side.axis @ slope * (beyond != 0) / ALONG, way @ turns / FACING]
    return np.array(residual), np.stack(slopes)


def on_skin(state: State, target: SkinTarget) -> Term:
    middles, slopes = state.patches
    apart = (middles[target.patch] - middles[target.other]) / SKIN_GAP
    slope = (slopes[target.patch] - slopes[target.other]) / SKIN_GAP
    facing, facing_slope = state.patch_normals
    a, b = facing[target.patch], facing[target.other]
    turn = a @ facing_slope[target.other] + b @ facing_slope[target.patch]
    return np.append(apart, (1 + a @ b) / FACING), np.vstack([slope, turn[None] / FACING])


def held_at(state: State, patch: int, place: Array, scale: float = GAP) -> Term:
    """A patch that stays where it is put, in all three directions."""
    middles, slopes = state.patches
    return (middles[patch] - place) / scale, slopes[patch] / scale


def above_floor(state: State) -> Term:
    rows = state.scene.skin_rows
    under = -state.places[rows, 1] - SKIN_GIVES
    sunk = under > 0
    return under[sunk] / SUNK, -state.slopes(np.flatnonzero(sunk))[:, 1] / SUNK


def outside(state: State, solid: Solid) -> Term:
    rows = state.scene.skin_rows
    depth, out = solid.depth(state.places[rows])
    deep = depth - SKIN_GIVES - solid.gives / 2
    sunk = deep > 0
    slopes = -np.einsum("mi,mic->mc", out[sunk], state.slopes(np.flatnonzero(sunk)))
    return deep[sunk] / SUNK, slopes / SUNK


def limbs_apart(state: State) -> Term:
    """The skin of one part of the body outside the ovals of another, but for what flesh gives."""
    scene = state.scene
    rows, joints, deep, ways = scene.parts.sunk(state.places[scene.limb_rows], state.frames)
    slopes = state.slopes(rows + scene.limb_rows.start)
    at = state.places[rows + scene.limb_rows.start]
    slopes = slopes - scene.moving.riding_jacobian(state.frames, joints, at)
    return deep / LIMB_SUNK, -np.einsum("pi,pic->pc", ways, slopes) / LIMB_SUNK


def balanced(state: State, feet: list[int]) -> Term:
    """The centre of mass over the middle of the patches that stand."""
    middle, slope = state.centre_of_mass
    middles, slopes = state.patches
    off = middle - middles[feet].mean(axis=0)
    lean = slope - slopes[feet].mean(axis=0)
    return off[[0, 2]] / TIPPING, lean[[0, 2]] / TIPPING


def within(values: Array, low: Array, high: Array) -> Term:
    """Coordinates inside their ranges; one degree beyond counts as one."""
    beyond = np.maximum(values - high, 0) - np.maximum(low - values, 0)
    out = beyond != 0
    return beyond[out], np.eye(len(values))[out]


def near(values: Array, wanted: Array, scale: Array) -> Term:
    return (values - wanted) / scale, np.diag(1 / scale)


def sideways(surface: Touchable) -> Array:
    """The directions (k, 3) in which a planted contact may not slide."""
    if isinstance(surface, Patch):
        return surface.along
    return np.eye(3)  # a hand round a bar stays where it has closed
