"""How long a resting muscle's fibres are, and how hard it pulls against being lengthened.

Fibres and tendon are in line and share one force, so a stretched tendon takes some of the length
off the fibres. With a tendon that cannot give, a long tendon's muscle would seem far tighter than
it is: rectus femoris in the couch stretch by half. So we solve for the length at which fibres at
rest and tendon pull alike. Both curves are monotone, so is the whole length in that of the fibres:
a table of it, read backwards, is the solution.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from coxa.mechanics.curves import Curves
from coxa.mechanics.model import model
from coxa.motion.values import Array

POINTS = 600  # of the table: between two of them fibres differ by less than 0.4 % of their length
# Shares of the best length. Resting fibres are never so short, nor so long in any range.
SHORTEST, LONGEST = 0.1, 2.5
# Fibres lie at most so far from the tendon's line: they cannot get shorter (cosine).
STEEPEST = 0.1


@dataclass(frozen=True, eq=False)
class AtRest:
    """Of n poses, each (n, M, 2), left before right: `fibre` as a share of the best length,
    `passive_n` the force (N) along the tendon."""

    fibre: Array
    passive_n: Array


def at_rest(lengths: Array) -> AtRest:
    """The state of relaxed muscles of whole lengths (n, M, 2) in metres, from `paths.lengths`.

    A muscle shorter than its slack tendon and shortest fibres is slack: no force.
    """
    table = _table()
    fibre, force = np.empty(lengths.shape), np.empty(lengths.shape)
    for i in range(lengths.shape[1]):
        fibre[:, i] = np.interp(lengths[:, i], table.whole[i], table.fibre[i])
        force[:, i] = np.interp(lengths[:, i], table.whole[i], table.force[i])
    return AtRest(fibre, force)


def curves() -> Curves:
    return Curves(**model().curves)


@dataclass(frozen=True, eq=False)
class _Table:
    """For each muscle (M, POINTS): whole length (m), fibres as a share, force along the tendon."""

    whole: Array
    fibre: Array
    force: Array


@cache
def _table() -> _Table:
    of, curve = model().fibres, curves()
    # The fibres keep their thickness: what lies across the tendon's line stays the same.
    across = np.sin(of.pennation)
    shortest = np.maximum(across / np.sqrt(1 - STEEPEST**2), SHORTEST)
    fibre = np.linspace(shortest, LONGEST, POINTS, axis=1)
    cosine = np.sqrt(1 - (across[:, None] / fibre) ** 2)
    force = curve.passive(fibre) * cosine
    whole = of.fibre[:, None] * fibre * cosine + of.tendon[:, None] * (
        1 + curve.tendon_stretch(force)
    )
    return _Table(whole, fibre, of.max_force[:, None] * force)
