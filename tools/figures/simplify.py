"""Fewer triangles: edges are collapsed, the cheapest first, until a number of vertices is left.

The cost joins the quadric error of M. Garland and P. Heckbert (Surface simplification using
quadric error metrics, SIGGRAPH 1997) with the length of the longest edge that results, so that
triangles stay even: these surfaces bend. A vertex keeps its place, so it keeps its weights.
Plain Python numbers throughout: the same on every machine.
"""

import heapq
from math import sqrt

import numpy as np
from tools.figures.source import Floats, Ints

Vector = tuple[float, float, float]
Quadric = tuple[float, ...]  # the upper triangle of a symmetric 4 x 4 matrix, row by row
NO_QUADRIC: Quadric = (0.0,) * 10
RIM_WEIGHT = 8.0  # how much dearer than a surface it is to move an open rim
MOST_NEIGHBOURS = 9
LEAST_TURN = 0.35  # cosine: no triangle may turn farther than this
SLIMMEST = 0.12  # twice the area against the mean squared edge; 0.87 is an equilateral triangle
DIGITS = 7  # of a metre: what rounding differs by between machines is cut off first


def simplify(
    places: Floats, triangles: Ints, labels: Ints, target: int, size: Floats, detail: Floats
) -> tuple[Ints, Ints]:
    """The triangles (T, 3) that are left, in the numbers they came with, and their labels (T,).

    `size` (V,) is the edge length wished for and `detail` (V,) the deviation that costs as much,
    both in metres. Rims, and lines between labels, are kept and only thinned out along themselves.
    """
    mesh = _Mesh(places, triangles, labels, size, detail)
    mesh.collapse_to(target)
    kept = sorted(mesh.faces)
    return np.array([mesh.faces[f] for f in kept]), np.array([int(labels[f]) for f in kept])


