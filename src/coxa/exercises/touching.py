"""The plain words for what touches what: "both feet flat on floor", "left ankle on right thigh
above the knee".

A contact reads SUBJECT on OBJECT, or SUBJECT slides on OBJECT. The subject is a part of the body
with its side (left,
right, both); the object is the floor, a prop or one of its surfaces, or another part of the body.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from coxa.reading.faults import unknown_word

#: A part of the body in words, and the patches of skin that it means. `*` marks those of the
#: midline.
PARTS: Mapping[str, tuple[str, ...]] = {
    "foot flat": ("heel", "ball_inner", "ball_outer"),
    "sole": ("heel", "ball_inner", "ball_outer"),
    "heel": ("heel",),
    "back of the heel": ("heel_back",),
    "ball of the foot": ("ball_inner", "ball_outer"),
    "big toe": ("big_toe_tip",),
    "toes": ("toe_tips",),
    "outer edge of the foot": ("outer_edge",),
    "inner edge of the foot": ("inner_edge",),
    "instep": ("instep",),
    "ankle": ("outer_ankle",),
    "inner ankle": ("inner_ankle",),
    "shin": ("shin",),
    "outer shin": ("outer_shin",),
    "inner shin": ("inner_shin",),
    "calf": ("calf",),
    "knee": ("knee_under",),
    "kneecap": ("kneecap",),
    "outer knee": ("outer_knee",),
    "inner knee": ("inner_knee",),
    "back of the knee": ("knee_back",),
    "thigh above the knee": ("thigh_front_low",),
    "thigh": ("thigh_front",),
    "back of the thigh": ("thigh_back",),
    "back of the thigh above the knee": ("thigh_back_low",),
    "outer thigh": ("outer_thigh",),
    "inner thigh": ("inner_thigh",),
    "sit bone": ("sit_bone",),
    "side of the hip": ("hip_side",),
    "hip bone": ("hip_bone",),
    "shoulder blade": ("shoulder_blade",),
    "side of the shoulder": ("shoulder_side",),
    "shoulder": ("shoulder_top",),
    "side of the head": ("side_of_head",),
    "elbow": ("elbow_back",),
    "forearm": ("elbow_back", "forearm_under"),
    "front of the forearm": ("forearm_front",),
    "wrist": ("wrist_back",),
    "hand flat": ("heel_of_hand", "fingertips"),
    "hand": ("palm",),
    "back of the hand": ("back_of_hand",),
    "fingertips": ("fingertips",),
    "knuckles": ("knuckles",),
    "sacrum": ("*sacrum",),
    "lower back": ("*lower_back",),
    "upper back": ("*upper_back",),
    "belly": ("*belly",),
    "chest": ("*chest_front",),
    "head": ("*back_of_head",),
    "crown": ("*crown",),
    "nose": ("*nose",),
}

_PLURALS = {
    "feet": "foot",
    "heels": "heel",
    "balls": "ball",
    "hands": "hand",
    "knees": "knee",
    "thighs": "thigh",
    "shins": "shin",
    "calves": "calf",
    "ankles": "ankle",
    "insteps": "instep",
    "soles": "sole",
    "elbows": "elbow",
    "forearms": "forearm",
    "shoulders": "shoulder",
    "hips": "hip",
    "edges": "edge",
    "sides": "side",
    "backs": "back",
    "bones": "bone",
    "blades": "blade",
    "wrists": "wrist",
    "kneecaps": "kneecap",
}
_SIDES: Mapping[str, tuple[str, ...]] = {"left": ("l",), "right": ("r",), "both": ("l", "r")}

Surface = Literal["floor", "prop", "skin"]


@dataclass(frozen=True)
class Touch:
    """A patch of skin on something: the floor, a prop's surface ("chair.seat"), or another patch of
    skin.
    """

    point: str
    kind: Surface
    on: str
    slides: bool

    @property
    def patches(self) -> tuple[str, ...]:
        return (self.point, self.on) if self.kind == "skin" else (self.point,)


def touches(text: str, surfaces: Iterable[str]) -> tuple[Touch, ...]:
    """What `text` says, patch by patch. `surfaces` are the props' names and "prop.surface" names.

    Raises ValueError in words that say what would be right.
    """
    match = re.fullmatch(r"(.+?) (slides on|on) (.+)", " ".join(text.split()))
    if not match:
        raise ValueError(f"'{text}' does not read 'PART on THING', as in 'left foot flat on floor'")
    subject, how, thing = match.groups()
    slides = how == "slides on"
    named = {name.replace(".", " "): name for name in surfaces}
    found: list[Touch] = []
    for side, patches in _part(subject):
        if thing == "floor":
            found += [Touch(p, "floor", "floor", slides) for p in patches]
        elif thing in named:
            found += [Touch(p, "prop", named[thing], slides) for p in patches]
        else:
            found += _on_skin(side, patches, thing, slides, named)
    return tuple(found)


def patch(text: str) -> str:
    """The one patch of skin that a phrase such as "left outer knee" names."""
    found = [name for _, patches in _part(text) for name in patches]
    if len(found) != 1:
        raise ValueError(f"'{text}' names {len(found)} places; one is needed, as in 'left knee'")
    return found[0]


def _on_skin(
    side: str, patches: tuple[str, ...], thing: str, slides: bool, named: Mapping[str, str]
) -> list[Touch]:
    try:
        parts = dict(_part(thing))
    except ValueError:
        known = ["floor", *named, *PARTS]
        raise ValueError(unknown_word("thing to touch", thing, known)) from None
    # "both hands on both thighs": each on its own side; "both hands on right thigh": both there.
    others = parts.get(side) or next(iter(parts.values()))
    if len(others) != len(patches):
        others = (others[0],) * len(patches)
    return [Touch(p, "skin", o, slides) for p, o in zip(patches, others, strict=True)]


def _part(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """(side, patches) for every side that the phrase names; the midline's side is ""."""
    words = [_PLURALS.get(word, word) for word in text.split()]
    sides = [word for word in words if word in _SIDES]
    name = " ".join(word for word in words if word not in _SIDES)
    if name not in PARTS:
        raise ValueError(unknown_word("part of the body", name, PARTS))
    patches = PARTS[name]
    if patches[0].startswith("*"):
        return [("", tuple(p[1:] for p in patches))]
    plural = any(word in _PLURALS for word in text.split())
    which = _SIDES[sides[0]] if sides else (("l", "r") if plural else ())
    if not which:
        raise ValueError(f"'{text}' needs its side: left, right or both")
    return [(s, tuple(f"{p}_{s}" for p in patches)) for s in which]
