"""The figure before a camera, with a landmark model's errors: what is counted can be known.

The camera stands level and has perspective (0.75 of the picture's longer side, as a phone's). The
errors: each landmark lies 1 cm beside the joint, always the same way; trembles by 3 mm, slowly, and
apart from all others; and depth is 0.6 of what it is. In the film opencap_squat landmarks of
somebody who stands tremble by 2 to 6 mm, and the hips mostly together.
"""

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np

from coxa.motion.clip import Clip
from coxa.motion.expecting import figure_points
from coxa.motion.watching.points import INDEX, Frame

HZ = 25.0
ASPECT = 16 / 9
LENS = 0.75 * ASPECT  # in heights of the picture
AWAY_M = 4.8
FLAT = 0.6
CAMERA_DEG = {"front": 0, "side-left": 90, "side-right": -90, "back": 180}
STANDS_S, PAUSE_S = 1.0, 0.4


def repeated(clip: Clip, times: int, depth: float = 1.0) -> tuple[np.ndarray, list[float]]:
    """Places (n, 33, 3) of the figure that rests, moves and rests; and when each begins (s).

    `depth` is the share of the way that it goes: it turns there, and comes back the same way.
    """
    points = figure_points(clip)
    moments = np.minimum(np.searchsorted(clip.times, _path(clip, depth)), len(points) - 1)
    rest = [points[0]] * round(STANDS_S * HZ)
    found, begins = list(rest), []
    for _ in range(times):
        begins.append(len(found) / HZ)
        found += [points[i] for i in moments] + [points[0]] * round(PAUSE_S * HZ)
    return np.array(found + rest), begins


def _path(clip: Clip, depth: float) -> np.ndarray:
    """The clip's own times, moment after moment."""
    if depth == 1.0:
        return np.arange(0.0, clip.length_s, 1 / HZ)
    out = np.arange(0.0, depth * clip.out_s, 1 / HZ)
    return np.concatenate([out, out[::-1]])


@dataclass(frozen=True)
class Errors:
    """Of a landmark model, in metres: how far each landmark lies beside its joint and trembles, and
    the share of one moment's tremble that is there in the next."""

    beside_m: float = 0.01
    tremble_m: float = 0.003
    keeps: float = 0.8


USUAL = Errors()


def filmed(places: np.ndarray, view: str, seed: int = 0, errors: Errors = USUAL) -> list[Frame]:
    """The frames of a camera that stands on that side of the figure's room."""
    chance = np.random.default_rng(seed)
    seen = _from(places, radians(CAMERA_DEG[view]))
    seen = seen + chance.normal(0, errors.beside_m, seen.shape[1:])
    seen = seen + _tremble(seen.shape, chance, errors)
    away = seen[..., 2] + AWAY_M
    image = np.stack(
        [
            LENS * seen[..., 0] / away / ASPECT + 0.5,
            LENS * seen[..., 1] / away + 0.5,
            seen[..., 2] / AWAY_M,
            _visibility(seen.shape[:2], view),
        ],
        axis=-1,
    )
    world = seen - seen[:, [INDEX["left_hip"], INDEX["right_hip"]]].mean(axis=1, keepdims=True)
    world = np.concatenate([world * [1.0, 1.0, FLAT], image[..., 3:]], axis=-1)
    return [
        Frame(i / HZ, image[i].ravel().tolist(), world[i].ravel().tolist(), ASPECT)
        for i in range(len(seen))
    ]


def _from(places: np.ndarray, turn: float) -> np.ndarray:
    """In the camera's axes: x right, y down, z away; metres from the middle of it all."""
    unnamed = np.isnan(places[0, :, 0])
    places = places.copy()
    places[:, unnamed] = places[:, [INDEX["nose"]]]
    places = places - places.reshape(-1, 3).mean(axis=0)
    ahead, up, left = places[..., 0], places[..., 1], -places[..., 2]
    across = left * cos(turn) - ahead * sin(turn)
    return np.stack([across, -up, -ahead * cos(turn) - left * sin(turn)], axis=-1)


def _tremble(shape: tuple[int, ...], chance: np.random.Generator, errors: Errors) -> np.ndarray:
    found, size, keeps = np.empty(shape), errors.tremble_m, errors.keeps
    now = chance.normal(0, size, shape[1:])
    for i in range(len(found)):
        now = keeps * now + (1 - keeps**2) ** 0.5 * chance.normal(0, size, shape[1:])
        found[i] = now
    return found


def _visibility(shape: tuple[int, ...], view: str) -> np.ndarray:
    """The far leg's is less from a side."""
    found = np.full(shape, 0.95)
    far = {"side-left": "right", "side-right": "left"}.get(view)
    for name, at in INDEX.items():
        if (
            far
            and name.startswith(far)
            and name.endswith(("hip", "knee", "ankle", "heel", "index"))
        ):
            found[:, at] = 0.6
    return found
