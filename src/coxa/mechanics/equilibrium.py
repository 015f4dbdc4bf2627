"""The balance of forces and moments along a motion, as equations.

Motions here are slow: weight counts, inertia does not. A row (see `rows`) is in balance where
muscles, contacts and what is known add up to nothing; a moment on a coordinate is positive where it
would drive the coordinate up. Newtons, newton metres; u frames that differ, d rows, k columns.
"""

from dataclasses import dataclass

import numpy as np

from coxa.exercises.motion import Shown
from coxa.mechanics.acting import Acting, acting
from coxa.mechanics.method import USUAL, Method
from coxa.mechanics.rows import JOINTS, ROWS, WHOLE
from coxa.mechanics.tissue import HELPS, tissue
from coxa.motion.judging.loads import WEIGHT_N, mass_points
from coxa.motion.judging.seen import Seen
from coxa.motion.kinematics import Frames, Moving, SkinPoints, joined, places
from coxa.motion.turns import COLUMN
from coxa.motion.values import Array


@dataclass(frozen=True, eq=False)
class Balance:
    """`weight` (u, 3, d): what 1 N of the body's weight along each axis of the room does;
    `known` (u, d): bands, weights, what joints resist; `muscles` (u, d, 2 M): left then right, at
    full activation; `others` (u, d, k) with `most` (u, k) and `costs` (k,): contacts, of the body's
    weight, then ligaments and resting muscles."""

    seen: Seen
    weight: Array
    known: Array
    muscles: Array
    others: Array
    most: Array
    costs: Array


def balance(seen: Seen, shown: Shown, method: Method = USUAL) -> Balance:
    """The equations of every frame that differs. `shown` is what the clip was made from."""
    acts = acting(seen, shown, method)
    masses, shares = mass_points(seen.body)
    newtons = WEIGHT_N * shares
    skin = seen.figure.skeleton.skin(acts.vertices)
    effects = _effects(seen, joined([masses, skin]), newtons)
    on_masses, on_skin = effects[:, : len(newtons)], effects[:, len(newtons) :]
    own = tissue(seen, method)
    pushes, most = _pushes(acts, on_skin)
    return Balance(
        seen=seen,
        weight=np.einsum("k,ukid->uid", newtons / newtons.sum(), on_masses),
        known=own.resisting + _known(acts, on_skin),
        muscles=own.muscles,
        others=np.concatenate([pushes, own.helping], axis=2),
        most=np.concatenate([most, own.most], axis=1),
        costs=np.array([push.cost for push in acts.pushes] + [HELPS] * own.most.shape[1]),
    )


def _known(acts: Acting, on_skin: Array) -> Array:
    """(u, d): bands, weights and squeezed cushions."""
    found = np.zeros((len(on_skin), ROWS))
    for one in acts.known:
        found += np.einsum("uki,ukid->ud", one.forces, on_skin[:, one.points])
    return found


def _pushes(acts: Acting, on_skin: Array) -> tuple[Array, Array]:
    """(u, d, k): what each push does with the body's weight as its size; (u, k): the most of it."""
    found = np.zeros((len(on_skin), ROWS, len(acts.pushes)))
    most = np.zeros((len(on_skin), len(acts.pushes)))
    for i, push in enumerate(acts.pushes):
        found[:, :, i] = np.einsum("uki,ukid->ud", push.ways, on_skin[:, push.points])
        most[:, i] = np.where(push.frames, push.most, 0.0)
    return WEIGHT_N * found, most


def _effects(seen: Seen, points: SkinPoints, newtons: Array) -> Array:
    """(u, m, 3, d): what 1 N along each axis of the room does at each point; masses come first."""
    frames = seen.frames
    at = places(frames, points)
    middle = np.einsum("k,uki->ui", newtons / newtons.sum(), at[:, : len(newtons)])
    found = np.zeros((*at.shape, ROWS))
    found[..., :3] = np.eye(3)
    found[..., 3:WHOLE] = _crosses(at - middle[:, None])
    moving = Moving(seen.figure.skeleton, points)
    columns = [COLUMN[name] for name in JOINTS]
    for u in range(len(at)):
        one = Frames(frames.turn[u : u + 1], frames.at[u : u + 1], frames.axes[u : u + 1])
        # Slopes are metres a degree.
        found[u, ..., WHOLE:] = moving.jacobian(one)[..., columns] * 180 / np.pi
    return found


def _crosses(arm: Array) -> Array:
    """(..., 3, 3): row i is arm x the unit vector along i."""
    found = np.zeros((*arm.shape, 3))
    x, y, z = np.moveaxis(arm, -1, 0)
    found[..., 0, 1], found[..., 0, 2] = z, -y
    found[..., 1, 0], found[..., 1, 2] = -z, x
    found[..., 2, 0], found[..., 2, 1] = y, -x
    return found
