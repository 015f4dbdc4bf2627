"""Reads territories.toml, and says which samples of a view each muscle covers."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tools.muscles.map_chart import charted, joints, left, level_of
from tools.muscles.map_figure import PER_M, Bools, Floats, Sight

from coxa.anatomy.muscles import Muscle

FILE = Path(__file__).with_name("territories.toml")
# Of the chart at the thigh, so that a strip is as wide across as along.
MM_A_DEGREE = 1.45
MM_A_LEVEL = 4.1
STEPS = 8  # of a smooth line between two points


@dataclass(frozen=True)
class Territory:
    """One muscle, or a part of one: a closed line through `outline` on the chart, or a `strip`
    along a line with its `width_mm` at each point. `kind` is "surface", or "deep" or "mark" on the
    picture of one view. A mark has no muscle. A `joined` one grows together with the last.
    `grain` says how fibres run, in degrees; see the file."""

    kind: str
    muscle: Muscle | None
    name: str
    outline: tuple[tuple[float, float], ...] = ()
    strip: tuple[tuple[float, float], ...] = ()
    width_mm: tuple[float, ...] = ()
    view: str = ""
    joined: bool = False
    grain: float | None = None


def read_territories(file: Path = FILE) -> tuple[Territory, ...]:
    """What the file says, in its order: what is above comes later. Raises ValueError for a word or
    a number of points that cannot be."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(
        Territory(
            kind=kind,
            muscle=Muscle(row["muscle"]) if kind != "mark" else None,
            name=row["name"],
            outline=tuple(map(tuple, row.get("outline", ()))),
            strip=tuple(map(tuple, row.get("strip", ()))),
            width_mm=tuple(row.get("width_mm", ())),
            view=row["view"] if kind != "surface" else "",
            joined=row.get("joined", False),
            grain=row.get("grain"),
        )
        for kind in ("surface", "deep", "mark")
        for row in told[kind]
    )


def covered(sight: Sight, territories: tuple[Territory, ...]) -> list[Bools]:
    """For each surface territory the samples (h, w) of its left half that are seen: none twice.

    Joined ones are together in the mask of the first, and their own is empty.
    """
    angle, level = charted(sight.place)
    own = sight.on_skin & left(sight.place)
    taken = np.zeros(own.shape, dtype=bool)
    found = []
    for one in reversed(territories):
        line = smooth_line(np.array(one.outline)) if one.outline else _strip(one)
        mask = own & ~taken & _holds(line, angle, level)
        taken |= mask
        found.append(mask)
    masks = found[::-1]
    for at, one in enumerate(territories):
        if one.joined:
            masks[at - 1] |= masks[at]
            masks[at] = np.zeros_like(taken)
    return masks


def flat_mask(sight: Sight, one: Territory) -> Bools:
    """The samples (h, w) over which a territory of the left half lies that is drawn flat."""
    hip = abs(joints()["thigh_l"][2])
    height, width = sight.on_skin.shape
    x = (np.arange(width) + 0.5) / PER_M + sight.left
    across = x * sight.right[2] / hip * -100  # the left half is where z is negative
    level = level_of(sight.top - (np.arange(height) + 0.5) / PER_M)
    line = smooth_line(np.array(one.outline, dtype=np.float64))
    return inside(line, *np.meshgrid(across, level))


def smooth_line(points: Floats) -> Floats:
    """A closed line (n, 2) that runs smoothly through points (m, 2): Catmull and Rom's."""
    before, after, next_but_one = (np.roll(points, shift, axis=0) for shift in (1, -1, -2))
    pieces = []
    for t in np.arange(STEPS) / STEPS:
        pieces.append(
            points
            + 0.5 * t * (after - before)
            + t**2 * (before - 2.5 * points + 2 * after - 0.5 * next_but_one)
            + t**3 * (1.5 * points - 0.5 * before - 1.5 * after + 0.5 * next_but_one)
        )
    return np.stack(pieces, axis=1).reshape(-1, 2)


def inside(line: Floats, x: Floats, y: Floats) -> Bools:
    """Whether places are within a closed line: a ray to the right crosses it an odd time."""
    found = np.zeros(x.shape, dtype=bool)
    near = (y >= line[:, 1].min()) & (y <= line[:, 1].max())
    px, py = x[near], y[near]
    odd = np.zeros(px.shape, dtype=bool)
    for (ax, ay), (bx, by) in zip(line, np.roll(line, -1, axis=0), strict=True):
        if ay != by:
            odd ^= ((ay > py) != (by > py)) & (px < (bx - ax) * (py - ay) / (by - ay) + ax)
    found[near] = odd
    return found


def _holds(line: Floats, angle: Floats, level: Floats) -> Bools:
    """`inside`, where angles a full turn apart are the same."""
    middle = (line[:, 0].min() + line[:, 0].max()) / 2
    return inside(line, (angle - middle + 180) % 360 - 180 + middle, level)


def _strip(one: Territory) -> Floats:
    """The outline of a strip on the chart."""
    if len(one.strip) != len(one.width_mm):
        raise ValueError(f"{one.name}: must have one width for each point of its strip")
    scale = np.array([MM_A_DEGREE, MM_A_LEVEL])
    middle = np.array(one.strip) * scale
    along = np.gradient(middle, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    beside = np.stack([-along[:, 1], along[:, 0]], axis=1) * np.array(one.width_mm)[:, None] / 2
    edge = np.concatenate([middle + beside, (middle - beside)[::-1]])
    return smooth_line(edge / scale)
