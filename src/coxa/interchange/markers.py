"""Markers of a motion-capture room as the landmarks that the camera's analysis watches.

Three ways of naming are understood: Plug-in Gait (LASI, LKNE, ...), the 33 landmark names
(left_hip, ...) and the joints of OpenPose (LHip, ...), as .trc files have them. There is no
picture: what comes out is seen from straight before the person, in metres, in all three directions.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from coxa.interchange.axes import Up
from coxa.interchange.joint_centres import MARKERS_OF, points_of
from coxa.motion.values import Array
from coxa.motion.watching.points import INDEX, LENGTH, POINTS, Frame
from coxa.reading.faults import Fault, FaultyInputError

# What no angle of the hip can be had without.
NEEDED = ("left_hip", "right_hip", "left_knee", "right_knee")
STRAIGHT = 0.7  # of its length: a trunk that points so far along an axis stands along it (45 deg)
FLOOR_M = 0.15  # a marker's height on the floor, at most: on a thick mat, on the side of a foot


@dataclass(frozen=True, eq=False)
class Markers:
    """What a marker file says: `times` (n,) in seconds, increasing; `places` (n, M, 3) in metres,
    of `names`, in the axes of the room; NaN where a marker was lost."""

    name: str
    times: Array
    names: tuple[str, ...]
    places: Array


@dataclass(frozen=True)
class Marked:
    """Markers as frames. `notes` say what was assumed, and what could not be had."""

    frames: tuple[Frame, ...]
    up: Up
    notes: tuple[str, ...]


def marked(markers: Markers, up: Up | None = None) -> Marked:
    """The frames of a recording; `up` is found from the body where it is not given.

    Raises FaultyInputError where hips or knees have no marker.
    """
    found = _by_name(markers)
    chosen, sure = (up, True) if up else up_axis(found)
    points = points_of({name: _upright(places, chosen) for name, places in found.items()})
    _check(points, markers)
    centred, turned = _centred(points), _facing(points)
    world = {name: (places - centred) @ turned for name, places in points.items()}
    notes = (*_up_notes(chosen, sure), *_missing_notes(world))
    return Marked(tuple(_frames(markers.times, world)), chosen, notes)


def up_axis(found: dict[str, Array]) -> tuple[Up, bool]:
    """Which axis points up, and whether that is sure. `found` is {name: (n, 3)} in the room's axes.

    Upright, the trunk says it. Lying, the floor does: nothing is below it, and some of the body is
    on it; where y and z agree to both, y is taken, as OpenSim writes it.
    """
    places = np.stack(list(found.values()), axis=1)
    points = points_of(found)
    trunk = _trunk(points)
    if trunk is not None:
        share = np.nanmedian(trunk, axis=0) / max(
            float(np.linalg.norm(np.nanmedian(trunk, 0))), 1e-9
        )
        if share[1] > STRAIGHT or share[2] > STRAIGHT:
            return (Up.Y if share[1] > share[2] else Up.Z), True
    low = np.nanmin(places, axis=(0, 1))
    on_floor = [axis for axis, at in ((Up.Y, 1), (Up.Z, 2)) if -0.05 < low[at] < FLOOR_M]
    return (on_floor[0], True) if len(on_floor) == 1 else (Up.Y, False)


def _trunk(points: dict[str, Array]) -> Array | None:
    """From the hips to the shoulders (n, 3), or None without either."""
    ends = []
    for what in ("hip", "shoulder"):
        sides = [points[name] for side in ("left", "right") if (name := f"{side}_{what}") in points]
        if not sides:
            return None
        ends.append(np.mean(sides, axis=0))
    trunk: Array = ends[1] - ends[0]
    return trunk if np.isfinite(trunk).all(axis=1).any() else None


def _by_name(markers: Markers) -> dict[str, Array]:
    """The markers that we know, under our names, with the places (n, 3) of each."""
    found: dict[str, Array] = {}
    for column, name in enumerate(markers.names):
        ours = known_name(name)
        if ours and ours not in found and np.isfinite(markers.places[:, column]).any():
            found[ours] = markers.places[:, column]
    if not found:
        raise FaultyInputError([_unknown(markers)])
    return found


def known_name(name: str) -> str | None:
    """Our name of a marker, or None. What stands before a colon is the person's."""
    plain = name.rpartition(":")[2].strip()
    spaced = plain.lower().replace(" ", "_").replace("-", "_")
    return spaced if spaced in INDEX else MARKERS_OF.get(spaced)


