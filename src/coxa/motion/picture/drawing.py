"""One picture being drawn: its layers lit and laid over each other, with shadows on the floor."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from coxa.motion.picture.axes import Floats
from coxa.motion.picture.camera import Camera
from coxa.motion.picture.canvas import ACROSS, Canvas, chosen
from coxa.motion.picture.layers import Layer, layers
from coxa.motion.picture.occlusion import open_share
from coxa.motion.picture.palette import palette
from coxa.motion.picture.points import Points, points_on
from coxa.motion.picture.raster import Grid
from coxa.motion.picture.shading import Lit, Look, look, shade, toward_lamp
from coxa.motion.picture.shadows import (
    FloorMap,
    LampMap,
    floor_map,
    lamp_map,
    lamp_reaches,
    on_floor,
)
from coxa.motion.picture.soup import materials, soup
from coxa.motion.surface import Surface
from coxa.motion.values import Array, Whole

BORDER = 0.08  # of the shorter side, over which what runs out of the picture fades
FADE_M = 0.5  # round the framed things, over which an unframed one fades
ON_FLOOR_M = 0.06  # what lies flat below this height takes the floor's shadow as well
CALM = 0.6  # of the lamp's shadow on things, all of it on the person
LEAST_ALPHA = 1 / 512  # less than half a step of a picture's values
FLAT_UP = 0.9  # how upright a normal is that lies flat


class Drawing:
    """`surfaces` as `camera` sees them, in the colours of `theme`."""

    def __init__(self, surfaces: Sequence[Surface], camera: Camera, theme: str) -> None:
        self.surfaces, self.camera, self.theme = surfaces, camera, theme
        self.grid = Grid(camera.width, camera.height, ACROSS)
        self.lights = palette().lights(theme)
        self.used = materials(surfaces)
        self.layers = layers(surfaces, camera, self.grid)

    def things(self) -> Floats:
        """The surfaces' light times alpha, and alpha: (height, width, 4)."""
        canvas = Canvas(self.grid)
        for layer in self.layers:
            which = chosen(layer, self.grid)
            points = points_on(layer, which.which, self.camera, self.grid)
            alpha = self._alpha(layer, points, which.which)
            seen = alpha > LEAST_ALPHA
            over = np.zeros((len(alpha), 4), dtype=np.float32)
            over[seen, :3] = self._light(points.kept(seen), layer.alpha == 1) * alpha[seen, None]
            over[:, 3] = alpha
            canvas.lay(layer.hits.place, over[which.shows])
        return canvas.pixels()

    def floor(self) -> tuple[Floats, Floats]:
        """The floor at each pixel (height, width), 0 to 1: how dark it is, how near the figure."""
        height, width = self.camera.height, self.camera.width
        x, y = np.arange(width) + 0.5, np.arange(height) + 0.5
        places, falls = self.camera.floor(x, y)
        shown = border(x[None, :], y[:, None], self.camera) * falls
        floor = self._floor_map
        dark = on_floor(floor, floor.dark, places[:, 0], places[:, 1]).reshape(height, width)
        near = on_floor(floor, floor.near, places[:, 0], places[:, 1]).reshape(height, width)
        return dark * shown, near * shown

    def _light(self, points: Points, solid: bool) -> Floats:
        """The light (m, 3) of points; what is seen through has no soft darkness: it shows none."""
        bright = np.ones(len(points.at), dtype=np.float32)
        lit = Lit(
            open_share(points.at, points.normals, self._near, self.camera) if solid else bright,
            lamp_reaches(self._lamp_map, points.at, points.normals),
        )
        person = np.array([one.figure for one in self.used.values()])[points.material]
        # The sharp shadow of a lamp is calm on a person, loud on a wall.
        lit.lamp[~person] = 1 - CALM * (1 - lit.lamp[~person])
        flat = ~person & (points.normals[:, 1] > FLAT_UP) & (points.at[:, 1] < ON_FLOOR_M)
        floor = self._floor_map
        dark = on_floor(floor, floor.dark, points.at[flat, 0], points.at[flat, 2])
        for share in (lit.open, lit.lamp):
            share[flat] *= 1 - self.lights.shadow_strength * dark
        return shade(points, lit, self._look)

    def _alpha(self, layer: Layer, points: Points, which: Whole) -> Floats:
        """How solid each point is: what is not framed fades with distance and to the border."""
        alpha = np.full(len(points.at), layer.alpha, dtype=np.float32)
        if layer.fades:
            x, y = self.grid.xy(layer.hits.place[which])
            alpha *= border(x, y, self.camera)
            alpha *= 1 - smooth(self._beyond(points.at) / FADE_M)
        return alpha

    def _beyond(self, at: Floats) -> Floats:
        """How far each place (m, 3) is from the box round the framed things, in metres."""
        low, high = self.camera.low, self.camera.high
        outside = np.maximum(np.maximum(low - at, at - high), 0)
        return np.asarray(np.sqrt((outside * outside).sum(axis=1)))

    @cached_property
    def _look(self) -> Look:
        return look(list(self.used.values()), self.theme, self.camera)

    @cached_property
    def _framed(self) -> Array:
        framed = [one for one in self.surfaces if one.frame] or self.surfaces
        return soup(framed, self.used).points

    @cached_property
    def _near(self) -> Floats:
        """1 / distance of the nearest thing that is not see-through, at each pixel."""
        near = np.zeros(self.grid.width * self.grid.height)
        for layer in self.layers:
            if layer.alpha == 1:
                np.maximum.at(near, self.grid.pixels(layer.hits.place), layer.hits.near)
        return near.reshape(self.grid.height, self.grid.width)

    @cached_property
    def _lamp_map(self) -> LampMap:
        return lamp_map(self._framed, toward_lamp(self.camera))

    @cached_property
    def _floor_map(self) -> FloorMap:
        return floor_map(self._framed, toward_lamp(self.camera))


def border(x: Floats, y: Floats, camera: Camera) -> Floats:
    """1 within the picture, falling to 0 at its border, at places in pixels."""
    inside = np.minimum(np.minimum(x, camera.width - x), np.minimum(y, camera.height - y))
    return smooth(inside / (BORDER * min(camera.width, camera.height)))


def smooth(share: Floats) -> Floats:
    """0 below 0, 1 above 1, and between without a corner."""
    kept = np.clip(share, 0, 1)
    return np.asarray(kept * kept * (3 - 2 * kept))
