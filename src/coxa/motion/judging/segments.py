"""The body in parts: the vertices of each, and its rough shape as a stack of ovals.

A part's shape is rigid with one of its joints. Along the part's own axis it is cut into slices;
each slice is an oval fitted to the skin there, with its own middle: a calf lies behind its bone, a
thigh before it. A capsule round the bone would miss both by a centimetre and more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from coxa.motion.body import Body
from coxa.motion.kinematics import Skeleton, places
from coxa.motion.turns import COORDINATES, X, Y
from coxa.motion.values import Array, Whole

SLICES = 10
MIDDLE = 1e-6  # share of the way out of an oval's middle, at which there is no direction yet
INNER, OUTER = 3, 97  # percentiles of a slice's skin that its oval spans: not its single outliers
CLEAR = 0.7  # share of a vertex's weight that makes it clearly a part's own
MOST = 0.5
FEWEST = 16  # vertices that make an oval: where the mesh is coarse a slice is thicker
ROUNDING_M = 1e-6
APART_M = 0.012  # of vertices this far from one another, one is enough to see limbs meet


@dataclass(frozen=True)
class Part:
    """Its joints; the axis of its slices; its free ends. A bare part has no shape of its own."""

    joints: tuple[str, ...]
    axis: int = Y
    free_low: bool = False
    free_high: bool = False
    bare: bool = False


def _limbs(s: str) -> dict[str, Part]:
    hand = (f"hand_{s}", f"fingers_{s}", f"finger_ends_{s}", f"thumb_{s}")
    return {
        f"shoulder_{s}": Part((f"clavicle_{s}",), bare=True),
        f"upper_arm_{s}": Part((f"upper_arm_{s}", f"upper_arm_twist_{s}")),
        f"forearm_{s}": Part((f"forearm_{s}", f"forearm_twist_{s}")),
        f"hand_{s}": Part(hand, free_low=True),
        f"thigh_{s}": Part((f"thigh_{s}", f"thigh_twist_{s}")),
        f"shank_{s}": Part((f"shank_{s}",)),
        f"foot_{s}": Part((f"foot_{s}", f"toes_{s}"), X, free_low=True, free_high=True),
    }


PARTS: Mapping[str, Part] = {
    "hips": Part(("pelvis", "lumbar_low")),
    "waist": Part(("lumbar_high",)),
    "chest": Part(("thorax", "chest")),
    "neck": Part(("neck", "neck_high"), bare=True),
    "head": Part(("head",), free_high=True),
    **_limbs("l"),
    **_limbs("r"),
}


@dataclass(frozen=True, eq=False)
class Shape:
    """A stack of ovals in the anatomical frame of `joint`, along `axis` from `at[0]` to `at[-1]`.

    `middle` and `half` (slices, 2) are in the two other axes, in their order.
    """

    joint: int
    axis: int
    at: Array
    middle: Array
    half: Array
    free_low: bool
    free_high: bool

    def depth(self, local: Array) -> Array:
        """How deep points (m, 3) of the joint's frame are inside, 0 outside."""
        return self.depth_and_way(local)[0]

    def depth_and_way(self, local: Array) -> tuple[Array, Array]:
        """The same, and the way out of the oval (m, 3), in the joint's frame."""
        along, across = local[:, self.axis], self._across
        # Column by column: rows of two numbers each are slow to go through.
        middle, half = (
            [np.interp(along, self.at, one) for one in both.T] for both in (self.middle, self.half)
        )
        away = [local[:, n] - one for n, one in zip(across, middle, strict=True)]
        distance = _length(*away)
        share = _length(away[0] / half[0], away[1] / half[1])
        # Along the line from the oval's middle through the point, to the skin.
        skin = np.where(share > MIDDLE, distance / np.maximum(share, MIDDLE), np.minimum(*half))
        depth = np.where((along > self.at[0]) & (along < self.at[-1]), skin - distance, 0)
        if self.free_low:
            depth = np.minimum(depth, along - self.at[0])
        if self.free_high:
            depth = np.minimum(depth, self.at[-1] - along)
        way = np.zeros_like(local)
        for n, one in zip(across, away, strict=True):
            way[:, n] = one / np.maximum(distance, 1e-6)
        return np.maximum(depth, 0), way

    def near(self, local: Array) -> Whole:
        """Which of points (m, 3) are in the box round the shape: all others are outside it."""
        low, high = self._box
        x, y, z = local.T
        inside = (x > low[0]) & (x < high[0]) & (y > low[1]) & (y < high[1])
        return np.flatnonzero(inside & (z > low[2]) & (z < high[2]))

    @cached_property
    def _across(self) -> tuple[int, int]:
        """The two axes that are not its own."""
        first, second = (n for n in range(3) if n != self.axis)
        return first, second

    @cached_property
    def _box(self) -> tuple[Array, Array]:
        low = np.insert((self.middle - self.half).min(axis=0), self.axis, self.at[0])
        high = np.insert((self.middle + self.half).max(axis=0), self.axis, self.at[-1])
        return low - ROUNDING_M, high + ROUNDING_M


