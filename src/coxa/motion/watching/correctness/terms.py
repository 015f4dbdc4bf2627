"""What can be said of one repetition, as a handful of numbers that have names.

Each term is something a physiotherapist could point at in the recording. Angles are in degrees,
lengths in hundredths of the leg's length (so that tall and short people compare). The extremes are
the 3rd and 97th of a hundred values, as a single point that jumps is not a movement (our choice).

The **working** leg is the one that moves more, the **other** one stands. In a squat both work; then
which is which hardly matters.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, degrees, dist, hypot
from statistics import median

from coxa.language import later
from coxa.motion.watching.correctness.stance import Body, LegPlaces, Place, bodies
from coxa.motion.watching.points import Frame

FEWEST = 8  # pictures; of fewer, extremes say nothing (our choice: a third of a second at 25 Hz)
LOW, HIGH = 0.03, 0.97


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that can be said of a repetition.

    `worse` is 1 if more of it is worse and -1 if less of it is; `plane` is where it happens:
    sagittal (seen from the side), frontal (from the front or back), level (from above: no camera
    that stands before a person sees it) or any.
    """

    id: str
    unit: str
    worse: int
    plane: str
    words: str


TERMS: tuple[Term, ...] = (
    Term("trunk_forward", "deg", 1, "sagittal", later("the trunk leans forward")),
    Term("shoulders_tip", "deg", 1, "frontal", later("the shoulders tip from side to side")),
    Term("pelvis_tips", "deg", 1, "frontal", later("the pelvis tips from side to side")),
    Term("shoulders_turn", "deg", 1, "level", later("the shoulders turn")),
    Term("head_bows", "deg", 1, "sagittal", later("the head goes forward")),
    Term("other_knee_in", "% of leg", 1, "frontal", later("the other knee goes in")),
    Term("working_knee_in", "% of leg", 1, "frontal", later("the working knee goes in")),
    Term("other_leg_bends", "deg", 1, "sagittal", later("the other thigh comes forward")),
    Term("hips_go_down", "% of leg", -1, "any", later("the hips do not go down as far")),
    Term("foot_goes_up", "% of leg", -1, "any", later("the foot does not go up as far")),
)


def terms_of(frames: Iterable[Frame]) -> dict[str, float]:
    """The terms of one repetition's frames, by id. A term that cannot be told is not there.

    Empty if trunk and legs were seen in fewer than `FEWEST` pictures.
    """
    seen = bodies(frames)
    if len(seen) < FEWEST:
        return {}
    return _trunk_terms(seen) | _leg_terms(seen)


def _trunk_terms(seen: Sequence[Body]) -> dict[str, float]:
    tip = [_above_level(one.left_shoulder, one.right_shoulder) for one in seen]
    list_ = [_above_level(one.left.hip, one.right.hip) for one in seen]
    turn = [_turned(one.left_shoulder, one.right_shoulder) for one in seen]
    found = {
        "trunk_forward": high(_forward(one.hips, one.shoulders) for one in seen),
        "shoulders_tip": _range(tip),
        "pelvis_tips": _range(list_),
        "shoulders_turn": _range(turn),
    }
    heads = [_forward(one.shoulders, one.head) for one in seen if one.head is not None]
    if len(heads) >= FEWEST:
        found["head_bows"] = high(heads)
    return found


def _leg_terms(seen: Sequence[Body]) -> dict[str, float]:
    left, right = [one.left for one in seen], [one.right for one in seen]
    working, other = (left, right) if _moves(left) >= _moves(right) else (right, left)
    per_leg = 100.0 / _length(left + right)
    heights = [one.hips[2] - min(one.left.ankle[2], one.right.ankle[2]) for one in seen]
    lifts = [w.ankle[2] - o.ankle[2] for w, o in zip(working, other, strict=True)]
    return {
        "other_knee_in": per_leg * high(map(_inward, other)),
        "working_knee_in": per_leg * high(map(_inward, working)),
        "other_leg_bends": high(map(_thigh_forward, other)),
        "hips_go_down": per_leg * _range(heights),
        "foot_goes_up": per_leg * _range(lifts),
    }


def _moves(leg: Sequence[LegPlaces]) -> float:
    """How much that leg moves in all, in degrees."""
    ways: tuple[Callable[[LegPlaces], float], ...] = (_thigh_forward, _thigh_out, _knee_bend)
    return sum(_range([way(one) for one in leg]) for way in ways)


def _length(legs: Sequence[LegPlaces]) -> float:
    """The leg's length in metres: thigh and shank. Never less than 1 cm."""
    return max(0.01, median(dist(one.hip, one.knee) + dist(one.knee, one.ankle) for one in legs))


def _inward(leg: LegPlaces) -> float:
    """How far (m) the knee is inside the line from hip to ankle, seen from the front."""
    high_m = leg.hip[2] - leg.ankle[2]
    share = (leg.hip[2] - leg.knee[2]) / high_m if high_m > 0.05 else 0.0
    line = leg.hip[0] + (leg.ankle[0] - leg.hip[0]) * min(1.0, max(0.0, share))
    return leg.outward * (line - leg.knee[0])


def _thigh_forward(leg: LegPlaces) -> float:
    """Degrees of the thigh forward of straight down, seen from the side."""
    return degrees(atan2(leg.knee[1] - leg.hip[1], leg.hip[2] - leg.knee[2]))


def _thigh_out(leg: LegPlaces) -> float:
    """Degrees of the thigh outward of straight down, seen from the front."""
    return degrees(atan2(leg.outward * (leg.knee[0] - leg.hip[0]), leg.hip[2] - leg.knee[2]))


def _knee_bend(leg: LegPlaces) -> float:
    """Degrees between thigh and shank, 0 for a straight knee."""
    thigh = [k - h for h, k in zip(leg.hip, leg.knee, strict=True)]
    shank = [a - k for k, a in zip(leg.knee, leg.ankle, strict=True)]
    along = sum(t * s for t, s in zip(thigh, shank, strict=True))
    x, y, z = (thigh[i - 2] * shank[i - 1] - thigh[i - 1] * shank[i - 2] for i in range(3))
    return degrees(atan2(hypot(x, y, z), along))


def _forward(below: Place, above: Place) -> float:
    """Degrees of the line from `below` to `above` forward of straight up."""
    return degrees(atan2(above[1] - below[1], above[2] - below[2]))


def _above_level(left: Place, right: Place) -> float:
    """Degrees by which the left end is above the right one."""
    return degrees(atan2(left[2] - right[2], hypot(left[0] - right[0], left[1] - right[1])))


def _turned(left: Place, right: Place) -> float:
    """Degrees by which that line is turned about the vertical, the left end forward."""
    return degrees(atan2(left[1] - right[1], left[0] - right[0]))


def high(values: Iterable[float]) -> float:
    """The 97th of a hundred values."""
    return _share(sorted(values), HIGH)


def _range(values: Iterable[float]) -> float:
    """From the 3rd to the 97th of a hundred values."""
    ordered = sorted(values)
    return _share(ordered, HIGH) - _share(ordered, LOW)


def _share(ordered: Sequence[float], part: float) -> float:
    """The value below which that part lies, between its two neighbours by proportion."""
    where = part * (len(ordered) - 1)
    below = int(where)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (where - below)


BY_ID: Mapping[str, Term] = {term.id: term for term in TERMS}
