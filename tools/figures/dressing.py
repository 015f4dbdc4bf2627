"""Puts the figure together: skin, top, shorts, hair, eyebrows and eyes, half a body of each."""

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from tools.figures import clothing, head
from tools.figures.alignment import neutral_places, pose
from tools.figures.halves import joined
from tools.figures.source import Floats, Ints, Source
from tools.figures.surface import Surface, cut, sides

MATERIALS = ("skin", "top", "shorts", "hair", "eyes")
SKIN, HAIR, EYES = (MATERIALS.index(name) for name in ("skin", "hair", "eyes"))
# How deep an edge turns in (m): just below the skin beneath, so that no gap is seen.
HEMS = {"top": 0.012, "shorts": 0.009, "hair": 0.004}


def dressed(
    source: Source, skin: Surface, at: dict[str, Floats], turns: dict[str, Floats]
) -> tuple[Surface, Ints]:
    """All parts as one dense half, and each triangle's number in `MATERIALS`."""
    found = neutral_places(at, turns)
    stands = pose(skin.places, skin.weights, at, turns)
    fields, parts = [], []
    for garment in (clothing.TOP, clothing.SHORTS):
        cloth, field = clothing.made(garment, skin, stands, found)
        fields.append(field)
        parts.append(_painted(cloth, MATERIALS.index(garment.name)))
    scalp, field = _hair(skin, stands, found)
    fields.append(field)
    parts.append(_painted(scalp, HAIR))
    bare = clothing.tucked(skin, fields)
    parts.append(_brows(bare, pose(bare.places, bare.weights, at, turns), source.middle(head.EYE)))
    eye, iris = head.left_eye(source)
    parts.append((eye, np.where(iris, HAIR, EYES)))
    whole = parts[0]
    for part in parts[1:]:
        whole = joined(whole, part)
    return whole


def _painted(part: Surface, label: int) -> tuple[Surface, Ints]:
    return part, np.full(len(part.triangles), label)


def _hair(skin: Surface, stands: Floats, found: dict[str, Floats]) -> tuple[Surface, Floats]:
    field = head.hair_field(stands, found)
    whole, values, heights = cut(skin, field, stands[:, 1])
    scalp = sides(whole.triangles, values) > 0
    used = np.unique(whole.triangles[scalp])
    gap = head.hair_gap(values[used], heights[used], found)
    return clothing.pushed(whole.part(np.flatnonzero(scalp)), gap), field


def _brows(bare: Surface, stands: Floats, eye: Floats) -> tuple[Surface, Ints]:
    """The bare skin with the eyebrow drawn on it, in the colour of the hair."""
    whole, values, _ = cut(bare, head.brow_field(stands, eye), stands[:, 1])
    return whole, np.where(sides(whole.triangles, values) > 0, HAIR, SKIN)


def hems(half: Surface, labels: Ints) -> tuple[Surface, Ints]:
    """The same parts, with the edges of clothes and hair turned in."""
    parts = []
    pieces = _connected(half)
    for piece in range(pieces.max() + 1):
        mine = pieces == piece
        part, own = half.part(np.flatnonzero(mine)), labels[mine]
        name = MATERIALS[own[0]]
        if name in HEMS and (own == own[0]).all():
            part = clothing.hemmed(part, HEMS[name])
            own = np.full(len(part.triangles), own[0])
        parts.append((part, own))
    whole = parts[0]
    for part_and_labels in parts[1:]:
        whole = joined(whole, part_and_labels)
    return whole


def _connected(surface: Surface) -> Ints:
    """For each triangle the number of the connected piece it belongs to, (T,)."""
    rows = np.repeat(surface.triangles[:, 0], 2)
    columns = surface.triangles[:, 1:].reshape(-1)
    count = len(surface.places)
    graph = coo_array((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    labels = connected_components(graph, directed=False)[1].astype(np.int64)
    return labels[surface.triangles[:, 0]]
