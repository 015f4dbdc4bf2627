"""Landmarks without a picture, as a camera where the check wants it would have them.

Marker files and the figure have points in space only (x to the person's left, y down, z backward).
Seen without perspective.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from coxa.motion.watching.checking.task import Task
from coxa.motion.watching.points import STRIDE, Frame
from coxa.motion.watching.view import View

HEIGHT_M = 3.0  # of the picture, which is square: whoever lies or reaches up is in it

Turn = Callable[[float, float, float], tuple[float, float, float]]

TURNS: Mapping[str, Turn] = MappingProxyType(
    {
        View.FRONT.value: lambda x, y, z: (x, y, z),
        View.BACK.value: lambda x, y, z: (-x, y, -z),
        View.LEFT.value: lambda x, y, z: (z, y, -x),
        View.RIGHT.value: lambda x, y, z: (-z, y, x),
    }
)
LYING_ABOVE: Turn = lambda x, y, z: (x, -z, y)  # noqa: E731 - beside the others


def pictured(frame: Frame, task: Task) -> Frame:
    """The frame with an image; one that has one, or nothing, as it is."""
    if frame.image is not None or frame.world is None or not task.views:
        return frame
    turn = LYING_ABOVE if task.above else TURNS[task.views[0]]
    image, world = seen_by(frame.world, turn)
    return Frame(frame.time_s, image, world, 1.0)


def seen_by(world: Sequence[float], turn: Turn) -> tuple[list[float], list[float]]:
    """The points' image and space, for a camera that looks from where `turn` says."""
    turned, image = list(world), list(world)
    for offset in range(0, len(world), STRIDE):
        x, y, z = turn(*world[offset : offset + 3])
        turned[offset : offset + 3] = x, y, z
        image[offset : offset + 3] = x / HEIGHT_M + 0.5, y / HEIGHT_M + 0.5, z / HEIGHT_M
    return image, turned
