"""The joints of the figure, made from the many bones of the source rig."""

from dataclasses import dataclass

import numpy as np
from tools.figures.source import Floats, Source


@dataclass(frozen=True)
class Joint:
    """A joint of ours: its parent, the bones merged into it (a * stands for any ending)."""

    name: str
    parent: str
    bones: tuple[str, ...]


TRUNK = (
    Joint("pelvis", "", ("root", "pelvis.L", "pelvis.R")),
    Joint("lumbar_low", "pelvis", ("spine05", "spine04")),
    Joint("lumbar_high", "lumbar_low", ("spine03",)),
    Joint("thorax", "lumbar_high", ("spine02", "spine01", "breast.L", "breast.R")),
    Joint("chest", "thorax", ()),
    Joint("neck", "thorax", ("neck01",)),
    Joint("neck_high", "neck", ("neck02", "neck03")),
    Joint("head", "neck_high", ("head",)),  # and every bone that is named nowhere else: the face
)
LIMBS = (
    Joint("clavicle", "thorax", ("clavicle", "shoulder01")),
    Joint("upper_arm", "clavicle", ("upperarm01",)),
    Joint("upper_arm_twist", "upper_arm", ("upperarm02",)),
    Joint("forearm", "upper_arm_twist", ("lowerarm01",)),
    Joint("forearm_twist", "forearm", ("lowerarm02",)),
    Joint("hand", "forearm_twist", ("wrist", "metacarpal*")),
    Joint("fingers", "hand", ("finger2-1", "finger3-1", "finger4-1", "finger5-1")),
    Joint(
        "finger_ends",
        "fingers",
        tuple(f"finger{finger}-{part}" for part in (2, 3) for finger in (2, 3, 4, 5)),
    ),
    Joint("thumb", "hand", ("finger1-*",)),
    Joint("thigh", "pelvis", ("upperleg01",)),
    Joint("thigh_twist", "thigh", ("upperleg02",)),
    Joint("shank", "thigh_twist", ("lowerleg01", "lowerleg02")),
    Joint("foot", "shank", ("foot",)),
    Joint("toes", "foot", ("toe*",)),
)
SIDES = (("_l", ".L"), ("_r", ".R"))


def _sided(joint: Joint, ours: str, theirs: str) -> Joint:
    sided = {limb.name for limb in LIMBS}
    parent = joint.parent + ours if joint.parent in sided else joint.parent
    return Joint(joint.name + ours, parent, tuple(bone + theirs for bone in joint.bones))


JOINTS = TRUNK + tuple(_sided(joint, *side) for side in SIDES for joint in LIMBS)
NAMES = tuple(joint.name for joint in JOINTS)
PARENTS = tuple(NAMES.index(joint.parent) if joint.parent else -1 for joint in JOINTS)


def _matches(bone: str, pattern: str) -> bool:
    start, star, end = pattern.partition("*")
    return bone.startswith(start) and bone.endswith(end) if star else bone == pattern


def joint_of(bone: str) -> str:
    """The name of our joint that takes the weights of a source bone."""
    for joint in JOINTS:
        if any(_matches(bone, pattern) for pattern in joint.bones):
            return joint.name
    return "head"


def merged_weights(source: Source) -> Floats:
    """The share of every joint in every source vertex, (V, J), rows summing to 1 where weighted."""
    weights = np.zeros((len(source.vertices), len(NAMES)))
    for bone, rows in source.weights.items():
        column = NAMES.index(joint_of(bone))
        for vertex, weight in rows:
            weights[vertex, column] += weight
    total = weights.sum(axis=1, keepdims=True)
    shares: Floats = weights / np.where(total > 0, total, 1)
    return shares


def joint_places(source: Source) -> dict[str, Floats]:
    """Where each joint turns in the bind pose, {name: (3,)}."""
    places: dict[str, Floats] = {}
    for joint in JOINTS:
        firsts = [bone for bone in joint.bones if bone in source.bones][:4]
        if firsts:
            heads = [source.bone_end(bone, "head") for bone in firsts]
            many = joint.name.startswith("finger")
            places[joint.name] = np.mean(heads, axis=0) if many else heads[0]
    for ours, theirs in SIDES:
        places["thumb" + ours] = source.bone_end("finger1-1" + theirs, "head")
        toes = [source.bone_end(f"toe{toe}-1{theirs}", "head") for toe in (1, 2, 3, 4, 5)]
        places["toes" + ours] = np.mean(toes, axis=0)
        for middle, start, end in (
            ("upper_arm_twist", "upper_arm", "forearm"),
            ("thigh_twist", "thigh", "shank"),
            ("forearm_twist", "forearm", "hand"),
        ):
            ends = places[start + ours], places[end + ours]
            places[middle + ours] = _onto_line(places[middle + ours], *ends)
    # The lowest spine bone begins at the hips; the back bends from the joint over the sacrum up.
    places["lumbar_low"] = source.bone_end("spine04", "head")
    places["pelvis"] = (places["thigh_l"] + places["thigh_r"]) / 2
    places["chest"] = (places["thorax"] + places["neck"]) / 2
    return places


def _onto_line(point: Floats, start: Floats, end: Floats) -> Floats:
    """The nearest place on a bone's axis: a turn about the axis then leaves its end at rest."""
    axis = (end - start) / np.linalg.norm(end - start)
    place: Floats = start + axis * float((point - start) @ axis)
    return place
