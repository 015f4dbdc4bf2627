"""Named places on the skin, found by rays from the joints of the standing figure.

Axes are glTF's: x to the person's left, y up, z forward; metres. Given for the left side; the
right side is its mirror image.
"""

from dataclasses import dataclass

import numpy as np
from tools.figures.source import Floats, Ints
from tools.figures.surface import TINY, Surface
from tools.figures.weights import share_of

UP, DOWN, FRONT, BACK = (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)
OUT, IN = (1, 0, 0), (-1, 0, 0)  # of the left side
FACING = 0.2  # cosine: a place looks at least this much along its ray
MOSTLY = 0.5  # share: a vertex belongs to the joints that move it at least so much
TIP_SHARE = 0.5  # m to the side that being a metre farther along a ray makes up for
REACH = 0.045  # m: a patch is smaller where the mesh is coarser than this
SKIN_DEEP, COVER = 0.0005, 0.025  # m: what lies so far over a place covers it
DIGITS = 6  # of a metre: places as near as each other are taken in their order


@dataclass(frozen=True)
class Ray:
    """From a share of the way between two joints, shifted by `shift` (m), along `way`."""

    start: str
    end: str
    share: float
    way: tuple[float, float, float]
    parts: tuple[str, ...]
    shift: tuple[float, float, float] = (0.0, 0.0, 0.0)
    size: int = 4  # vertices in the patch
    tip: bool = False  # the patch is where the part ends, not where the ray leaves it


FOOT, TOES = ("foot_l", "toes_l"), ("toes_l",)
SHANK = ("shank_l", "thigh_twist_l")
THIGH = ("thigh_l", "thigh_twist_l", "pelvis")
HIP = ("pelvis", "thigh_l", "lumbar_low", "thigh_twist_l")
TRUNK = ("pelvis", "lumbar_low", "lumbar_high", "thorax", "chest", "neck")
HEAD = ("head",)
SHOULDER = ("clavicle_l", "upper_arm_l", "upper_arm_twist_l", "thorax")
ARM = ("upper_arm_twist_l", "forearm_l", "forearm_twist_l")
HAND = ("forearm_twist_l", "hand_l", "fingers_l", "finger_ends_l")

SIDED = {
    "heel": Ray("foot_l", "foot_l", 0, DOWN, FOOT, (0, 0, -0.02), 6),
    "heel_back": Ray("foot_l", "foot_l", 0, BACK, FOOT, (0, -0.04, 0)),
    "ball_inner": Ray("toes_l", "toes_l", 0, DOWN, FOOT, (-0.035, 0, 0)),
    "ball_outer": Ray("toes_l", "toes_l", 0, DOWN, FOOT, (0.028, 0, -0.015)),
    "big_toe_tip": Ray("toes_l", "toes_l", 0, FRONT, TOES, (-0.03, -0.01, 0), 4, True),
    "outer_edge": Ray("foot_l", "toes_l", 0.5, OUT, FOOT, (0, -0.03, 0)),
    "inner_edge": Ray("foot_l", "toes_l", 0.5, IN, FOOT, (0, -0.02, 0)),
    "instep": Ray("foot_l", "toes_l", 0.5, UP, FOOT),
    "outer_ankle": Ray("foot_l", "foot_l", 0, OUT, ("foot_l", "shank_l")),
    "inner_ankle": Ray("foot_l", "foot_l", 0, IN, ("foot_l", "shank_l")),
    "shin": Ray("shank_l", "foot_l", 0.5, FRONT, SHANK),
    "calf": Ray("shank_l", "foot_l", 0.4, BACK, SHANK),
    "outer_shin": Ray("shank_l", "foot_l", 0.4, OUT, SHANK),
    "inner_shin": Ray("shank_l", "foot_l", 0.4, IN, SHANK),
    "kneecap": Ray("shank_l", "shank_l", 0, FRONT, SHANK),
    "knee_under": Ray("shank_l", "foot_l", 0.12, FRONT, SHANK),
    "knee_back": Ray("shank_l", "shank_l", 0, BACK, SHANK),
    "outer_knee": Ray("shank_l", "shank_l", 0, OUT, SHANK),
    "inner_knee": Ray("shank_l", "shank_l", 0, IN, SHANK),
    "thigh_front_low": Ray("thigh_l", "shank_l", 0.75, FRONT, THIGH),
    "thigh_front": Ray("thigh_l", "shank_l", 0.45, FRONT, THIGH),
    "thigh_back_low": Ray("thigh_l", "shank_l", 0.75, BACK, THIGH),
    "thigh_back": Ray("thigh_l", "shank_l", 0.46, BACK, THIGH),
    "outer_thigh": Ray("thigh_l", "shank_l", 0.45, OUT, THIGH),
    "inner_thigh": Ray("thigh_l", "shank_l", 0.45, IN, THIGH),
    "sit_bone": Ray("pelvis", "thigh_l", 0.65, (0, -0.7, -0.7), HIP, (0, -0.04, -0.03)),
    "hip_side": Ray("thigh_l", "thigh_l", 0, OUT, HIP),
    "hip_bone": Ray("pelvis", "thigh_l", 1.15, (0.3, 0, 0.95), HIP, (0, 0.09, 0)),
    "shoulder_blade": Ray("thorax", "neck", 0.5, BACK, ("thorax", "clavicle_l"), (0.09, 0, 0)),
    "shoulder_top": Ray("clavicle_l", "upper_arm_l", 0.85, UP, SHOULDER),
    "shoulder_side": Ray("upper_arm_l", "upper_arm_twist_l", 0.3, OUT, SHOULDER),
    "side_of_head": Ray("head", "head", 0, OUT, HEAD, (0, 0.09, 0)),
    "elbow_back": Ray("forearm_l", "forearm_l", 0, BACK, ARM),
    "forearm_under": Ray("forearm_l", "hand_l", 0.5, (-0.9, 0, -0.4), ARM),
    "forearm_front": Ray("forearm_l", "hand_l", 0.5, FRONT, ARM),
    "wrist_back": Ray("hand_l", "hand_l", 0, BACK, HAND),
    "palm": Ray("hand_l", "fingers_l", 0.6, FRONT, HAND, (0, 0, 0), 6),
    "back_of_hand": Ray("hand_l", "fingers_l", 0.55, BACK, HAND),
    "knuckles": Ray("fingers_l", "fingers_l", 0, BACK, HAND),
    "heel_of_hand": Ray("hand_l", "fingers_l", 0.2, FRONT, HAND),
}
MIDDLE = {
    "sacrum": Ray("pelvis", "pelvis", 0, BACK, TRUNK, (0, 0.05, 0)),
    "belly": Ray("lumbar_high", "lumbar_high", 0, FRONT, TRUNK),
    "lower_back": Ray("pelvis", "pelvis", 0, BACK, TRUNK, (0, 0.15, 0)),
    "upper_back": Ray("thorax", "neck", 0.55, BACK, TRUNK),
    "chest_front": Ray("thorax", "neck", 0.45, FRONT, TRUNK),
    "back_of_head": Ray("head", "head", 0, BACK, HEAD, (0, 0.05, 0)),
    "crown": Ray("head", "head", 0, UP, HEAD),
    "nose": Ray("head", "head", 0, FRONT, HEAD, (0, 0.012, 0)),
}


