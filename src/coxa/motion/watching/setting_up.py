"""Help to stand where the camera sees what it needs: one thing at a time, until nothing is left.

First that somebody is there, then the light, then the distance, then which side faces the camera.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from coxa.language import gettext as _
from coxa.language import later
from coxa.motion.watching.certainty import HIDDEN_BELOW
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.points import POINTS, STRIDE, Frame, at
from coxa.motion.watching.view import View

#: What is needed where an exercise does not say: trunk and legs.
USUAL = tuple(
    f"{side}_{name}" for name in ("shoulder", "hip", "knee", "ankle") for side in ("left", "right")
)
# Our choices.
DIM = 0.5  # mean visibility of points inside the picture, below which it is the light
SURE = 0.8  # visibility: with one point as sure as this, it is not the light
SMALL = 0.25  # share of the picture's longer side that the needed points take at least
STEADY_S = 1.0  # so long the same, before it is said, and before all is well
# A point is out of the picture from here on: at the very edge a landmark model guesses.
EDGE = 0.01

#: Left, right, top and bottom of the needed points, as shares of the picture.
Box = tuple[float, float, float, float]

WORDS = {
    "nobody": later("I cannot see you yet. Step into the picture."),
    "more_light": later("It is a little dark. Turn on a light, or face the window."),
    "step_back": later("Step back a little, until all of you is in the picture."),
    "tilt_down": later("Tilt the camera down a little, or step back."),
    "tilt_up": later("Tilt the camera up a little, or step back."),
    "to_the_middle": later("Move towards the middle of the picture."),
    "closer": later("Come a little closer."),
    "front": later("Turn to face the camera."),
    "back": later("Turn your back to the camera."),
    "side-left": later("Turn your left side to the camera."),
    "side-right": later("Turn your right side to the camera."),
    "a_side": later("Turn one side to the camera."),
}


# Translators: a part of the body, behind "your": "I cannot see your left knee."
PARTS = {
    "nose": later("nose"),
    "left_ear": later("left ear"),
    "right_ear": later("right ear"),
    "left_shoulder": later("left shoulder"),
    "right_shoulder": later("right shoulder"),
    "left_elbow": later("left elbow"),
    "right_elbow": later("right elbow"),
    "left_wrist": later("left wrist"),
    "right_wrist": later("right wrist"),
    "left_index": later("left index"),
    "right_index": later("right index"),
    "left_hip": later("left hip"),
    "right_hip": later("right hip"),
    "left_knee": later("left knee"),
    "right_knee": later("right knee"),
    "left_ankle": later("left ankle"),
    "right_ankle": later("right ankle"),
    "left_heel": later("left heel"),
    "right_heel": later("right heel"),
    "left_foot_index": later("left foot"),
    "right_foot_index": later("right foot"),
}


@dataclass(frozen=True, slots=True)
class Help:
    """What to change. `id` is a key of WORDS, or `hidden`."""

    id: str
    words: str


def help_for(frame: Frame, view: View, expected: Expected | None) -> Help | None:
    """What to change first, from one picture; None if everything needed is seen."""
    if frame.empty:
        return _help("nobody")
    points = frame.image
    if points is None:
        return None  # markers: there is no camera to stand before
    offsets = _offsets(_needed(expected), view)
    visible = [points[i + 3] for i in offsets]
    box = _box([points[i] for i in offsets], [points[i + 1] for i in offsets])
    return (
        _outside(box)
        or _light(visible)
        or _small(frame, box)
        or _turn(view, expected)
        or _hidden(offsets, visible)
    )


class SettingUp:
    """The same over time: help is given, and ends, when it was so for a second on end."""

    def __init__(self, expected: Expected | None = None) -> None:
        self._expected = expected
        self._other: Help | None = None
        self._since_s: float | None = None
        self.help: Help | None = None
        self.ready = False

    def add(self, frame: Frame, view: View) -> Help | None:
        """The next picture. What to change; None with `ready` once all that is needed is seen."""
        now = help_for(frame, view, self._expected)
        if self._since_s is None or now != self._other:
            self._other, self._since_s = now, frame.time_s
        if frame.time_s - self._since_s >= STEADY_S:
            self.help, self.ready = now, now is None
        return self.help


def _help(id_: str) -> Help:
    return Help(id_, _(WORDS[id_]))


def _needed(expected: Expected | None) -> tuple[str, ...]:
    return expected.needed if expected is not None and expected.needed else USUAL


@cache
def _offsets(needed: tuple[str, ...], view: View) -> tuple[int, ...]:
    """Where the needed points begin; without the far side's in a side view, which are behind."""
    far = {View.LEFT: "right_", View.RIGHT: "left_"}.get(view)
    near = [name for name in needed if far is None or not name.startswith(far)]
    return tuple(at(name) for name in near or needed)


def _light(visible: Sequence[float]) -> Help | None:
    """All points inside the picture, and not one of them sure."""
    dim = sum(visible) < DIM * len(visible) and max(visible) < SURE
    return _help("more_light") if dim else None


def _outside(box: Box) -> Help | None:
    """Points beyond an edge. Beyond two, one is too near."""
    left, right, top, bottom = box
    if not (left < EDGE or right > 1 - EDGE or top < EDGE or bottom > 1 - EDGE):
        return None
    beyond = [
        id_
        for id_, out in (
            ("to_the_middle", left < EDGE),
            ("to_the_middle", right > 1 - EDGE),
            ("tilt_up", top < EDGE),
            ("tilt_down", bottom > 1 - EDGE),
        )
        if out
    ]
    return _help("step_back" if len(beyond) > 1 else beyond[0])


def _small(frame: Frame, box: Box) -> Help | None:
    """Too few pixels a limb: angles shake."""
    left, right, top, bottom = box
    size = max((right - left) * frame.aspect, bottom - top)
    return _help("closer") if size < SMALL * max(1.0, frame.aspect) else None


def _box(x: Sequence[float], y: Sequence[float]) -> Box:
    return min(x), max(x), min(y), max(y)


def _turn(view: View, expected: Expected | None) -> Help | None:
    """Another view is needed. Of one leg, that leg has to be the near one."""
    if expected is None or not expected.views:
        return None
    id_ = _turn_to(view, expected.side, expected.views)
    return _help(id_) if id_ else None


@cache
def _turn_to(view: View, side: str, views: tuple[str, ...]) -> str | None:
    good = _with_working_side_near(side, views)
    if view.value in good:
        return None
    sides = {View.LEFT.value, View.RIGHT.value}
    return "a_side" if good[0] in sides and sides <= set(good) else good[0]


def _with_working_side_near(side: str, views: tuple[str, ...]) -> tuple[str, ...]:
    far = {"left": View.RIGHT.value, "right": View.LEFT.value}.get(side)
    return tuple(one for one in views if one != far) or views


def _hidden(offsets: Sequence[int], visible: Sequence[float]) -> Help | None:
    """One point is covered, such as by a chair: which one."""
    for offset, visibility in zip(offsets, visible, strict=True):
        if visibility < HIDDEN_BELOW:
            name = POINTS[offset // STRIDE]
            told = _("I cannot see your {part}. Move what is in front of it.")
            return Help("hidden", told.format(part=_(PARTS.get(name, name))))
    return None
