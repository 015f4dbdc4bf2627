"""From samples to smooth lines: edges of masks, fibres within them, and their text as SVG paths."""

from collections.abc import Iterator

import numpy as np
from scipy.ndimage import gaussian_filter, gaussian_filter1d, label
from tools.muscles.map_figure import Bools, Floats

# Cells of marching squares: corners inside (1 left upper, 2 right upper, 4 right lower, 8 left
# lower) to the sides that the edge enters and leaves by (0 up, 1 right, 2 down, 3 left), inside on
# the right hand.
SIDES = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 0), (1, 2)), 6: ((0, 2),),
    7: ((3, 2),), 8: ((2, 3),), 9: ((2, 0),), 10: ((0, 1), (2, 3)), 11: ((2, 1),), 12: ((1, 3),),
    13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip
LEAST_POINTS = 6  # of a fibre that is worth drawing
STEP = 4.0  # samples along a muscle from one point of its fibres to the next
LEAST_SAMPLES = 150  # mm2: a smaller patch is a crumb at the edge of what is seen


def softened(mask: Bools, blur: float) -> Floats:
    """The mask (h, w) as shares 0 to 1 without its crumbs and corners; `blur` in samples."""
    parts, count = label(mask)
    sizes = np.bincount(parts.ravel(), minlength=count + 1)
    large = sizes >= LEAST_SAMPLES
    large[0] = False
    return np.asarray(gaussian_filter(large[parts].astype(np.float64), blur))


def edges(field: Floats, at: float, least_mm2: float = LEAST_SAMPLES) -> list[Floats]:
    """Closed lines (n, 2) of x and y along which the field (h, w) is `at`, largest first."""
    padded = np.pad(field, 1, constant_values=0.0)
    high = padded >= at
    kind = (
        high[:-1, :-1] * 1 + high[:-1, 1:] * 2 + high[1:, 1:] * 4 + high[1:, :-1] * 8
    )  # fmt: skip
    following: dict[tuple[int, int], tuple[int, int]] = {}
    for row, column in zip(*np.nonzero((kind > 0) & (kind < 15)), strict=True):
        for start, end in SIDES[int(kind[row, column])]:
            following[_key(row, column, start)] = _key(row, column, end)
    loops = [_line(padded, keys, at) for keys in _loops(following)]
    kept = [loop for loop in loops if area(loop) >= least_mm2]
    return sorted(kept, key=area, reverse=True)


def _key(row: int, column: int, side: int) -> tuple[int, int]:
    """Each side of a cell has one name for both cells that share it: twice its middle."""
    dy, dx = ((0, 1), (1, 2), (2, 1), (1, 0))[side]
    return 2 * int(row) + dy, 2 * int(column) + dx


def _loops(following: dict[tuple[int, int], tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    while following:
        first, at = following.popitem()
        loop = [first]
        while at != first:
            loop.append(at)
            at = following.pop(at)
        yield loop


def _line(padded: Floats, keys: list[tuple[int, int]], at: float) -> Floats:
    """Where between two samples the field is `at`, in samples; a sample's middle is at a half."""
    y, x = np.array(keys).T
    a = padded[y // 2, x // 2]
    b = padded[(y + 1) // 2, (x + 1) // 2]
    share = np.clip((at - a) / np.where(a == b, 1.0, b - a), 0.0, 1.0)
    right, down = x % 2 * share, y % 2 * share
    return np.stack([x // 2 + right, y // 2 + down], axis=1) - 0.5


def area(loop: Floats) -> float:
    x, y = loop.T
    return float(abs((x * np.roll(y, -1) - y * np.roll(x, -1)).sum()) / 2)


def fibres(mask: Bools, apart: float, grain: float | None = None) -> list[Floats]:
    """Lines (n, 2) along a muscle, `apart` samples from each other where it is widest.

    They run along its long axis, share its width at each place, and so draw together where it
    narrows, as fibres do toward a tendon. With a `grain` (degrees from the upright, to the left
    as they come down) they are straight.
    """
    y, x = np.nonzero(mask)
    places = np.stack([x, y], axis=1) + 0.5
    middle = places.mean(axis=0)
    if grain is None:
        _, turned = np.linalg.eigh(np.cov((places - middle).T))
        across, along = turned.T
    else:
        slant = np.radians(grain)
        along = np.array([-np.sin(slant), np.cos(slant)])
        across = np.array([along[1], -along[0]])
    s, t = (places - middle) @ along, (places - middle) @ across
    steps, low, high = _width(s, t)
    if grain is not None:
        low, high = np.full_like(low, t.min()), np.full_like(high, t.max())
    count = max(round(float(np.max(high - low)) / apart), 1)
    lines = []
    for share in (np.arange(count) + 0.5) / count:
        beside = low + share * (high - low)
        line = middle + steps[:, None] * along + beside[:, None] * across
        lines += _within(line, mask)
    return lines


def _width(s: Floats, t: Floats) -> tuple[Floats, Floats, Floats]:
    """From where to where places reach across, in steps along; a little is left off at the ends."""
    bins = np.arange(s.min(), s.max() + STEP, STEP)
    number = np.digitize(s, bins) - 1
    held = np.flatnonzero(np.bincount(number, minlength=len(bins)))
    low = np.array([t[number == n].min() for n in held])
    high = np.array([t[number == n].max() for n in held])
    low, high = (gaussian_filter1d(edge, 5, mode="nearest") for edge in (low, high))
    off = max(1, len(held) // 12)
    kept = slice(off, -off)
    return bins[held][kept] + STEP / 2, low[kept], high[kept]


def _within(line: Floats, mask: Bools) -> list[Floats]:
    """The runs of a line that lie in the mask and are long enough to be seen."""
    column, row = np.clip(line.astype(int), 0, np.array(mask.shape)[::-1] - 1).T
    runs, count = label(mask[row, column])
    parts = [line[runs == n] for n in range(1, count + 1)]
    return [part for part in parts if len(part) >= LEAST_POINTS]
