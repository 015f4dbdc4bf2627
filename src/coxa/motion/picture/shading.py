"""How points are lit: a soft sky, one lamp, a little gloss, and an edge of light.

Colours are amounts of light (linear), 0 to 1 for paper white; `encoded` makes picture values.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coxa.motion.picture.axes import Floats, along
from coxa.motion.picture.camera import Camera
from coxa.motion.picture.palette import Material, linear, palette
from coxa.motion.picture.points import Points
from coxa.motion.values import Array, Whole

# Toward the lamp, seen from the camera: to the left, up, and to the viewer.
LAMP_LEFT, LAMP_UP, LAMP_BACK = 0.55, 0.85, 0.55
WRAP = 0.25  # a wide lamp reaches a little round the edge
GLOSS_POWER = 22.0
GLOSS_STRENGTH = 0.27
RIM_POWER = 3.0
THING_RIM = 0.2  # the edge of light sets off the person; a mat seen flatly would turn white
BOUNCE = 0.6  # of the light in a crease has met its sides before
SHADED_KEY = 0.5  # how much a crease that sees little sky also sees little of the wide lamp


@dataclass(frozen=True, eq=False)
class Lit:
    """What light reaches each point: share of the sky `open` (m,), of the lamp `lamp` (m,)."""

    open: Floats
    lamp: Floats


@dataclass(frozen=True, eq=False)
class Look:
    """Everything but the points: materials' `colours` (k, 3), their `gloss` (k,) and how much of
    the rim's light they show, `edged` (k,); the amounts of the lights (3,); where the `eye` (3,)
    is, and the direction (3,) `toward_lamp`."""

    colours: Floats
    gloss: Floats
    edged: Floats
    sky: Floats
    ground: Floats
    key: Floats
    rim: Floats
    eye: Floats
    toward_lamp: Floats


def look(materials: Sequence[Material], theme: str, camera: Camera) -> Look:
    """The look of `materials` in "light" or "dark". Raises FaultyInputError for another word."""
    lights = palette().lights(theme)
    return Look(
        np.array([linear(getattr(one, theme)) for one in materials], dtype=np.float32),
        np.array([one.gloss for one in materials], dtype=np.float32),
        np.array([1 if one.figure else THING_RIM for one in materials], dtype=np.float32),
        _amount(lights.sky, lights.sky_strength),
        _amount(lights.ground, lights.ground_strength),
        _amount(lights.key, lights.key_strength),
        _amount(lights.rim, lights.rim_strength),
        camera.eye.astype(np.float32),
        toward_lamp(camera).astype(np.float32),
    )


def toward_lamp(camera: Camera) -> Array:
    """The direction (3,) of the lamp: with the viewer, so that every view is lit well."""
    right = camera.axes[0]
    back = np.cross(right, [0.0, 1.0, 0.0])
    found = -LAMP_LEFT * right + LAMP_BACK * back + (0.0, LAMP_UP, 0.0)
    return np.asarray(found / np.linalg.norm(found))


def shade(points: Points, lit: Lit, by: Look) -> Floats:
    """The light (m, 3) that each point sends to the eye."""
    colour = by.colours[points.material]
    facing = along(points.normals, by.toward_lamp[None])[:, 0]
    direct = np.maximum(0, (facing + WRAP) / (1 + WRAP)) * lit.lamp
    direct *= 1 - SHADED_KEY * (1 - lit.open)
    up = 0.5 + 0.5 * points.normals[:, 1:2]
    around = (by.ground + (by.sky - by.ground) * up) * _coloured(lit.open, colour)
    light = colour * (around + by.key * direct[:, None])
    eye = by.eye - points.at
    eye /= _length(eye)
    edge = 1 - np.clip((points.normals * eye).sum(axis=1), 0, 1)
    rim = edge**RIM_POWER * up[:, 0] * lit.open * by.edged[points.material]
    light += by.rim * rim[:, None]
    glossy = np.flatnonzero(by.gloss[points.material])
    light[glossy] += by.key * _shine(points, glossy, eye[glossy], direct[glossy], by)[:, None]
    return np.asarray(light)


def _shine(points: Points, which: Whole, eye: Floats, direct: Floats, by: Look) -> Floats:
    """The highlight (g,) of the points `which` (g,): the lamp as a dull mirror shows it."""
    half = eye + by.toward_lamp
    half /= _length(half)
    mirrored = np.clip((points.normals[which] * half).sum(axis=1), 0, 1) ** GLOSS_POWER
    return np.asarray(mirrored * by.gloss[points.material[which]] * direct * GLOSS_STRENGTH)


def _length(vectors: Floats) -> Floats:
    return np.asarray(np.sqrt((vectors * vectors).sum(axis=1, keepdims=True)))


def _amount(colour: str, strength: float) -> Floats:
    return np.asarray((linear(colour) * strength).astype(np.float32))


def _coloured(open_share: Floats, colour: Floats) -> Floats:
    """Openness (m, 3) by colour: light that is thrown to and fro in a crease takes on its colour,
    so that skin darkens to warm brown, not to grey."""
    dim = open_share[:, None]
    return np.asarray(dim / (1 - BOUNCE * colour * (1 - dim)))


def encoded(light: Floats) -> Floats:
    """Picture values 0 to 1 of amounts of light: sRGB's curve (IEC 61966-2-1)."""
    kept = np.clip(light, 0, 1)
    return np.asarray(np.where(kept <= 0.0031308, kept * 12.92, 1.055 * kept ** (1 / 2.4) - 0.055))
