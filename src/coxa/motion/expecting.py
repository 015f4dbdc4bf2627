"""What a camera would read from the figure: an exercise's clip as what the watching part expects.

The figure's joints become landmarks, as the pose model would find them, and the same analysis that
watches a person reads them. So what is expected and what is measured mean the same thing, whatever
the analysis takes a hip's bending to be.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from coxa.motion.body import read_body
from coxa.motion.clip import Clip, all_values
from coxa.motion.filmed import faults_of_the_figure, filmed
from coxa.motion.kinematics import Skeleton, SkinPoints, joined, places
from coxa.motion.library import LONGEST_HOLD_S, Described
from coxa.motion.values import Array
from coxa.motion.watching.angles import readings
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.points import INDEX, POINTS, Frame
from coxa.motion.watching.view import View

# How well a camera sees a coordinate, 0 to 1, from where it sees it at all. Our choice: the joints'
# ends are large parts of the body for hip and knee, small ones for the foot.
SEEN_WELL: Mapping[str, float] = {
    "hip_flexion": 1.0,
    "knee_angle": 1.0,
    "hip_adduction": 1.0,
    "hip_rotation": 0.6,
    "trunk_lean": 0.9,
    "trunk_list": 0.9,
    "ankle_angle": 0.5,
    "pelvic_drop": 0.5,
}
FROM_A_SIDE = ("hip_flexion", "knee_angle", "ankle_angle", "trunk_lean")
FROM_IN_FRONT = ("hip_adduction", "hip_rotation", "trunk_list", "pelvic_drop")
FOOT = ("ankle_angle",)  # too small a part to stand in for another
OUT_OF_THE_BEST_VIEW = 0.8  # of what it counts: such as a knee's bending seen from in front
OTHER_SIDE = 0.3  # of the other leg's range is taken off: the working leg is to be told from it
DETOUR = 0.5  # of a coordinate's detours is taken off: it is to tell out from back
ONE_SIDED = 0.6  # of the greater range: the other side moves less than this in a one-sided exercise
IN_STEP_DEG = 25.0  # sides that are farther apart than this at a time do not do the same
SHOWN = 0.8  # of the moments: a view that shows less of a coordinate does not show it
SHOWN_WAY = 0.5  # of its way
NEARLY = 0.6  # of what the best coordinate tells, where no camera shows that one
LEAST_WAY_DEG = 12.0  # a motion that shows less than this is a position to be held
# Leaning to a side means something while upright only; lying, it turns over.
UPRIGHT = ("trunk_list", "pelvic_drop")
LYING_DEG = 60.0
STILL = "hip_flexion"  # what a position is told by first: every position of the hips has it

# Landmark -> the figure's joint (where it turns), or the named points of the skin around it.
JOINTS = {
    "shoulder": "upper_arm",
    "elbow": "forearm",
    "wrist": "hand",
    "hip": "thigh",
    "knee": "shank",
    "ankle": "foot",
}
SKIN = {
    "ear": "side_of_head",
    "heel": "heel_back",
    "foot_index": "toe_tips",
    "index": "fingertips",
}
VIEWS = {"front": "front", "back": "back", "left": "side-left", "right": "side-right"}
SIDE_VIEWS = (View.LEFT.value, View.RIGHT.value)
FRONTAL_VIEWS = (View.FRONT.value, View.BACK.value)


def expected(clip: Clip, described: Described | None = None, hold: bool | None = None) -> Expected:
    """What to look for in an exercise that moves as `clip` does.

    `hold` says whether it is held or repeated; if None, a clip that hardly moves or stays at its
    far end as long as clips ever do is held. `described` gives its tempo and view where the clip
    was made from them. Without `views` no camera beside the figure shows it: markers do. Raises
    ValueError for a clip in which nothing is seen to move or be held.
    """
    read = read_from_figure(clip)
    primary, side, views = _primary(read, clip)
    start, far = _ends(read[primary])
    still = abs(far - start) < LEAST_WAY_DEG
    held = still or clip.hold_s >= LONGEST_HOLD_S if hold is None else hold
    pose = _pose(read, clip) if held else {}
    if side == "both" and not _even(pose):
        side = "left"  # the working side of every figure
    tempo = (clip.out_s, clip.hold_s, clip.back_s)
    if described is not None:
        tempo = (described.tempo.out_s, described.tempo.hold_s, described.tempo.back_s)
    found = Expected(
        exercise=clip.id,
        kind="hold" if held else "repetitions",
        side=side,
        primary=_base(primary),
        start_deg=round(start, 1),
        far_deg=round(far, 1),
        tempo_s=tempo,
        views=views,
        pose=pose,
        needed=_needed(_base(primary), side),
    )
    frames = figure_frames(clip)
    pictured = {view: ends for view in views if (ends := _ends_in(View(view), primary, frames))}
    return replace(found, meant=faults_of_the_figure(frames, found), pictured=pictured)


def read_from_figure(clip: Clip) -> dict[str, Array]:
    """{coordinate: (n,) degrees} as the watching part reads them from the figure, in space."""
    found: dict[str, list[float]] = {}
    for frame in figure_frames(clip):
        for name, reading in readings(frame, View.UNKNOWN).items():
            value = np.nan if reading.value is None else reading.value
            found.setdefault(name, []).append(value)
    columns = {name: np.asarray(values) for name, values in found.items()}
    return {n: v for n, v in columns.items() if np.isfinite(v).all() and _tells(n, v)}


def _tells(name: str, values: Array) -> bool:
    """Whether it is one that a camera sees, and means something in this position."""
    if _base(name) not in SEEN_WELL:
        return False
    return _base(name) not in UPRIGHT or float(np.abs(values).max()) < LYING_DEG


def figure_frames(clip: Clip) -> list[Frame]:
    """The clip as landmarks in space, one frame a moment, as from a camera before the figure.

    Metres from the middle of the hips: x to the figure's left, y down, z backward.
    """
    at = figure_points(clip)
    middle = (at[:, [INDEX["left_hip"]]] + at[:, [INDEX["right_hip"]]]) / 2
    # The room's x forward, y up, z right become a picture's right (the figure's left), down, away.
    seen = (at - middle)[:, :, [2, 1, 0]] * -1.0
    whole = np.concatenate([seen, np.isfinite(seen[..., :1])], axis=2)
    rows = np.nan_to_num(whole).reshape(len(at), -1).tolist()
    return [
        Frame(time, None, tuple(row)) for time, row in zip(clip.times.tolist(), rows, strict=True)
    ]


def figure_points(clip: Clip) -> Array:
    """Where the landmarks are on the figure: (n, 33, 3) metres in the room; NaN for eyes, mouth and
    fingers that it does not name."""
    skeleton, names, points = _landmarks()
    found = np.full((len(clip.times), len(POINTS), 3), np.nan)
    at = places(skeleton.frames(all_values(clip)), points)
    for name in dict.fromkeys(names):
        chosen = [i for i, one in enumerate(names) if one == name]
        found[:, INDEX[name]] = at[:, chosen].mean(axis=1)
    return found


@cache
def _landmarks() -> tuple[Skeleton, list[str], SkinPoints]:
    """The landmark that each point belongs to, and the points; some landmarks have several."""
    body = read_body()
    skeleton = Skeleton(body)
    names, parts = [], []
    for side in ("left", "right"):
        for landmark, joint in JOINTS.items():
            names.append(f"{side}_{landmark}")
            parts.append(skeleton.rigid(f"{joint}_{side[0]}", np.zeros(3)))
        for landmark, point in SKIN.items():
            vertices = body.points[f"{point}_{side[0]}"]
            names.extend([f"{side}_{landmark}"] * len(vertices))
            parts.append(skeleton.skin(vertices))
    vertices = body.points["nose"]
    names.extend(["nose"] * len(vertices))
    parts.append(skeleton.skin(vertices))
    return skeleton, names, joined(parts)


def _views(clip: Clip) -> tuple[str, ...]:
    """The views that the clip's own stands for; one from between counts for both its neighbours."""
    parts = [VIEWS[word] for word in clip.view.name.split("-") if word in VIEWS]
    if clip.view.name in SIDE_VIEWS:
        return (clip.view.name,)
    return tuple(reversed(parts))


