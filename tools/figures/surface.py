"""A skinned surface of triangles, and what is done to it: smoothing, splitting along lines."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import coo_array, csr_array, diags_array
from tools.figures.source import Floats, Ints

TINY = 1e-12
ON_LINE = 1e-6  # of an edge: a line that passes nearer to a corner than this goes through it


@dataclass(frozen=True, eq=False)
class Surface:
    """Places (V, 3) in the bind pose, normals (V, 3), weights (V, J), triangles (T, 3)."""

    places: Floats
    normals: Floats
    weights: Floats
    triangles: Ints

    def part(self, keep: Ints) -> "Surface":
        """Only the triangles numbered by `keep`, and the vertices they use."""
        return self.only(self.triangles[keep])

    def only(self, triangles: Ints) -> "Surface":
        """The given triangles and the vertices they use, renumbered."""
        used, numbers = np.unique(triangles, return_inverse=True)
        return Surface(
            self.places[used],
            self.normals[used],
            self.weights[used],
            numbers.reshape(-1, 3).astype(np.int64),
        )

    def moved(self, places: Floats) -> "Surface":
        return replace(self, places=places, normals=vertex_normals(places, self.triangles))


def vertex_normals(places: Floats, triangles: Ints) -> Floats:
    """The mean direction of each vertex's triangles, weighted by their areas, (V, 3)."""
    a, b, c = (places[triangles[:, corner]] for corner in range(3))
    facing = np.cross(b - a, c - a)
    total = np.zeros_like(places)
    for corner in range(3):
        np.add.at(total, triangles[:, corner], facing)
    normals: Floats = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), TINY)
    return normals


def triangles_of(quads: Ints, places: Floats) -> Ints:
    """Each quad as two triangles, cut along its shorter diagonal."""
    first = np.linalg.norm(places[quads[:, 0]] - places[quads[:, 2]], axis=1)
    second = np.linalg.norm(places[quads[:, 1]] - places[quads[:, 3]], axis=1)
    turned = np.where((second < first - ON_LINE)[:, None], np.roll(quads, -1, axis=1), quads)
    both = np.stack((turned[:, [0, 1, 2]], turned[:, [0, 2, 3]]), axis=1)
    return both.reshape(-1, 3)


def edges_of(faces: Ints) -> Ints:
    """Every edge once, as sorted pairs (E, 2)."""
    pairs = np.stack((faces, np.roll(faces, -1, axis=1)), axis=2).reshape(-1, 2)
    return np.unique(np.sort(pairs, axis=1), axis=0)


def mean_of_neighbours(faces: Ints, count: int) -> csr_array:
    """The matrix (V, V) that takes each vertex's value to the mean of its neighbours' values."""
    edges = edges_of(faces)
    rows, columns = np.concatenate((edges, edges[:, ::-1])).T
    matrix = csr_array(coo_array((np.ones(len(rows)), (rows, columns)), shape=(count, count)))
    degrees = np.maximum(matrix.sum(axis=1), 1)
    return csr_array(diags_array(1 / degrees) @ matrix)


def smoothed(values: Floats, faces: Ints, share: Floats, rounds: int) -> Floats:
    """`values` (V, N), `rounds` times drawn toward the mean of neighbours by `share` (V,)."""
    mean = mean_of_neighbours(faces, len(values))
    for _ in range(rounds):
        values = values + share[:, None] * (mean @ values - values)
    return values


def cut(surface: Surface, field: Floats, other: Floats) -> tuple[Surface, Floats, Floats]:
    """The surface with vertices inserted where `field` (V,) is 0; `field` and `other` there.

    Afterwards every triangle lies on one side.
    """
    edges = edges_of(surface.triangles)
    start, end = field[edges[:, 0]], field[edges[:, 1]]
    way = np.abs(start) / np.maximum(np.abs(start) + np.abs(end), TINY)
    split = (start * end < 0) & (way > ON_LINE) & (way < 1 - ON_LINE)
    edges, way = edges[split], way[split][:, None]

    def between(values: Floats) -> Floats:
        return np.concatenate((values, values[edges[:, 0]] * (1 - way) + values[edges[:, 1]] * way))

    normals = between(surface.normals)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), TINY)
    new = {(int(a), int(b)): len(field) + n for n, (a, b) in enumerate(edges)}
    pieces = [piece for triangle in surface.triangles for piece in _split(triangle, new)]
    whole = Surface(between(surface.places), normals, between(surface.weights), np.array(pieces))
    values = between(field[:, None])[:, 0]
    values[len(field) :] = 0.0
    return whole, values, between(other[:, None])[:, 0]


def _split(triangle: Ints, new: dict[tuple[int, int], int]) -> list[tuple[int, int, int]]:
    """A triangle as the pieces that the new vertices on its edges leave."""
    a, b, c = (int(corner) for corner in triangle)
    middles = [new.get((min(p, q), max(p, q)), -1) for p, q in ((a, b), (b, c), (c, a))]
    if max(middles) < 0:
        return [(a, b, c)]
    while middles[0] < 0 or (middles[1] < 0 <= middles[2]):  # bring the split edges to the front
        a, b, c = b, c, a
        middles = middles[1:] + middles[:1]
    ab, bc, _ = middles
    if bc < 0:
        return [(a, ab, c), (ab, b, c)]
    return [(ab, b, bc), (a, ab, bc), (a, bc, c)]


def sides(triangles: Ints, field: Floats) -> Floats:
    """The mean of `field` in each triangle, (T,): above 0 the triangle lies on that side."""
    mean: Floats = field[triangles].mean(axis=1)
    return mean


def smooth_step(values: Floats, low: float, high: float) -> Floats:
    """0 up to `low`, 1 from `high`, with a soft beginning and end."""
    share = np.clip((values - low) / (high - low), 0.0, 1.0)
    step: Floats = share * share * (3 - 2 * share)
    return step
