"""Nothing of the body sinks into the floor or into a thing: every vertex, every frame."""

from collections.abc import Iterator

import numpy as np

from coxa.motion.judging.finding import Finding, worst
from coxa.motion.judging.seen import Seen
from coxa.motion.judging.things import Thing, thing_of, things

FINGERS = ("fingers", "finger_ends", "thumb")
SUNK = 0.010  # m: so much the flesh of buttocks, heels and knees flattens under weight


def sinking(seen: Seen) -> list[Finding]:
    """What is deeper in the floor or a thing than 10 mm; soft things give more, as they say."""
    found = list(_floor(seen))
    for thing in things(seen.clip):
        if not (thing.kind and thing.kind.flat):  # that is the floor
            found += _thing(seen, thing)
    return worst(found)


def _floor(seen: Seen) -> Iterator[Finding]:
    depth = -seen.skin[:, :, 1]
    pieces = seen.figure.pieces
    for u in np.flatnonzero(depth.max(axis=1) > SUNK):
        for piece in np.unique(pieces[depth[u] > SUNK]):
            what = f"{seen.body.joint_names[piece]} in the floor"
            deepest = float(depth[u, pieces == piece].max())
            yield Finding("sinking", int(seen.first[u]), what, deepest, SUNK)


def _thing(seen: Seen, thing: Thing) -> Iterator[Finding]:
    pieces = seen.figure.pieces
    # A bar is so thin that it could pass between two vertices.
    thin = thing.placed.kind != "box"
    if thin:
        pieces = np.concatenate([pieces, pieces[seen.triangles[:, 0]]])
    limit = SUNK + thing.gives
    closed = _closed(seen, thing)
    for u, frame in enumerate(seen.first):
        skin = seen.dense(u) if thin else seen.skin[u]
        middle, half = thing.reach(frame)
        near = np.flatnonzero((np.abs(skin - middle) < half).all(axis=1))
        inside = near[thing.within(thing.local(skin[near], frame))]
        for piece in np.unique(pieces[inside]):
            if seen.body.joint_names[piece] in closed:
                continue
            depth = thing.depth(thing.local(skin[pieces == piece], frame), frame)
            if depth > limit:
                what = f"{seen.body.joint_names[piece]} in {thing.name}"
                yield Finding("sinking", int(frame), what, depth, limit)


def _closed(seen: Seen, thing: Thing) -> set[str]:
    """The fingers of hands that hold a thing: a closed hand is round it, and hides it."""
    holding = {
        h.point[-2:]
        for h in seen.clip.contacts
        if h.point.startswith("palm_") and thing_of(h) == thing.name
    }
    return {f"{part}{s}" for part in FINGERS for s in holding if thing.placed.kind != "box"}
