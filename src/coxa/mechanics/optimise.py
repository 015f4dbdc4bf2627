"""Which muscles share a load: the least sum of squares, for many poses at once.

For each of n problems: the smallest sum of w x ** 2 / 2 + sum of s ** 2 / (2 c), where A x + s = b
and 0 <= x <= most. x are activations and forces of contacts, s is what is left over. Its dual has
as many unknowns as there are equations (d, few), no bounds, and a slope that is piecewise linear:
Newton's method with a line search ends after some ten rounds, all problems side by side in numpy.
Source of the method: semismooth Newton for bounded least squares, as in Hintermueller, Ito and
Kunisch 2002 (SIAM J Optim 13:865).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coxa.motion.values import Array, Whole

ROUNDS = 80
CLOSE = 1e-7  # of the largest entry of b: what the equations may be off
ENOUGH = 1e-4  # of the slope along a step: a fall by less is not enough
HALVINGS = 30


@dataclass(frozen=True, eq=False)
class Problems:
    """`equations` (n, d, m), `wanted` (n, d), `costs` (n, m), `most` (n, m), `slack` (d,): c."""

    equations: Array
    wanted: Array
    costs: Array
    most: Array
    slack: Array

    def __getitem__(self, rows: Whole) -> "Problems":
        return Problems(
            self.equations[rows], self.wanted[rows], self.costs[rows], self.most[rows], self.slack
        )


@dataclass(frozen=True, eq=False)
class Shares:
    """`x` (n, m), `left` (n, d): what the equations are off on purpose, `rounds` it took,
    `off` (n,): what they are off because the search ended early; 0 but for rounding."""

    x: Array
    left: Array
    rounds: int
    off: Array


def shared(given: Problems) -> Shares:
    """The solutions of all problems."""
    n, d, m = given.equations.shape
    x, duals, off = np.zeros((n, m)), np.zeros((n, d)), np.full(n, np.inf)
    running = np.arange(n)
    left = given
    now = _Point(left, np.zeros((n, d)))
    rounds = 0
    while True:
        slope = now.slope()
        size = np.abs(slope).max(axis=1)
        done = size < CLOSE * (1 + np.abs(left.wanted).max(axis=1))
        if rounds == ROUNDS:
            done[:] = True
        x[running[done]], duals[running[done]], off[running[done]] = (
            now.x[done], now.duals[done], size[done],
        )  # fmt: skip
        if done.all():
            return Shares(x, given.slack * duals, rounds, off)
        if done.any():
            kept = np.flatnonzero(~done)
            running, left, slope = running[kept], left[kept], slope[kept]
            now = now.only(left, kept)
        now = _stepped(now, slope)
        rounds += 1


class _Point:
    """The dual problem at one place: its value, its slope, and how that changes."""

    def __init__(self, of: Problems, duals: Array, x: Array | None = None) -> None:
        self.of, self.duals = of, duals
        self.pull = np.matmul(duals[:, None], of.equations)[:, 0]
        self.x = np.clip(self.pull / of.costs, 0.0, of.most) if x is None else x

    def only(self, of: Problems, rows: Whole) -> "_Point":
        kept = object.__new__(_Point)
        kept.of, kept.duals = of, self.duals[rows]
        kept.pull, kept.x = self.pull[rows], self.x[rows]
        return kept

    def value(self) -> Array:
        of = self.of
        own = ((self.pull - of.costs * self.x / 2) * self.x).sum(axis=1)
        return own + ((of.slack * self.duals / 2 - of.wanted) * self.duals).sum(axis=1)

    def slope(self) -> Array:
        of = self.of
        used = np.matmul(of.equations, self.x[:, :, None])[:, :, 0]
        return used + of.slack * self.duals - of.wanted

    def bend(self) -> Array:
        of = self.of
        free = ((self.x > 0) & (self.x < of.most)) / of.costs
        found = np.matmul(of.equations * free[:, None], of.equations.transpose(0, 2, 1))
        d = found.shape[1]
        found[:, range(d), range(d)] += of.slack
        return found


def _stepped(at: _Point, slope: Array) -> _Point:
    """Newton's step, shortened where it does not lead down far enough."""
    step = -np.linalg.solve(at.bend(), slope[:, :, None])[:, :, 0]
    falls = (slope * step).sum(axis=1)
    before, there = at.value(), _Point(at.of, at.duals + step)
    short = there.value() > before + ENOUGH * falls + 1e-12 * (1 + np.abs(before))
    if not short.any():
        return there
    rows = np.flatnonzero(short)
    length = np.ones(len(step))
    length[rows] = _length(at, rows, step[rows])
    return _Point(at.of, at.duals + length[:, None] * step)


def _length(at: _Point, rows: Whole, step: npt.NDArray[np.floating]) -> Array:
    """How far along the step the value is least: its slope there only grows, so by halving."""
    of, start = at.of[rows], at.duals[rows]
    low, high = np.zeros(len(rows)), np.ones(len(rows))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        rises = (_Point(of, start + middle[:, None] * step).slope() * step).sum(axis=1) > 0
        high, low = np.where(rises, middle, high), np.where(rises, low, middle)
    return (low + high) / 2
