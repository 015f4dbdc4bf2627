"""Help to stand where the camera sees what it needs: one thing at a time, until nothing is left.

First that somebody is there, then the light, then the distance, then which side faces the camera.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

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

Point = tuple[float, float, float]  # x and y as shares of the picture, visibility

WORDS = {
    "nobody": "I cannot see you yet. Step into the picture.",
    "more_light": "It is a little dark. Turn on a light, or face the window.",
    "step_back": "Step back a little, until all of you is in the picture.",
    "tilt_down": "Tilt the camera down a little, or step back.",
    "tilt_up": "Tilt the camera up a little, or step back.",
    "to_the_middle": "Move towards the middle of the picture.",
    "closer": "Come a little closer.",
    "front": "Turn to face the camera.",
    "back": "Turn your back to the camera.",
    "side-left": "Turn your left side to the camera.",
    "side-right": "Turn your right side to the camera.",
    "a_side": "Turn one side to the camera.",
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
    needed = [(points[i], points[i + 1], points[i + 3]) for i in offsets]
    checks: tuple[Callable[[], Help | None], ...] = (
        lambda: _outside(needed),
        lambda: _light(needed),
        lambda: _small(frame, needed),
        lambda: _turn(view, expected),
        lambda: _hidden(offsets, needed),
    )
    return next((found for check in checks if (found := check())), None)


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
    return Help(id_, WORDS[id_])


def _needed(expected: Expected | None) -> tuple[str, ...]:
    return expected.needed if expected is not None and expected.needed else USUAL


@cache
def _offsets(needed: tuple[str, ...], view: View) -> tuple[int, ...]:
    """Where the needed points begin; without the far side's in a side view, which are behind."""
    far = {View.LEFT: "right_", View.RIGHT: "left_"}.get(view)
    near = [name for name in needed if far is None or not name.startswith(far)]
    return tuple(at(name) for name in near or needed)


def _light(needed: Sequence[Point]) -> Help | None:
    """All points inside the picture, and not one of them sure."""
    sure = [visibility for _, _, visibility in needed]
    dim = sum(sure) < DIM * len(sure) and max(sure) < SURE
    return _help("more_light") if dim else None


def _outside(needed: Sequence[Point]) -> Help | None:
    """Points beyond an edge. Beyond two, one is too near."""
    left, right, top, bottom = _box(needed)
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
    if not beyond:
        return None
    return _help("step_back" if len(beyond) > 1 else beyond[0])


def _small(frame: Frame, needed: Sequence[Point]) -> Help | None:
    """Too few pixels a limb: angles shake."""
    left, right, top, bottom = _box(needed)
    size = max((right - left) * frame.aspect, bottom - top)
    return _help("closer") if size < SMALL * max(1.0, frame.aspect) else None


def _box(needed: Sequence[Point]) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of those points, as shares of the picture."""
    x = [one[0] for one in needed]
    y = [one[1] for one in needed]
    return min(x), max(x), min(y), max(y)


def _turn(view: View, expected: Expected | None) -> Help | None:
    """Another view is needed. Of one leg, that leg has to be the near one."""
    if expected is None or not expected.views:
        return None
    good = _with_working_side_near(expected)
    if view.value in good:
        return None
    sides = {View.LEFT.value, View.RIGHT.value}
    if good[0] in sides and sides <= set(good):
        return _help("a_side")
    return _help(good[0])


def _with_working_side_near(expected: Expected) -> tuple[str, ...]:
    far = {"left": View.RIGHT.value, "right": View.LEFT.value}.get(expected.side)
    return tuple(one for one in expected.views if one != far) or tuple(expected.views)


def _hidden(offsets: Sequence[int], needed: Sequence[Point]) -> Help | None:
    """One point is covered, such as by a chair: which one."""
    for offset, (_, _, visibility) in zip(offsets, needed, strict=True):
        if visibility < HIDDEN_BELOW:
            name = POINTS[offset // STRIDE]
            words = name.replace("_foot_index", " foot").replace("_", " ")
            return Help("hidden", f"I cannot see your {words}. Move what is in front of it.")
    return None
