"""The named ways to lie and to hold the arms, from postures.toml."""

from collections.abc import Mapping
from pathlib import Path

from coxa.reading.folders import read_file
from coxa.reading.values import Value


class Arms(Value):
    """Angles near which the arms stay (no side means both), and what the hands touch."""

    angles: Mapping[str, float]
    contacts: tuple[str, ...] = ()


class Postures(Value):
    lying: Mapping[str, Mapping[str, float]]
    arms: Mapping[str, Arms]


_POSTURES = read_file(Path(__file__).with_name("postures.toml"), Postures)
LYING = _POSTURES.lying
ARMS = _POSTURES.arms
