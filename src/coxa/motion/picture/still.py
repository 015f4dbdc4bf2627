"""A still picture of surfaces, and its bytes."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from coxa.motion.clip import View
from coxa.motion.picture.axes import Floats
from coxa.motion.picture.camera import Camera, Size, framed
from coxa.motion.picture.drawing import Drawing
from coxa.motion.picture.palette import Lights, linear, palette
from coxa.motion.picture.shading import encoded
from coxa.motion.surface import Surface
from coxa.reading.faults import Fault, FaultyInputError, unknown_word

Picture = NDArray[np.uint8]

# One thread, fixed effort: the same bytes on every machine with the same library.
# Quality as low as leaves no trace of blocks on the soft shadows at 320 px.
FORMATS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 62, "speed": 6, "codec": "aom", "max_threads": 1},
    "webp": {"quality": 80, "alpha_quality": 90, "method": 5},
    "png": {"optimize": False, "compress_level": 6},
}


def render(
    surfaces: Sequence[Surface],
    view: View,
    size: Size,
    theme: str,
    camera: Camera | None = None,
) -> Picture:
    """`surfaces` seen from `view`: (height, width, 4), straight alpha, nothing behind them.

    `size` is (width, height) in pixels, `theme` "light" or "dark" paper. A `camera` of `framed`
    keeps the pictures of several phases in line; without one these surfaces fill the picture.
    Raises FaultyInputError for a view, size, theme or material that cannot be.
    """
    seen_by = camera or framed(surfaces, view, size)
    if (seen_by.width, seen_by.height) != size:
        right = f"must be that of the camera, ({seen_by.width}, {seen_by.height})"
        raise FaultyInputError([Fault("picture", "size", str(size), right)])
    lights = palette().lights(theme)
    drawing = Drawing(surfaces, seen_by, theme)
    return _over(drawing.things(), _floor(drawing, lights))


def encode(picture: Picture, form: str) -> bytes:
    """The picture as a file: "avif", "webp" or "png". Raises FaultyInputError for another word."""
    if form not in FORMATS:
        right = unknown_word("picture format", form, FORMATS)
        raise FaultyInputError([Fault("picture", "format", "", right)])
    file = BytesIO()
    Image.fromarray(picture, "RGBA").save(file, form.upper(), **FORMATS[form])
    return file.getvalue()


def _floor(drawing: Drawing, lights: Lights) -> Floats:
    """A pool of light round the figure and its shadow in it: picture colour times alpha, alpha."""
    dark, near = drawing.floor()
    shadow = dark * lights.shadow_strength
    pool = near * lights.pool_strength * (1 - dark)
    colours = encoded(np.stack([linear(lights.shadow), linear(lights.pool)]))
    over = shadow * (1 - pool)
    colour = over[:, :, None] * colours[0] + pool[:, :, None] * colours[1]
    return np.concatenate([colour, (over + pool)[:, :, None]], axis=2)


def _over(things: Floats, floor: Floats) -> Picture:
    """Things (height, width, 4) in light over the floor (height, width, 4) in picture colour."""
    values = floor.astype(np.float32).reshape(-1, 4)
    flat = things.reshape(-1, 4)
    some = np.flatnonzero(flat[:, 3])
    cover = flat[some, 3:]
    values[some] *= 1 - cover
    values[some, :3] += encoded(flat[some, :3] / cover) * cover
    values[some, 3:] += cover
    shown = np.flatnonzero(values[:, 3] > 0)
    values[shown, :3] /= values[shown, 3:]
    picture: Picture = (values * 255 + 0.5).astype(np.uint8).reshape(things.shape)
    picture[picture[:, :, 3] == 0] = 0
    return picture
