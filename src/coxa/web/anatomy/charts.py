"""Curves as the paths of an SVG drawing: what changes, and how, while one joint moves."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coxa.motion.values import Array

# The drawing's own units, near to the pixels that it takes on a page.
WIDTH, HEIGHT = 310, 168
LEFT, RIGHT, TOP, BOTTOM = 30, 306, 8, 144


@dataclass(frozen=True)
class Tick:
    """A line across the drawing at height `y`, and what it says."""

    y: float
    words: str
    is_zero: bool


@dataclass(frozen=True)
class Curve:
    """`path` is SVG's; the height `now` is where it is at the present angle."""

    path: str
    now: float


@dataclass(frozen=True)
class Shade:
    """A part of the way, from `x` on, that is out of reach."""

    x: float
    width: float


@dataclass(frozen=True)
class Chart:
    curves: tuple[Curve, ...]
    ticks: tuple[Tick, ...]
    shades: tuple[Shade, ...]
    here: float  # the present angle's place
    upright: float  # the place of zero degrees


@dataclass(frozen=True)
class Scale:
    """From what to what the heights of a chart go, and where lines stand."""

    low: float
    high: float
    marks: tuple[float, ...]
    unit: str

    def y(self, values: Array) -> Array:
        share = (np.clip(values, self.low, self.high) - self.low) / (self.high - self.low)
        return BOTTOM - share * (BOTTOM - TOP)


@dataclass(frozen=True, eq=False)
class Along:
    """The `angles` (n,) of the joint that moves, which are `reached` (n,), and the one `now`."""

    angles: Array
    reached: Array
    now: float

    def x(self, angle: float) -> float:
        first, last = float(self.angles[0]), float(self.angles[-1])
        return round(LEFT + (angle - first) / (last - first) * (RIGHT - LEFT), 1)


def chart(values: Array, now: Array, along: Along, scale: Scale) -> Chart:
    """The curves of `values` (n, L) over the angles; `now` (L,) are those at the present one."""
    across = [along.x(angle) for angle in along.angles]
    heights, marks = scale.y(values), scale.y(now)
    return Chart(
        curves=tuple(
            Curve(_path(across, heights[:, i]), round(float(marks[i]), 1))
            for i in range(values.shape[1])
        ),
        ticks=tuple(_tick(mark, scale) for mark in scale.marks),
        shades=tuple(_shades(along)),
        here=along.x(along.now),
        upright=along.x(0.0),
    )


def arm_scale(lowest: float, highest: float) -> Scale:
    """Millimetres from the least to the greatest arm and zero, in round figures."""
    step = 20 if highest - lowest > 60 else 10
    low = step * int(np.floor(min(lowest, 0.0) / step))
    high = step * int(np.ceil(max(highest, 0.0) / step))
    marks = {low, 0, high} if low and high else {low, (low + high) // 2, high}
    return Scale(low, high, tuple(float(mark) for mark in sorted(marks)), "mm")


SHARES = Scale(0.0, 100.0, (0.0, 50.0, 100.0), "%")


def _path(across: Sequence[float], heights: Array) -> str:
    points = (f"{x:g} {y:.1f}" for x, y in zip(across, heights.tolist(), strict=True))
    return "M" + "L".join(points)


def _tick(mark: float, scale: Scale) -> Tick:
    y = round(float(scale.y(np.array([mark]))[0]), 1)
    return Tick(y, f"{abs(mark):g}", mark == 0)


def _shades(along: Along) -> list[Shade]:
    """Where the angles are out of reach: one shade for each run of them."""
    found: list[Shade] = []
    out = np.flatnonzero(~along.reached)
    if not len(out):
        return found
    half = (along.angles[1] - along.angles[0]) / 2
    for run in np.split(out, np.flatnonzero(np.diff(out) > 1) + 1):
        first = max(along.angles[run[0]] - half, along.angles[0])
        last = min(along.angles[run[-1]] + half, along.angles[-1])
        start = along.x(float(first))
        found.append(Shade(start, round(along.x(float(last)) - start, 1)))
    return found
