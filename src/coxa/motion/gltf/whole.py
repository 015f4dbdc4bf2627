"""A file that needs nothing else: the body with its skin, the motion, the things."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from coxa.motion.body import FILE, body_from
from coxa.motion.clip import Clip
from coxa.motion.gltf.animation import animate
from coxa.motion.gltf.framing import framing
from coxa.motion.gltf.keys import Track
from coxa.motion.gltf.things import Things, material
from coxa.motion.gltf.tracks import joint_tracks
from coxa.motion.gltf.writer import Glb, short, unpacked
from coxa.motion.kinematics import Skeleton

DIGITS = 7  # as exact as a float32
LICENCE = "Body: MakeHuman base mesh and rig, CC0 1.0. Motion: Coxa, Apache-2.0."


def whole_glb(clip: Clip) -> bytes:
    """The file; the same clip gives the same bytes. Its scene is the figure among its things.

    Raises ValueError for a coordinate that the figure does not have.
    """
    raw = (files("coxa.motion") / "figures" / FILE).read_bytes()
    document, data = unpacked(raw)
    skeleton = Skeleton(body_from(raw))
    joints = joint_tracks(clip, skeleton)
    glb = Glb(document, data)
    _pose(glb.document["nodes"], joints)
    glb.document["materials"] = [_coloured(entry) for entry in document["materials"]]
    glb.document["asset"] |= {"copyright": LICENCE, "extras": _said(clip, skeleton)}
    things, tracks = Things(glb).add(clip.props)
    glb.document["scenes"][0]["nodes"] += things
    animate(glb, [*joints, *tracks], clip.times)
    return glb.bytes()


def _pose(nodes: list[dict[str, Any]], joints: Sequence[Track]) -> None:
    """The joints are the first nodes of body.glb, in order."""
    for track in joints:
        nodes[track.node][track.path] = short(track.start, DIGITS)


def _coloured(entry: dict[str, Any]) -> dict[str, Any]:
    return entry | material(entry["name"])


def _said(clip: Clip, skeleton: Skeleton) -> dict[str, Any]:
    names = {"id": clip.id, "variant": clip.variant, "title": clip.title}
    return names | framing(clip, skeleton)
