"""Lines as SVG paths of few cubic curves, in whole millimetres.

The fit is Schneider's (Graphics Gems, 1990): one curve by least squares, two where it strays.
"""

import numpy as np
from tools.muscles.map_figure import Floats

STRAY = 1.0  # mm
FIBRE_STRAY = 2.0  # mm: thin lines, of which there are many
ROUNDS = 4  # of finding where on the curve each point lies
TOUCH = 5  # points that decide a line's direction at its end


def closed_path(loop: Floats) -> str:
    """A closed line (n, 2) as one path."""
    # Begun at the sharpest turn, where two curves that meet show least.
    loop = np.roll(loop, -_sharpest(loop), axis=0)
    ring = np.concatenate([loop, loop[:1]])
    around = _unit(ring[TOUCH] - ring[-1 - TOUCH])
    return _text(_fitted(ring, around, -around, STRAY)) + "z"


def open_path(line: Floats) -> str:
    if _straight(line):
        (x, y), (right, down) = np.rint(line[0]), np.rint(line[-1]) - np.rint(line[0])
        return f"M{x:.0f} {y:.0f}l{right:.0f} {down:.0f}".replace(" -", "-")
    reach = min(TOUCH, len(line) - 1)
    first, last = _unit(line[reach] - line[0]), _unit(line[-1 - reach] - line[-1])
    return _text(_fitted(line, first, last, FIBRE_STRAY))


def _straight(line: Floats) -> bool:
    way = _unit(line[-1] - line[0])
    away = line - line[0]
    return bool(np.abs(away[:, 0] * way[1] - away[:, 1] * way[0]).max() < STRAY / 2)


def _sharpest(loop: Floats) -> int:
    before, after = np.roll(loop, TOUCH, axis=0), np.roll(loop, -TOUCH, axis=0)
    a, b = loop - before, after - loop
    turn = np.abs(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]) / np.maximum(
        np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1), 1e-9
    )
    return int(turn.argmax())


def _fitted(points: Floats, first: Floats, last: Floats, stray: float) -> list[Floats]:
    """Curves (4, 2) one after the other along points (n, 2), in these directions at the ends."""
    if len(points) < 3:
        third = np.linalg.norm(points[-1] - points[0]) / 3
        ends = points[0], points[0] + first * third, points[-1] + last * third, points[-1]
        return [np.array(ends)]
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    u = np.concatenate([[0.0], np.cumsum(steps)]) / steps.sum()
    curve, strays = _one(points, u, first, last), np.inf
    for _ in range(ROUNDS):
        away = np.linalg.norm(_at(curve, u) - points, axis=1)
        strays = float(away.max())
        if strays < stray:
            return [curve]
        u = _nearer(curve, points, u)
        curve = _one(points, u, first, last)
    split = int(np.clip(away.argmax(), 1, len(points) - 2))
    reach = min(TOUCH, split, len(points) - 1 - split)
    through = _unit(points[split - reach] - points[split + reach])
    return [
        *_fitted(points[: split + 1], first, through, stray),
        *_fitted(points[split:], -through, last, stray),
    ]


def _one(points: Floats, u: Floats, first: Floats, last: Floats) -> Floats:
    """The curve of least squares: how far its handles reach."""
    b0, b1, b2, b3 = (1 - u) ** 3, 3 * u * (1 - u) ** 2, 3 * u**2 * (1 - u), u**3
    a, b = b1[:, None] * first, b2[:, None] * last
    rest = points - (b0 + b1)[:, None] * points[0] - (b2 + b3)[:, None] * points[-1]
    left = np.array([[(a * a).sum(), (a * b).sum()], [(a * b).sum(), (b * b).sum()]])
    right = np.array([(a * rest).sum(), (b * rest).sum()])
    chord = float(np.linalg.norm(points[-1] - points[0]))
    if abs(np.linalg.det(left)) > 1e-9:
        near, far = np.linalg.solve(left, right)
    else:
        near = far = 0.0
    if min(near, far) < 1e-3 * chord or max(near, far) > 3 * chord + 1:
        near = far = chord / 3
    ends = points[0], points[0] + first * near, points[-1] + last * far, points[-1]
    return np.array(ends)


def _nearer(curve: Floats, points: Floats, u: Floats) -> Floats:
    """One step of Newton's toward the nearest place on the curve."""
    slope = 3 * np.diff(curve, axis=0)
    bend = 2 * np.diff(slope, axis=0)
    v = u[:, None]
    d1 = (1 - v) ** 2 * slope[0] + 2 * v * (1 - v) * slope[1] + v**2 * slope[2]
    d2 = (1 - v) * bend[0] + v * bend[1]
    away = _at(curve, u) - points
    below = (d1 * d1).sum(axis=1) + (away * d2).sum(axis=1)
    safe = np.where(np.abs(below) > 1e-9, below, np.inf)
    return np.asarray(np.clip(u - (away * d1).sum(axis=1) / safe, 0.0, 1.0))


def _at(curve: Floats, u: Floats) -> Floats:
    v = u[:, None]
    return np.asarray(
        (1 - v) ** 3 * curve[0]
        + 3 * v * (1 - v) ** 2 * curve[1]
        + 3 * v**2 * (1 - v) * curve[2]
        + v**3 * curve[3]
    )


def _unit(vector: Floats) -> Floats:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9))


def _text(curves: list[Floats]) -> str:
    """Whole millimetres, each curve from where the last one ended."""
    at = np.rint(curves[0][0]).astype(int)
    words = [f"M{at[0]} {at[1]}c"]
    numbers: list[int] = []
    for curve in curves:
        step = np.rint(curve[1:]).astype(int) - at
        numbers += step.ravel().tolist()
        at = at + step[-1]
    return words[0] + " ".join(map(str, numbers)).replace(" -", "-")
