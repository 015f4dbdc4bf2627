"""The landmarks of a person in a picture: their names, their order, and one picture's worth.

Order and names are BlazePose's (33 landmarks), so that what a landmark model gives needs no
sorting. *left* and *right* are the person's own.

A frame carries **one person**. Who of several is watched is decided where the picture is read
(the landmark model follows the one it found first); a jump to somebody else shows as a jump of
the points, after which `coxa.motion.watching.smoothing` starts afresh.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

POINTS: tuple[str, ...] = (
    "nose",
    "left_eye_inner",
    "left_eye",
    "left_eye_outer",
    "right_eye_inner",
    "right_eye",
    "right_eye_outer",
    "left_ear",
    "right_ear",
    "mouth_left",
    "mouth_right",
    "left_shoulder",
    "right_shoulder",
    "left_elbow",
    "right_elbow",
    "left_wrist",
    "right_wrist",
    "left_pinky",
    "right_pinky",
    "left_index",
    "right_index",
    "left_thumb",
    "right_thumb",
    "left_hip",
    "right_hip",
    "left_knee",
    "right_knee",
    "left_ankle",
    "right_ankle",
    "left_heel",
    "right_heel",
    "left_foot_index",
    "right_foot_index",
)
INDEX: Mapping[str, int] = MappingProxyType({name: at for at, name in enumerate(POINTS)})
STRIDE = 4  # numbers of a point: x, y, z, visibility
LENGTH = STRIDE * len(POINTS)


@dataclass(frozen=True, slots=True)
class Frame:
    """The landmarks of one person in one picture.

    `image`: 132 numbers, for each of POINTS x (share of the picture's width, to its right), y
    (share of its height, down), z (share of the width, away from the camera) and visibility (0 to
    1). `world`: likewise in metres from the middle of the hips, x to the right of the picture, y
    **down**, z away from the camera. None: there is none, as with nobody in the picture (both) or
    with marker files (`image`). `aspect` is width / height of the picture: x of `image` times
    `aspect` has the same unit as y.
    """

    time_s: float
    image: Sequence[float] | None
    world: Sequence[float] | None
    aspect: float = 1.0

    @property
    def empty(self) -> bool:
        """Whether nobody was seen."""
        return self.image is None and self.world is None


def at(name: str) -> int:
    """Where the numbers of that point begin in `image` and `world`. KeyError if there is none."""
    return STRIDE * INDEX[name]
