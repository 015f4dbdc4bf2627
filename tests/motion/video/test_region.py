"""The square about a body: where it lies, how it is turned, what is cut out of the picture."""

import math

import numpy as np
import pytest
from PIL import Image

from coxa.motion.video.region import Region, whole


def rgb(pixels: np.ndarray) -> Image.Image:
    return Image.fromarray(np.dstack([pixels] * 3)).convert("RGBX")


def place(region: Region, side: int, x: float, y: float) -> tuple[float, ...]:
    return tuple(region.rows(side) @ [x, y, 1])


def test_a_standing_body_needs_no_turn() -> None:
    region = Region.of_body(np.array([100.0, 200.0]), np.array([100.0, 120.0]))
    assert (region.x, region.y, region.turn) == (100, 200, 0)
    assert region.size == pytest.approx(200)


@pytest.mark.parametrize(
    ("top", "turn"), [((180, 200), math.pi / 2), ((20, 200), -math.pi / 2), ((100, 280), math.pi)]
)
def test_a_lying_body_is_turned_upright(top: tuple[float, float], turn: float) -> None:
    region = Region.of_body(np.array([100.0, 200.0]), np.array(top, float))
    assert region.turn == pytest.approx(turn)
    # The middle of the cut-out's upper edge lies beyond the head, in the head's direction.
    head = (np.array(top) - [100, 200]) * 1.25 + [100, 200]
    assert place(region, 256, 128, 0) == pytest.approx(tuple(head))


def test_the_middle_of_the_cut_out_is_the_middle_of_the_hips() -> None:
    region = Region(30, 40, 77, 0.6)
    assert place(region, 256, 128, 128) == pytest.approx((30, 40))


def test_what_is_cut_out_is_what_is_there() -> None:
    picture = rgb(np.arange(100, dtype=np.uint8).reshape(10, 10))
    cut = Region(5, 5, 4).cut(picture, 4)
    assert cut[..., 0].tolist() == [[10 * y + x for x in range(3, 7)] for y in range(3, 7)]


def test_a_turned_square_is_cut_out_turned() -> None:
    pixels = np.zeros((40, 40), np.uint8)
    pixels[18:22, 30:34] = 200  # to the right of the middle
    cut = Region(20, 20, 40, math.pi / 2).cut(rgb(pixels), 40)[..., 0]
    y, x = np.argwhere(cut > 100).mean(axis=0) + 0.5
    assert (x, y) == pytest.approx((20, 8), abs=0.6)  # up, where the head of who lies so is


def test_beside_the_picture_it_is_black() -> None:
    cut = whole(40, 20).cut(rgb(np.full((20, 40), 255, np.uint8)), 40)[..., 0]
    assert not cut[:9].any()
    assert not cut[31:].any()
    assert cut[11:29].min() == 255
