"""Shadows on the floor and of the lamp, as numbers."""

import numpy as np
import pytest
from tests.motion.picture.shapes import facing_up

from coxa.motion.picture.shadows import floor_map, lamp_map, lamp_reaches, on_floor, spiral

STRAIGHT_DOWN = np.array([0.0, 1.0, 0.0])


def triangles(surface):
    return surface.vertices[surface.triangles]


def dark_at(height, x):
    floor = floor_map(triangles(facing_up(height, 0.2, "mat")), STRAIGHT_DOWN)
    return float(on_floor(floor, floor.dark, np.array([x]), np.array([0.0]))[0])


def test_the_floor_is_darker_the_nearer_what_is_above_it():
    darkness = [dark_at(height, 0.0) for height in (0.01, 0.1, 0.3, 1.0)]
    assert darkness == sorted(darkness, reverse=True)
    assert darkness[0] > 0.6
    assert darkness[-1] < 0.3


def test_a_near_thing_has_a_sharp_shadow_and_a_high_one_a_soft_one():
    def softness(height):
        inside, outside = dark_at(height, 0.1), dark_at(height, 0.3)
        return outside / inside

    assert softness(0.01) < softness(0.5)


def test_the_shadow_ends():
    assert dark_at(0.1, 0.9) == pytest.approx(0, abs=0.01)
    assert dark_at(0.1, 30.0) == 0


def test_what_lies_in_the_floor_leaves_no_shadow():
    assert dark_at(-0.001, 0.0) == 0


def test_the_lamp_does_not_reach_behind_a_sheet():
    lamp = lamp_map(triangles(facing_up(1.0, 0.2, "mat")), STRAIGHT_DOWN)
    places = np.array([[0, 0.5, 0], [0, 1.5, 0], [0.5, 0.5, 0], [0, 1.0, 0]])
    reached = lamp_reaches(lamp, places, np.tile(STRAIGHT_DOWN, (4, 1)))
    assert reached == pytest.approx([0, 1, 1, 1], abs=0.01)


def test_the_edge_of_the_lamps_shadow_is_soft():
    lamp = lamp_map(triangles(facing_up(1.0, 0.2, "mat")), STRAIGHT_DOWN)
    across = np.linspace(0.17, 0.23, 13)
    places = np.stack([across, np.full(13, 0.5), np.zeros(13)], axis=1)
    reached = lamp_reaches(lamp, places, np.tile(STRAIGHT_DOWN, (13, 1)))
    assert (np.diff(reached) >= -1e-6).all()
    assert ((reached > 0.1) & (reached < 0.9)).sum() >= 3


def test_a_spiral_spreads_evenly_over_the_disc():
    points = spiral(64)
    assert np.abs(points.mean(axis=0)).max() < 0.05
    assert (np.hypot(*points.T) < 0.5).mean() == pytest.approx(0.25, abs=0.05)
