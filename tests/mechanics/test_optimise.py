"""Sharing a load among muscles: against scipy's bounded least squares, problem by problem."""

import numpy as np
import pytest
from scipy.optimize import lsq_linear

from coxa.mechanics.optimise import Problems, Shares, shared
from coxa.motion.values import Array

SLACK = np.array([2.0, 0.5, 0.5, 1.0])


def problems(count: int, seed: int) -> Problems:
    """Four equations and ten unknowns each, some of them beyond what the unknowns can do."""
    random = np.random.default_rng(seed)
    equations = random.normal(0.0, 30.0, (count, 4, 10)) * (random.random((count, 4, 10)) < 0.6)
    wanted = np.einsum("ndm,nm->nd", equations, random.random((count, 10)))
    wanted *= random.choice([0.2, 1.0, 3.0], (count, 1))
    costs = random.choice([0.001, 0.3, 1.0, 300.0], (count, 10))
    most = random.choice([0.0, 1.0, 3.0], (count, 10))
    return Problems(equations, wanted, costs, most, SLACK)


def by_scipy(of: Problems, i: int) -> Array:
    """The same least sum of squares, written as one: what is left over is wanted - A x."""
    rows = np.concatenate(
        [np.diag(np.sqrt(of.costs[i])), -of.equations[i] / np.sqrt(SLACK)[:, None]]
    )
    right = np.concatenate([np.zeros(10), -of.wanted[i] / np.sqrt(SLACK)])
    open_ = np.maximum(of.most[i], 1e-9)  # scipy wants room between the bounds
    return np.asarray(lsq_linear(rows, right, bounds=(0, open_), tol=1e-14).x)


def cost(of: Problems, i: int, x: Array) -> float:
    left = of.wanted[i] - of.equations[i] @ x
    return float((of.costs[i] * x**2).sum() + (left**2 / SLACK).sum())


def test_the_shares_cost_no_more_than_scipys() -> None:
    given = problems(60, seed=3)
    found = shared(given)
    for i in range(60):
        own, theirs = cost(given, i, found.x[i]), cost(given, i, by_scipy(given, i))
        assert own <= theirs * (1 + 1e-6) + 1e-9


def test_every_share_is_within_its_bounds_and_what_is_left_is_said() -> None:
    given = problems(200, seed=4)
    found = shared(given)
    assert (found.x >= 0).all()
    assert (found.x <= given.most).all()
    used = np.einsum("ndm,nm->nd", given.equations, found.x)
    assert used + found.left == pytest.approx(given.wanted, abs=1e-4)


def test_one_problem_alone_and_among_others_has_one_answer() -> None:
    given = problems(50, seed=5)
    together, alone = shared(given), shared(given[np.array([17])])
    assert alone.x[0] == pytest.approx(together.x[17], abs=1e-6)


def test_two_equal_muscles_share_evenly() -> None:
    found = two(costs=(1.0, 1.0))
    assert found.x[0, 0] == pytest.approx(found.x[0, 1])


def test_a_muscle_that_costs_three_times_as_much_does_a_third() -> None:
    found = two(costs=(1.0, 3.0))
    assert found.x[0, 0] == pytest.approx(3 * found.x[0, 1], rel=1e-4)


def two(costs: tuple[float, float]) -> Shares:
    """Two muscles of 100 Nm at one joint that asks for 50."""
    return shared(
        Problems(
            equations=np.array([[[100.0, 100.0]]]),
            wanted=np.array([[50.0]]),
            costs=np.array([costs]),
            most=np.ones((1, 2)),
            slack=np.array([0.5]),
        )
    )
