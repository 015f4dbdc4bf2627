"""From smoothed points to coordinates, each with how sure it is.

Names and signs are those of `coxa.anatomy.coordinates` where it has them; degrees. What a camera
sees of them, and what not:

- `hip_flexion_*`: the thigh against the **trunk** (hip to shoulder). Tilt of the pelvis and
  bending of the back between the two are not seen: a rounding back reads as a bending hip.
- `hip_adduction_*`: the thigh against the hips' line (front), or against the trunk's axes (3D).
- `hip_rotation_*`: from the shank of a knee bent more than 40 degrees; in a picture from the
  front only while the thigh points at the camera, as in sitting.
- `knee_angle_*`: 0 straight. In a side view minus is beyond straight; in 3D never below 0.
- `ankle_angle_*`: 0 with the sole square to the shank. The sole is the line from heel to toes.

And four that are ways of looking rather than coordinates:

- `knee_valgus_*`: how far the leg is bent inwards at the knee; minus is bow-legged. In a picture
  the *frontal plane projection angle*, which grows with a bent knee and is left out where the
  thigh points at the camera; in 3D in the plane of hip, ankle and the body's left.
- `knee_over_toe_*`: how far the knee is in front of the tip of the foot, as a **share of the
  shank's length** (0.1 is about 4 cm in an adult). Not degrees, and not centimetres, which no
  single camera knows.
- `trunk_lean`: forward of vertical; `trunk_list`: to the person's right of vertical.
- `pelvic_drop`: the right hip below the left, like `pelvis_list`.

From a side the near leg is read in the picture, unless it is turned out of its plane, and the far
leg in 3D with low confidence (in the picture where there are no world points). From
front and back, frontal angles are read in the picture and flexion in 3D with low confidence. Any
other view: all in 3D. Points without an image (marker files) were measured in space, and all of it
is seen from everywhere.
"""

from collections.abc import Sequence
from math import sqrt

from coxa.motion.watching import in_picture, in_space
from coxa.motion.watching.certainty import (
    HIDDEN,
    NOT_VISIBLE,
    OUT_OF_PLANE,
    Reading,
    Status,
    rated,
    worst,
)
from coxa.motion.watching.limbs import LEGS, TRUNK, Leg
from coxa.motion.watching.points import Frame
from coxa.motion.watching.view import View

__all__ = ["COORDINATES", "Reading", "Status", "readings"]

OF_A_LEG = (
    "hip_flexion",
    "hip_adduction",
    "hip_rotation",
    "knee_angle",
    "ankle_angle",
    "knee_valgus",
    "knee_over_toe",
)
OF_THE_TRUNK = ("trunk_lean", "trunk_list", "pelvic_drop")
COORDINATES = (*(f"{name}_{leg.letter}" for leg in LEGS for name in OF_A_LEG), *OF_THE_TRUNK)

# How far each way of measuring is trusted with all points in full view. Our choice, after errors
# against motion capture: 4-5 degrees in the plane of the picture, 7-20 out of it.
IN_PLANE = 1.0
OBLIQUE = 0.7  # 3D, from between front and side
DEPTH = 0.45  # 3D of what lies along the line of sight: always low confidence
# The share of the thigh that lies in the picture: above, its direction there can be read; below
# POINTING it points at the camera, and the shank tells how the hip turns.
ACROSS = 0.5
POINTING = 0.6
# From a side: below this (41 degrees out of its plane) 3D is nearer the truth for the near leg.
IN_THE_PLANE = 0.75
RIGHT_ANGLE_DEG = 90.0

_NONE_SEEN = dict.fromkeys(COORDINATES, NOT_VISIBLE)


def readings(frame: Frame, view: View) -> dict[str, Reading]:
    """Every one of COORDINATES with its reading, in this picture seen from `view`."""
    image, world = frame.image, frame.world
    if image is None:
        if world is None:
            return dict(_NONE_SEEN)
        return _in_space(world, 1.0, 1.0, IN_PLANE)
    points, across = (image, frame.aspect) if world is None else (world, 1.0)
    if view.from_a_side:
        return _from_a_side(frame, image, _in_space(points, across, across, DEPTH), view)
    if view.frontal:
        return _from_in_front(frame, image, _in_space(points, across, across, DEPTH), view)
    return _in_space(points, across, across, OBLIQUE)


_NAMES = {leg.letter: tuple(f"{name}_{leg.letter}" for name in OF_A_LEG) for leg in LEGS}


def _in_space(
    points: Sequence[float], across: float, depth: float, trust: float
) -> dict[str, Reading]:
    body = in_space.trunk(points, across, depth)
    if body is None:
        return dict(_NONE_SEEN)
    of_trunk = worst(points, TRUNK)
    found = {
        "trunk_lean": rated(body.lean, of_trunk, trust),
        "trunk_list": rated(body.list, of_trunk, trust),
        "pelvic_drop": rated(body.drop, of_trunk, trust),
    }
    for leg in LEGS:
        angles = in_space.leg(points, leg, body, across, depth)
        found |= _leg_in_space(points, leg, angles, of_trunk, trust)
    return found


def _leg_in_space(
    points: Sequence[float],
    leg: Leg,
    angles: in_space.LegAngles | None,
    of_trunk: float,
    trust: float,
) -> dict[str, Reading]:
    names = _NAMES[leg.letter]
    if angles is None:
        return dict.fromkeys(names, NOT_VISIBLE)
    flexion, adduction, rotation, knee, ankle, valgus, over_toe = names
    thigh, whole, foot = _seen(points, leg)
    of_hip = min(of_trunk, thigh)
    return {
        flexion: rated(angles.hip_flexion, of_hip, trust),
        adduction: rated(angles.hip_adduction, of_hip, trust),
        rotation: rated(angles.hip_rotation, min(of_trunk, whole), trust),
        knee: rated(angles.knee_angle, whole, trust),
        ankle: rated(angles.ankle_angle, min(foot, whole), trust),
        valgus: rated(angles.knee_valgus, whole, trust),
        over_toe: rated(angles.over_toe, min(foot, whole), trust),
    }


