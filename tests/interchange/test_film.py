"""The video with the skeleton: every picture in its time, drawn over, whole or not at all."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.frame import VideoFrame
from PIL import Image

from coxa.interchange.film import COLOURS, draw_skeleton, write_film
from coxa.motion.video.decoding import pictures
from coxa.motion.watching.points import LENGTH, Frame, at
from coxa.reading.faults import FaultyInputError

TIMES = (0.0, 0.1, 0.4, 0.5)  # uneven, as phones film
REPORT = {"repetitions": [{"end_s": 0.3}]}


@pytest.fixture
def grey(tmp_path: Path) -> Path:
    """A grey video of 160 x 121 pixels."""
    file = tmp_path / "grey.mkv"
    with av.open(str(file), "w") as film:
        stream = film.add_stream("ffv1", rate=10)
        stream.width, stream.height, stream.pix_fmt = 160, 121, "bgr0"
        stream.codec_context.time_base = Fraction(1, 1000)
        for time in TIMES:
            picture = np.full((121, 160, 3), 128, np.uint8)
            frame = VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = round(time * 1000), Fraction(1, 1000)
            film.mux(stream.encode(frame))
        film.mux(stream.encode())
    return file


def seen(time_s: float, visibility: float = 1.0) -> Frame:
    """A left thigh across the middle of the picture; nothing else."""
    points = [0.0] * LENGTH
    for name, x in (("left_hip", 0.2), ("left_knee", 0.8)):
        points[at(name) : at(name) + 4] = [x, 0.5, 0.0, visibility]
    return Frame(time_s, tuple(points), None, 160 / 121)


def middle(image: Image.Image) -> tuple[int, ...]:
    pixel = image.convert("RGB").getpixel((image.width // 2, image.height // 2))
    assert isinstance(pixel, tuple)
    return tuple(int(one) for one in pixel)


def drawn(frame: Frame) -> tuple[int, ...]:
    image = Image.new("RGB", (160, 120), "#808080")
    draw_skeleton(image, frame)
    return middle(image)


def test_each_picture_keeps_its_time_and_gets_its_lines(grey: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.mp4"
    write_film(grey, [seen(time) for time in TIMES], REPORT, out)
    found = list(pictures(out))
    assert [one.time_s for one in found] == pytest.approx(TIMES, abs=0.002)
    assert (found[0].pixels.width, found[0].pixels.height) == (160, 120)
    red, _, blue = middle(found[0].pixels)
    assert blue > red + 60


def test_what_was_seen_is_blue_or_orange_and_what_was_not_is_not_there() -> None:
    blue = tuple(int(COLOURS["left"][n : n + 2], 16) for n in (1, 3, 5))
    assert drawn(seen(0)) == blue
    assert len(set(drawn(seen(0, 0.4)))) > 1  # a grey of its own
    assert drawn(seen(0, 0.4)) != blue
    assert drawn(seen(0, 0.1)) == (128, 128, 128)
    assert drawn(Frame(0, None, None)) == (128, 128, 128)


def test_a_film_that_breaks_off_leaves_what_was_there(grey: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.mp4"
    out.write_bytes(b"the one before")

    def breaks() -> Iterator[Frame]:
        yield seen(0)
        raise FaultyInputError([])

    with pytest.raises(FaultyInputError):
        write_film(grey, breaks(), REPORT, out)
    assert out.read_bytes() == b"the one before"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["grey.mkv", "out.mp4"]


def test_what_cannot_be_written_is_said(grey: Path, tmp_path: Path) -> None:
    with pytest.raises(FaultyInputError, match="cannot be written"):
        write_film(grey, [seen(0)], REPORT, tmp_path / "no" / "such" / "out.mp4")
