"""What is said to touch does, and what is planted stays where it is."""

import numpy as np

from coxa.motion.clip import Held
from coxa.motion.judging.finding import Finding, worst
from coxa.motion.judging.seen import Seen
from coxa.motion.judging.things import FLOOR, Thing, thing_of, things
from coxa.motion.values import Array, Whole

DRIFT = 0.010  # m: what moves less is not seen to slide
GAP = 0.010  # m: a gap that a picture of a hand's height still shows
# Where the body is broad and soft, what is said to touch is a place as wide as a palm.
BROAD = ("sacrum", "lower_back", "upper_back", "shoulder_blade", "hip_side", "sit_bone", "belly")
WIDE = 0.06  # m
# m: two patches of skin are a few vertices each, about a centimetre from one another.
SKIN_GAP = 0.020


def drifting(seen: Seen) -> list[Finding]:
    """Planted contacts that move by more than 10 mm while they are in force."""
    found = []
    for held in seen.clip.contacts:
        if not held.planted or seen.on_skin(held):
            continue
        frames = seen.in_force(held)
        ways = seen.patch(held.point)[frames].mean(axis=1)
        off = np.linalg.norm(ways - ways[0], axis=1)
        farthest = int(off.argmax())
        if off[farthest] > DRIFT:
            frame = int(seen.first[frames[farthest]])
            what = f"{held.point} on {held.on}"
            found.append(Finding("drift", frame, what, float(off[farthest]), DRIFT))
    return worst(found)


def gaping(seen: Seen) -> list[Finding]:
    """Contacts that do not touch: a gap of more than 10 mm, or two of skin on skin."""
    solid = things(seen.clip)
    found = []
    for held in seen.clip.contacts:
        frames = seen.in_force(held)
        gaps, limit = _gaps(seen, held, frames, solid)
        widest = int(gaps.argmax())
        if gaps[widest] > limit:
            frame, what = int(seen.first[frames[widest]]), f"{held.point} on {held.on}"
            found.append(Finding("gap", frame, what, float(gaps[widest]), limit))
    return worst(found)


def _gaps(seen: Seen, held: Held, frames: Whole, solid: tuple[Thing, ...]) -> tuple[Array, float]:
    """How far a contact is from touching, at each of `frames`, and how far it may be.

    Raises ValueError for a contact with a thing that the clip does not have.
    """
    patch = seen.place(held.point, WIDE if held.point.startswith(BROAD) else 0.0)[frames]
    if held.on == FLOOR:
        return np.maximum(patch[:, :, 1].min(axis=1), 0), GAP
    if seen.on_skin(held):
        other = seen.patch(held.on)[frames]
        apart = np.linalg.norm(patch[:, :, None] - other[:, None], axis=-1)
        return apart.min(axis=(1, 2)), SKIN_GAP
    name = thing_of(held)
    touched = [thing for thing in solid if thing.name == name]
    if not touched:
        raise ValueError(f"{held.point} touches '{held.on}', which clip {seen.clip.id} has not got")
    rows = [
        min(float(thing.apart(patch[i], int(seen.first[u])).min()) for thing in touched)
        for i, u in enumerate(frames)
    ]
    return np.array(rows), GAP
