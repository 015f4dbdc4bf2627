"""A clip by itself: the joints without the body, the things, one animation. A few kilobytes.

Our pages play it on the body that they have already.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from coxa.motion.body import read_body
from coxa.motion.clip import Clip
from coxa.motion.gltf.animation import animate
from coxa.motion.gltf.framing import framing
from coxa.motion.gltf.keys import Track
from coxa.motion.gltf.things import Things
from coxa.motion.gltf.tracks import joint_tracks
from coxa.motion.gltf.writer import Glb, short
from coxa.motion.kinematics import Skeleton

MOST_BYTES = 15_000  # a tenth of a second on a slow phone's network
# By how much more than usual what is restored may be off, tried until the file is small enough.
# First the whole body: beyond three times a planted foot would drift by more than a centimetre.
# Then
# arms and head too, where nothing of them is planted.
COARSER = ((1, 1), (1.25, 1.25), (1.5, 1.5), (2, 2), (2, 4), (2.5, 6), (3, 8))
LEAN_FROM = 2.0  # from here on the file does not say twice how it begins
PLACE_DIGITS, TURN_DIGITS = 4, 4  # 0.1 mm, 0.01 degrees
NO_TURN = (0, 0, 0, 1)


def clip_glb(clip: Clip) -> bytes:
    """The file, as exact as `MOST_BYTES` allow; the same clip gives the same bytes.

    The nodes are the joints of body.glb by name, posed as in the first frame; those that move
    have channels in the animation "move", from 0 to the end of the way back. `asset.extras` says
    what `framing` does. Raises ValueError for a coordinate that the figure does not have.
    """
    skeleton = Skeleton(read_body())
    for whole, free in COARSER:
        joints = joint_tracks(clip, skeleton, whole, free)
        raw = _glb(clip, skeleton, joints, lean=whole >= LEAN_FROM)
        if len(raw) <= MOST_BYTES:
            break
    return raw


def _glb(clip: Clip, skeleton: Skeleton, joints: Sequence[Track], lean: bool) -> bytes:
    glb = Glb({"asset": {"version": "2.0", "extras": framing(clip, skeleton)}})
    for node in _nodes(skeleton, joints, lean):
        glb.add("nodes", node)
    things, tracks = Things(glb).add(clip.props)
    animate(glb, [*joints, *tracks], clip.times)
    glb.document |= {"scene": 0, "scenes": [{"nodes": [0, *things]}]}
    return glb.bytes()


def _nodes(skeleton: Skeleton, joints: Sequence[Track], lean: bool) -> Iterator[dict[str, Any]]:
    """`lean`: without the pose of joints that the animation turns anyway."""
    moves = {track.node for track in joints if track.path == "rotation" and track.moves}
    start = {(track.node, track.path): track.start for track in joints}
    for j, name in enumerate(skeleton.names):
        node: dict[str, Any] = {"name": name}
        node["translation"] = short(start[j, "translation"], PLACE_DIGITS)
        turn = short(start[j, "rotation"], TURN_DIGITS)
        if tuple(turn) != NO_TURN and not (lean and j in moves):
            node["rotation"] = turn
        children = np.flatnonzero(skeleton.body.parents == j).tolist()
        yield node | ({"children": children} if children else {})
