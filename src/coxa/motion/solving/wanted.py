"""What a key pose asks for, worked out from its words: angles with how firmly they are meant, and
contacts.
"""

from dataclasses import dataclass, replace

import numpy as np

from coxa.anatomy.coordinates import MARGIN_DEG
from coxa.anatomy.ranges import limits
from coxa.exercises.motion import KeyPose, Shown
from coxa.exercises.postures import ARMS, LYING
from coxa.exercises.touching import Touch, touches
from coxa.motion.solids import FLOOR, Round, surface_of
from coxa.motion.solving.scene import Scene
from coxa.motion.solving.terms import GAP, SkinTarget, Target
from coxa.motion.turns import COLUMN, COORDINATES, PELVIS_PLACE
from coxa.motion.values import Array

# How far a coordinate may be from what is asked, in degrees: authored angles are good to about ten.
AUTHORED = 3.0
AUTHORED_ARM = 9.0
PRESET_ARM = 16.0

# Where what nobody asked for rests, and how lightly it is kept there (degrees).
_RELAXED: dict[str, tuple[float, float]] = {
    "pelvis": (0, 5),
    "lumbar": (0, 5),
    "thorax": (0, 5),
    "neck": (0, 6),
    "hip": (0, 16),
    "knee": (0, 16),
    "ankle": (0, 14),
    "subtalar": (0, 8),
    "mtp": (0, 12),
    "scapula": (0, 6),
    "arm_flex": (0, 25),
    "arm_add": (-9, 25),
    "arm_rot": (0, 30),
    "elbow": (12, 30),
    "pro": (85, 35),
    "wrist": (0, 14),
    "grip": (12, 8),
}
ARM_PARTS = ("scapula", "arm", "elbow", "pro_sup", "wrist", "grip")
# Where the flesh around is thicker than over the point itself: it rests first, and flattens.
FLESHY = ("sacrum", "lower_back", "upper_back", "sit_bone", "shoulder_blade", "hip_side", "belly")
FLESH_GAP = 0.006  # m
PALM_HOLLOW = 0.008  # m: the middle of the palm is so far behind its pads, which rest on a bar
PLACE_SCALE = 0.4  # m: the figure starts about where its file says things are


@dataclass(frozen=True)
class Wanted:
    """One key pose as the solver sees it. `values` and `scale` are (C,)."""

    name: str
    values: Array
    scale: Array
    touches: tuple[Touch, ...]
    targets: tuple[Target | SkinTarget, ...]
    standing: tuple[int, ...]  # patches that carry it, where it stands free on its feet


def wanted(scene: Scene, shown: Shown, pose: KeyPose) -> Wanted:
    values, scale = _relaxed()
    arms = ARMS[pose.arms] if pose.arms else None
    lying = LYING[pose.lying] if pose.lying else {}
    for name, value in lying.items():
        values[COLUMN[name]], scale[COLUMN[name]] = value, AUTHORED
    if arms:
        given = KeyPose(name=pose.arms, angles=arms.angles).by_coordinate()
        for name, value in given.items():
            values[COLUMN[name]], scale[COLUMN[name]] = value, PRESET_ARM
    for name, value in pose.by_coordinate().items():
        values[COLUMN[name]] = value
        scale[COLUMN[name]] = AUTHORED_ARM if name.startswith(ARM_PARTS) else AUTHORED
    touched = all_touches(shown, pose)
    targets = tuple(_target(scene, shown, touch) for touch in touched)
    return Wanted(pose.name, values, scale, touched, targets, _standing(scene, touched))


def all_touches(shown: Shown, pose: KeyPose) -> tuple[Touch, ...]:
    """The pose's own contacts, and those of its arms unless the pose says where that hand is."""
    own = shown.touches_of(pose)
    if not pose.arms:
        return own
    taken = {t.point for t in own}
    preset = [t for text in ARMS[pose.arms].contacts for t in touches(text, shown.surfaces)]
    return own + tuple(t for t in preset if t.point not in taken)


def _relaxed() -> tuple[Array, Array]:
    values, scale = np.zeros(len(COORDINATES)), np.full(len(COORDINATES), PLACE_SCALE)
    for name, column in COLUMN.items():
        if name not in PELVIS_PLACE:
            values[column], scale[column] = next(
                rest for start, rest in _RELAXED.items() if name.startswith(start)
            )
    scale[COLUMN["pelvis_ty"]] = 100.0  # its height follows from what it rests on
    return values, scale


def _target(scene: Scene, shown: Shown, touch: Touch) -> Target | SkinTarget:
    patch = scene.patch_index[touch.point]
    if touch.kind == "skin":
        return SkinTarget(patch, scene.patch_index[touch.on])
    surface = FLOOR if touch.kind == "floor" else surface_of(touch.on, shown.props)
    if isinstance(surface, Round) and touch.point.startswith("palm"):
        surface = replace(surface, radius=surface.radius + PALM_HOLLOW)
    soft = touch.point.startswith(FLESHY)
    return Target(patch, surface, FLESH_GAP if soft else GAP)


def _standing(scene: Scene, touched: tuple[Touch, ...]) -> tuple[int, ...]:
    """The soles' patches where nothing but soles bears weight and no thing is leaned on."""
    resting = [t for t in touched if t.kind != "skin"]
    soles = ("heel_", "ball_", "toe_tips")
    if not resting or not all(t.point.startswith(soles) and t.kind == "floor" for t in resting):
        return ()
    return tuple(scene.patch_index[t.point] for t in resting)


def ranges(values: Array) -> tuple[Array, Array]:
    """Low and high end (C,) of every coordinate in a pose such as `values`, and a little more."""
    pose = dict(zip(COORDINATES, values, strict=True))
    ends = np.array([limits(name, pose) for name in COORDINATES])
    return ends[:, 0] - MARGIN_DEG, ends[:, 1] + MARGIN_DEG
