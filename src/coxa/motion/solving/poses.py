"""The key poses of a motion, placed together so that contacts hold and what is planted stays where
it is.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from coxa.motion.solids import Solid
from coxa.motion.solving import terms
from coxa.motion.solving.fitting import fitted
from coxa.motion.solving.scene import Scene, State
from coxa.motion.solving.terms import SkinTarget, Target, Term
from coxa.motion.solving.wanted import Wanted, ranges
from coxa.motion.turns import COLUMN, COORDINATES, PELVIS_PLACE
from coxa.motion.values import Array

PLANTED = 0.001  # m: how far a planted contact may move between two key poses
# What keeps limbs and things apart, first lightly: the figure may pass through a chair on its way
# to
# sit on it, and ends on the side that everything else asks for.
FIRMNESS = (0.03, 0.3, 1.0)
STAY = 0.05  # of what a contact asks: how much a pose would rather not move as a whole
STEPS = 40
CLOSE = 1e-5
C = len(COORDINATES)


@dataclass(frozen=True)
class Surroundings:
    scene: Scene
    solids: tuple[Solid, ...]


def solve(
    around: Surroundings, poses: list[Wanted], planted: list[list[tuple[int, Array]]]
) -> Array:
    """The poses (K, C).

    `planted[k]`: patches that stay from pose k to k + 1, each with the ways (3) they may not go.
    """
    values = np.concatenate([_set_down(around.scene, pose) for pose in poses])
    for firmness in FIRMNESS:
        together = _Together(around, poses, planted, firmness)
        values = fitted(together.work_out, values, STEPS, CLOSE)
    return values.reshape(len(poses), C)


def _set_down(scene: Scene, pose: Wanted) -> Array:
    """The wanted angles, moved as a whole to where what should touch is nearest to touching."""
    values = pose.values.copy()
    state = scene.state(values)
    gaps = [terms.gap(state, target) for target in pose.targets if isinstance(target, Target)]
    if not gaps:
        values[COLUMN["pelvis_ty"]] -= state.places[scene.skin_rows, 1].min()
        return values
    distance, ways = np.concatenate([d for d, _ in gaps]), np.concatenate([w for _, w in gaps])
    # Where nothing asks for a way to go, it stays: the least of all moves that fit.
    move = np.linalg.lstsq(
        np.vstack([ways, STAY * np.eye(3)]), np.append(-distance, np.zeros(3)), rcond=None
    )[0]
    values[[COLUMN[name] for name in PELVIS_PLACE]] += move
    return values


class _Together:
    """All poses of a motion, and what ties each to the next."""

    def __init__(
        self,
        around: Surroundings,
        poses: list[Wanted],
        planted: list[list[tuple[int, Array]]],
        firmness: float,
    ) -> None:
        self._around, self._poses, self._planted = around, poses, planted
        self._firmness = firmness
        self._ranges = [ranges(pose.values) for pose in poses]

    def work_out(self, flat: Array) -> Term:
        values = flat.reshape(-1, C)
        states = [self._around.scene.state(one) for one in values]
        rows: list[Term] = []
        for k, state in enumerate(states):
            rows += [self._at_pose(k, term) for term in self._terms(k, state, values[k])]
        for k, (one, other) in enumerate(pairwise(states)):
            rows += self._stays(k, one, other)
        residuals = np.concatenate([r for r, _ in rows])
        return residuals, np.concatenate([s for _, s in rows])

    def _terms(self, k: int, state: State, values: Array) -> list[Term]:
        pose = self._poses[k]
        found = [
            terms.near(values, pose.values, pose.scale),
            terms.within(values, *self._ranges[k]),
        ]
        found += [
            (residual * self._firmness, slope * self._firmness)
            for residual, slope in common(state, self._around.solids)
        ]
        found += [_contact(state, target) for target in pose.targets]
        if pose.standing:
            found.append(terms.balanced(state, list(pose.standing)))
        return found

    def _at_pose(self, k: int, term: Term) -> Term:
        residual, slope = term
        wide = np.zeros((len(residual), C * len(self._poses)))
        wide[:, k * C : (k + 1) * C] = slope
        return residual, wide

    def _stays(self, k: int, one: State, other: State) -> list[Term]:
        found = []
        for patch, ways in self._planted[k]:
            (a, slope_a), (b, slope_b) = (
                (state.patches[0][patch], state.patches[1][patch]) for state in (one, other)
            )
            wide = np.zeros((len(ways), C * len(self._poses)))
            wide[:, k * C : (k + 1) * C] = ways @ slope_a
            wide[:, (k + 1) * C : (k + 2) * C] = -ways @ slope_b
            found.append((ways @ (a - b) / PLANTED, wide / PLANTED))
        return found


def common(state: State, solids: tuple[Solid, ...]) -> list[Term]:
    """What every pose is asked: not to sink into floor, things or its own limbs."""
    rows = [terms.above_floor(state), terms.limbs_apart(state)]
    return rows + [terms.outside(state, solid) for solid in solids]


def _contact(state: State, target: Target | SkinTarget) -> Term:
    if isinstance(target, SkinTarget):
        return terms.on_skin(state, target)
    return terms.touching(state, target)


def planted_between(one: Wanted, other: Wanted) -> list[tuple[int, Array]]:
    """The patches that stay put from one pose to the next: they touch the same thing in both and do
    not slide.
    """
    there = {(t.point, t.on) for t in other.touches if not t.slides and t.kind != "skin"}
    found = []
    for touch, target in zip(one.touches, one.targets, strict=True):
        if isinstance(target, Target) and not touch.slides and (touch.point, touch.on) in there:
            ways = terms.sideways(target.surface)
            if len(ways):
                found.append((target.patch, ways))
    return found
