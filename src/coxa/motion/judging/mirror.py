"""Left and right are each other's mirror image: a motion shown on the other side is the same."""

from collections.abc import Callable

import numpy as np

from coxa.motion.clip import mirror_name, mirrored
from coxa.motion.judging.finding import Finding
from coxa.motion.judging.seen import Seen
from coxa.motion.values import Array

SAME_M = 1e-6
ACROSS = np.array([1.0, 1.0, -1.0])  # a mirror in the middle plane


def mirroring(seen: Seen) -> list[Finding]:
    """Joints and patches of skin of the mirrored motion that are not where a mirror shows them."""
    other = Seen(mirrored(seen.clip), seen.body)
    frames = min(len(seen.first), len(other.first))
    found = _off(seen, other, frames, seen.body.joint_names, _joint)
    return found + _off(seen, other, frames, tuple(seen.body.points), _patch)


def _off(
    seen: Seen,
    other: Seen,
    frames: int,
    names: tuple[str, ...],
    place: Callable[[Seen, str], Array],
) -> list[Finding]:
    found = []
    for name in names:
        there = place(other, mirror_name(name))[:frames]
        off = np.linalg.norm(place(seen, name)[:frames] * ACROSS - there, axis=-1)
        farthest = int(off.argmax())
        if off[farthest] > SAME_M:
            frame, value = int(seen.first[farthest]), float(off[farthest])
            found.append(Finding("mirror", frame, name, value, SAME_M))
    return found


def _joint(seen: Seen, name: str) -> Array:
    return seen.frames.at[:, seen.figure.skeleton.index[name]]


def _patch(seen: Seen, name: str) -> Array:
    return np.asarray(seen.patch(name).mean(axis=1))
