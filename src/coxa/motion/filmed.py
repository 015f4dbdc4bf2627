"""The figure as a camera beside it would have it: what a view shows, and what would be named.

The camera stands level, at the height of the figure, far away (no perspective). Where it would have
to hang above the figure, as to see somebody on the back *from the front*, there is no such view.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot

from coxa.motion.watching.angles import readings
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults import FAULTS, Fault
from coxa.motion.watching.faults.fault import Limits, Moment
from coxa.motion.watching.faults.finder import FaultFinder
from coxa.motion.watching.faults.meant import NEARLY
from coxa.motion.watching.faults.posture import carries
from coxa.motion.watching.in_space import trunk
from coxa.motion.watching.points import LENGTH, STRIDE, Frame
from coxa.motion.watching.view import View

HIGH_M = 2.5  # of the picture; any would do without perspective
ASPECT = 16 / 9
LEVEL = 0.5  # of a direction: with less of it along the floor it points up or down (our choice)


def faults_of_the_figure(frames: Sequence[Frame], expected: Expected) -> dict[str, float]:
    """{fault: how much of it the figure shows}, in space or in any view, in the fault's own unit.

    Those that would be named, or nearly. With `_l` or `_r` where the fault has a side. A foot of
    the figure that bears no weight is looked at like the other: a camera may not see that it is
    free, and would name what it does.
    """
    faults = [_sooner(fault) for fault in FAULTS if fault.measure is not None]
    most: dict[str, float] = {}
    for view, film in _films(frames):
        finder = FaultFinder(replace(expected, meant={}), faults)
        for frame in film:
            finder.add(Moment(frame, view, readings(frame, view), expected))
        for found in finder.found:
            name = found.id if found.side is None else f"{found.id}_{found.side[0]}"
            most[name] = max(most.get(name, 0.0), round(found.value, 2))
    return dict(sorted(most.items()))


def _films(frames: Sequence[Frame]) -> list[tuple[View, list[Frame]]]:
    """In space, and from wherever a camera may stand."""
    views = [view for view in View if view is not View.UNKNOWN]
    return [(View.UNKNOWN, list(frames)), *((view, filmed(frames, view)) for view in views)]


def _sooner(fault: Fault) -> Fault:
    on, off = fault.limits.on * NEARLY, min(fault.limits.off, fault.limits.on * NEARLY)
    bears = None if fault.bears is carries else fault.bears
    return replace(fault, limits=Limits(on, off, fault.limits.least_s), bears=bears)


def filmed(frames: Sequence[Frame], view: View) -> list[Frame]:
    """Frames in space (metres, y down) as that view has them, with an image.

    Empty where a camera would have to stand above or below, or the view is UNKNOWN.
    """
    towards = _towards_camera(frames[0], view)
    return [] if towards is None else [_seen(frame, *towards) for frame in frames]


def _towards_camera(frame: Frame, view: View) -> tuple[float, float] | None:
    """The level direction (x, z; a unit vector) from the figure to the camera."""
    body = trunk(frame.world) if frame.world is not None else None
    if body is None or view is View.UNKNOWN:
        return None
    axis = body.left if view.from_a_side else body.forward
    way = 1.0 if view in (View.LEFT, View.FRONT) else -1.0
    x, z = way * axis[0], way * axis[2]
    long = hypot(x, z)
    return (x / long, z / long) if long >= LEVEL else None


def _seen(frame: Frame, to_x: float, to_z: float) -> Frame:
    points = frame.world or ()
    world, image = [0.0] * LENGTH, [0.0] * LENGTH
    for at in range(0, len(points), STRIDE):
        x, y, z, sure = points[at : at + STRIDE]
        # Away from the camera is minus `towards`; right is down x away.
        right, away = x * -to_z + z * to_x, -x * to_x - z * to_z
        world[at : at + STRIDE] = right, y, away, sure
        wide = HIGH_M * ASPECT
        image[at : at + STRIDE] = 0.5 + right / wide, 0.5 + y / HIGH_M, away / wide, sure
    return Frame(frame.time_s, image, world, ASPECT)
