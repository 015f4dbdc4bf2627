"""Small surfaces to draw: a sheet, a box, a ball."""

import numpy as np

from coxa.motion.surface import Surface

FACES = ((0, 1, 2), (0, 2, 3))


def sheet(corners: list[tuple[float, float, float]], material: str, frame: bool = True) -> Surface:
    """Four corners, counter-clockwise as seen from outside."""
    at = np.array(corners, dtype=float)
    outward = np.cross(at[1] - at[0], at[2] - at[0])
    outward /= np.linalg.norm(outward)
    return Surface(at, np.tile(outward, (4, 1)), np.array(FACES), material, frame)


def facing_forward(x: float, half: float, material: str, frame: bool = True) -> Surface:
    """An upright square at `x`, seen from the front, its middle at the height `half`."""
    low, high = 0.0, 2 * half
    corners = [(x, low, half), (x, low, -half), (x, high, -half), (x, high, half)]
    return sheet(corners, material, frame)


def facing_up(height: float, half: float, material: str, frame: bool = True) -> Surface:
    y = height
    return sheet([(half, y, half), (half, y, -half), (-half, y, -half), (-half, y, half)],
                 material, frame)  # fmt: skip


def ball(middle: tuple[float, float, float], radius: float, material: str = "skin") -> Surface:
    down, around = np.linspace(0, np.pi, 40), np.linspace(0, 2 * np.pi, 60, endpoint=False)
    d, a = (grid.ravel() for grid in np.meshgrid(down, around, indexing="ij"))
    out = np.stack([np.sin(d) * np.cos(a), np.cos(d), np.sin(d) * np.sin(a)], axis=1)
    triangles = []
    for ring in range(len(down) - 1):
        for step in range(len(around)):
            one, next_one = ring * 60 + step, ring * 60 + (step + 1) % 60
            triangles += [(one, next_one, one + 60), (next_one, next_one + 60, one + 60)]
    return Surface(np.array(middle) + radius * out, out, np.array(triangles), material)