# One patch from several rays: under each toe, at each finger's end; m to the side of the joint.
SEVERAL = {
    "toe_tips": tuple(
        Ray("toes_l", "toes_l", 0, DOWN, TOES, (side, 0, ahead), 2)
        for side, ahead in ((-0.026, 0.050), (-0.010, 0.044), (0.006, 0.040), (0.024, 0.030))
    ),
    "fingertips": tuple(
        Ray("finger_ends_l", "finger_ends_l", 0, DOWN, ("finger_ends_l",), (side, 0, 0), 2, True)
        for side in (0.050, 0.008, -0.018, -0.042)
    ),
}


def find_points(
    stands: Floats, facing: Floats, half: Surface, at: dict[str, Floats]
) -> dict[str, list[int]]:
    """The left half's vertices of every named place, sides _l and _r with the same ones.

    `stands` and `facing` (V, 3) are the standing half's places and normals, `at` its joints'.
    """
    found = {}
    single = {name: (ray,) for name, ray in (*SIDED.items(), *MIDDLE.items())}
    for name, rays in {**single, **SEVERAL}.items():
        patches = [_patch(ray, half, stands, facing, at) for ray in rays]
        if not all(patches):
            raise ValueError(f"{name}: no skin was found along its ray")
        patch = sorted({vertex for patch in patches for vertex in patch})
        ends = ("",) if name in MIDDLE else ("_l", "_r")
        found.update({name + end: patch for end in ends})
    return found


def _patch(
    ray: Ray, half: Surface, stands: Floats, facing: Floats, at: dict[str, Floats]
) -> list[int]:
    """The vertices nearest to the ray that look along it and that nothing covers."""
    start = at[ray.start] + ray.share * (at[ray.end] - at[ray.start]) + ray.shift
    way = np.array(ray.way) / np.linalg.norm(ray.way)
    ahead = (stands - start) @ way
    ours = share_of(half.weights, *ray.parts) > MOSTLY
    candidates = np.flatnonzero(ours & (ahead > 0) & (facing @ way > FACING))
    steps = stands[candidates] - start
    off = np.linalg.norm(steps - np.outer(ahead[candidates], way), axis=1)
    off -= TIP_SHARE * ahead[candidates] * ray.tip
    patch: list[int] = []
    for vertex in candidates[np.argsort(off.round(DIGITS), kind="stable")]:
        if len(patch) == ray.size or (patch and _far(stands[vertex], stands[patch])):
            break
        if not _covered(stands[vertex], facing[vertex], stands, half.triangles):
            patch.append(int(vertex))
    return sorted(patch)


def _far(place: Floats, patch: Floats) -> bool:
    return bool(np.linalg.norm(patch - place, axis=1).min() > REACH)


def _covered(place: Floats, way: Floats, stands: Floats, triangles: Ints) -> bool:
    """Whether a surface lies close over a place: skin and shorts go on under the cloth."""
    a, b, c = (stands[triangles[:, corner]] for corner in range(3))
    along, up = b - a, c - a
    normal = np.cross(way, up)
    size = (along * normal).sum(axis=1)
    size = np.where(np.abs(size) < TINY, TINY, size)
    off = place + SKIN_DEEP * way - a
    first = (off * normal).sum(axis=1) / size
    turned = np.cross(off, along)
    second = turned @ way / size
    far = (turned * up).sum(axis=1) / size
    hit = (first >= 0) & (second >= 0) & (first + second <= 1) & (far > 0) & (far < COVER)
    return bool(hit.any())