def _from_a_side(
    frame: Frame, image: Sequence[float], found: dict[str, Reading], view: View
) -> dict[str, Reading]:
    """The near leg in the picture, in the place of 3D; nothing frontal."""
    left_near = view is View.LEFT
    for leg in LEGS:
        names = _NAMES[leg.letter]
        near = leg.letter == ("l" if left_near else "r")
        _replace(found, (names[1], names[2], names[5]), OUT_OF_PLANE)
        # An image's own depth is worse than none: without a world the far leg is read in it too.
        if frame.world is None or (near and _in_the_plane(frame.world, leg)):
            trust = IN_PLANE if near else DEPTH
            found.update(_leg_in_picture(image, frame.aspect, leg, left_near, trust))
        if near:
            found["trunk_lean"] = _lean_in_picture(image, frame.aspect, leg, left_near)
    _replace(found, ("trunk_list", "pelvic_drop"), OUT_OF_PLANE)
    return found


def _in_the_plane(world: Sequence[float], leg: Leg) -> bool:
    """Whether thigh and shank lie in the plane of the picture, or not far from it."""
    thigh = _share_across(world, leg.hip, leg.knee, 1.0)
    return min(thigh, _share_across(world, leg.knee, leg.ankle, 1.0)) >= IN_THE_PLANE


def _leg_in_picture(
    image: Sequence[float], aspect: float, leg: Leg, left_near: bool, trust: float
) -> dict[str, Reading]:
    flexion, _, _, knee, ankle, _, over_toe = _NAMES[leg.letter]
    angles = in_picture.sagittal(image, aspect, leg, left_near)
    if angles is None:
        return dict.fromkeys((flexion, knee, ankle, over_toe), NOT_VISIBLE)
    thigh, whole, foot = _seen(image, leg)
    of_foot = min(whole, foot)
    return {
        flexion: rated(angles.hip_flexion, min(image[leg.shoulder + 3], thigh), trust),
        knee: rated(angles.knee_angle, whole, trust),
        ankle: rated(angles.ankle_angle, of_foot, trust),
        over_toe: rated(angles.over_toe, of_foot, trust),
    }


def _lean_in_picture(image: Sequence[float], aspect: float, leg: Leg, left_near: bool) -> Reading:
    lean = in_picture.lean(image, aspect, leg, left_near)
    return rated(lean, worst(image, (leg.shoulder, leg.hip)), IN_PLANE)


def _from_in_front(
    frame: Frame, image: Sequence[float], found: dict[str, Reading], view: View
) -> dict[str, Reading]:
    """Frontal angles in the picture; flexion stays in 3D; nothing of the foot."""
    in_front = view is View.FRONT
    of_trunk = worst(image, TRUNK)
    trunk_list, drop = in_picture.sideways(image, frame.aspect, in_front)
    found["trunk_list"] = rated(trunk_list, of_trunk, IN_PLANE)
    found["pelvic_drop"] = rated(drop, of_trunk, IN_PLANE)
    depth_points, across = (image, frame.aspect) if frame.world is None else (frame.world, 1.0)
    for leg in LEGS:
        _, adduction, rotation, _, ankle, valgus, over_toe = _NAMES[leg.letter]
        _replace(found, (rotation, ankle, over_toe, valgus), OUT_OF_PLANE)
        angles = in_picture.frontal(image, frame.aspect, leg, in_front)
        if angles is None:
            continue
        thigh, whole, _ = _seen(image, leg)
        shown = _share_across(depth_points, leg.hip, leg.knee, across)
        if shown > ACROSS:
            # A thigh that points up is bent beyond a right angle: which way it spreads is in 3D.
            if abs(angles.hip_adduction) <= RIGHT_ANGLE_DEG:
                found[adduction] = rated(angles.hip_adduction, min(of_trunk, thigh), IN_PLANE)
            found[valgus] = rated(angles.knee_valgus, whole, IN_PLANE)
        if shown < POINTING and _share_across(depth_points, leg.knee, leg.ankle, across) > ACROSS:
            found[rotation] = rated(angles.hip_rotation, min(of_trunk, whole), IN_PLANE)
    return found


def _replace(found: dict[str, Reading], names: Sequence[str], by: Reading) -> None:
    """Puts that in the place of the readings. What is hidden stays so: it has to be seen first."""
    for name in names:
        if found[name].status is not HIDDEN:
            found[name] = by


def _seen(points: Sequence[float], leg: Leg) -> tuple[float, float, float]:
    """The visibility of the thigh, of the whole leg to the ankle, and of the foot."""
    thigh = min(points[leg.hip + 3], points[leg.knee + 3])
    foot = min(points[leg.heel + 3], points[leg.toe + 3])
    return thigh, min(thigh, points[leg.ankle + 3]), foot


def _share_across(points: Sequence[float], start: int, end: int, across: float) -> float:
    """How much of that limb lies in the plane of the picture: 1 all, 0 it points at the camera."""
    x = (points[end] - points[start]) * across
    y = points[end + 1] - points[start + 1]
    z = (points[end + 2] - points[start + 2]) * across
    flat = x * x + y * y
    long = flat + z * z
    return sqrt(flat / long) if long > 1e-12 else 0.0