def _primary(read: Mapping[str, Array], clip: Clip) -> tuple[str, str, tuple[str, ...]]:
    """The coordinate that tells the movement best, with its side; the exercise's side; its views.

    The best that a camera beside the figure shows, if one nearly as good is shown; else the best.
    """
    if f"{STILL}_l" not in read:
        raise ValueError("nothing of the figure can be read")
    shown, frames = _views(clip), figure_frames(clip)
    telling = {name: _telling(name, read, shown) for name in read}
    names = sorted(read, key=lambda one: telling[one], reverse=True)
    if float(np.ptp(read[names[0]])) < LEAST_WAY_DEG:
        names = [f"{STILL}_l"]
    for name in names:
        if name != names[0] and (_base(name) in FOOT or telling[name] < NEARLY * telling[names[0]]):
            continue
        primary, side = _with_side(name, read)
        views = _best_views(_base(primary), shown)
        for some in (views, tuple(view for view in VIEWS.values() if view not in views)):
            if good := tuple(v for v in some if _shows(View(v), primary, read[primary], frames)):
                return primary, side, good
    return *_with_side(names[0], read), ()


def _with_side(name: str, read: Mapping[str, Array]) -> tuple[str, str]:
    other = _mirror(name)
    if other == name:
        return name, "both"
    if other in read and _together(read[name], read[other]):
        return f"{_base(name)}_l", "both"
    return name, "left" if name.endswith("_l") else "right"


