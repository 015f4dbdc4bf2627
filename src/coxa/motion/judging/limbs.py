"""No limb goes through the trunk or through another limb: they touch, skin on skin."""

from collections.abc import Iterator
from itertools import product

import numpy as np
from scipy.spatial import cKDTree

from coxa.motion.judging.finding import Finding, worst
from coxa.motion.judging.seen import Seen
from coxa.motion.judging.segments import PARTS, Segments, segments
from coxa.motion.values import Array, Whole

# m: skin and fat of two parts that press on each other give 5 mm and more each: a pinched fold of
# two layers is 10 to 20 mm thick at the thigh and arm. The rest is the mesh, a vertex each 12 mm.
FLESH = 0.015
SURE = 0.005  # m: an oval is the skin to about so much
# m: where a joint folds, and between the thighs, flesh is soft and presses flat on its like.
FOLD = 0.030
# m: the belly gives way to a thigh that is drawn up: at 130 degrees the figure's is 55 mm in it.
BELLY = 0.060

# Parts that hang together, or whose flesh is one around a joint.
_ONE_FLESH = {
    frozenset(pair)
    for pair in (
        ("hips", "waist"),
        ("waist", "chest"),
        ("chest", "neck"),
        ("neck", "head"),
        ("chest", "head"),
        *(
            (one.format(s), other.format(s))
            for s in ("l", "r")
            for one, other in (
                ("hips", "thigh_{}"),
                ("thigh_{}", "shank_{}"),
                ("shank_{}", "foot_{}"),
                ("chest", "shoulder_{}"),
                ("neck", "shoulder_{}"),
                ("head", "shoulder_{}"),
                ("shoulder_{}", "upper_arm_{}"),
                ("upper_arm_{}", "forearm_{}"),
                ("forearm_{}", "hand_{}"),
            )
        ),
    )
}
_GIVES = {
    frozenset((one.format(s), other.format(s))): gives
    for s in ("l", "r")
    for one, other, gives in (
        ("thigh_l", "thigh_r", FOLD),
        ("waist", "thigh_{}", BELLY),
        ("chest", "thigh_{}", FOLD),
        ("chest", "upper_arm_{}", FOLD),
        ("upper_arm_{}", "hand_{}", FOLD),
    )
}


def one_flesh(one: str, other: str) -> bool:
    """Whether two parts hang together, so that neither can be in the other."""
    return frozenset((one, other)) in _ONE_FLESH


def may_press(one: str, other: str) -> float:
    """How far two parts may give way to each other, in metres."""
    return _GIVES.get(frozenset((one, other)), FLESH)


def limbs(seen: Seen) -> list[Finding]:
    """Which part is deeper in another than flesh gives."""
    found = worst(_all(seen, segments(seen.body)))
    # Two parts are in each other, or neither is: the deeper of both ways is told.
    deepest: dict[frozenset[str], Finding] = {}
    for one in sorted(found, key=lambda f: -f.value):
        deepest.setdefault(frozenset(one.what.split(" in ")), one)
    return list(deepest.values())


def _all(seen: Seen, parts: Segments) -> Iterator[Finding]:
    names = [name for name in PARTS if len(parts.own[name])]
    low, high = _boxes(seen, [parts.own[name] for name in names])
    pairs = [
        (a, b)
        for a, b in product(range(len(names)), repeat=2)
        if a != b and names[b] in parts.shapes and not one_flesh(names[a], names[b])
    ]
    first, second = np.array(pairs).T
    meet = (low[:, first] < high[:, second]).all(axis=2)
    meet &= (low[:, second] < high[:, first]).all(axis=2)
    for u, p in np.argwhere(meet):
        one, other = names[first[p]], names[second[p]]
        box = low[u, second[p]], high[u, second[p]]
        depth = _depth(seen, parts, u, one, other, box)
        limit = may_press(one, other)
        if depth > limit:
            yield Finding("limbs", int(seen.first[u]), f"{one} in {other}", depth, limit)


def _depth(
    seen: Seen, parts: Segments, u: int, one: str, other: str, box: tuple[Array, Array]
) -> float:
    """How deep any vertex of a part is under the skin of another, at one frame.

    The ovals say which vertices can be; for those, the other part's nearest skin does.
    """
    skin = seen.skin[u, parts.own[one]]
    near = skin[((skin > box[0]) & (skin < box[1])).all(axis=1)]
    shape, frames = parts.shapes[other], seen.frames
    local = (near - frames.at[u, shape.joint]) @ frames.turn[u, shape.joint]
    near = near[shape.depth(local) > SURE]
    if not len(near):
        return 0.0
    _, nearest = cKDTree(seen.skin[u, parts.skin[other]]).query(near)
    vertices = parts.skin[other][nearest]
    under = ((seen.skin[u, vertices] - near) * seen.normals(u, vertices)).sum(axis=1)
    return float(under.max())


def _boxes(seen: Seen, parts: list[Whole]) -> tuple[Array, Array]:
    """Upright boxes around sets of vertices: low and high corners (u, parts, 3)."""
    own = [seen.skin[:, vertices] for vertices in parts]
    low, high = [one.min(axis=1) for one in own], [one.max(axis=1) for one in own]
    return np.stack(low, axis=1), np.stack(high, axis=1)
