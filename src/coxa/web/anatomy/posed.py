"""The figure that follows the sliders: one joint from end to end, as a clip for the viewer.

The page plays it to where the slider stands, so that nothing is fetched while a slider moves.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

import numpy as np

from coxa.anatomy.coordinates import sided
from coxa.exercises.postures import ARMS
from coxa.mechanics.exploring import SIDE, swept
from coxa.motion.body import read_body
from coxa.motion.clip import Clip, View
from coxa.motion.gltf.clip import clip_glb
from coxa.motion.kinematics import Skeleton, places
from coxa.motion.turns import COLUMN, COORDINATES
from coxa.motion.values import Array
from coxa.web.anatomy.asked import Asked, ends

FRAMES = (
    34  # five degrees apart where the range is widest: between them the page draws a straight way
)
SECONDS = 1.0  # of the whole clip; the page reads it as shares
# Where the arms hide nothing of a hip, whatever the leg does.
HANDS = "on the waist"
# Yaw and pitch from which the movement is seen best; yaw 90 sees the left side.
SEEN: Mapping[str, tuple[float, float]] = {
    "hip_flexion": (70, 8),
    "hip_adduction": (15, 8),
    "hip_rotation": (20, 25),
    "knee_angle": (70, 8),
    "lumbar_extension": (75, 8),
    "lumbar_bending": (0, 8),
    "lumbar_rotation": (20, 35),
}


def posed_glb(asked: Asked) -> bytes:
    """The file: `asked.along` from end to end, the other joints as asked."""
    still = tuple(sorted((k, v) for k, v in asked.pose.items() if k != asked.along))
    return _glb(still, asked.along)


@lru_cache(maxsize=128)
def _glb(still: tuple[tuple[str, int], ...], along: str) -> bytes:
    low, high = ends(along)
    values = swept(dict(still), along, np.linspace(low, high, FRAMES))
    values[:, COLUMN["pelvis_ty"]] = _standing_height()
    for name, angle in ARMS[HANDS].angles.items():
        for one in _both(name):
            values[:, COLUMN[one]] = angle
    used = np.flatnonzero(values.any(axis=0))
    return clip_glb(_clip(tuple(COORDINATES[i] for i in used), values[:, used], along))


def _clip(names: tuple[str, ...], values: Array, along: str) -> Clip:
    yaw, pitch = SEEN[along]
    return Clip(
        id="explorer",
        variant="",
        title=sided(along, SIDE),
        times=np.linspace(0.0, SECONDS, FRAMES),
        names=names,
        values=values,
        props=(),
        out_s=SECONDS,
        hold_s=0.0,
        back_s=0.0,
        view=View(along, yaw, pitch),
    )


def _both(name: str) -> tuple[str, ...]:
    return (name,) if name in COLUMN else (f"{name}_l", f"{name}_r")


@cache
def _standing_height() -> float:
    """How high the pelvis is when the upright figure stands on the floor, metres."""
    skeleton = Skeleton(read_body())
    skin = places(skeleton.frames(np.zeros((1, len(COORDINATES)))), skeleton.skin())
    return -float(skin[0, :, 1].min())
