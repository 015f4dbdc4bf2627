"""Clips made by hand for the rules: a pose, or a way from one pose to another, set on the floor."""

from collections.abc import Mapping, Sequence

import numpy as np

from coxa.exercises.props import PROPS
from coxa.motion.body import read_body
from coxa.motion.clip import Clip, Held, Placed
from coxa.motion.judging.finding import Finding
from coxa.motion.judging.seen import Seen
from coxa.motion.turns import COLUMN, COORDINATES

BODY = read_body()
FRAMES = 13  # of a way, a twelfth of a second each
LAST = 2 * FRAMES - 1
FEET = ("heel_l", "ball_inner_l", "ball_outer_l", "heel_r", "ball_inner_r", "ball_outer_r")
ARMS_ASIDE = {
    f"{name}_{side}": value
    for side in "lr"
    for name, value in {"arm_add": -12.0, "elbow_flex": 8.0, "pro_sup": 85.0}.items()
}
STANDING = {"hip_adduction_l": -3.0, "hip_adduction_r": -3.0, **ARMS_ASIDE}

Pose = Mapping[str, float]


def both(**angles: float) -> dict[str, float]:
    """The angles on both sides."""
    return {f"{name}_{side}": value for name, value in angles.items() for side in "lr"}


def row(pose: Pose, lift: float = 0.0) -> np.ndarray:
    """The coordinates of a pose, the lowest skin on the floor (or `lift` over it), unless the pose
    says how high the pelvis is."""
    values = np.zeros(len(COORDINATES))
    for name, value in pose.items():
        values[COLUMN[name]] = value
    if "pelvis_ty" not in pose:
        values[COLUMN["pelvis_ty"]] = lift - float(
            Seen(_clip(values[None], ()), BODY).skin[0, :, 1].min()
        )
    return values


def still(
    pose: Pose,
    contacts: Sequence[Held] = (),
    props: Sequence[Placed] = (),
    lift: float = 0.0,
) -> Clip:
    """A hold of four seconds."""
    values = np.repeat(row(pose, lift)[None], 2, axis=0)
    return _clip(values, contacts, props, times=np.array([0.0, 4.0]), hold_s=4.0)


def moving(
    start: Pose,
    end: Pose,
    contacts: Sequence[Held] = (),
    props: Sequence[Placed] = (),
    seconds: float = 1.0,
) -> Clip:
    """An eased way out, a hold of one second, and the way back."""
    share = np.linspace(0, 1, FRAMES)
    share = share**3 * (10 - 15 * share + 6 * share**2)
    first, last = row(start), row(end)
    way = first + (last - first) * share[:, None]
    out = np.linspace(0, seconds, FRAMES)
    times = np.concatenate([out, seconds + 1.0 + out])
    values = np.concatenate([way, way[::-1]])
    return _clip(values, contacts, props, times, seconds, 1.0, seconds)


def _clip(
    values: np.ndarray,
    contacts: Sequence[Held],
    props: Sequence[Placed] = (),
    times: np.ndarray | None = None,
    out_s: float = 0.0,
    hold_s: float = 0.0,
    back_s: float = 0.0,
) -> Clip:
    return Clip(
        id="made",
        variant="",
        title="Made by hand",
        times=np.zeros(1) if times is None else times,
        names=COORDINATES,
        values=values,
        props=tuple(props),
        out_s=out_s,
        hold_s=hold_s,
        back_s=back_s,
        contacts=tuple(contacts),
    )


def held(*points: str, on: str = "floor", last: int = 1, planted: bool = True) -> list[Held]:
    """Contacts in force from the first frame to `last`."""
    return [Held(point, on, 0, last, planted) for point in points]


def part(kind: str, number: int, at: Sequence[float], name: str = "") -> Placed:
    """A part of a prop of the library, its middle `at` a place."""
    one, shape = PROPS[kind], PROPS[kind].parts[number]
    return Placed(
        kind=shape.shape,
        colour=one.colour,
        size=shape.size,
        positions=np.array([at], dtype=float),
        name=name or kind,
    )


def strap(kind: str, one: str, other: str, clip: Clip) -> Placed:
    """A band or belt between two patches of skin of a still clip."""
    seen = Seen(clip, BODY)
    ends = [seen.patch(name)[0].mean(axis=0) for name in (one, other)]
    way = ends[1] - ends[0]
    length = float(np.linalg.norm(way))
    half = np.cross([1.0, 0, 0], way / length)
    turn = np.append(half, 1 + way[0] / length)
    return Placed(
        kind="strap",
        colour=PROPS[kind].colour,
        size=PROPS[kind].parts[0].size,
        positions=((ends[0] + ends[1]) / 2)[None],
        rotations=(turn / np.linalg.norm(turn))[None],
        scales=np.array([[length, 1.0, 1.0]]),
        name=kind,
    )


def said(found: list[Finding]) -> set[tuple[str, str]]:
    """Which rule found what."""
    return {(one.rule, one.what) for one in found}
