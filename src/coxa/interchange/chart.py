"""Angles over time as a picture, with repetitions and holds, drawn with Pillow.

One panel for each coordinate, left and right in one; a line is thin where it is not to be relied
on, and absent where nothing was seen. Repetitions are bands with their number, holds green ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from math import ceil, floor, log10
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from coxa.motion.watching.certainty import LOW_BELOW

Report = Mapping[str, Any]

SCALE = 2  # drawn twice as large, then made smaller: smooth lines
WIDTH, PANEL, TOP, BOTTOM = 1200, 170, 64, 46  # px
LEFT, RIGHT, GAP = 76, 24, 30
MOST_PANELS = 8
LEAST_RANGE_DEG = 10.0  # a panel never magnifies a tremble
#: What a person asks for first.
ORDER = (
    "hip_flexion", "knee_angle", "hip_adduction", "hip_rotation", "ankle_angle", "trunk_lean",
    "pelvic_drop", "knee_valgus", "lumbar_extension", "pelvis_tilt",
)  # fmt: skip
UNITS = {"knee_over_toe": " (share of the shank)"}

PAPER, INK, SOFT, GRID = "#ffffff", "#1d2733", "#5c6875", "#e3e7eb"
# Blue and orange keep apart for every kind of colour blindness (after Okabe and Ito).
LINES = {"left": "#0072b2", "right": "#d55e00", "": "#1d2733"}
BAND, PART, HOLD = "#eef3f8", "#faf3e3", "#e2f3ea"


@dataclass(frozen=True)
class Panel:
    """`lines` {side: coordinate} of one kind of angle."""

    name: str
    lines: Mapping[str, str]


@dataclass(frozen=True)
class Scales:
    """Where seconds and degrees lie on the paper, in drawn pixels."""

    first_s: float
    last_s: float
    low: float
    high: float
    top: float

    def x(self, time_s: float) -> float:
        share = (time_s - self.first_s) / max(self.last_s - self.first_s, 1e-9)
        return SCALE * (LEFT + share * (WIDTH - LEFT - RIGHT))

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return SCALE * (self.top + (1 - share) * PANEL)


def chart_png(report: Report, title: str) -> bytes:
    """The picture as a PNG file. `report` is what `coxa measure --json` gives."""
    panels = panels_of(report)
    high = TOP + max(len(panels), 1) * (PANEL + GAP) - GAP + BOTTOM
    paper = Image.new("RGB", (SCALE * WIDTH, SCALE * high), PAPER)
    draw = ImageDraw.Draw(paper)
    _head(draw, report, title)
    if not panels:
        _text(draw, (LEFT, TOP + PANEL / 2), "No angle was seen.", SOFT, 15)
    for number, panel in enumerate(panels):
        _panel(draw, report, panel, TOP + number * (PANEL + GAP), number == len(panels) - 1)
    out = BytesIO()
    paper.reduce(SCALE).save(out, "PNG", optimize=True)
    return out.getvalue()


def panels_of(report: Report) -> list[Panel]:
    """The coordinates that were seen at all, the known ones first, no more than fit."""
    found: dict[str, dict[str, str]] = {}
    for name, values in report["angles"].items():
        base, side = _parted(name)
        if sum(one is not None for one in values) >= 2:
            found.setdefault(base, {})[side] = name
    first = [name for name in ORDER if name in found]
    names = first + [name for name in found if name not in first]
    return [Panel(name, found[name]) for name in names[:MOST_PANELS]]


def _parted(name: str) -> tuple[str, str]:
    side = {"_l": "left", "_r": "right"}.get(name[-2:], "")
    return (name[:-2], side) if side else (name, "")


def _head(draw: ImageDraw.ImageDraw, report: Report, title: str) -> None:
    _text(draw, (LEFT, 26), title, INK, 19, anchor="lm")
    full = sum(one["full"] for one in report["repetitions"])
    words = [f"{len(report['repetitions'])} repetitions, {full} of them full"]
    words += [f"{len(report['holds'])} holds"] if report["holds"] else []
    words.append(f"view: {report['view']}")
    _text(draw, (WIDTH - RIGHT, 26), " · ".join(words), SOFT, 14, anchor="rm")


def _panel(draw: ImageDraw.ImageDraw, report: Report, panel: Panel, top: float, last: bool) -> None:
    times = report["time_s"]
    seen = [v for name in panel.lines.values() for v in report["angles"][name] if v is not None]
    low, high = _ends(min(seen), max(seen))
    scales = Scales(times[0], times[-1], low, high, top)
    _bands(draw, report, scales, numbered=top == TOP)
    for value in _ticks(low, high, 5):
        y = scales.y(value)
        draw.line((scales.x(times[0]), y, scales.x(times[-1]), y), GRID, SCALE)
        _text(draw, (LEFT - 8, y / SCALE), f"{value:g}", SOFT, 12, anchor="rm")
    for second in _ticks(times[0], times[-1], 14):
        x = scales.x(second)
        draw.line((x, SCALE * top, x, SCALE * (top + PANEL)), GRID, SCALE)
        if last:
            _text(draw, (x / SCALE, top + PANEL + 14), f"{second:g}", SOFT, 12, anchor="mm")
    if last:
        _text(draw, (WIDTH - RIGHT, top + PANEL + 32), "seconds", SOFT, 12, anchor="rm")
    for side, name in panel.lines.items():
        _line(draw, times, report["angles"][name], report["confidence"][name], scales, LINES[side])
    _labels(draw, panel, top)


def _bands(draw: ImageDraw.ImageDraw, report: Report, scales: Scales, numbered: bool) -> None:
    top, bottom = SCALE * scales.top, SCALE * (scales.top + PANEL)
    for hold in report["holds"]:
        draw.rectangle((scales.x(hold["start_s"]), top, scales.x(hold["end_s"]), bottom), HOLD)
    for number, one in enumerate(report["repetitions"], 1):
        start, end = scales.x(one["start_s"]), scales.x(one["end_s"])
        draw.rectangle((start + SCALE, top, end - SCALE, bottom), BAND if one["full"] else PART)
        if numbered:
            side = "" if one["side"] == "both" else one["side"][0].upper()
            words = f"{number}{side}" if one["full"] else f"({number}{side})"
            middle = (start + end) / 2 / SCALE
            _text(draw, (middle, scales.top - 9), words, SOFT, 12, anchor="mm")


def _line(
    draw: ImageDraw.ImageDraw,
    times: Sequence[float],
    values: Sequence[float | None],
    trust: Sequence[float],
    scales: Scales,
    colour: str,
) -> None:
    """Thick where it can be relied on; no line over what was not seen."""
    points = zip(times, values, trust, strict=True)
    for (t, v, sure), (later, after, surely) in pairwise(points):
        if v is None or after is None:
            continue
        wide = 2 * SCALE if min(sure, surely) >= LOW_BELOW else 1
        ends = (scales.x(t), scales.y(v), scales.x(later), scales.y(after))
        draw.line(ends, colour, wide + 1)


def _labels(draw: ImageDraw.ImageDraw, panel: Panel, top: float) -> None:
    """The name in the corner, and the sides in the colours of their lines."""
    unit = UNITS.get(panel.name, " (degrees)")
    x = LEFT + 8.0
    x += _text(draw, (x, top + 12), panel.name.replace("_", " ") + unit, INK, 13, anchor="lm") + 14
    for side in panel.lines:
        if side:
            x += _text(draw, (x, top + 12), side, LINES[side], 13, anchor="lm") + 12


def _ends(low: float, high: float) -> tuple[float, float]:
    room = max(LEAST_RANGE_DEG - (high - low), 0.0) / 2
    margin = 0.08 * max(high - low, LEAST_RANGE_DEG)
    # The name stands in the upper corner: room for it.
    return low - room - margin, high + room + 2.5 * margin


def _ticks(low: float, high: float, about: int) -> list[float]:
    """Round values between the two, about so many."""
    raw = max(high - low, 1e-6) / about
    size = 10.0 ** floor(log10(raw))
    step = next(size * n for n in (1, 2, 5, 10) if size * n >= raw)
    return [round(step * n, 6) + 0.0 for n in range(ceil(low / step), floor(high / step) + 1)]


def _text(
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    words: str,
    colour: str,
    size: int,
    anchor: str = "la",
) -> float:
    """Draws the words and says how wide they are, in pixels of the finished picture."""
    font = ImageFont.load_default(SCALE * size)
    draw.text((SCALE * at[0], SCALE * at[1]), words, colour, font, anchor)
    return float(draw.textlength(words, font)) / SCALE
