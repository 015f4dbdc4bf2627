"""Where joints lie beneath the skin markers of Plug-in Gait.

Markers sit on the outside of a knee; the hip has none. Angles between the markers themselves would
be off by some ten degrees, so the centres are worked out first. What marker belongs to what, in the
same table, for the joints of OpenPose too.

Sources: hip: Harrington and others 2007 (J Biomech 40:595), from the four markers of the pelvis,
about 1 to 2 cm off (secondary: as later papers quote it). Knee and ankle: along the plane that the
marker on thigh or shank lies in, as Plug-in Gait does; the widths of the joints are not in a marker
file, so average ones are taken (our choice; an adult's differ by about 1 cm, which turns a knee
sideways by about 1 degree).
"""

from collections.abc import Mapping

import numpy as np

from coxa.motion.values import Array

MARKER_M = 0.007  # the radius of a marker
HALF_KNEE_M = 0.048  # our choice: half of about 9.5 cm between the knobs of the thigh bone
HALF_ANKLE_M = 0.035  # our choice: half of about 7 cm between the ankle's knobs
SACRUM = "sacr"

_PLUG_IN_GAIT = (
    "fhd", "bhd", "sho", "elb", "wra", "wrb", "fin", "asi", "psi", "thi", "kne", "knm", "tib",
    "ank", "med", "hee", "toe",
)  # fmt: skip
_OPENPOSE = {
    "shoulder": "shoulder", "elbow": "elbow", "wrist": "wrist", "hip": "hip", "knee": "knee",
    "ankle": "ankle", "heel": "heel", "bigtoe": "foot_index", "eye": "eye", "ear": "ear",
}  # fmt: skip
#: {a marker's name in small letters: ours}. Ours are either landmarks or Plug-in Gait's.
MARKERS_OF: Mapping[str, str] = {
    **{f"{s}{name}": f"{s}{name}" for s in "lr" for name in _PLUG_IN_GAIT},
    **{
        f"{side[0]}{theirs}": f"{side}_{ours}"
        for side in ("left", "right")
        for theirs, ours in _OPENPOSE.items()
    },
    SACRUM: SACRUM,
    # Knobs on the inside of knee and ankle go by several names.
    **{f"{s}{name}": f"{s}knm" for s in "lr" for name in ("knem", "mkne", "knemed")},
    **{f"{s}{name}": f"{s}med" for s in "lr" for name in ("ankm", "mank", "ankmed", "mma")},
}

Found = Mapping[str, Array]  # {our name of a marker: places (n, 3), metres}


def points_of(found: Found) -> dict[str, Array]:
    """The landmarks (n, 3) that these markers give, by name; NaN where a marker was lost.

    A landmark that the file names itself is taken as it is.
    """
    points: dict[str, Array] = {}
    for side in ("left", "right"):
        s = side[0]
        _copy(points, f"{side}_shoulder", found, f"{s}sho")
        _copy(points, f"{side}_elbow", found, f"{s}elb")
        _copy(points, f"{side}_heel", found, f"{s}hee")
        _copy(points, f"{side}_foot_index", found, f"{s}toe")
        _copy(points, f"{side}_index", found, f"{s}fin")
        # The ear is near the middle of the band's two markers on its side.
        _middle(points, f"{side}_ear", found, f"{s}fhd", f"{s}bhd")
        _middle(points, f"{side}_wrist", found, f"{s}wra", f"{s}wrb")
    _middle(points, "nose", found, "lfhd", "rfhd")
    points |= hip_centres(found)
    points |= {name: places for name, places in found.items() if "_" in name or name == "nose"}
    for side in ("left", "right"):
        _leg(points, found, side)
    return points


def _copy(points: dict[str, Array], name: str, found: Found, marker: str) -> None:
    if marker in found:
        points[name] = found[marker]


def _middle(points: dict[str, Array], name: str, found: Found, one: str, other: str) -> None:
    if one in found and other in found:
        points[name] = (found[one] + found[other]) / 2


def hip_centres(found: Found) -> dict[str, Array]:
    """Both hip joint centres from the markers of the pelvis, or nothing where one lacks."""
    if not {"lasi", "rasi"} <= set(found):
        return {}
    if {"lpsi", "rpsi"} <= set(found):
        back = (found["lpsi"] + found["rpsi"]) / 2
    elif SACRUM in found:
        back = found[SACRUM]
    else:
        return {}
    front = (found["lasi"] + found["rasi"]) / 2
    across = found["rasi"] - found["lasi"]  # to the right
    width, depth = _size(across), _size(front - back)
    right = across / width
    forward = front - back
    forward = _unit(forward - _along(forward, right))
    up = np.cross(right, forward)
    # In metres; the regression's own figures are millimetres.
    base = front - forward * (0.24 * depth + 0.0099) - up * (0.30 * width + 0.0109)
    out = right * (0.33 * width + 0.0073)
    return {"left_hip": base - out, "right_hip": base + out}


def _leg(points: dict[str, Array], found: Found, side: str) -> None:
    """Knee and ankle, from above down: each needs the centre above it."""
    s = side[0]
    chain = (
        ("hip", "knee", "kne", "knm", "thi", HALF_KNEE_M),
        ("knee", "ankle", "ank", "med", "tib", HALF_ANKLE_M),
    )
    for above, joint, marker, inner, plane, half in chain:
        name, outer = f"{side}_{joint}", found.get(f"{s}{marker}")
        if name in points or outer is None:
            continue
        if f"{s}{inner}" in found:
            points[name] = (outer + found[f"{s}{inner}"]) / 2
        elif f"{s}{plane}" in found and f"{side}_{above}" in points:
            points[name] = centre_beside(
                points[f"{side}_{above}"], outer, found[f"{s}{plane}"], half + MARKER_M
            )
        else:
            points[name] = outer


def centre_beside(above: Array, outer: Array, plane: Array, offset_m: float) -> Array:
    """The joint centre (n, 3): `offset_m` from the marker `outer`, in the plane of `above`, `outer`
    and `plane`, where the line from the centre to `above` makes a right angle with that to the
    marker. It lies on the side away from `plane`'s marker, which sits outward of the bone."""
    line = outer - above
    length = _size(line)
    along = line / length
    outward = plane - above
    outward = _unit(outward - _along(outward, along))
    share = np.clip(offset_m / length, 0.0, 0.5)
    # Thales: the centre is on the circle over `above`-`outer`.
    return outer - offset_m * (outward * np.sqrt(1 - share**2) + along * share)


def _size(vectors: Array) -> Array:
    size: Array = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.where(size > 1e-6, size, np.nan)


def _unit(vectors: Array) -> Array:
    return vectors / _size(vectors)


def _along(vectors: Array, unit: Array) -> Array:
    part: Array = unit * np.sum(vectors * unit, axis=1, keepdims=True)
    return part
