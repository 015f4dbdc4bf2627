"""Which coordinate turns which joint of the body, about which axis, and by what share.

Axes: x forward, y up, z to the person's right. The turns of a joint apply in the order they stand
in, each about
the axis as the earlier ones have left it. Coordinates and signs: `coxa.anatomy.coordinates`.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from coxa.motion.values import Array

X, Y, Z = 0, 1, 2
PELVIS_PLACE = ("pelvis_tx", "pelvis_ty", "pelvis_tz")


@dataclass(frozen=True)
class Turn:
    """One hinge: `joint` turns about `axis` by `share` times the coordinate's value."""

    joint: str
    axis: int
    coordinate: str
    share: float


def _spine(joint: str, prefix: str, share: float) -> list[Turn]:
    return [
        Turn(joint, Z, f"{prefix}_extension", share),
        Turn(joint, X, f"{prefix}_bending", share),
        Turn(joint, Y, f"{prefix}_rotation", share),
    ]


def _neck(joint: str) -> list[Turn]:
    return [
        Turn(joint, Z, "neck_flexion", -0.5),
        Turn(joint, X, "neck_bending", 0.5),
        Turn(joint, Y, "neck_rotation", 0.5),
    ]


def _leg(side: str, s: int) -> list[Turn]:
    """`s` is +1 on the right: toward the midline and inward are the same sign on both sides."""
    return [
        Turn(f"thigh_{side}", Z, f"hip_flexion_{side}", 1),
        Turn(f"thigh_{side}", X, f"hip_adduction_{side}", s),
        # The skin of the thigh follows its bone's turning half at the hip, half on the way down.
        Turn(f"thigh_{side}", Y, f"hip_rotation_{side}", 0.5 * s),
        Turn(f"thigh_twist_{side}", Y, f"hip_rotation_{side}", 0.5 * s),
        Turn(f"shank_{side}", Z, f"knee_angle_{side}", -1),
        Turn(f"foot_{side}", Z, f"ankle_angle_{side}", 1),
        Turn(f"foot_{side}", X, f"subtalar_angle_{side}", s),
        Turn(f"toes_{side}", Z, f"mtp_angle_{side}", 1),
    ]


def _arm(side: str, s: int) -> list[Turn]:
    return [
        Turn(f"clavicle_{side}", X, f"scapula_elevation_{side}", -s),
        Turn(f"clavicle_{side}", Y, f"scapula_protraction_{side}", s),
        Turn(f"upper_arm_{side}", Z, f"arm_flex_{side}", 1),
        Turn(f"upper_arm_{side}", X, f"arm_add_{side}", s),
        Turn(f"upper_arm_{side}", Y, f"arm_rot_{side}", 0.5 * s),
        Turn(f"upper_arm_twist_{side}", Y, f"arm_rot_{side}", 0.5 * s),
        Turn(f"forearm_{side}", Z, f"elbow_flex_{side}", 1),
        Turn(f"forearm_twist_{side}", Y, f"pro_sup_{side}", 0.5 * s),
        Turn(f"hand_{side}", Y, f"pro_sup_{side}", 0.5 * s),
        Turn(f"hand_{side}", Z, f"wrist_flex_{side}", 1),
        Turn(f"hand_{side}", X, f"wrist_dev_{side}", s),
        Turn(f"fingers_{side}", Z, f"grip_{side}", 1),
        Turn(f"finger_ends_{side}", Z, f"grip_{side}", 1),
        Turn(f"thumb_{side}", Z, f"grip_{side}", 0.5),
    ]


TURNS: tuple[Turn, ...] = (
    Turn("pelvis", Z, "pelvis_tilt", 1),
    Turn("pelvis", X, "pelvis_list", 1),
    Turn("pelvis", Y, "pelvis_rotation", 1),
    *_spine("lumbar_low", "lumbar", 0.5),
    *_spine("lumbar_high", "lumbar", 0.5),
    *_spine("thorax", "thorax", 1),
    *_neck("neck"),
    *_neck("neck_high"),
    *_leg("r", 1),
    *_leg("l", -1),
    *_arm("r", 1),
    *_arm("l", -1),
)

#: Every coordinate once, the pelvis's place first: the columns of every array of poses.
COORDINATES: tuple[str, ...] = PELVIS_PLACE + tuple(dict.fromkeys(t.coordinate for t in TURNS))
COLUMN: dict[str, int] = {name: i for i, name in enumerate(COORDINATES)}


def elementary(axis: int, angles: Array) -> Array:
    """Rotations (n, 3, 3) by `angles` (n) rad about a coordinate axis, right-handed."""
    out = np.zeros((len(angles), 3, 3))
    first, second = (axis + 1) % 3, (axis + 2) % 3
    cos, sin = np.cos(angles), np.sin(angles)
    out[:, axis, axis] = 1
    out[:, first, first] = out[:, second, second] = cos
    out[:, first, second] = -sin
    out[:, second, first] = sin
    return out


def runs(turns: tuple[Turn, ...] = TURNS) -> dict[str, list[int]]:
    """The turns of each joint, by index, in order."""
    found: dict[str, list[int]] = {}
    for i, turn in enumerate(turns):
        found.setdefault(turn.joint, []).append(i)
    if any(b - a != 1 for indices in found.values() for a, b in pairwise(indices)):
        raise ValueError("the turns of a joint stand together")
    return found
