"""The turned square of a picture that the landmark network looks at, and how to cut it out.

The square is centred on the hips, large enough for the whole body at any pose, and turned so that
the body stands upright in it. Places are pixels of the picture, x right and y down, with pixel
centres at halves: 0 is the left edge of the picture, its width the right edge.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

ROOM = 1.25  # how much wider than the circle about the body: mediapipe's own choice


@dataclass(frozen=True, slots=True)
class Region:
    """A square of `size` pixels about (x, y), turned by `turn` radians clockwise in the picture."""

    x: float
    y: float
    size: float
    turn: float = 0.0

    @classmethod
    def of_body(cls, hips: NDArray[np.float32], top: NDArray[np.float32]) -> "Region":
        """About the middle of the hips; `top` is on the circle about the body, above the head."""
        right, down = (float(far - near) for near, far in zip(hips, top, strict=True))
        size = 2 * ROOM * math.hypot(right, down)
        return cls(float(hips[0]), float(hips[1]), size, math.atan2(right, -down))

    def rows(self, side: int) -> NDArray[np.float64]:
        """(2, 3): from a place in a cut-out of `side` pixels to the place in the picture."""
        scale = self.size / side
        along, across = math.cos(self.turn) * scale, math.sin(self.turn) * scale
        half = side / 2
        return np.array(
            [
                [along, -across, self.x - (along - across) * half],
                [across, along, self.y - (across + along) * half],
            ]
        )

    def cut(self, picture: Image.Image, side: int) -> NDArray[np.uint8]:
        """(side, side, 4): red, green, blue and one more; black outside the picture."""
        rows = tuple(self.rows(side).ravel())
        bilinear = Image.Resampling.BILINEAR
        return np.asarray(picture.transform((side, side), Image.Transform.AFFINE, rows, bilinear))


def whole(width: int, height: int) -> Region:
    """The square about a whole picture: the picture in its middle, black beside it."""
    return Region(width / 2, height / 2, max(width, height))
