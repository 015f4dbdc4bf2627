"""A video again, with the skeleton that was seen drawn over it, and the repetitions counted."""

import os
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image, ImageDraw, ImageFont

from coxa.motion.video.decoding import Picture, pictures
from coxa.motion.watching.certainty import HIDDEN_BELOW, LOW_BELOW
from coxa.motion.watching.points import Frame, at
from coxa.reading.faults import Fault, FaultyInputError

CODEC = "libx264"
TICKS = 90_000  # a second of film time: pictures keep their own times, also uneven ones
QUALITY = {"crf": "23", "preset": "veryfast"}
# Blue and orange keep apart for every kind of colour blindness (after Okabe and Ito).
COLOURS = {"left": "#0072b2", "right": "#d55e00", "": "#ffffff"}
UNSURE = "#b8bfc6"
_SIDES = ("left", "right")
_LEG = ("shoulder", "hip", "knee", "ankle", "heel", "foot_index")
_ARM = ("shoulder", "elbow", "wrist")
#: The lines of the skeleton: side, from, to.
BONES: tuple[tuple[str, str, str], ...] = (
    ("", "left_shoulder", "right_shoulder"),
    ("", "left_hip", "right_hip"),
    *(
        (side, f"{side}_{a}", f"{side}_{b}")
        for side in _SIDES
        for chain in (_LEG, _ARM, ("ankle", "foot_index"))
        for a, b in pairwise(chain)
    ),
)
THICK = 0.006  # of the picture's longer side
TALL = 0.04  # letters, likewise


def write_film(
    source: Path, frames: Iterable[Frame], report: Mapping[str, Any], file: Path
) -> None:
    """The pictures of `source` with the landmarks of `frames`, whole or not at all.

    Raises FaultyInputError where the source cannot be read or the file not be written.
    """
    new = file.with_name(f".{os.getpid()}.{file.name}")
    try:
        file.parent.mkdir(exist_ok=True)
        _encode(new, drawn(source, frames, report))
        new.replace(file)
    except (OSError, av.error.FFmpegError) as error:
        right = f"cannot be written: {(error.strerror or str(error)).lower()}"
        raise FaultyInputError([Fault(str(file), "", "", right)]) from None
    finally:
        new.unlink(missing_ok=True)


def drawn(source: Path, frames: Iterable[Frame], report: Mapping[str, Any]) -> Iterator[Picture]:
    """Each picture with its skeleton and how many repetitions have ended by then."""
    ends = [one["end_s"] for one in report["repetitions"]]
    for picture, frame in zip(pictures(source), frames, strict=False):
        image = picture.pixels.convert("RGB")
        draw_skeleton(image, frame)
        _count(image, sum(end <= picture.time_s for end in ends), len(ends))
        yield Picture(picture.time_s, image)


def draw_skeleton(image: Image.Image, frame: Frame) -> None:
    """Draws into the picture: grey and thin what was hardly seen, nothing for what was not."""
    points = frame.image
    if points is None:
        return
    draw = ImageDraw.Draw(image)
    wide = max(2, round(THICK * max(image.size)))
    for side, one, other in BONES:
        a, b = at(one), at(other)
        sure = min(points[a + 3], points[b + 3])
        if sure < HIDDEN_BELOW:
            continue
        line = tuple((points[p] * image.width, points[p + 1] * image.height) for p in (a, b))
        known = sure >= LOW_BELOW
        draw.line(line, COLOURS[side] if known else UNSURE, wide if known else max(1, wide // 2))
        for x, y in line:
            draw.ellipse((x - wide, y - wide, x + wide, y + wide), "#ffffff" if known else UNSURE)


def _count(image: Image.Image, done: int, total: int) -> None:
    if not total:
        return
    size = max(12, round(TALL * max(image.size)))
    font = ImageFont.load_default(size)
    draw = ImageDraw.Draw(image)
    words = f"{done} of {total}"
    wide = draw.textlength(words, font)
    draw.rectangle((0, 0, wide + size, size * 1.6), "#1d2733")
    draw.text((size / 2, size * 0.8), words, "#ffffff", font, "lm")


def _encode(file: Path, drawn_pictures: Iterator[Picture]) -> None:
    with av.open(str(file), "w", format="mp4") as film:
        stream = cast("VideoStream", film.add_stream(CODEC, rate=30, options=QUALITY))
        stream.pix_fmt = "yuv420p"
        stream.codec_context.time_base = Fraction(1, TICKS)
        for number, picture in enumerate(drawn_pictures):
            if not number:
                # The codec halves the colours' size: both sides have to be even.
                stream.width = picture.pixels.width // 2 * 2
                stream.height = picture.pixels.height // 2 * 2
            image = picture.pixels.crop((0, 0, stream.width, stream.height))
            frame = VideoFrame.from_ndarray(np.asarray(image), format="rgb24")
            frame.pts = round(picture.time_s * TICKS)
            frame.time_base = Fraction(1, TICKS)
            film.mux(stream.encode(frame))
        film.mux(stream.encode())
