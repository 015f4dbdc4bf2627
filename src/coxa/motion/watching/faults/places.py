"""Where on the body a fault is: the landmarks to mark when it is shown again."""

from collections.abc import Collection, Mapping

from coxa.anatomy.sides import BOTH, Side

# The landmark by which each fault is told, without its side. Too fast is nowhere.
OF_FAULT: Mapping[str, tuple[str, ...]] = {
    "knee_in": ("knee",),
    "pelvic_drop": ("hip",),
    "back_arching": ("hip", "shoulder"),
    "trunk_lean": ("shoulder",),
    "hips_roll_back": ("hip",),
    "heel_lifts": ("heel",),
    "knee_past_toe": ("knee", "foot_index"),
    "too_fast": (),
}
# Short range is where the exercise moves.
OF_COORDINATE: Mapping[str, tuple[str, ...]] = {
    "hip_flexion": ("hip",),
    "hip_adduction": ("hip",),
    "hip_rotation": ("hip",),
    "knee_angle": ("knee",),
    "ankle_angle": ("ankle",),
    "pelvic_drop": ("hip",),
    "trunk_lean": ("shoulder",),
    "trunk_list": ("shoulder",),
}


def points(fault: str, sides: Collection[Side | None], primary: str) -> tuple[str, ...]:
    """The landmarks' names. No side, or the midline's (None), is both; `primary` is the exercise's
    own coordinate, without its side."""
    where = OF_FAULT.get(fault, OF_COORDINATE.get(primary, ()))
    known = [side for side in BOTH if side in sides] or BOTH
    return tuple(f"{side}_{name}" for name in where for side in known)
