"""What a picture of a motion shows, in words, made from the motion itself."""

import re

from coxa.exercises.motion import KeyPose, Shown
from coxa.exercises.props import PROPS
from coxa.motion.library import Described

_LYING = {
    "": "a person",
    "upright": "a person with the trunk upright",
    "hanging": "a person hanging",
    "supine": "a person lying on the back",
    "prone": "a person face down",
    "all fours": "a person on all fours",
    "on the left side": "a person lying on the left side",
    "on the right side": "a person lying on the right side",
}
_TIPPED = 20.0  # degrees of the pelvis from upright, from which the trunk is said to lean


def told(one: Described) -> dict[str, str]:
    """Alt texts of the start, the far end, and the whole motion."""
    first, last = one.shown.poses[0], one.shown.poses[-1]
    if first is last:
        moving = f"{one.title}: a still hold, with breathing"
    else:
        moving = f"{one.title}, moving from {_named(first)} to {_named(last)} and back"
    return {"start": _pose(one, first), "end": _pose(one, last), "moving": moving}


def _pose(one: Described, pose: KeyPose) -> str:
    parts = [f"{one.title}, {_named(pose)}: {_person(one.shown, pose)}"]
    if touching := _touching(pose):
        parts.append(touching)
    return "; ".join(parts)


def _named(pose: KeyPose) -> str:
    return f"“{pose.name}”" if " " in pose.name else pose.name


def _person(shown: Shown, pose: KeyPose) -> str:
    words = _LYING[pose.lying]
    tilt = pose.by_coordinate().get("pelvis_tilt", 0.0)
    if pose.lying == "upright" and tilt <= -_TIPPED:
        words = "a person leaning forward from the hips"
    names = sorted({p.called.replace("_", " ") for p in shown.props if not PROPS[p.kind].flat})
    things = [f"a {name}" for name in names]
    return f"{words}, with {_listed(things)}" if things else words


def _touching(pose: KeyPose) -> str:
    """ "head and both feet flat on the floor; left hand on right thigh"."""
    by_thing: dict[str, list[str]] = {}
    for contact in pose.contacts:
        match = re.fullmatch(r"(.+?) (?:slides on|on) (.+)", contact)
        if match:
            by_thing.setdefault(match[2], []).append(match[1])
    return "; ".join(f"{_listed(parts)} on {_article(thing)}" for thing, parts in by_thing.items())


def _article(thing: str) -> str:
    sided = thing.startswith(("left ", "right ", "both "))
    return thing if sided else f"the {thing}".replace("_", " ")


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
