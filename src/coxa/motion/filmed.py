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
from coxa.motion.watching.in_space import trunk
from coxa.motion.watching.points import LENGTH, STRIDE, Frame
from coxa.motion.watching.view import View

HIGH_M = 2.5  # of the picture; any would do without perspective
ASPECT = 16 / 9
LEVEL = 0.5  # of a direction: with less of it along the floor it points up or down (our choice)
NEARLY = 0.75  # of a fault's limit: what the figure shows so much of, a person shows all of


def faults_of_the_figure(frames: Sequence[Frame], expected: Expected) -> tuple[str, ...]:
    """The ids of the faults that would be named in the figure, in space or in its best view.

    They are not faults in this exercise.
    """
    near = [_sooner(fault) for fault in FAULTS if fault.measure is not None]
    names: set[str] = set()
    films = [(View.UNKNOWN, list(frames))]
    films += [(View(view), filmed(frames, View(view))) for view in expected.views[:1]]
    for view, film in films:
        finder = FaultFinder(expected, near)
        for frame in film:
            finder.add(Moment(frame, view, readings(frame, view), expected))
        names |= {found.id for found in finder.found}
    return tuple(fault.id for fault in FAULTS if fault.id in names)


def _sooner(fault: Fault) -> Fault:
    on, off = fault.limits.on * NEARLY, min(fault.limits.off, fault.limits.on * NEARLY)
    return replace(fault, limits=Limits(on, off, fault.limits.least_s))


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
