"""What a picture of a motion shows, in words, made from the motion itself."""

import re

from coxa.exercises.motion import KeyPose, Shown
from coxa.exercises.props import PROPS
from coxa.language import Phrases, later, listed
from coxa.language import gettext as _
from coxa.motion.library import Described

_LYING: Phrases[str] = Phrases(
    {
        "": later("a person"),
        "upright": later("a person with the trunk upright"),
        "hanging": later("a person hanging"),
        "supine": later("a person lying on the back"),
        "prone": later("a person face down"),
        "all fours": later("a person on all fours"),
        "on the left side": later("a person lying on the left side"),
        "on the right side": later("a person lying on the right side"),
    }
)
_TIPPED = 20.0  # degrees of the pelvis from upright, from which the trunk is said to lean


def told(one: Described) -> dict[str, str]:
    """Alt texts of the start, the far end, and the whole motion."""
    first, last = one.shown.poses[0], one.shown.poses[-1]
    if first is last:
        moving = _("{title}: a still hold, with breathing").format(title=one.title)
    else:
        moving = _("{title}, moving from {first} to {last} and back").format(
            title=one.title, first=_named(first), last=_named(last)
        )
    return {"start": _pose(one, first), "end": _pose(one, last), "moving": moving}


def _pose(one: Described, pose: KeyPose) -> str:
    told_of = _("{title}, {pose}: {person}")
    parts = [told_of.format(title=one.title, pose=_named(pose), person=_person(one.shown, pose))]
    if touching := _touching(pose):
        parts.append(touching)
    return "; ".join(parts)


def _named(pose: KeyPose) -> str:
    return _("“{name}”").format(name=pose.name) if " " in pose.name else pose.name


def _person(shown: Shown, pose: KeyPose) -> str:
    words = _LYING[pose.lying]
    tilt = pose.by_coordinate().get("pelvis_tilt", 0.0)
    if pose.lying == "upright" and tilt <= -_TIPPED:
        words = _("a person leaning forward from the hips")
    things = listed([_(thing) for thing in things_of(shown)])
    return _("{person}, with {things}").format(person=words, things=things) if things else words


def things_of(shown: Shown) -> list[str]:
    """What stands around, in English: "a chair"."""
    names = {p.called.replace("_", " ") for p in shown.props if not PROPS[p.kind].flat}
    return [f"a {name}" for name in sorted(names)]


def _touching(pose: KeyPose) -> str:
    """ "head and both feet flat on the floor; left hand on right thigh"."""
    touching = _("{parts} on {thing}")
    return "; ".join(
        touching.format(parts=listed([_(part) for part in parts]), thing=_(thing))
        for thing, parts in touched_in(pose).items()
    )


def touched_in(pose: KeyPose) -> dict[str, list[str]]:
    """Parts of the body by the thing they are on, in English: {"the floor": ["both feet flat"]}."""
    by_thing: dict[str, list[str]] = {}
    for contact in pose.contacts:
        match = re.fullmatch(r"(.+?) (?:slides on|on) (.+)", contact)
        if match:
            by_thing.setdefault(_article(match[2]), []).append(match[1])
    return by_thing


def _article(thing: str) -> str:
    sided = thing.startswith(("left ", "right ", "both "))
    return thing if sided else f"the {thing}".replace("_", " ")
