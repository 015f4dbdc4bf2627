"""Small films made for a test: what is in them, and what their files say, is known."""

import struct
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 96, 64
TICKS = 1000  # of the time base in a second
TURN = b"tkhd"
TO_MATRIX = 44  # bytes from the mark to the matrix, in the first version of that box
CLOCKWISE = (0, 1 << 16, 0, -1 << 16, 0, 0, HEIGHT << 16, 0, 1 << 30)

Picture = NDArray[np.uint8]


def marked(width: int = WIDTH, height: int = HEIGHT) -> Picture:
    """(height, width, 3): grey, with a white quarter at the top left."""
    picture = np.full((height, width, 3), 60, np.uint8)
    picture[: height // 2, : width // 2] = 250
    return picture


def film(
    path: Path,
    pictures: Iterable[Picture],
    times_s: Sequence[float],
    ratio: Fraction | None = None,
    **options: str,
) -> Path:
    """A film of these pictures, each due at its time, in the kind of file that the name says."""
    pictures = list(pictures)
    with av.open(str(path), "w", options=options) as container:
        stream = container.add_stream("mpeg4", rate=30)
        stream.time_base = stream.codec_context.time_base = Fraction(1, TICKS)
        stream.height, stream.width = pictures[0].shape[:2]
        stream.pix_fmt = "yuv420p"
        stream.bit_rate = 1_000_000
        if ratio:
            stream.codec_context.sample_aspect_ratio = ratio
        for picture, time_s in zip(pictures, times_s, strict=True):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = round(time_s * TICKS), Fraction(1, TICKS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def plain(path: Path, pictures: int = 30, **options: str) -> Path:
    """A film of `pictures` marked pictures at ten a second."""
    return film(path, [marked()] * pictures, [i / 10 for i in range(pictures)], **options)


def held_upright(path: Path) -> Path:
    """The file says from now on that it is to be turned clockwise, as a phone held upright says."""
    content = bytearray(path.read_bytes())
    place = content.index(TURN) + TO_MATRIX
    content[place : place + 36] = struct.pack(">9i", *CLOCKWISE)
    path.write_bytes(content)
    return path


def cut_to(path: Path, share: float) -> Path:
    """Only the first `share` of the file's bytes are left."""
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    return path
