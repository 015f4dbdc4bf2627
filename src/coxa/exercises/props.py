"""The things that can stand around a figure, from props.toml: their parts, and what of them can be
touched.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from coxa.reading.values import Value, read_value

Metres = float
Face = Literal["+x", "-x", "+y", "-y", "+z", "-z", "round"]


class Part(Value):
    """A box (size forward, up, right), a cylinder (radius, length), a ball (radius) or a strap
    (width), in metres.
    """

    shape: Literal["box", "cylinder", "ball", "strap"]
    size: tuple[Metres, ...] = Field(min_length=1, max_length=3)
    at: tuple[Metres, Metres, Metres] = (0, 0, 0)
    along: Literal["x", "y", "z"] = "y"


class PropKind(Value):
    colour: str
    parts: tuple[Part, ...] = Field(min_length=1)
    surfaces: Mapping[str, tuple[int, Face]]
    gives: Metres = 0.0
    keeps_off: Metres = 0.0  # room that a motion leaves round it
    flat: bool = False  # lies in the floor: it is seen, and nothing is kept out of it
    backdrop: bool = False  # large and behind: pictures are not framed to hold it


class _Props(Value):
    props: Mapping[str, PropKind]


def _read() -> Mapping[str, PropKind]:
    path = Path(__file__).with_name("props.toml")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return read_value(_Props, {"props": tables}, path.name).props


PROPS: Mapping[str, PropKind] = _read()