@dataclass(frozen=True, eq=False)
class Segments:
    """Of every part: a thinned set of its own vertices, all its skin, and its shape."""

    own: Mapping[str, Whole]
    skin: Mapping[str, Whole]
    shapes: Mapping[str, Shape]


@cache
def segments(body: Body, apart: float = APART_M) -> Segments:
    """`apart`: of vertices nearer to one another than this (m), one stands for all."""
    skeleton = Skeleton(body)
    standing = skeleton.frames(np.zeros((1, len(COORDINATES))))
    skin = places(standing, skeleton.skin())[0]
    shares = {name: share_of(body, part) for name, part in PARTS.items()}
    own = {name: _thinned(skin, np.flatnonzero(s > CLEAR), apart) for name, s in shares.items()}
    whole = {name: np.flatnonzero(s > MOST) for name, s in shares.items()}
    shapes = {}
    for name, part in PARTS.items():
        if not part.bare:
            joint = _chief(body, part)
            shapes[name] = _fitted(part, joint, skin[whole[name]] - standing.at[0, joint])
    return Segments(own, whole, shapes)


def _chief(body: Body, part: Part) -> int:
    """The joint of a part that most of its flesh follows."""
    weight = {name: share_of(body, Part((name,))).sum() for name in part.joints}
    return body.joint_names.index(max(weight, key=lambda name: float(weight[name])))


def share_of(body: Body, part: Part) -> Array:
    """How much of each vertex's weight is the part's: (V,)."""
    numbers = [body.joint_names.index(name) for name in part.joints]
    mine = np.isin(body.joints, numbers)
    return np.asarray((body.weights * mine).sum(axis=1))


def _fitted(part: Part, joint: int, local: Array) -> Shape:
    along = local[:, part.axis]
    across = np.delete(local, part.axis, axis=1)
    low_end, high_end = np.percentile(along, [1, 99])
    edges = np.linspace(float(low_end), float(high_end), SLICES + 1)
    width = edges[1] - edges[0]
    at = np.concatenate([edges[:1], (edges[:-1] + edges[1:]) / 2, edges[-1:]])
    spans = []
    for middle in at:
        off = np.abs(along - middle)
        here = across[off <= max(width * 0.75, float(np.partition(off, FEWEST)[FEWEST]))]
        spans.append(np.percentile(here, [INNER, OUTER], axis=0))
    low, high = np.moveaxis(np.array(spans), 1, 0)
    return Shape(
        joint, part.axis, at, (low + high) / 2, (high - low) / 2, part.free_low, part.free_high
    )


def _length(one: Array, other: Array) -> Array:
    return np.sqrt(one * one + other * other)


def _thinned(skin: Array, chosen: Whole, apart: float) -> Whole:
    """One vertex of each little cube."""
    cubes = np.floor(skin[chosen] / apart).astype(np.int64)
    _, first = np.unique(cubes, axis=0, return_index=True)
    return chosen[np.sort(first)]
