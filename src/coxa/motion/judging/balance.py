"""Who stands free does not fall: the centre of mass is over the feet."""

import numpy as np
from scipy.spatial import ConvexHull, QhullError

from coxa.motion.judging.finding import Finding, worst
from coxa.motion.judging.loads import masses
from coxa.motion.judging.seen import Seen
from coxa.motion.judging.things import FLOOR
from coxa.motion.values import Array

OFF = 0.020  # m beyond the feet: the mean body is not everybody's
SOLE = 0.015  # m over the floor: what of a foot carries
_SOLES = (
    "heel_",
    "ball_inner_",
    "ball_outer_",
    "toe_tips_",
    "big_toe_tip_",
    "outer_edge_",
    "inner_edge_",
)


def balance(seen: Seen) -> list[Finding]:
    """Frames in which nothing but feet on the floor carries, and the body would tip over."""
    found = []
    for u, frame in enumerate(seen.first):
        feet = _feet(seen, int(frame))
        if not feet:
            continue
        points, shares = masses(seen)
        middle = (shares @ points[u])[[0, 2]]
        off = _outside(_carrying(seen, u, feet), middle)
        if off > OFF:
            found.append(Finding("balance", int(frame), "centre of mass off the feet", off, OFF))
    return worst(found)


def _feet(seen: Seen, frame: int) -> set[str]:
    """The sides of the feet on the floor; none where anything else carries or steadies."""
    held = [h for h in seen.clip.contacts if h.first <= frame <= h.last and not seen.on_skin(h)]
    if not held or not all(h.on == FLOOR and h.point.startswith(_SOLES) for h in held):
        return set()
    return {h.point[-1] for h in held}


def _carrying(seen: Seen, u: int, feet: set[str]) -> Array:
    """The places on the floor under the feet: (m, 2)."""
    body = seen.body
    joints = [body.joint_names.index(f"{part}_{s}") for s in feet for part in ("foot", "toes")]
    strongest = body.joints[np.arange(len(body.joints)), body.weights.argmax(axis=1)]
    skin = seen.skin[u, np.isin(strongest, joints)]
    return np.asarray(skin[skin[:, 1] < skin[:, 1].min() + SOLE][:, [0, 2]])


def _outside(points: Array, middle: Array) -> float:
    """How far a place is outside the outline of points, 0 or less inside."""
    try:
        sides = ConvexHull(points).equations
    except QhullError:  # fewer than three points, or all in a line
        return float(np.linalg.norm(points - middle, axis=1).min())
    return float((sides[:, :2] @ middle + sides[:, 2]).max())
