"""A clip: one repetition of a motion as coordinates over time, with the things it uses.

Axes are OpenSim's: x forward, y up, z to the person's right; metres, degrees, seconds.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from coxa.motion import quaternions, turns
from coxa.motion.values import Array

# What changes its sign in a mirror. What has a side changes sides instead.
TURNED_ROUND = frozenset(
    {"pelvis_list", "pelvis_rotation", "pelvis_tz"}
    | {f"{part}_{way}" for part in ("lumbar", "thorax", "neck") for way in ("bending", "rotation")}
)
OTHER_SIDE = {"left": "right", "right": "left", "_l": "_r", "_r": "_l"}
SIDE = re.compile(r"\b(?:left|right)\b|_[lr]$")
CLOSE = 1e-6  # s: times that differ by less are the same, for sums of decimal fractions


@dataclass(frozen=True)
class View:
    """Where from a motion is best seen.

    `yaw_deg` is 0 in front of the person as they stand at all-zero, + toward their left (90 sees
    the left side), 180 behind; `pitch_deg` is + from above.
    """

    name: str
    yaw_deg: float
    pitch_deg: float


# A little from above: the floor is then a surface, and a foot on it is seen to touch it.
VIEWS = {
    view.name: view
    for view in (
        View("front", 0.0, 10.0),
        View("back", 180.0, 10.0),
        View("side-left", 90.0, 10.0),
        View("side-right", -90.0, 10.0),
        View("top", 0.0, 80.0),
        View("three-quarter", 40.0, 15.0),
    )
}


@dataclass(frozen=True)
class Held:
    """A point of the skin that touches something from frame `first` to frame `last`, both meant.

    `on` names a thing (floor, wall, chair, ...) or another point of the skin. `planted`: it may
    not slide, as a foot on the floor; else it may glide along what it touches.
    """

    point: str
    on: str
    first: int
    last: int
    planted: bool


@dataclass(frozen=True, eq=False)
class Placed:
    """A thing that the motion uses, and where it is at each frame.

    `size` (metres, in the order that the kind says) makes its mesh; `positions` and `scales` are
    (n, 3) or (1, 3), `rotations` (n, 4) or (1, 4) unit quaternions x, y, z, w; one row: it stays.
    Every kind's mesh is its own mirror image through its z = 0.
    """

    kind: str
    colour: str
    size: tuple[float, ...]
    positions: Array
    rotations: Array = field(default_factory=lambda: np.array([[0.0, 0.0, 0.0, 1.0]]))
    scales: Array = field(default_factory=lambda: np.ones((1, 3)))
    name: str = ""  # what a contact calls it; the kind if not given

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.name or self.kind)
        for part, width in (("positions", 3), ("rotations", 4), ("scales", 3)):
            rows = _kept(getattr(self, part))
            if rows.ndim != 2 or rows.shape[1] != width or not len(rows):
                raise ValueError(f"{self.name}: {part} is {rows.shape}, must be (n, {width})")
            object.__setattr__(self, part, rows)


@dataclass(frozen=True, eq=False)
class Clip:
    """One repetition: the way out, a hold, the way back; the last frame equals the first.

    `times` (n,) in seconds start at 0 and end at `out_s + hold_s + back_s`; `values` (n, C) are
    the coordinates `names` in degrees, those in `turns.PELVIS_PLACE` in metres. `variant` is ""
    or a word. Raises ValueError where the shapes or times do not agree.
    """

    id: str
    variant: str
    title: str
    times: Array
    names: tuple[str, ...]
    values: Array
    props: tuple[Placed, ...]
    out_s: float
    hold_s: float
    back_s: float
    view: View = VIEWS["three-quarter"]
    contacts: tuple[Held, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "times", _kept(self.times))
        object.__setattr__(self, "values", _kept(self.values))
        if wrong := _wrong(self):
            raise ValueError(f"clip {self.id}: {wrong}")

    @property
    def length_s(self) -> float:
        return float(self.times[-1])

    def coordinate(self, name: str) -> Array:
        """One coordinate at every frame, (n,). Raises KeyError for a name that is not here."""
        if name not in self.names:
            raise KeyError(name)
        column: Array = self.values[:, self.names.index(name)]
        return column

    def to_json(self) -> dict[str, Any]:
        """The clip as plain values; a coordinate that does not change is one number."""
        from coxa.motion.clip_json import to_json

        return to_json(self)

    @staticmethod
    def from_json(data: object, file: str = "clip") -> "Clip":
        """Back from `to_json`. Raises FaultyInputError with every fault of `data`."""
        from coxa.motion.clip_json import from_json

        return from_json(data, file)


@dataclass(frozen=True)
class Phase:
    """A part of a repetition: `out`, `hold` or `back`, in seconds from the start."""

    name: str
    from_s: float
    to_s: float


def phases(clip: Clip) -> tuple[Phase, ...]:
    """The parts of the repetition in their order, without those that take no time."""
    ends = np.cumsum([0.0, clip.out_s, clip.hold_s, clip.back_s])
    parts = zip(("out", "hold", "back"), ends[:-1], ends[1:], strict=True)
    return tuple(Phase(name, float(a), float(b)) for name, a, b in parts if b - a > CLOSE)


def sampled(clip: Clip, times: Sequence[float] | Array) -> Clip:
    """The clip at other times: straight lines between its frames, shortest turns for things.

    `times` (m,) in seconds increase; one before the start or after the end is the start or end.
    The parts of the repetition keep their length if `times` span it, else are 0. A contact is in
    force from the first of `times` within it to the last, and left out if there is none.
    """
    at_s = np.clip(np.asarray(times, dtype=np.float64), 0.0, clip.length_s)
    columns = [np.interp(at_s, clip.times, column) for column in clip.values.T]
    whole = abs(float(at_s[-1] - at_s[0]) - clip.length_s) <= CLOSE
    parts = (clip.out_s, clip.hold_s, clip.back_s) if whole else (0.0, 0.0, 0.0)
    return replace(
        clip,
        times=at_s - at_s[0],
        values=np.stack(columns, axis=1) if columns else np.empty((len(at_s), 0)),
        props=tuple(_placed_at(thing, clip.times, at_s) for thing in clip.props),
        contacts=_held_at(clip, at_s),
        out_s=parts[0],
        hold_s=parts[1],
        back_s=parts[2],
    )


def at(clip: Clip, time: float) -> Clip:
    """The clip of one frame: what it is like `time` seconds after its start."""
    return sampled(clip, [time])


def all_values(clip: Clip) -> Array:
    """(n, C) with a column for each of `turns.COORDINATES`; what the clip does not name is 0.

    Raises ValueError for a coordinate that the figure does not have.
    """
    if unknown := set(clip.names) - set(turns.COORDINATES):
        raise ValueError(f"clip {clip.id}: {min(unknown)} is not a coordinate of the figure")
    whole = np.zeros((len(clip.times), len(turns.COORDINATES)))
    whole[:, [turns.COLUMN[name] for name in clip.names]] = clip.values
    return whole


def mirrored(clip: Clip) -> Clip:
    """The same motion with the sides changed, as in a mirror.

    Raises ValueError for a coordinate that the figure does not have.
    """
    values = all_values(clip)
    source = [turns.COLUMN[mirror_name(name)] for name in turns.COORDINATES]
    signs = [-1.0 if name in TURNED_ROUND else 1.0 for name in turns.COORDINATES]
    turned = values[:, source] * signs
    given = {mirror_name(name) for name in clip.names}
    # The same order as before wherever both sides are named.
    names = clip.names if given == set(clip.names) else tuple(map(mirror_name, clip.names))
    return replace(
        clip,
        names=names,
        values=turned[:, [turns.COLUMN[name] for name in names]],
        props=tuple(map(_mirrored_thing, clip.props)),
        view=_mirrored_view(clip.view),
        contacts=tuple(
            replace(held, point=mirror_name(held.point), on=mirror_name(held.on))
            for held in clip.contacts
        ),
    )


def mirror_name(name: str) -> str:
    """`heel_r` for `heel_l`, `chair.left edge` for `chair.right edge`; what has no side stays."""
    return SIDE.sub(lambda side: OTHER_SIDE[side[0]], name)


def _mirrored_view(view: View) -> View:
    # Within -180 (not meant) to 180 (meant): from behind stays from behind.
    yaw_deg = 180.0 - (180.0 + view.yaw_deg) % 360.0
    return View(mirror_name(view.name), yaw_deg, view.pitch_deg)


def _mirrored_thing(thing: Placed) -> Placed:
    # In a mirror through z = 0 a turn about z stays, turns about x and y go the other way.
    return replace(
        thing,
        name=mirror_name(thing.name),
        positions=thing.positions * (1.0, 1.0, -1.0),
        rotations=thing.rotations * (-1.0, -1.0, 1.0, 1.0),
    )


def _placed_at(thing: Placed, times: Array, at_s: Array) -> Placed:
    def rows(values: Array, between: Callable[[Array, Array, Array], Array]) -> Array:
        return values if len(values) == 1 else between(values, times, at_s)

    return replace(
        thing,
        positions=rows(thing.positions, _lines),
        rotations=rows(thing.rotations, quaternions.sampled),
        scales=rows(thing.scales, _lines),
    )


def _lines(values: Array, times: Array, at_s: Array) -> Array:
    return np.stack([np.interp(at_s, times, column) for column in values.T], axis=1)


def _held_at(clip: Clip, at_s: Array) -> tuple[Held, ...]:
    kept = []
    for held in clip.contacts:
        start, end = clip.times[held.first] - CLOSE, clip.times[held.last] + CLOSE
        inside = np.flatnonzero((at_s >= start) & (at_s <= end))
        if len(inside):
            kept.append(replace(held, first=int(inside[0]), last=int(inside[-1])))
    return tuple(kept)


def _kept(values: Any) -> Array:
    """A copy that nobody can change."""
    kept = np.array(values, dtype=np.float64)
    kept.setflags(write=False)
    return kept


def _wrong(clip: Clip) -> str:
    """What does not agree in a clip, "" if everything does."""
    frames, total = len(clip.times), clip.out_s + clip.hold_s + clip.back_s
    if clip.times.ndim != 1 or not frames or clip.times[0] != 0:
        return "times must be (n,) and start at 0"
    if np.any(np.diff(clip.times) <= 0):
        return "times must increase"
    if clip.values.shape != (frames, len(clip.names)):
        return f"values are {clip.values.shape}, must be ({frames}, {len(clip.names)})"
    if len(set(clip.names)) != len(clip.names):
        return "a coordinate is named twice"
    if not (np.isfinite(clip.values).all() and np.isfinite(clip.times).all()):
        return "every value must be a number"
    if total and abs(total - clip.times[-1]) > CLOSE:
        return f"the parts take {total:g} s, the frames {clip.times[-1]:g} s"
    return _wrong_things(clip, frames)


def _wrong_things(clip: Clip, frames: int) -> str:
    for thing in clip.props:
        for rows in (thing.positions, thing.rotations, thing.scales):
            if len(rows) not in (1, frames):
                return f"{thing.name} has {len(rows)} places, must have 1 or {frames}"
    for held in clip.contacts:
        if not 0 <= held.first <= held.last < frames:
            return f"{held.point} is held from {held.first} to {held.last} of {frames} frames"
    return ""
