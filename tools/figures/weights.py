"""How much each joint moves each vertex, where the source's own shares do not suit our joints."""

import numpy as np
from tools.figures.rig import NAMES
from tools.figures.source import Floats, Ints
from tools.figures.surface import smooth_step, smoothed

SPINE = ("pelvis", "lumbar_low", "lumbar_high", "thorax")
SPINE_BLEND = 0.055  # m: over this much above and below, one part of the trunk becomes the next
HALF_BREATH_WIDTH, HALF_BREATH_HEIGHT = 0.10, 0.12  # m: how far from its middle breathing is seen
BREATH_FRONT = (0.0, 0.09)  # m: from the middle of the body to the front of the ribs
COLLAR = (0.07, 0.12)  # m above its middle: breathing ends below the collar
GIRDLE_INNER, GIRDLE_OUTER = 0.05, 0.135  # m from the middle: from the breastbone to the shoulder
ARM_FROM = (0.06, 0.13)  # m from the middle: nearer than this the arm moves nothing
NECK_BLEND = 0.03  # m: over this much the base of the neck becomes the neck
GIRDLE_LOW, GIRDLE_HIGH = -0.13, 0.0  # m from the shoulder joint: the shoulder blade's height
# Where limbs leave the trunk and where they bend: how far round the joint, rounds of smoothing.
EVENED = (("thigh", 0.16, 20), ("upper_arm", 0.14, 24), ("shank", 0.07, 20), ("forearm", 0.05, 20))


def _number(name: str) -> int:
    return NAMES.index(name)


def share_of(weights: Floats, *starts: str) -> Floats:
    """The summed share (V,) of all joints whose names begin so."""
    columns = [number for number, name in enumerate(NAMES) if name.startswith(starts)]
    total: Floats = weights[:, columns].sum(axis=1)
    return total


def own_weights(vertices: Floats, weights: Floats, quads: Ints, at: dict[str, Floats]) -> Floats:
    """The source's shares (V, J) made ours; `at` are the joints' places in the bind pose."""
    weights = _along_spine(vertices, weights, at)
    weights = _shoulder_girdle(vertices, weights, at)
    weights = _base_of_neck(vertices, weights, at)
    for joint, reach, rounds in EVENED:
        near = _near(vertices, at[joint + "_l"], at[joint + "_r"], reach)
        weights = smoothed(weights, quads, near / 2, rounds)
    return _breathing(vertices, weights, at)


def _along_spine(vertices: Floats, weights: Floats, at: dict[str, Floats]) -> Floats:
    """Shares out the trunk by height: in the source the lowest spine bone moves the buttocks."""
    weights = weights.copy()
    columns = [_number(name) for name in SPINE]
    trunk = weights[:, columns].sum(axis=1)
    height = vertices[:, 1]
    above = [
        smooth_step(height, at[name][1] - SPINE_BLEND, at[name][1] + SPINE_BLEND)
        for name in SPINE[1:]
    ]
    shares = np.column_stack((1 - above[0], above[0] - above[1], above[1] - above[2], above[2]))
    shares = np.maximum(shares, 0)
    shares /= shares.sum(axis=1, keepdims=True)
    weights[:, columns] = trunk[:, None] * shares
    return weights


def _shoulder_girdle(vertices: Floats, weights: Floats, at: dict[str, Floats]) -> Floats:
    """Gives the collar bones what lies over them and over the shoulder blades, so that the
    shoulders lift and come forward; the source moves them hardly at all."""
    weights = weights.copy()
    for side, sign in (("_l", 1.0), ("_r", -1.0)):
        shoulder = at["upper_arm" + side]
        out = smooth_step(vertices[:, 0] * sign, GIRDLE_INNER, GIRDLE_OUTER)
        high = smooth_step(vertices[:, 1] - shoulder[1], GIRDLE_LOW, GIRDLE_HIGH)
        _hand_over(weights, "thorax", "clavicle" + side, out * high)
        near = smooth_step(vertices[:, 0] * sign, *ARM_FROM)
        for arm in ("upper_arm", "upper_arm_twist"):
            _hand_over(weights, arm + side, "clavicle" + side, 1 - near)
    return weights


def _base_of_neck(vertices: Floats, weights: Floats, at: dict[str, Floats]) -> Floats:
    """Leaves the base of the neck to its lowest joint: a vertex has four joints at most."""
    weights = weights.copy()
    low, high = at["neck"][1] - NECK_BLEND, at["neck_high"][1] + NECK_BLEND
    below = 1 - smooth_step(vertices[:, 1], low, high)
    for upper in ("neck_high", "head"):
        _hand_over(weights, upper, "neck", below)
    return weights


def _hand_over(weights: Floats, giver: str, taker: str, share: Floats) -> None:
    moved = weights[:, _number(giver)] * share
    weights[:, _number(giver)] -= moved
    weights[:, _number(taker)] += moved


def _near(vertices: Floats, left: Floats, right: Floats, reach: float) -> Floats:
    """1 around either joint, 0 farther off, (V,)."""
    far = np.minimum(
        np.linalg.norm(vertices - left, axis=1), np.linalg.norm(vertices - right, axis=1)
    )
    return 1 - smooth_step(far, 0.6 * reach, 1.4 * reach)


def _breathing(vertices: Floats, weights: Floats, at: dict[str, Floats]) -> Floats:
    """A share of the thorax for the front of the ribs and the upper belly."""
    weights = weights.copy()
    off = vertices - at["chest"]
    share = (
        smooth_step(off[:, 2], *BREATH_FRONT)
        * np.exp(-((off[:, 0] / HALF_BREATH_WIDTH) ** 2))
        * np.exp(-((off[:, 1] / HALF_BREATH_HEIGHT) ** 2))
        * (1 - smooth_step(off[:, 1], *COLLAR))
    )
    for name in ("thorax", "lumbar_high"):
        _hand_over(weights, name, "chest", share)
    return weights
