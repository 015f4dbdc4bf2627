"""What a camera has to measure for one side of a check: the check's own table as a `Task`."""

from math import isfinite

from coxa.anatomy.sides import Side
from coxa.checks.by_camera import ByCamera, Keep
from coxa.checks.check import Check
from coxa.language import capital
from coxa.language import gettext as _
from coxa.motion.watching.checking.task import Condition, Task

VIEWS = {
    "front": ("front",),
    "back": ("back",),
    "front_or_back": ("front", "back"),
    "side": ("side-left", "side-right"),
    "above": ("front",),  # of somebody who lies: the camera looks at the chest
}
NEAR = {"left": "side-left", "right": "side-right"}


def task_of(check: Check, side: str) -> Task:
    """The task of that side: left or right, both for a check of the two together.

    Raises ValueError if no camera can do the check, or it has no such side.
    """
    camera = check.camera
    if camera is None:
        raise ValueError(f"{check.id} cannot be done by camera")
    right = ("left", "right") if check.sides == "each" else ("both",)
    if side not in right:
        raise ValueError(f"side is '{side}', must be one of {right}")
    return Task(
        check=check.id,
        side=side,
        kind=camera.measure.kind,
        unit=check.measure.unit or check.measure.kind,
        better=check.measure.better,
        views=_views(camera, side),
        needed=_needed(camera, side),
        tries=camera.tries,
        counts=camera.counts,
        error=camera.error.value,
        begin=_said(camera.begin, side),
        going=_said(camera.going, side),
        line=camera.measure.line,
        numbers=dict(camera.measure.numbers),
        above=camera.view == "above",
        keep=tuple(_condition(one, side) for one in camera.keep),
        options=check.measure.options,
    )


def _views(camera: ByCamera, side: str) -> tuple[str, ...]:
    return (NEAR[side],) if camera.view == "working_side" else VIEWS[camera.view]


def _needed(camera: ByCamera, side: str) -> tuple[str, ...]:
    both = camera.both_legs or side == "both"
    sides = tuple(Side) if both else (Side(side),)
    return tuple(f"{one}_{point}" for one in sides for point in camera.points)


def _condition(keep: Keep, side: str) -> Condition:
    return Condition(
        coordinate=f"{keep.coordinate}_{side[0]}" if keep.leg == "working" else keep.coordinate,
        least=keep.least if isfinite(keep.least) else None,
        most=keep.most if isfinite(keep.most) else None,
        words=_said(keep.words, side),
        near=keep.leg == "near",
    )


def _said(words: str, side: str) -> str:
    """With the sides by their names; `{side_}` is at the beginning of a sentence."""
    named = words.replace("{side}", _(side)).replace("{side_}", capital(_(side)))
    return named.replace("{other}", _(_other(side)))


def _other(side: str) -> str:
    return "both" if side == "both" else Side(side).other.value