def _shows(view: View, primary: str, known: Array, frames: Sequence[Frame]) -> bool:
    """Whether that view shows a coordinate most of the time, and most of how far it goes."""
    found = [readings(frame, view)[primary].value for frame in filmed(frames, view)]
    values = [value for value in found if value is not None]
    if not values or len(values) < SHOWN * len(frames):
        return False
    start, far = _ends(known)
    way = abs(far - start)
    return way < LEAST_WAY_DEG or max(values) - min(values) >= SHOWN_WAY * way


def _ends_in(view: View, primary: str, frames: Sequence[Frame]) -> tuple[float, float] | None:
    """The coordinate's ends as that view's picture has them; None where it does not."""
    found = [readings(frame, view)[primary].value for frame in filmed(frames, view)]
    values = [value for value in found if value is not None]
    if len(values) < SHOWN * len(frames):
        return None
    start, far = _ends(np.asarray(values))
    return round(start, 1), round(far, 1)


def _telling(name: str, read: Mapping[str, Array], views: Sequence[str]) -> float:
    """How much a coordinate tells, in degrees: its way, less where it is not seen well."""
    base, other = _base(name), _mirror(name)
    told = SEEN_WELL[base] * _way(read[name])
    if other != name and other in read and not _together(read[name], read[other]):
        told -= OTHER_SIDE * SEEN_WELL[base] * float(np.ptp(read[other]))
    best = _planes(base)
    return told if not views or set(best) & set(views) else OUT_OF_THE_BEST_VIEW * told


def _way(values: Array) -> float:
    """How far it goes from where it starts; going the other way first, and again, is taken off."""
    start, far = _ends(values)
    path = float(np.abs(np.diff(values)).sum())  # out and back: twice the way if it is straight
    return abs(far - start) - max(0.0, path / 2 - abs(far - start)) * DETOUR


def _together(one: Array, other: Array) -> bool:
    """Whether both sides do about the same at the same time."""
    ranges = sorted((float(np.ptp(one)), float(np.ptp(other))))
    moves = ranges[1] >= LEAST_WAY_DEG
    if moves and ranges[0] < ONE_SIDED * ranges[1]:
        return False
    return float(np.max(np.abs(one - other))) < IN_STEP_DEG


def _ends(values: Array) -> tuple[float, float]:
    """The coordinate where it rests and where it is farthest from there."""
    start = float(values[0])
    return start, float(values[int(np.argmax(np.abs(values - start)))])


def _best_views(primary: str, shown: Sequence[str]) -> tuple[str, ...]:
    best = _planes(primary)
    first = [view for view in shown if view in best]
    return tuple(dict.fromkeys([*first, *best]))


def _planes(primary: str) -> tuple[str, ...]:
    return SIDE_VIEWS if primary in FROM_A_SIDE else FRONTAL_VIEWS


def _pose(read: Mapping[str, Array], clip: Clip) -> dict[str, float]:
    """Hips, knees and trunk in the middle of the hold."""
    middle = int(np.searchsorted(clip.times, clip.out_s + clip.hold_s / 2))
    row = min(middle, len(clip.times) - 1)
    told = ("hip_flexion", "knee_angle", "hip_adduction", "trunk_lean")
    return {n: round(float(v[row]), 1) for n, v in read.items() if _base(n) in told}


def _even(pose: Mapping[str, float]) -> bool:
    """Whether both sides do about the same in it."""
    return all(abs(v - pose.get(_mirror(n), v)) < IN_STEP_DEG for n, v in pose.items())


def _needed(primary: str, side: str) -> tuple[str, ...]:
    """The points that the primary coordinate is read from."""
    parts = {
        "knee_angle": ("hip", "knee", "ankle"),
        "ankle_angle": ("knee", "ankle", "heel", "foot_index"),
        "hip_rotation": ("hip", "knee", "ankle"),
        "pelvic_drop": ("hip",),
        "trunk_lean": ("shoulder", "hip"),
        "trunk_list": ("shoulder", "hip"),
    }.get(primary, ("shoulder", "hip", "knee"))
    sides = ("left", "right") if side == "both" else (side,)
    return tuple(f"{one}_{part}" for one in sides for part in parts)


def _base(name: str) -> str:
    return name[:-2] if name[-2:] in ("_l", "_r") else name


def _mirror(name: str) -> str:
    return {"_l": f"{_base(name)}_r", "_r": f"{_base(name)}_l"}.get(name[-2:], name)
