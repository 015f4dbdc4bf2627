"""Turns as unit quaternions x, y, z, w, and the shortest way from one to another.

Source: Shoemake 1985 (SIGGRAPH 19:245) for the way between; glTF 2.0 appendix C asks for the same.
"""

import numpy as np

from coxa.motion.values import Array

# Below this angle (rad) a straight line and an arc differ by less than a float can hold.
NEARLY_NONE = 1e-6


def from_turns(turns: Array) -> Array:
    """Unit quaternions (..., 4) of rotation matrices (..., 3, 3)."""
    m = turns
    xx, yy, zz = m[..., 0, 0], m[..., 1, 1], m[..., 2, 2]
    # Four times each component's square; the largest one is a safe divisor for the others.
    squares = np.stack([1 + xx - yy - zz, 1 - xx + yy - zz, 1 - xx - yy + zz, 1 + xx + yy + zz], -1)
    xy, xz, yz = (m[..., a, b] + m[..., b, a] for a, b in ((0, 1), (0, 2), (1, 2)))
    wx, wy, wz = (m[..., a, b] - m[..., b, a] for a, b in ((2, 1), (0, 2), (1, 0)))
    rows = np.stack(
        [
            np.stack([squares[..., 0], xy, xz, wx], -1),
            np.stack([xy, squares[..., 1], yz, wy], -1),
            np.stack([xz, yz, squares[..., 2], wz], -1),
            np.stack([wx, wy, wz, squares[..., 3]], -1),
        ],
        axis=-2,
    )
    most = np.argmax(squares, axis=-1)[..., None, None]
    return unit(np.take_along_axis(rows, most, axis=-2)[..., 0, :])


def unit(quaternions: Array) -> Array:
    """The same, of length 1."""
    return np.asarray(quaternions / np.linalg.norm(quaternions, axis=-1, keepdims=True))


def continuous(quaternions: Array) -> Array:
    """(n, ..., 4) along the first axis without a change of sign: q and -q are the same turn."""
    steps = np.sum(quaternions[1:] * quaternions[:-1], axis=-1, keepdims=True)
    signs = np.cumprod(np.where(steps < 0, -1.0, 1.0), axis=0)
    return np.concatenate([quaternions[:1], quaternions[1:] * signs])


def between(start: Array, end: Array, share: Array) -> Array:
    """`share` (...) of the shortest way from `start` to `end` (..., 4)."""
    dot = np.sum(start * end, axis=-1)
    end = np.where(dot[..., None] < 0, -end, end)
    angle = np.arccos(np.clip(np.abs(dot), 0.0, 1.0))
    flat = angle < NEARLY_NONE
    sine = np.where(flat, 1.0, np.sin(angle))
    left = np.where(flat, 1 - share, np.sin((1 - share) * angle) / sine)
    right = np.where(flat, share, np.sin(share * angle) / sine)
    return unit(left[..., None] * start + right[..., None] * end)


def sampled(quaternions: Array, times: Array, at: Array) -> Array:
    """Turns (n, 4) at `times` (n,) as they are at other times (m,): (m, 4)."""
    if len(times) == 1:
        return np.repeat(quaternions, len(at), axis=0)
    before = np.clip(np.searchsorted(times, at, side="right") - 1, 0, len(times) - 2)
    share = (at - times[before]) / (times[before + 1] - times[before])
    return between(quaternions[before], quaternions[before + 1], np.clip(share, 0.0, 1.0))


def degrees_apart(one: Array, other: Array) -> Array:
    """The angle (...) of the turn from one to the other; exact for small angles as well."""
    ways = np.stack([one - other, one + other])
    chord = np.linalg.norm(ways, axis=-1).min(axis=0)
    return np.asarray(np.degrees(4 * np.arcsin(np.clip(chord / 2, 0.0, 1.0))))


def turned(points: Array, quaternion: Array) -> Array:
    """Points (m, 3) turned by one quaternion (4,)."""
    axis, w = quaternion[:3], quaternion[3]
    across = 2 * np.cross(axis, points)
    return np.asarray(points + w * across + np.cross(axis, across))
