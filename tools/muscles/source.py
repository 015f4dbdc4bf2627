"""The musculoskeletal model as its file gives it: bodies, joints, and the points of muscle paths.

Only what lies on the right or on the midline is read; the left is its mirror image. Metres,
radians, newtons, kilograms; axes are OpenSim's: x forward, y up, z to the person's right.
"""

import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import numpy as np
import numpy.typing as npt
from tools.muscles.spline import Spline

Floats = npt.NDArray[np.float64]

RIGHT = "_r"
LEFT = "_l"


@dataclass(frozen=True)
class Mass:
    """A body's mass (kg), centre of mass (m, in its own frame), moments xx yy zz xy xz yz (kg m2)
    about that centre."""

    mass: float
    centre: tuple[float, ...]
    inertia: tuple[float, ...]


@dataclass(frozen=True)
class Axis:
    """A turn or a shift of a joint: along `axis` by `by` of the coordinate (None: not at all)."""

    coordinate: str | None
    axis: tuple[float, ...]
    by: Callable[[Floats], Floats]


@dataclass(frozen=True)
class Joint:
    """`child`'s frame in `parent`'s: at `place` (m), shifted, turned about each axis in order."""

    name: str
    parent: str
    child: str
    place: tuple[float, ...]
    turns: tuple[Axis, ...]
    shifts: tuple[Axis, ...]


@dataclass(frozen=True)
class Point:
    """A point of a path in a body's frame.

    `within` are the coordinate and the values between which the path goes through it, `moving`
    the place as functions of a coordinate.
    """

    body: str
    place: tuple[float, ...]
    within: tuple[str, float, float] | None = None
    moving: tuple[str, tuple[Spline, Spline, Spline]] | None = None


@dataclass(frozen=True)
class Line:
    """A muscle, or one of its parts: its path from origin to insertion, and what it is made of."""

    name: str
    points: tuple[Point, ...]
    max_force: float
    fibre: float
    tendon: float
    pennation: float
    tendon_strain: float
    fibre_strain: float
    passive_shape: float
    active_shape: float


@dataclass(frozen=True)
class Model:
    """All of it. `joints` stand parents first."""

    sha256: str
    credits: str
    publications: str
    masses: dict[str, Mass]
    joints: tuple[Joint, ...]
    lines: tuple[Line, ...]


def read_model(file: Path) -> Model:
    """Reads an .osim file of gait2392's kind. Raises ValueError for what is not known here."""
    raw = file.read_bytes()
    whole = ET.fromstring(raw).find("Model")  # noqa: S314  a file that the caller chose
    if whole is None:
        raise ValueError(f"{file.name} holds no <Model>")
    return Model(
        sha256=hashlib.sha256(raw).hexdigest(),
        credits=_text(whole, "credits"),
        publications=_text(whole, "publications"),
        masses={_name(body): _mass(body) for body in whole.iter("Body") if _mine(body)},
        joints=tuple(_joint(joint) for joint in whole.iter("CustomJoint") if _mine(joint)),
        lines=tuple(_line(muscle) for muscle in whole.iter("Thelen2003Muscle") if _mine(muscle)),
    )


def _mass(body: ET.Element) -> Mass:
    return Mass(_number(body, "mass"), _numbers(body, "mass_center"), _numbers(body, "inertia"))


def _joint(joint: ET.Element) -> Joint:
    frames = {
        _name(frame): (_text(frame, "socket_parent"), _numbers(frame, "translation"))
        for frame in joint.iter("PhysicalOffsetFrame")
        if not any(_numbers(frame, "orientation")) or _unknown(f"{_name(joint)}: a turned frame")
    }
    parent, place = frames[_text(joint, "socket_parent_frame")]
    child, inset = frames[_text(joint, "socket_child_frame")]
    if any(inset):
        _unknown(f"{_name(joint)}: a shifted child frame")
    axes = [_axis(axis) for axis in joint.iter("TransformAxis")]
    return Joint(_name(joint), _body(parent), _body(child), place, tuple(axes[:3]), tuple(axes[3:]))


def _axis(axis: ET.Element) -> Axis:
    coordinate = _body(_text(axis, "coordinates")) or None
    return Axis(coordinate, _numbers(axis, "axis"), _function(axis))


def _function(holder: ET.Element) -> Callable[[Floats], Floats]:
    spline, line, constant = (
        holder.find(f".//{kind}") for kind in ("SimmSpline", "LinearFunction", "Constant")
    )
    if spline is not None:
        return Spline(_numbers(spline, "x"), _numbers(spline, "y"))
    if line is not None and _numbers(line, "coefficients") == (1.0, 0.0):
        return lambda value: value
    if constant is not None and _number(constant, "value") == 0.0:
        return np.zeros_like
    return _unknown(f"{_name(holder)}: a function of another kind")


def _line(muscle: ET.Element) -> Line:
    path = muscle.find(".//PathPointSet/objects")
    wraps = muscle.find(".//PathWrapSet/objects")
    if path is None or (wraps is not None and len(wraps)):
        return _unknown(f"{_name(muscle)}: a path with wrapping surfaces")
    return Line(
        name=_name(muscle).removesuffix(RIGHT),
        points=tuple(_point(point) for point in path),
        max_force=_number(muscle, "max_isometric_force"),
        fibre=_number(muscle, "optimal_fiber_length"),
        tendon=_number(muscle, "tendon_slack_length"),
        pennation=_number(muscle, "pennation_angle_at_optimal"),
        tendon_strain=_number(muscle, "FmaxTendonStrain"),
        fibre_strain=_number(muscle, "FmaxMuscleStrain"),
        passive_shape=_number(muscle, "KshapePassive"),
        active_shape=_number(muscle, "KshapeActive"),
    )


def _point(point: ET.Element) -> Point:
    body = _body(_text(point, "socket_parent_frame"))
    if point.tag == "PathPoint":
        return Point(body, _numbers(point, "location"))
    if point.tag == "ConditionalPathPoint":
        low, high = _numbers(point, "range")
        coordinate = _body(_text(point, "socket_coordinate"))
        return Point(body, _numbers(point, "location"), within=(coordinate, low, high))
    if point.tag == "MovingPathPoint":
        x, y, z = (_spline(point, f"{axis}_location") for axis in "xyz")
        coordinate = _body(_text(point, "socket_x_coordinate"))
        return Point(body, (0.0, 0.0, 0.0), moving=(coordinate, (x, y, z)))
    return _unknown(f"{_name(point)}: a {point.tag}")


def _spline(point: ET.Element, which: str) -> Spline:
    spline = point.find(f"{which}/SimmSpline")
    if spline is None:
        return _unknown(f"{_name(point)}: {which} is no SimmSpline")
    return Spline(_numbers(spline, "x"), _numbers(spline, "y"))


def _mine(part: ET.Element) -> bool:
    return not _name(part).endswith(LEFT)


def _body(path: str) -> str:
    """`femur` for `/bodyset/femur_r`: the side is said by who asks."""
    return path.rsplit("/", 1)[-1].removesuffix(RIGHT)


def _name(part: ET.Element) -> str:
    return part.get("name", part.tag)


def _text(part: ET.Element, tag: str) -> str:
    return (part.findtext(tag) or "").strip()


def _number(part: ET.Element, tag: str) -> float:
    return float(_text(part, tag))


def _numbers(part: ET.Element, tag: str) -> tuple[float, ...]:
    return tuple(float(word) for word in _text(part, tag).split())


def _unknown(what: str) -> NoReturn:
    raise ValueError(f"the model has {what}, which this reader does not know")
