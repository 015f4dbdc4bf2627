"""What a page has to know of a clip before it shows it: how long, from where, how large."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from coxa.motion import quaternions
from coxa.motion.clip import Clip, Placed, all_values
from coxa.motion.gltf import axes
from coxa.motion.gltf.writer import short
from coxa.motion.kinematics import Skeleton, places
from coxa.motion.props import mesh
from coxa.motion.values import Array, Whole

LOOKS = 9  # frames of a clip that are measured: what is between reaches hardly farther
EVERY = 8  # of the skin's vertices one in so many is measured: they are two centimetres apart
SIZE_DIGITS, SECOND_DIGITS, DEGREE_DIGITS = 2, 3, 1


def framing(clip: Clip, skeleton: Skeleton) -> dict[str, Any]:
    """The words of `asset.extras`.

    `out_s`, `hold_s`, `back_s`: the parts of the repetition. `yaw_deg`, `pitch_deg`: from where
    it is best seen; 0 is in front of a person who faces +z, + is toward +x and from above.
    `centre` (glTF's axes, m) and `size_m`, its longest side: the box round all that moves and
    stands there, without backdrops.
    """
    low, high = _box(clip, skeleton)
    return {
        "out_s": round(clip.out_s, SECOND_DIGITS),
        "hold_s": round(clip.hold_s, SECOND_DIGITS),
        "back_s": round(clip.back_s, SECOND_DIGITS),
        "yaw_deg": round(clip.view.yaw_deg, DEGREE_DIGITS),
        "pitch_deg": round(clip.view.pitch_deg, DEGREE_DIGITS),
        "size_m": round(float((high - low).max()), SIZE_DIGITS),
        "centre": short(axes.places((low + high) / 2), SIZE_DIGITS),
    }


def _box(clip: Clip, skeleton: Skeleton) -> tuple[Array, Array]:
    frames = np.unique(np.linspace(0, len(clip.times) - 1, LOOKS).astype(np.int64))
    skin = skeleton.skin(np.arange(0, len(skeleton.body.vertices), EVERY))
    clouds = [places(skeleton.frames(all_values(clip)[frames]), skin).reshape(-1, 3)]
    for thing in clip.props:
        clouds.extend(_cloud(thing, frames))
    return (
        np.min([cloud.min(axis=0) for cloud in clouds], axis=0),
        np.max([cloud.max(axis=0) for cloud in clouds], axis=0),
    )


def _cloud(thing: Placed, frames: Whole) -> Iterator[Array]:
    """The thing's vertices at those frames, unless it is a backdrop."""
    surface = mesh(thing)
    if not surface.frame:
        return
    for frame in frames:
        place, turn, scale = (
            rows[min(frame, len(rows) - 1)]
            for rows in (thing.positions, thing.rotations, thing.scales)
        )
        yield place + quaternions.turned(surface.vertices * scale, turn)
