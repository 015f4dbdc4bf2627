"""A strength move works the muscles that it names, and a stretch lengthens them.

Strength: something resists an action of the muscle. Either the load on the coordinate is against
the action where the move is held, or the coordinate goes the action's way by a good part against
the load. Where the working limb rests on another limb, what that carries is not known; there it is
enough that the limb rises while the coordinate goes the action's way.
Stretch: where it is held, one of the positions that lengthen the muscle is met.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from coxa.anatomy.actions import Action, actions, lengthened, lengthenings
from coxa.anatomy.coordinates import sided
from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.motion.judging.finding import Finding
from coxa.motion.judging.loads import masses, moments
from coxa.motion.judging.seen import Seen
from coxa.motion.masses import SEGMENTS
from coxa.motion.turns import COLUMN
from coxa.motion.values import Array, Whole

HELD_NM = 3.0  # our choice: the weight of a forearm held out; less is no exercise
MOVED_DEG = 15.0  # our choice: less is a wobble
WORK_J = 1.0  # our choice: a shank and foot lifted by 4 cm
RISE_M = 0.02  # our choice: of the middle of a limb's weight


@dataclass(frozen=True)
class Meant:
    """What a motion is for: the primary muscles, and whether it strengthens or stretches them."""

    kind: Literal["strength", "stretch"]
    muscles: tuple[Muscle, ...]
    side: Side = Side.LEFT  # which works; a mirrored motion works the right


def purpose(seen: Seen, meant: Meant) -> list[Finding]:
    """The primary muscles that a strength move does not work, or a stretch does not lengthen."""
    if meant.kind == "stretch":
        return [one for muscle in meant.muscles for one in _stretch(seen, muscle, meant.side)]
    loads = moments(seen)
    return [one for muscle in meant.muscles for one in _strength(seen, muscle, meant.side, loads)]


def _stretch(seen: Seen, muscle: Muscle, side: Side) -> Iterable[Finding]:
    poses = [seen.pose(u) for u in seen.hold]
    if not any(lengthened(muscle, pose, side) for pose in poses):
        ways = "; or ".join(one.words for one in lengthenings(muscle))
        what = f"{muscle} is not lengthened ({ways})"
        yield Finding("stretch", int(seen.first[seen.hold[0]]), what, 0.0, 1.0, "")


def _strength(seen: Seen, muscle: Muscle, side: Side, loads: Array) -> Iterable[Finding]:
    rows = actions(muscle)
    held = max(_held(seen, row, side, loads) for row in rows)
    if held > HELD_NM or any(_against(seen, row, side, loads) for row in rows):
        return
    if any(_lifted(seen, row, side) for row in rows):
        return
    frame = int(seen.first[seen.hold[0]])
    what = f"nothing resists {muscle} ({'; '.join(row.words for row in rows)})"
    yield Finding("strength", frame, what, held, HELD_NM, "Nm")


def _held(seen: Seen, row: Action, side: Side, loads: Array) -> float:
    """The most that the muscle holds at the hold, in its action's sense, in Nm."""
    column = COLUMN[sided(row.coordinate, side)]
    held = [-row.sign * loads[u, column] for u in seen.hold if row.holds(seen.pose(u), side)]
    return max(map(float, held), default=0.0)


def _against(seen: Seen, row: Action, side: Side, loads: Array) -> bool:
    """Whether the coordinate goes the action's way against the load, on either way."""
    column = COLUMN[sided(row.coordinate, side)]
    for way in seen.ways():
        frames = _acting(seen, row, side, seen.which[way])
        if len(frames) < 2:
            continue
        step = np.diff(seen.values[frames, column])
        load = (loads[frames, column][:-1] + loads[frames, column][1:]) / 2
        work = float(-(np.radians(step) * load).sum())
        if row.sign * step.sum() > MOVED_DEG and work > WORK_J:
            return True
    return False


def _lifted(seen: Seen, row: Action, side: Side) -> bool:
    """Whether the limb, resting on another, rises while the coordinate goes the action's way."""
    if not _rests_on_limb(seen, side):
        return False
    column = COLUMN[sided(row.coordinate, side)]
    height = _limb_height(seen, side)
    for way in seen.ways():
        frames = _acting(seen, row, side, seen.which[way])
        if len(frames) < 2:
            continue
        moved = row.sign * (seen.values[frames[-1], column] - seen.values[frames[0], column])
        if moved > MOVED_DEG and height[frames[-1]] - height[frames[0]] > RISE_M:
            return True
    return False


def _acting(seen: Seen, row: Action, side: Side, frames: Whole) -> Whole:
    if not row.when:
        return frames
    return np.array([u for u in frames if row.holds(seen.pose(u), side)], dtype=np.int64)


_LEG = ("thigh", "shank", "foot")
_LOW = ("heel", "ball", "outer_edge", "inner_edge", "inner_ankle", "outer_ankle", "big_toe")


def _rests_on_limb(seen: Seen, side: Side) -> bool:
    end = f"_{side.value[0]}"
    return any(
        seen.on_skin(h) and any(n.startswith(_LOW) and n.endswith(end) for n in (h.point, h.on))
        for h in seen.clip.contacts
    )


def _limb_height(seen: Seen, side: Side) -> Array:
    """How high the middle of a leg's weight is, (u,)."""
    points, shares = masses(seen)
    mine = [one.start in {f"{part}_{side.value[0]}" for part in _LEG} for one in SEGMENTS]
    weights = shares * mine
    return np.asarray(points[:, :, 1] @ weights / weights.sum())
