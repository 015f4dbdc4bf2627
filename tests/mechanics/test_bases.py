"""The functions that lengths are sums of, and their slopes."""

from itertools import product

import numpy as np
import pytest

from coxa.mechanics.bases import chebyshev, chebyshev_slope, circular, circular_slopes

CHANCE = np.random.default_rng(3)
STEP = 1e-6


def test_the_rows_of_two_angles_are_all_nine_products():
    first, second = CHANCE.uniform(-3, 3, (2, 20))
    parts = [(np.ones(20), np.cos(angle), np.sin(angle)) for angle in (first, second)]
    expected = [one * other for one, other in product(*parts)]
    assert circular([first, second]) == pytest.approx(np.array(expected))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_turned_weights_are_those_of_the_slope_in_each_angle(count: int):
    angles = CHANCE.uniform(-3, 3, (count, 20))
    weights = CHANCE.normal(size=(4, 3**count))
    for i, turn in enumerate(circular_slopes(count)):
        step = np.zeros((count, 1))
        step[i] = STEP
        slope = weights @ (circular(angles + step) - circular(angles - step)) / (2 * STEP)
        assert weights @ turn @ circular(angles) == pytest.approx(slope, abs=1e-8)


@pytest.mark.parametrize("degree", [0, 1, 2, 3, 8, 20])
def test_the_polynomials_are_chebyshevs(degree: int):
    x = np.linspace(-1, 1, 51)
    expected = np.polynomial.chebyshev.chebvander(x, degree).T
    assert chebyshev(x, degree) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("degree", [1, 2, 7, 20])
def test_turned_weights_are_those_of_a_polynomials_slope(degree: int):
    weights = CHANCE.normal(size=degree + 1)
    expected = np.polynomial.chebyshev.chebder(weights)
    assert weights @ chebyshev_slope(degree) == pytest.approx(np.append(expected, 0.0))
