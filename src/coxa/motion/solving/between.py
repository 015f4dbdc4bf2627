"""The frames between key poses: smooth in time, with contacts kept where the key poses put them."""

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator

from coxa.motion.solving import terms
from coxa.motion.solving.fitting import fitted
from coxa.motion.solving.poses import Surroundings, common
from coxa.motion.solving.terms import SkinTarget, Term
from coxa.motion.solving.wanted import ranges
from coxa.motion.turns import COLUMN, COORDINATES, PELVIS_PLACE
from coxa.motion.values import Array

FOLLOWS = 4.0  # degrees: how far a frame may leave the straight way between key poses, softly
FOLLOWS_PLACE = 0.02  # m
CLOSELY = 1.0  # degrees: the same, of the way that is smooth already
CLOSELY_PLACE = 0.005  # m
NEAR_FRAMES = 6  # this many frames from a key pose are near it
NEAREST = 0.05
ROUNDS = 4  # of smoothing: some three frames to either side
STEPS = 12
CLOSE = 1e-4


def eased(share: Array) -> Array:
    """Minimum jerk: starts and ends at rest (Flash and Hogan 1985, J Neurosci 5:1688)."""
    return np.asarray(share**3 * (10 - 15 * share + 6 * share**2))


@dataclass(frozen=True)
class Anchor:
    """A patch that follows a way (frames, 3) of places while its contact lasts, from frame `first`
    to `last`.
    """

    patch: int
    way: Array
    first: int
    last: int


def interpolated(keys: Array, shares: Array, at: Array) -> Array:
    """Poses (n, C) at `at` (n) shares of the way out, through `keys` (K, C) at `shares` (K)."""
    if len(keys) == 1:
        return np.repeat(keys, len(at), axis=0)
    return np.asarray(PchipInterpolator(shares, keys, axis=0)(at))


@dataclass(frozen=True)
class Contacts:
    """What is in force between key poses: patches that follow a way, and skin on skin while it
    lasts.
    """

    anchors: list[Anchor]
    skin: list[tuple[SkinTarget, int, int]]

    def at(self, frame: int) -> tuple[list[tuple[int, Array]], list[SkinTarget]]:
        here = [(a.patch, a.way[frame]) for a in self.anchors if a.first <= frame <= a.last]
        return here, [target for target, first, last in self.skin if first <= frame <= last]


def solve(around: Surroundings, guess: Array, contacts: Contacts, keys: list[int]) -> Array:
    """`guess` (n, C) with every frame's contacts closed.

    Twice: what closing asked of each frame the first time, smoothed over its neighbours, is where
    the second time begins and stays close to. A limb that gives way to another all at once would
    otherwise twitch. `keys` are the frames of the key poses: nearer to them a frame keeps closer to
    the straight way, since a key pose has contacts that begin with it and are not in force yet.
    """
    nearness = _nearness(len(guess), keys)
    first = _closed(around, guess, nearness * _scale(FOLLOWS, FOLLOWS_PLACE), contacts)
    smooth = guess + _smoothed(first - guess)
    return _closed(around, smooth, nearness * _scale(CLOSELY, CLOSELY_PLACE), contacts)


def _nearness(count: int, keys: list[int]) -> Array:
    """(n, 1): 1 where no key pose is near, down to `NEAREST` at one."""
    away = np.abs(np.arange(count)[:, None] - np.array(keys)).min(axis=1)
    return np.clip(away / NEAR_FRAMES, NEAREST, 1)[:, None]


def _scale(angle: float, place: float) -> Array:
    scale = np.full(len(COORDINATES), angle)
    scale[[COLUMN[name] for name in PELVIS_PLACE]] = place
    return scale


def _smoothed(change: Array) -> Array:
    """Each frame with a share of its neighbours; the ends, which are key poses, as they are."""
    for _ in range(ROUNDS):
        change[1:-1] = change[1:-1] / 2 + (change[:-2] + change[2:]) / 4
    return change


def _closed(around: Surroundings, wanted: Array, scale: Array, contacts: Contacts) -> Array:
    out = (
        wanted.copy()
    )  # the ends are key poses: they are closed already, with contacts of their own
    shift = np.zeros(wanted.shape[1])
    for i, row in list(enumerate(wanted))[1:-1]:
        out[i] = _frame(around, row, row + shift, scale[i], *contacts.at(i))
        shift = out[i] - row
    return out


def _frame(
    around: Surroundings,
    wanted: Array,
    start: Array,
    scale: Array,
    anchors: list[tuple[int, Array]],
    onto: list[SkinTarget],
) -> Array:
    limits = ranges(wanted)

    def work_out(values: Array) -> Term:
        state = around.scene.state(values)
        rows = [terms.near(values, wanted, scale), terms.within(values, *limits)]
        rows += common(state, around.solids)
        rows += [terms.held_at(state, patch, place) for patch, place in anchors]
        rows += [terms.on_skin(state, target) for target in onto]
        return np.concatenate([r for r, _ in rows]), np.concatenate([s for _, s in rows])

    return fitted(work_out, start, STEPS, CLOSE)