class _Mesh:
    def __init__(
        self, places: Floats, triangles: Ints, labels: Ints, size: Floats, detail: Floats
    ) -> None:
        self.at: list[Vector] = [tuple(p) for p in places.round(DIGITS).tolist()]
        self.size: list[float] = size.round(DIGITS).tolist()
        self.detail: list[float] = detail.round(DIGITS).tolist()
        self.faces = {n: tuple(f) for n, f in enumerate(triangles.tolist())}
        self.labels: list[int] = labels.tolist()
        self.around: dict[int, set[int]] = {}
        for number, face in self.faces.items():
            for corner in face:
                self.around.setdefault(corner, set()).add(number)
        self.lines: dict[int, set[int]] = {}
        for a, b in self._line_edges():
            self.lines.setdefault(a, set()).add(b)
            self.lines.setdefault(b, set()).add(a)
        self.quadrics = dict.fromkeys(self.around, NO_QUADRIC)
        self.areas = dict.fromkeys(self.around, 0.0)
        self._add_quadrics()

    def neighbours(self, vertex: int) -> set[int]:
        return {c for f in self.around[vertex] for c in self.faces[f]} - {vertex}

    def shared(self, a: int, b: int) -> set[int]:
        return self.around[a] & self.around[b]

    def _line_edges(self) -> list[tuple[int, int]]:
        """Edges with one triangle, or between two labels."""
        found = []
        for vertex in self.around:
            for other in self.neighbours(vertex):
                if vertex < other:
                    both = self.shared(vertex, other)
                    if len(both) != 2 or len({self.labels[f] for f in both}) > 1:
                        found.append((vertex, other))
        return found

    def _add_quadrics(self) -> None:
        for face in self.faces.values():
            normal, area = _facing(*(self.at[c] for c in face))
            plane = _plane(normal, self.at[face[0]], area)
            for corner in face:
                self.quadrics[corner] = _sum(self.quadrics[corner], plane)
                self.areas[corner] += area
        for a, others in self.lines.items():
            for b in others:
                for face_number in self.shared(a, b):
                    normal, _ = _facing(*(self.at[c] for c in self.faces[face_number]))
                    along = _minus(self.at[b], self.at[a])
                    across = _cross(along, normal)
                    length = sqrt(_dot(across, across))
                    if length > 0:
                        unit = (across[0] / length, across[1] / length, across[2] / length)
                        wall = _plane(unit, self.at[a], RIM_WEIGHT * length * length)
                        self.quadrics[a] = _sum(self.quadrics[a], wall)

    def may_collapse(self, gone: int, kept: int) -> bool:
        """Whether `gone` may be drawn onto `kept`: nothing tears, folds or leaves its line."""
        both = self.shared(gone, kept)
        if not both:
            return False
        if gone in self.lines and (len(self.lines[gone]) != 2 or kept not in self.lines[gone]):
            return False
        common = self.neighbours(gone) & self.neighbours(kept)
        if len(common) != len(both):
            return False
        if len(self.lines.get(gone, ())) == 2 and self.lines[gone] & self.lines.get(kept, set()):
            return False  # the last triangle of a loop
        if len(self.neighbours(kept) | self.neighbours(gone)) - 2 > MOST_NEIGHBOURS:
            return False
        return all(self._stays_open(f, gone, kept) for f in self.around[gone] - both)

    def _stays_open(self, number: int, gone: int, kept: int) -> bool:
        face = self.faces[number]
        after = tuple(kept if c == gone else c for c in face)
        old, _ = _facing(*(self.at[c] for c in face))
        new, area = _facing(*(self.at[c] for c in after))
        if _dot(old, new) < LEAST_TURN:
            return False
        a, b, c = (self.at[corner] for corner in after)
        edges = sum(_dot(side, side) for side in (_minus(a, b), _minus(b, c), _minus(c, a)))
        return area * 2 > SLIMMEST * edges / 3

    def cost(self, gone: int, kept: int) -> float:
        quadric = _sum(self.quadrics[gone], self.quadrics[kept])
        area = self.areas[gone] + self.areas[kept]
        off = max(_error(quadric, self.at[kept]), 0.0) / area
        there = self.at[kept]
        steps = (_minus(self.at[n], there) for n in self.neighbours(gone))
        longest = max(_dot(step, step) for step in steps)
        return off / self.detail[gone] ** 2 + longest / self.size[gone] ** 2

    def collapse_to(self, target: int) -> None:
        heap = [
            (self.cost(a, b), a, b) for a in sorted(self.around) for b in sorted(self.neighbours(a))
        ]
        heapq.heapify(heap)
        while heap and len(self.around) > target:
            cost, gone, kept = heapq.heappop(heap)
            if gone not in self.around or kept not in self.around:
                continue
            if not self.may_collapse(gone, kept):
                continue
            now = self.cost(gone, kept)
            if heap and now > heap[0][0] and now > cost:  # dearer since it was put there
                heapq.heappush(heap, (now, gone, kept))
                continue
            self._collapse(gone, kept)
            for other in sorted(self.neighbours(kept)):
                heapq.heappush(heap, (self.cost(kept, other), kept, other))
                heapq.heappush(heap, (self.cost(other, kept), other, kept))

    def _collapse(self, gone: int, kept: int) -> None:
        for number in self.shared(gone, kept):
            for corner in self.faces.pop(number):
                self.around[corner].discard(number)
        for number in self.around.pop(gone):
            face = self.faces[number]
            self.faces[number] = tuple(kept if c == gone else c for c in face)
            self.around[kept].add(number)
        self.quadrics[kept] = _sum(self.quadrics[kept], self.quadrics[gone])
        self.areas[kept] += self.areas[gone]
        for other in self.lines.pop(gone, set()):
            self.lines[other].discard(gone)
            if other != kept:
                self.lines[other].add(kept)
                self.lines[kept].add(other)


def _minus(a: Vector, b: Vector) -> Vector:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _cross(a: Vector, b: Vector) -> Vector:
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def _facing(a: Vector, b: Vector, c: Vector) -> tuple[Vector, float]:
    """A triangle's unit normal and area."""
    across = _cross(_minus(b, a), _minus(c, a))
    length = sqrt(_dot(across, across))
    if length == 0:
        return (0.0, 0.0, 0.0), 0.0
    return (across[0] / length, across[1] / length, across[2] / length), length / 2


def _plane(normal: Vector, point: Vector, weight: float) -> Quadric:
    x, y, z = normal
    d = -_dot(normal, point)
    rows = (x * x, x * y, x * z, x * d, y * y, y * z, y * d, z * z, z * d, d * d)
    return tuple(weight * value for value in rows)


def _sum(a: Quadric, b: Quadric) -> Quadric:
    return tuple(p + q for p, q in zip(a, b, strict=True))


def _error(quadric: Quadric, point: Vector) -> float:
    """The summed squared distances of a point from the planes, times their weights."""
    xx, xy, xz, xd, yy, yz, yd, zz, zd, dd = quadric
    x, y, z = point
    return (
        x * (xx * x + 2 * (xy * y + xz * z + xd))
        + y * (yy * y + 2 * (yz * z + yd))
        + z * (zz * z + 2 * zd)
        + dd
    )
