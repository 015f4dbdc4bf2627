"""From a motion's words to its clip: key poses solved, frames between them, things placed, misfits
named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from threadpoolctl import threadpool_limits

from coxa.exercises.motion import KeyPose, Shown, Tempo
from coxa.exercises.props import PROPS
from coxa.motion.clip import Clip, Held
from coxa.motion.kinematics import Skeleton
from coxa.motion.solids import Solid, solids_of
from coxa.motion.solving import between, poses
from coxa.motion.solving.misfits import Misfit, misfits
from coxa.motion.solving.placing import placed
from coxa.motion.solving.poses import Surroundings
from coxa.motion.solving.scene import Scene
from coxa.motion.solving.terms import SkinTarget, Target
from coxa.motion.solving.wanted import Wanted, all_touches, wanted
from coxa.motion.turns import COORDINATES
from coxa.motion.values import Array
from coxa.motion.views import view_of

FRAMES_A_SECOND = 12  # of the way out; straight lines between them are smooth to the eye
FEWEST = 8
USUAL = Tempo(out_s=2.0, hold_s=1.0, back_s=2.0)
STILL_S = 4.0  # a hold without a way in or out lasts one slow breath


@dataclass(frozen=True)
class Solved:
    clip: Clip
    misfits: tuple[Misfit, ...]
    keys: Array  # (K, C)


def solve(
    skeleton: Skeleton,
    shown: Shown,
    name: str,
    title: str,
    variant: str = "",
    tempo: Tempo | None = None,
) -> Solved:
    """The clip of a motion or variant, with what did not fit. `tempo`: used where the motion gives
    none.
    """
    # Many small matrices: threads would only wait for one another, and change the last digits.
    with threadpool_limits(1):
        return _solve(skeleton, shown, name, title, variant, shown.tempo or tempo or USUAL)


def _solve(
    skeleton: Skeleton, shown: Shown, name: str, title: str, variant: str, tempo: Tempo
) -> Solved:
    touched = {
        patch for pose in shown.poses for t in all_touches(shown, pose) for patch in t.patches
    }
    scene = Scene(skeleton, touched)
    keys = [wanted(scene, shown, pose) for pose in shown.poses]
    around = Surroundings(scene, _solids(shown))
    values = poses.solve(around, keys, [poses.planted_between(a, b) for a, b in pairwise(keys)])
    beats = Beats(tempo, _shares(shown.poses))
    way = _way_out(around, keys, values, beats)
    frames = beats.there_and_back(way)
    clip = Clip(
        id=name,
        variant=variant,
        title=title,
        times=beats.times,
        names=COORDINATES,
        values=frames,
        props=placed(skeleton, shown.props, frames),
        out_s=beats.out_s,
        hold_s=beats.hold_s,
        back_s=beats.back_s,
        view=view_of(shown.view),
        contacts=tuple(_held(keys, beats)),
    )
    return Solved(clip, misfits(around, keys, values), values)


def _solids(shown: Shown) -> tuple[Solid, ...]:
    touched = {t.on for pose in shown.poses for t in shown.touches_of(pose) if t.kind == "prop"}
    return tuple(
        solid
        for place in shown.props
        if not PROPS[place.kind].flat and place.goes_with is None
        for solid in solids_of(place, touched)
    )


def _shares(key_poses: tuple[KeyPose, ...]) -> Array:
    """When each key pose is reached, as a share of the way out; evenly where not said."""
    if len(key_poses) == 1:
        return np.zeros(1)
    even = np.linspace(0, 1, len(key_poses))
    said = [e if p.share is None else p.share for e, p in zip(even, key_poses, strict=True)]
    return np.asarray([0.0, *said[1:-1], 1.0])


class Beats:
    """When the frames of a repetition are: the way out, the hold, the way out turned round."""

    def __init__(self, tempo: Tempo, shares: Array) -> None:
        self.shares = shares
        moves = len(shares) > 1
        self.out_s = tempo.out_s if moves else 0.0
        self.back_s = tempo.back_s if moves else 0.0
        self.hold_s = tempo.hold_s if moves else STILL_S
        self.count = max(FEWEST, round(tempo.out_s * FRAMES_A_SECOND)) + 1 if moves else 1

    @property
    def way(self) -> Array:
        """Shares of the way out at its frames, at rest at both ends."""
        return between.eased(np.linspace(0, 1, self.count)) if self.count > 1 else np.zeros(1)

    @property
    def times(self) -> Array:
        if self.count == 1:
            return np.array([0.0, self.hold_s])
        out = np.linspace(0, self.out_s, self.count)
        back = self.out_s + self.hold_s + np.linspace(0, self.back_s, self.count)
        return np.concatenate([out, back if self.hold_s else back[1:]])

    def there_and_back(self, way: Array) -> Array:
        if self.count == 1:
            return np.repeat(way, 2, axis=0)
        back = way[::-1]
        return np.concatenate([way, back if self.hold_s else back[1:]])

    def frame_of(self, key: int) -> int:
        """The frame of the way out nearest a key pose."""
        return int(np.abs(self.way - self.shares[key]).argmin())


def _way_out(around: Surroundings, keys: list[Wanted], values: Array, beats: Beats) -> Array:
    guess = between.interpolated(values, beats.shares, beats.way)
    if beats.count == 1:
        return guess
    middles = np.stack([around.scene.state(one).patches[0] for one in values])
    anchors, skin = [], []
    for k, (one, other) in enumerate(pairwise(keys)):
        first, last = beats.frame_of(k), beats.frame_of(k + 1)
        for target in _kept(one, other):
            if isinstance(target, SkinTarget):
                skin.append((target, first, last))
            else:
                ends = middles[k : k + 2, target.patch]
                shares = beats.shares[k : k + 2]
                part = np.clip((beats.way - shares[0]) / (shares[1] - shares[0]), 0, 1)[:, None]
                way = ends[0] * (1 - part) + ends[1] * part
                anchors.append(between.Anchor(target.patch, way, first, last))
    frames = [beats.frame_of(k) for k in range(len(keys))]
    return between.solve(around, guess, between.Contacts(anchors, skin), frames)


def _kept(one: Wanted, other: Wanted) -> Iterator[Target | SkinTarget]:
    """The contacts that last from one key pose to the next."""
    there = _names(other)
    for touch, target in zip(one.touches, one.targets, strict=True):
        if (touch.point, touch.on) in there:
            yield target


def _held(keys: list[Wanted], beats: Beats) -> Iterator[Held]:
    """Contacts in force over the frames of the way out, the hold, and the way back."""
    last_frame = len(beats.times) - 1
    if len(keys) == 1:
        for touch in keys[0].touches:
            yield Held(touch.point, touch.on, 0, last_frame, planted=not touch.slides)
        return
    kept: set[tuple[str, str]] = set()
    for k, one in enumerate(keys):
        frame, mirror = beats.frame_of(k), last_frame - beats.frame_of(k)
        before, kept = kept, _names(keys[k + 1]) if k + 1 < len(keys) else set()
        for touch in one.touches:
            planted = not touch.slides and touch.kind != "skin"
            if (touch.point, touch.on) in kept:
                end = beats.frame_of(k + 1)
                yield Held(touch.point, touch.on, frame, end, planted)
                yield Held(touch.point, touch.on, last_frame - end, mirror, planted)
            elif k + 1 == len(keys):
                yield Held(touch.point, touch.on, frame, mirror, planted)
            elif (touch.point, touch.on) not in before:  # for a moment, on either way
                yield Held(touch.point, touch.on, frame, frame, planted)
                yield Held(touch.point, touch.on, mirror, mirror, planted)


def _names(key: Wanted) -> set[tuple[str, str]]:
    return {(t.point, t.on) for t in key.touches}
