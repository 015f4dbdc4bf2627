"""Where one looks at the figure from."""

from typing import Any

import pytest

from tests.web.figures.node import in_node


def camera(expression: str) -> Any:
    return in_node("src/coxa/web/figures/camera.js", f"all.{expression}")


def test_from_the_front_one_sees_the_face_and_from_the_side_the_left():
    ball = "[0, 1, 0, 0.5]"
    x, y, z = camera(f"eyeFor({{ yaw: 0, pitch: 0 }}, {ball}, 4, 3)")
    assert (x, y) == pytest.approx((0, 1))
    assert z > 2
    x, y, z = camera(f"eyeFor({{ yaw: 90, pitch: 0 }}, {ball}, 4, 3)")
    assert x > 2
    assert z == pytest.approx(0, abs=1e-9)


def test_everything_fits_the_picture_on_either_side_and_no_more_room_is_left():
    points = "[-0.3, 0, 0, 0, 0.8, 1.7, 0.2, 0, 0, 0.5, -0.6, 0]"
    eye = camera(f"eyeFor({{ yaw: 0, pitch: 0 }}, {points}, 4, 3)")
    tangents = [
        (y - eye[1]) / (eye[2] - z) for x, y, z in ((-0.3, 0, 0), (0.8, 1.7, 0.2), (0, 0.5, -0.6))
    ]
    most = 0.9 * 0.75 * 0.21256  # within the margin, of 24 degrees for the longer side
    assert max(tangents) == pytest.approx(most, rel=1e-3)
    assert min(tangents) == pytest.approx(-most, rel=1e-3)


def test_a_turn_stays_above_the_floor_and_below_the_zenith():
    assert camera("turned({ yaw: 170, pitch: 10 }, 20, -40)") == {"yaw": -170, "pitch": 0}
    assert camera("turned({ yaw: 0, pitch: 80 }, 0, 40)")["pitch"] == 85


def test_a_named_view_is_reached_the_short_way_round():
    on_the_way = camera("toward({ yaw: 170, pitch: 10 }, { yaw: -170, pitch: 10 }, 0.1)")
    assert abs(on_the_way["yaw"]) > 170
    assert camera("toward({ yaw: 0, pitch: 0 }, { yaw: 0.01, pitch: 0 }, 0)")["yaw"] == 0.01
