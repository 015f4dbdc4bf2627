"""What the eye sees of surfaces, in layers.

One layer holds everything solid; what lets light through (it hides the person, or fades into the
page) has layers of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from coxa.motion.picture.camera import Camera
from coxa.motion.picture.palette import Material
from coxa.motion.picture.raster import Corners, Grid, Hits, towards_eye, visible
from coxa.motion.picture.soup import Soup, before_eye, materials, soup, together
from coxa.motion.surface import Surface

HIDES = 0.12  # of the person's samples: a thing that hides more lets the person show through


@dataclass(frozen=True, eq=False)
class Layer:
    """What the eye sees of a soup: `hits` name its triangles; `corners` is where they lie."""

    soup: Soup
    corners: Corners
    hits: Hits
    alpha: float = 1.0
    fades: bool = False


def layers(surfaces: Sequence[Surface], camera: Camera, grid: Grid) -> list[Layer]:
    """The solid layer, then the others from far to near; none for what is not seen at all.

    Things of one material are one layer: a chair is seen through as a whole or not at all.
    """
    used = materials(surfaces)
    kinds: dict[tuple[str, bool], list[Surface]] = {}
    solid = []
    for one in surfaces:
        if one.frame and used[one.material].in_front == 1:
            solid.append(one)
        else:
            kinds.setdefault((one.material, one.frame), []).append(one)
    first = _drawn(solid, used, camera, grid)
    through = []
    for (name, framed), kind in kinds.items():
        found = _before(_drawn(kind, used, camera, grid), first)
        if _hides(found, first, used):
            through.append(replace(found, alpha=used[name].in_front, fades=not framed))
        elif framed:
            first = _joined(first, found)
        else:
            through.append(replace(found, fades=True))
    seen = [one for one in through if len(one.hits.place)]
    return [first, *sorted(seen, key=lambda one: float(one.hits.near.mean()))]


def _before(layer: Layer, solid: Layer) -> Layer:
    """The layer without what lies behind solid things."""
    behind = np.full(max(_end(layer), _end(solid)), -np.inf)
    behind[solid.hits.place] = solid.hits.near
    return replace(layer, hits=layer.hits.kept(layer.hits.near > behind[layer.hits.place]))


def _hides(layer: Layer, solid: Layer, used: dict[str, Material]) -> bool:
    """Whether too much of the person is behind the layer."""
    person = np.array([one.figure for one in used.values()], dtype=bool)
    figure = solid.hits.place[person[solid.soup.material[solid.hits.triangle]]]
    hidden = np.isin(figure, layer.hits.place, assume_unique=True).sum()
    return bool(hidden > HIDES * len(figure))


def _joined(solid: Layer, before: Layer) -> Layer:
    """Both as one layer; where both are seen, `before` is nearer."""
    still = solid.hits.kept(~np.isin(solid.hits.place, before.hits.place, assume_unique=True))
    place = np.concatenate([still.place, before.hits.place])
    triangle = np.concatenate([still.triangle, before.hits.triangle + len(solid.soup.points)])
    order = np.argsort(place)
    hits = Hits(place, triangle, np.concatenate([still.near, before.hits.near]))
    return Layer(
        together([solid.soup, before.soup]),
        Corners(
            np.concatenate([solid.corners.xy, before.corners.xy]),
            np.concatenate([solid.corners.near, before.corners.near]),
        ),
        hits.kept(order),
    )


def _end(layer: Layer) -> int:
    return int(layer.hits.place[-1]) + 1 if len(layer.hits.place) else 0


def _drawn(
    surfaces: Sequence[Surface], used: dict[str, Material], camera: Camera, grid: Grid
) -> Layer:
    loose = before_eye(soup(surfaces, used), camera)
    corners = _on_picture(loose, camera)
    sheets = np.array([one.two_sided for one in used.values()], dtype=bool)
    shown = towards_eye(corners) | sheets[loose.material]
    loose, corners = loose.kept(shown), Corners(corners.xy[shown], corners.near[shown])
    return Layer(loose, corners, visible(corners, grid))


def _on_picture(loose: Soup, camera: Camera) -> Corners:
    seen = camera.seen(loose.points.reshape(-1, 3))
    return Corners(camera.on_picture(seen).reshape(-1, 3, 2), (1 / seen[:, 2]).reshape(-1, 3))
