"""The muscle map as `make figures` drew it: its views, and the regions in each.

The drawing itself is one file of parts, `muscles.svg`; pages take from it what they need.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coxa.anatomy.muscles import Muscle

FOLDER = Path(__file__).with_name("map")


@dataclass(frozen=True)
class Region:
    """Where a muscle lies in a view, on the left half; `id` names the part. The fibres of it are
    `id`-some and `id`-many. A `deep` one lies under others and is drawn over them."""

    id: str
    muscle: Muscle
    deep: bool


@dataclass(frozen=True)
class View:
    """The figure from the "front", the "back" or its left "side", in millimetres. What lies over
    something else comes later. Front and back show the left half; the right one mirrors it."""

    name: str
    width: int
    height: int
    regions: tuple[Region, ...]


@cache
def views() -> tuple[View, ...]:
    told = json.loads((FOLDER / "views.json").read_text(encoding="utf-8"))["views"]
    return tuple(
        View(name, view["width"], view["height"], tuple(map(_region, view["muscles"])))
        for name, view in told.items()
    )


def _region(told: dict[str, str | bool]) -> Region:
    return Region(str(told["id"]), Muscle(str(told["muscle"])), bool(told["deep"]))
