"""A short-sleeved top and mid-thigh shorts, cut from the skin along smooth lines and pushed out.

Axes are glTF's, metres. Lines are drawn on the standing figure: a field is above 0 where the
cloth is, 0 along its edge, and about as large as the distance from the edge.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from tools.figures.source import Flags, Floats, Ints
from tools.figures.surface import (
    Surface,
    cut,
    mean_of_neighbours,
    sides,
    smooth_step,
    smoothed,
    vertex_normals,
)
from tools.figures.weights import share_of

LEG_SHARE = 0.52  # of the way from hip to knee: mid-thigh
WAIST = 0.075  # m above the hip joints: where the top ends, below the hip bones' crest
BAND = 0.022  # m: the shorts go on under the top, so that a bent waist shows no skin
SLEEVE_SHARE = 0.46  # of the way from shoulder to elbow
# The collar: a tilted plane below the neck joint (lower per metre forward), and how wide round it.
NECK_BACK, NECK_DROP, NECK_ROUND = -0.012, 0.75, 0.078
NECK_TOP = 0.0  # m above the neck joint: higher up there is no cloth, however far from the neck
FLARE_WIDTH = 0.10  # m: a loose edge stands off over this width
CORNER = 0.02  # m: how round the collar's corner at the shoulder is
UNDER, SUNK = 0.014, 0.010  # m: the skin goes on this far under the cloth, and sinks this deep
NOT_HERE = -1.0  # a field's value far from the cloth
NORMAL_ROUNDS, CLOTH_ROUNDS = 6, 4  # of smoothing: cloth spans small hollows
NEAREST_MIDDLE = 0.0008  # m: the legs of the shorts do not cross between the thighs


@dataclass(frozen=True)
class Garment:
    """What covers the skin: its `field` and the distance from its `loose` edges (m), from the
    standing places (V, 3), the joints' places and the share of the arm (V,); `gap` and `flare`
    (m): how far off the skin it is, elsewhere and at its loose edges.
    """

    name: str
    field: Callable[[Floats, dict[str, Floats], Floats], Floats]
    loose: Callable[[Floats, dict[str, Floats], Floats], Floats]
    gap: float
    flare: float


def _above_leg(stands: Floats, at: dict[str, Floats], arm: Floats) -> Floats:
    hip, knee = at["thigh_l"], at["shank_l"]
    above: Floats = stands[:, 1] - hip[1] + LEG_SHARE * (hip[1] - knee[1])
    return np.where(arm > 0.5, NOT_HERE, above)


def _shorts(stands: Floats, at: dict[str, Floats], arm: Floats) -> Floats:
    below = at["thigh_l"][1] + WAIST + BAND - stands[:, 1]
    field: Floats = np.minimum(_above_leg(stands, at, arm), below)
    return field


def _above_hems(stands: Floats, at: dict[str, Floats], arm: Floats) -> Floats:
    shoulder, elbow = at["upper_arm_l"], at["forearm_l"]
    sleeve = shoulder[1] - SLEEVE_SHARE * (shoulder[1] - elbow[1])
    above: Floats = stands[:, 1] - np.where(arm > 0.5, sleeve, at["pelvis"][1] + WAIST)
    return above


def _top(stands: Floats, at: dict[str, Floats], arm: Floats) -> Floats:
    neck = at["neck"]
    below = neck[1] + NECK_BACK - stands[:, 1] - NECK_DROP * (stands[:, 2] - neck[2])
    below /= np.hypot(1.0, NECK_DROP)
    around = np.hypot(stands[:, 0], stands[:, 2] - neck[2] - 0.01) - NECK_ROUND
    collar = _either(below, np.minimum(around, neck[1] + NECK_TOP - stands[:, 1]))
    return np.minimum(_above_hems(stands, at, arm), collar)


def _either(first: Floats, second: Floats) -> Floats:
    """The larger of two fields, with a rounded corner where they are equal."""
    return (first + second + np.sqrt((first - second) ** 2 + CORNER**2)) / 2


SHORTS = Garment("shorts", _shorts, _above_leg, 0.003, 0.007)
TOP = Garment("top", _top, _above_hems, 0.005, 0.009)


def arm_share(surface: Surface) -> Floats:
    return share_of(surface.weights, "upper_arm", "forearm", "hand", "finger", "thumb")


def made(
    garment: Garment, skin: Surface, stands: Floats, at: dict[str, Floats]
) -> tuple[Surface, Floats]:
    """The garment cut from the dense skin (half a body) and pushed out; and its field on it."""
    arm = arm_share(skin)
    field = garment.field(stands, at, arm)
    whole, values, loose = cut(skin, field, garment.loose(stands, at, arm))
    cloth = sides(whole.triangles, values) > 0
    used = np.unique(whole.triangles[cloth])
    edge = 1 - smooth_step(loose[used], 0.0, FLARE_WIDTH)
    gap = garment.gap + (garment.flare - garment.gap) * edge
    return pushed(whole.part(np.flatnonzero(cloth)), gap), field


def pushed(cloth: Surface, gap: Floats) -> Surface:
    """The surface moved out by `gap` (V,) and evened: half a body, so the middle stays there."""
    middle = cloth.places[:, 0] == 0
    free = np.where(rim(cloth), 0.0, 0.5)
    every = np.full(len(cloth.places), 0.5)
    normals = smoothed(_flat(cloth.normals, middle), cloth.triangles, every, NORMAL_ROUNDS)
    normals = _flat(normals, middle)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    places = cloth.places + normals * gap[:, None]
    places = _evened(places, cloth.triangles, free, middle)
    places[:, 0] = np.where(middle, 0.0, np.maximum(places[:, 0], NEAREST_MIDDLE))
    facing = _flat(vertex_normals(places, cloth.triangles), middle)
    facing /= np.linalg.norm(facing, axis=1, keepdims=True)
    return replace(cloth, places=places, normals=facing)


def _flat(normals: Floats, middle: Flags) -> Floats:
    """Normals of the middle line lie in the middle plane: the other half is a mirror image."""
    normals = normals.copy()
    normals[middle, 0] = 0.0
    return normals


def _evened(places: Floats, triangles: Ints, free: Floats, middle: Flags) -> Floats:
    mean = mean_of_neighbours(triangles, len(places))
    for _ in range(CLOTH_ROUNDS):
        step = free[:, None] * (mean @ places - places)
        step[middle, 0] = 0.0
        step[middle] *= 0.5  # its neighbours are all on one side
        places = places + step
    return places


def rim(surface: Surface) -> Flags:
    """Which vertices (V,) lie on an open edge away from the middle plane."""
    on = np.zeros(len(surface.places), dtype=bool)
    on[rim_edges(surface).reshape(-1)] = True
    return on


def rim_edges(surface: Surface) -> Ints:
    """Edges (E, 2) of one triangle only, in its turning direction, not along the middle plane."""
    pairs = np.stack((surface.triangles, np.roll(surface.triangles, -1, axis=1)), axis=2)
    pairs = pairs.reshape(-1, 2)
    there = {(int(a), int(b)) for a, b in pairs}
    alone = [(int(b), int(a)) not in there for a, b in pairs]
    across = (surface.places[pairs, 0] != 0).any(axis=1)
    edges: Ints = pairs[np.array(alone) & across]
    return edges


def tucked(skin: Surface, fields: list[Floats]) -> Surface:
    """What can be seen of the skin, and a little more under every edge, sunk away from it."""
    hidden = np.zeros(len(skin.triangles), dtype=bool)
    depth = np.zeros(len(skin.places))
    for field in fields:
        hidden |= field[skin.triangles].min(axis=1) > UNDER
        depth = np.maximum(depth, SUNK * smooth_step(field, 0.0, UNDER))
    sunk = replace(skin, places=skin.places - skin.normals * depth[:, None])
    return sunk.part(np.flatnonzero(~hidden))


def hemmed(cloth: Surface, depth: float) -> Surface:
    """The cloth with its edges turned in by `depth` (m), down into the skin: it looks thick."""
    edges = rim_edges(cloth)
    if not len(edges):
        return cloth
    ring = np.unique(edges)
    outward = np.zeros_like(cloth.places)
    for end in range(2):
        along = cloth.places[edges[:, 1]] - cloth.places[edges[:, 0]]
        np.add.at(outward, edges[:, end], np.cross(along, cloth.normals[edges[:, end]]))
    outward[cloth.places[:, 0] == 0, 0] = 0.0
    outward /= np.maximum(np.linalg.norm(outward, axis=1, keepdims=True), 1e-12)
    inner = cloth.places[ring] - depth * cloth.normals[ring]
    normals = cloth.normals.copy()
    normals[ring] += 0.5 * outward[ring]  # a soft edge: halfway between cloth and turned-in hem
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    new = np.full(len(cloth.places), -1)
    new[ring] = len(cloth.places) + np.arange(len(ring))
    a, b = edges[:, 0], edges[:, 1]
    hem = np.concatenate((np.column_stack((b, a, new[a])), np.column_stack((b, new[a], new[b]))))
    return Surface(
        np.concatenate((cloth.places, inner)),
        np.concatenate((normals, outward[ring])),
        np.concatenate((cloth.weights, cloth.weights[ring])),
        np.concatenate((cloth.triangles, hem)),
    )
