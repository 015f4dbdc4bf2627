"""Where the numbers of a leg and of the trunk begin in a frame's points."""

from typing import NamedTuple

from coxa.anatomy.sides import Side
from coxa.motion.watching.points import at


class Leg(NamedTuple):
    """Offsets into `image` and `world`, and what is mirrored between left and right."""

    letter: str  # l or r, as coordinates end
    outward: float  # 1 on the left, -1 on the right: the person's left is plus
    shoulder: int
    hip: int
    knee: int
    ankle: int
    heel: int
    toe: int


def _leg(side: Side) -> Leg:
    names = ("shoulder", "hip", "knee", "ankle", "heel", "foot_index")
    outward = 1.0 if side is Side.LEFT else -1.0
    return Leg(side.value[0], outward, *(at(f"{side}_{name}") for name in names))


LEFT_LEG = _leg(Side.LEFT)
RIGHT_LEG = _leg(Side.RIGHT)
LEGS = (LEFT_LEG, RIGHT_LEG)
TRUNK = (LEFT_LEG.shoulder, RIGHT_LEG.shoulder, LEFT_LEG.hip, RIGHT_LEG.hip)
