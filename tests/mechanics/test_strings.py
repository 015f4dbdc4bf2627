"""Strings between two points, straight or over an edge."""

import numpy as np
import pytest

from coxa.mechanics.strings import Moved, over_edge, slope, straight

LEFT, RIGHT, NONE = (np.array([[way]]) for way in (1.0, -1.0, 0.0))
STEP = 1e-6


def at(*places: tuple[float, float, float]) -> Moved:
    return Moved(*(np.array([row]) for row in zip(*places, strict=True)))


def test_a_straight_string_is_as_long_as_its_ends_are_apart():
    length, half = straight(np.array([[25.0, 4.0]]))
    assert length.tolist() == [[5, 2]]
    # The square's slope of 30 at length 5 is a slope of 3.
    assert 30 * half[0, 0] == pytest.approx(3)


def test_a_string_of_no_length_has_a_slope_that_is_a_number():
    _, half = straight(np.zeros((1, 1)))
    assert np.isfinite(half).all()


def test_a_string_that_is_pulled_against_its_edge_lies_on_it():
    # From in front, over the edge at the origin, to below: the way past it is round the corner.
    start, end = at((3.0, 0.0, 0.0)), at((0.0, -4.0, 0.0))
    assert over_edge(start, end, RIGHT).length == pytest.approx(7)


@pytest.mark.parametrize("way", [LEFT, NONE])
def test_a_string_that_is_pulled_off_its_edge_is_straight(way):
    start, end = at((3.0, 0.0, 0.0)), at((0.0, -4.0, 0.0))
    assert over_edge(start, end, way).length == pytest.approx(5)


def test_a_string_slides_along_its_edge_to_where_it_is_shortest():
    start, end = at((3.0, 0.0, 5.0)), at((0.0, -4.0, -2.0))
    edge = np.linspace(-2, 5, 7001)
    shortest = (np.hypot(3, 5 - edge) + np.hypot(4, edge + 2)).min()
    assert over_edge(start, end, RIGHT).length == pytest.approx(shortest)


@pytest.mark.parametrize("way", [LEFT, RIGHT, NONE])
def test_pulls_are_the_slopes_of_the_length(way):
    chance = np.random.default_rng(5)
    start, end = chance.normal(size=(2, 3, 4, 50))
    pull_start, pull_end = over_edge(Moved(*start), Moved(*end), way).pulls()
    for axis in range(3):
        step = np.zeros((3, 1, 1))
        step[axis] = STEP
        for pull, ends in (
            (pull_start, [(start + s * step, end) for s in (1, -1)]),
            (pull_end, [(start, end + s * step) for s in (1, -1)]),
        ):
            high, low = (over_edge(Moved(*a), Moved(*b), way).length for a, b in ends)
            expected = (high - low) / (2 * STEP)
            assert (pull.x, pull.y, pull.z)[axis] == pytest.approx(expected, abs=1e-4)


def test_lifting_off_changes_neither_length_nor_slope():
    # The end turns about the edge; where it is straight across from the start it lifts off.
    turn = np.pi + np.array([-1e-9, 1e-9])
    start = Moved(*(np.array([[value, value]]) for value in (3.0, 0.0, 1.0)))
    end = Moved(*(np.array([row]) for row in (4 * np.cos(turn), 4 * np.sin(turn), [0.0, 0.0])))
    found = over_edge(start, end, LEFT)
    assert np.ptp(found.length) < 1e-8
    for pull in found.pulls():
        for part in (pull.x, pull.y, pull.z):
            assert np.ptp(part) < 1e-8


def test_a_slope_is_the_sum_over_the_axes():
    assert slope(at((1.0, 2.0, 3.0)), at((4.0, 5.0, 6.0))) == pytest.approx(32)
