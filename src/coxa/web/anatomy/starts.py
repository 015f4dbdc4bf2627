"""Positions to start exploring from: starts.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from coxa.anatomy.muscles import Muscle
from coxa.language import gettext, per_language
from coxa.mechanics.exploring import moved_by

TABLE = Path(__file__).with_name("starts.toml")


@dataclass(frozen=True)
class Start:
    name: str
    pose: dict[str, int]

    @property
    def query(self) -> str:
        return urlencode(self.pose)


@per_language()
def starts(muscle: Muscle) -> tuple[Start, ...]:
    """Those that a group can be put into, each with all its coordinates."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["starts"]
    names = moved_by(muscle)
    upright = dict.fromkeys(names, 0)
    return tuple(
        Start(gettext(row["name"]), upright | row["pose"])
        for row in rows
        if set(row["pose"]) <= set(names)
    )
