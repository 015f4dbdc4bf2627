"""How each joint is turned to bring the mesh from its own pose to the anatomical position.

Standing straight, legs and arms straight down, palms and feet forward. An alignment is the turn
from a joint's frame in the bind pose to its frame in the anatomical position, (3, 3).
"""

import numpy as np
from tools.figures.rig import NAMES, PARENTS
from tools.figures.source import Floats, Source

DOWN = np.array([0.0, -1.0, 0.0])
LEFT = np.array([1.0, 0.0, 0.0])
FORWARD = np.array([0.0, 0.0, 1.0])
PARTS = ((1, "head"), (2, "head"), (3, "tail"))  # of a finger: knuckle, first joint, tip
FOLLOWERS = {"toes": "foot"}
THUMB_STAYS = 0.15  # of its way out of the palm's plane
RELAXED_DEG = 7.0  # the mesh holds its arms out and its shoulders a little up


def alignments(source: Source, places: dict[str, Floats]) -> dict[str, Floats]:
    """The alignment of every joint, {name: (3, 3)}."""
    turns = {name: np.eye(3) for name in NAMES}
    for side, outward, ending in (("_l", LEFT, ".L"), ("_r", -LEFT, ".R")):
        _align_leg(turns, places, side)
        _align_arm(turns, places, side)
        _align_hand(turns, source, side, outward, ending)
        for follower, leader in FOLLOWERS.items():
            turns[follower + side] = turns[leader + side]
    return turns


def _unit(vector: Floats) -> Floats:
    unit: Floats = vector / np.linalg.norm(vector)
    return unit


def _turn(axis: Floats, side: Floats, axis_to: Floats, side_to: Floats) -> Floats:
    """The turn that brings `axis` onto `axis_to` and `side` as near as can be to `side_to`."""
    return _frame(axis_to, side_to) @ _frame(axis, side).T


def _frame(axis: Floats, side: Floats) -> Floats:
    first = _unit(axis)
    second = _unit(side - first * float(first @ side))
    return np.column_stack((first, second, np.cross(first, second)))


def _swing(axis: Floats, axis_to: Floats) -> Floats:
    """The shortest turn from one direction to another."""
    across = np.cross(axis, axis_to)
    return _turn(axis, np.cross(across, axis), axis_to, np.cross(across, axis_to))


def _half_twisted(first: Floats, last: Floats) -> Floats:
    """`first`, turned about the vertical half as far as `last` is turned about it."""
    turn = last @ first.T
    half = np.arctan2(turn[0, 2] - turn[2, 0], turn[0, 0] + turn[2, 2]) / 2
    cosine, sine = np.cos(half), np.sin(half)
    about = np.array([[cosine, 0.0, sine], [0.0, 1.0, 0.0], [-sine, 0.0, cosine]])
    twisted: Floats = about @ first
    return twisted


def _align_leg(turns: dict[str, Floats], places: dict[str, Floats], side: str) -> None:
    hip, knee, ankle, toes = (places[n + side] for n in ("thigh", "shank", "foot", "toes"))
    turns["thigh" + side] = _turn(knee - hip, LEFT, DOWN, LEFT)
    turns["thigh_twist" + side] = turns["thigh" + side]
    turns["shank" + side] = _turn(ankle - knee, LEFT, DOWN, LEFT)
    ahead = (toes - ankle) * [1, 0, 1]
    turns["foot" + side] = _turn(ahead, DOWN, FORWARD, DOWN)


def _align_arm(turns: dict[str, Floats], places: dict[str, Floats], side: str) -> None:
    turns["clavicle" + side] = _about_forward(-RELAXED_DEG if side == "_l" else RELAXED_DEG)
    shoulder, elbow, wrist = (places[n + side] for n in ("upper_arm", "forearm", "hand"))
    hinge = np.cross(wrist - elbow, elbow - shoulder)  # the mesh holds its elbows a little bent
    swing = _swing(elbow - shoulder, DOWN)
    whole = _turn(elbow - shoulder, hinge, DOWN, LEFT)
    turns["upper_arm" + side] = _half_twisted(swing, whole)
    turns["upper_arm_twist" + side] = whole
    turns["forearm" + side] = _turn(wrist - elbow, hinge, DOWN, LEFT)


def _align_hand(
    turns: dict[str, Floats], source: Source, side: str, outward: Floats, ending: str
) -> None:
    wrist, index, middle, little = (
        source.bone_end(bone + ending, "head")
        for bone in ("wrist", "finger2-1", "finger3-1", "finger5-1")
    )
    across = index - little
    turns["hand" + side] = _turn(middle - wrist, across, DOWN, outward)
    # The mesh's fingers are a little curled; an open hand lies flat on a floor or wall.
    knuckles, middles, tips = (_of_fingers(source, part, ending) for part in PARTS)
    turns["fingers" + side] = _turn(middles - knuckles, across, DOWN, outward)
    turns["finger_ends" + side] = _turn(tips - middles, across, DOWN, outward)
    # Its thumb stands out of the palm; beside a flat palm it lies flat as well.
    base, tip = (source.bone_end(f"finger1-{n}{ending}", e) for n, e in ((1, "head"), (3, "tail")))
    thumb = turns["hand" + side] @ (tip - base)
    beside = thumb - (1 - THUMB_STAYS) * (thumb @ FORWARD) * FORWARD
    turns["thumb" + side] = _swing(thumb, beside) @ turns["hand" + side]
    turns["forearm_twist" + side] = _half_twisted(turns["forearm" + side], turns["hand" + side])


def _of_fingers(source: Source, part: tuple[int, str], ending: str) -> Floats:
    """The mean place of one end of the same bone of four fingers, (3,)."""
    bone, end = part
    ends = [source.bone_end(f"finger{finger}-{bone}{ending}", end) for finger in (2, 3, 4, 5)]
    place: Floats = np.mean(ends, axis=0)
    return place


def _about_forward(degrees: float) -> Floats:
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0], [0.0, 0.0, 1.0]])


def neutral_places(places: dict[str, Floats], turns: dict[str, Floats]) -> dict[str, Floats]:
    """Where each joint is in the anatomical position, {name: (3,)}, the pelvis where it was."""
    found: dict[str, Floats] = {}
    for name, parent in zip(NAMES, PARENTS, strict=True):
        if parent < 0:
            found[name] = places[name]
        else:
            above = NAMES[parent]
            found[name] = found[above] + turns[above] @ (places[name] - places[above])
    return found


def pose(
    vertices: Floats, weights: Floats, places: dict[str, Floats], turns: dict[str, Floats]
) -> Floats:
    """The skin (V, 3) in the anatomical position, from the bind pose and its weights (V, J)."""
    found = neutral_places(places, turns)
    moved = np.zeros_like(vertices)
    for column, name in enumerate(NAMES):
        shares = weights[:, column : column + 1]
        moved += shares * ((vertices - places[name]) @ turns[name].T + found[name])
    return moved
