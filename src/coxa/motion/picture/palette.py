"""Colours of materials and the lights they stand in, for light and for dark paper."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

import numpy as np
from pydantic import Field

from coxa.motion.values import Array
from coxa.reading.faults import Fault, FaultyInputError, unknown_word
from coxa.reading.folders import read_file
from coxa.reading.values import Value

FILE = Path(__file__).with_name("palette.toml")

Colour = Annotated[str, Field(pattern="^#[0-9a-f]{6}$")]
Share = Annotated[float, Field(ge=0, le=1)]


class Lights(Value):
    """The lights of one theme: their colours, and how much each gives to what faces it."""

    sky: Colour
    sky_strength: Share
    ground: Colour
    ground_strength: Share
    key: Colour
    key_strength: Share
    rim: Colour
    rim_strength: Share
    shadow: Colour
    shadow_strength: Share
    pool: Colour
    pool_strength: Share


class Material(Value):
    """One material: its colour in each theme, and how it shows."""

    light: Colour
    dark: Colour
    gloss: Share = 0.0
    figure: bool = False
    two_sided: bool = False
    in_front: Share = 1.0


class Themes(Value):
    light: Lights
    dark: Lights


class Palette(Value):
    """Everything in palette.toml."""

    themes: Themes
    materials: Mapping[str, Material]

    def lights(self, theme: str) -> Lights:
        """The lights of "light" or "dark". Raises FaultyInputError for another word."""
        known = {"light": self.themes.light, "dark": self.themes.dark}
        if theme in known:
            return known[theme]
        raise FaultyInputError([Fault("picture", "theme", "", unknown_word("theme", theme, known))])

    def material(self, name: str) -> Material:
        """Raises FaultyInputError, with the nearest names, for a material that is not there."""
        if name in self.materials:
            return self.materials[name]
        right = unknown_word("material", name, self.materials)
        raise FaultyInputError([Fault("picture", "material", "", right)])


@cache
def palette() -> Palette:
    """The palette, read once. Raises FaultyInputError with every fault of the file."""
    return read_file(FILE, Palette)


def linear(colour: str) -> Array:
    """The light (3,) that `#rrggbb` stands for, 0 to 1: sRGB's curve (IEC 61966-2-1) undone."""
    steps = np.array(list(bytes.fromhex(colour[1:]))) / 255
    return np.where(steps <= 0.04045, steps / 12.92, ((steps + 0.055) / 1.055) ** 2.4)
