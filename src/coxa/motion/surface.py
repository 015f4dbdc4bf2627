"""A surface to be drawn: triangles of one material, in our axes (x forward, y up, z right)."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from coxa.motion.values import Array, Whole


@dataclass(frozen=True, eq=False)
class Surface:
    """`vertices` (n, 3) in metres, unit `normals` (n, 3), `triangles` (t, 3) of vertex indices.

    Seen from outside a triangle's corners run counter-clockwise. `material` is a name of
    picture/palette.toml. A surface with `frame=False` (a wall, a long floor) is drawn but does
    not decide how much a picture shows. Raises ValueError where the arrays do not agree.
    """

    vertices: Array
    normals: Array
    triangles: Whole
    material: str
    frame: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "vertices", _rows(self.vertices, np.float64))
        object.__setattr__(self, "normals", _rows(self.normals, np.float64))
        object.__setattr__(self, "triangles", _rows(self.triangles, np.int64))
        if wrong := _wrong(self):
            raise ValueError(f"surface of {self.material or 'no material'}: {wrong}")


def _rows(values: Any, kind: type[np.generic]) -> Any:
    """As an array of `kind`; an empty list has rows of three as well."""
    rows = np.asarray(values, dtype=kind)
    return rows if rows.size else rows.reshape(-1, 3)


def _wrong(surface: Surface) -> str:
    """What does not agree, "" if everything does."""
    for part in ("vertices", "normals", "triangles"):
        shape = getattr(surface, part).shape
        if len(shape) != 2 or shape[1] != 3:
            return f"{part} are {shape}, must be (n, 3)"
    count = len(surface.vertices)
    if len(surface.normals) != count:
        return f"there are {len(surface.normals)} normals, must be one a vertex ({count})"
    if not (np.isfinite(surface.vertices).all() and np.isfinite(surface.normals).all()):
        return "every place and normal must be a number"
    corners = surface.triangles
    if corners.size and not 0 <= corners.min() <= corners.max() < count:
        return f"triangles name vertices {corners.min()} to {corners.max()}, there are {count}"
    return "" if surface.material else "it must name its material"