def _upright(places: Array, up: Up) -> Array:
    """The same with z up. y up has z to the right of x: a quarter turn about x."""
    if up is Up.Z:
        return places
    return np.stack([places[:, 0], -places[:, 2], places[:, 1]], axis=1)


def _check(points: dict[str, Array], markers: Markers) -> None:
    missing = [name for name in NEEDED if name not in points]
    if missing:
        right = (
            f"has no markers for {', '.join(name.replace('_', ' ') for name in missing)}; "
            "needed: LASI, RASI, LPSI, RPSI (or SACR), LKNE, RKNE, or left_hip, right_hip, "
            "left_knee, right_knee"
        )
        raise FaultyInputError([Fault(markers.name, "markers", _some(markers.names), right)])


def _unknown(markers: Markers) -> Fault:
    right = "must have names of Plug-in Gait (LASI, LKNE, ...) or landmarks (left_hip, ...)"
    return Fault(markers.name, "markers", _some(markers.names), right)


def _some(names: tuple[str, ...]) -> str:
    return ", ".join(names[:6]) + (", ..." if len(names) > 6 else "")


def _centred(points: dict[str, Array]) -> Array:
    return (points["left_hip"] + points["right_hip"]) / 2


def _facing(points: dict[str, Array]) -> Array:
    """The turn (3, 3) from the room, z up, to the picture of a camera straight before the person:
    x to the person's left, y down, z backward. Rows times it."""
    across = np.nanmedian(points["left_hip"] - points["right_hip"], axis=0)
    left = np.array([across[0], across[1], 0.0])
    size = float(np.linalg.norm(left))
    # On the side, one hip is above the other: from where one looks is then nobody's business.
    left = left / size if size > 0.02 else np.array([0.0, 1.0, 0.0])
    down = np.array([0.0, 0.0, -1.0])
    return np.stack([left, down, np.cross(left, down)], axis=1)


def _frames(times: Array, world: dict[str, Array]) -> Iterator[Frame]:
    """One frame a moment; a moment without both hips has nobody in it."""
    table = np.zeros((len(times), len(POINTS), 4))
    for name, places in world.items():
        seen = np.isfinite(places).all(axis=1)
        table[seen, INDEX[name], :3] = places[seen]
        table[seen, INDEX[name], 3] = 1.0
    centred = np.minimum(table[:, INDEX["left_hip"], 3], table[:, INDEX["right_hip"], 3]) > 0
    rows = table.reshape(len(times), LENGTH).tolist()
    for time, row, whole in zip(times.tolist(), rows, centred.tolist(), strict=True):
        yield Frame(time, None, tuple(row) if whole else None)


def _up_notes(up: Up, sure: bool) -> Iterator[str]:
    if sure:
        yield f"Up is {up.value} in this file."
    else:
        other = Up.Z if up is Up.Y else Up.Y
        yield f"Up may be y or z here; {up.value} was taken. --up {other.value} says otherwise."


def _missing_notes(world: dict[str, Array]) -> Iterator[str]:
    wanted = ("shoulder", "ankle", "heel", "foot_index")
    missing = [w for w in wanted if not any(f"{s}_{w}" in world for s in ("left", "right"))]
    if missing:
        words = ", ".join(name.replace("_index", " tip") for name in missing)
        yield f"No markers for: {words}. What needs them is not given."
    for name, places in world.items():
        lost = float(np.mean(~np.isfinite(places).all(axis=1)))
        if name in NEEDED and lost > 0:
            yield f"{name.replace('_', ' ').capitalize()} is lost in {lost:.0%} of the moments."
