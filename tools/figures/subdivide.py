"""One round of Catmull-Clark subdivision: each quad becomes four on a smoother surface.

E. Catmull, J. Clark, Recursively generated B-spline surfaces on arbitrary topological meshes,
Computer-Aided Design 10 (1978) 350.
"""

import numpy as np
from tools.figures.source import Flags, Floats, Ints


def subdivide(values: Floats, quads: Ints) -> tuple[Floats, Ints]:
    """`values` (V, N) at the finer corners, and the finer quads (4 Q, 4).

    Give places and weights side by side: both are carried by the same rule. The first V rows are
    the old corners, moved; then come the edges' and then the quads' middles.
    """
    edges, of_edge, faces_of_edge = _edges(quads, len(values))
    middles = values[quads].mean(axis=1)
    ends = values[edges].mean(axis=1)
    inner = faces_of_edge == 2
    around = np.zeros_like(ends)
    np.add.at(around, of_edge.reshape(-1), np.repeat(middles, 4, axis=0))
    on_edges = np.where(inner[:, None], (ends + around / 2) / 2, ends)
    corners = _corners(values, quads, edges, inner, middles, ends)
    first, second = len(values), len(values) + len(edges)
    centre = second + np.arange(len(quads))
    finer = [
        np.column_stack((quads[:, k], first + of_edge[:, k], centre, first + of_edge[:, k - 1]))
        for k in range(4)
    ]
    return np.concatenate((corners, on_edges, middles)), np.concatenate(finer)


def _edges(quads: Ints, count: int) -> tuple[Ints, Ints, Ints]:
    """Edges (E, 2), the number of each quad's four edges (Q, 4), how many quads each edge has."""
    pairs = np.sort(np.stack((quads, np.roll(quads, -1, axis=1)), axis=2), axis=2).reshape(-1, 2)
    keys, of_edge, faces = np.unique(
        pairs[:, 0] * count + pairs[:, 1], return_inverse=True, return_counts=True
    )
    return np.column_stack((keys // count, keys % count)), of_edge.reshape(-1, 4), faces


def _corners(
    values: Floats, quads: Ints, edges: Ints, inner: Flags, middles: Floats, ends: Floats
) -> Floats:
    """Where the old corners go: a weighted mean of what surrounds them."""
    count, width = values.shape
    face_sum, face_count = np.zeros((count, width)), np.zeros((count, 1))
    np.add.at(face_sum, quads.reshape(-1), np.repeat(middles, 4, axis=0))
    np.add.at(face_count, quads.reshape(-1), 1)
    edge_sum = np.zeros((count, width))
    rim_sum, rim_count = np.zeros((count, width)), np.zeros((count, 1))
    for end in range(2):
        np.add.at(edge_sum, edges[:, end], ends)
        np.add.at(rim_sum, edges[~inner, end], ends[~inner])
        np.add.at(rim_count, edges[~inner, end], 1)
    n = np.maximum(face_count, 1)
    whole = (face_sum / n + 2 * edge_sum / n + (n - 3) * values) / n
    # On an open rim a corner follows the rim only; where nothing is attached it stays.
    rim = (rim_sum / np.maximum(rim_count, 1) + values) / 2
    moved = np.where(rim_count > 0, rim, whole)
    return np.where(face_count > 0, moved, values)
