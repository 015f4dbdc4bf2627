"""Makes the muscle map: the standing figure from three sides, with the muscles drawn on it.

    python -m tools.muscles.make_map [--anew]

Writes src/coxa/web/muscles/map/: muscles.svg, whose parts the pages use one by one, and views.json,
which says what there is. Nothing is made if nothing has changed.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.ndimage import gaussian_filter
from tools.muscles.map_figure import VIEWS, Bools, Sight, seen
from tools.muscles.map_lines import edges, fibres, softened
from tools.muscles.map_paths import closed_path, open_path
from tools.muscles.map_territories import Territory, covered, flat_mask, read_territories

from coxa.anatomy.muscles import Muscle

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "src/coxa/web/muscles/map"
MADE_FROM = (
    "src/coxa/motion/figures/body.glb",
    "tools/muscles/territories.toml",
    "tools/muscles/make_map.py",
    *(f"tools/muscles/map_{part}.py" for part in ("chart", "figure", "lines", "paths")),
    "tools/muscles/map_territories.py",
)
# How the lines are drawn, by eye.
BLUR_MM, EDGE = 3.0, 0.6  # a little is taken off each muscle, so that skin shows between two
SKIN_BLUR_MM = 4.0
LEAST_SKIN_MM2 = 4000.0
FIBRES_MM = {"some": 17.0, "many": 9.5}  # apart: for a muscle that works some, and much
SHADE_BLUR_MM = 7.0
SHADES = (0.82, 0.66, 0.46)  # how bright, 0 to 1, the skin still is where each shade begins
SHADE_OPACITY = (0.06, 0.07, 0.09)
LEAST_SHADE_MM2 = 3500.0
LAMP = np.array([-0.22, 0.24, 0.95])  # right, up, toward the eye


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--anew", action="store_true", help="make it, changed or not")
    from_now = made_from()
    if not parser.parse_args().anew and from_now == _made_from_then():
        return 0
    OUT.mkdir(parents=True, exist_ok=True)
    for name, text in made(from_now).items():
        (OUT / name).write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{name}: {len(text) / 1000:.1f} kB\n")
    return 0


def made_from() -> str:
    """A hash of everything that the map follows from."""
    whole = hashlib.sha256()
    for name in MADE_FROM:
        whole.update((ROOT / name).read_bytes())
    return whole.hexdigest()


def _made_from_then() -> str:
    try:
        return str(json.loads((OUT / "views.json").read_text(encoding="utf-8"))["made_from"])
    except FileNotFoundError:
        return ""


def made(from_now: str) -> dict[str, str]:
    """The files by name."""
    territories = read_territories()
    surface = tuple(one for one in territories if one.kind == "surface")
    parts, about = [], {}
    for view in VIEWS:
        sight = seen(view)
        found = list(_parts(view, sight, surface, territories))
        parts += [element for element, _ in found]
        height, width = sight.on_skin.shape
        own = [told for _, told in found if told]
        about[view] = {"width": width, "height": height, "muscles": own}
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><defs>\n' + "\n".join(parts) + "\n</defs></svg>\n"
    )
    told_of = json.dumps({"made_from": from_now, "views": about}, indent=1) + "\n"
    return {"muscles.svg": svg, "views.json": told_of}


Part = tuple[str, dict[str, Any] | None]


def _parts(
    view: str, sight: Sight, surface: tuple[Territory, ...], every: tuple[Territory, ...]
) -> Iterator[Part]:
    """A view's elements, each with what views.json says of it; the later lie over the earlier."""
    yield _skin(view, sight), None
    yield _shade(view, sight), None
    yield _marks(view, sight, every), None
    masks = covered(sight, surface)
    for muscle in Muscle:
        own = [pair for pair in zip(surface, masks, strict=True) if pair[0].muscle == muscle]
        yield from _muscle(f"{view}-{muscle}", own, deep=False)
    for muscle in Muscle:
        deep = [one for one in every if one.view == view and one.muscle == muscle]
        own = [(one, flat_mask(sight, one)) for one in deep]
        yield from _muscle(f"{view}-{muscle}-deep", own, deep=True)


def _marks(view: str, sight: Sight, every: tuple[Territory, ...]) -> str:
    masks = [flat_mask(sight, one) for one in every if (one.kind, one.view) == ("mark", view)]
    loops = [loop for mask in masks for loop in edges(gaussian_filter(mask * 1.0, 1.0), 0.5, 9.0)]
    path = "".join(closed_path(loop) for loop in loops)
    return f'<path id="{view}-marks" fill="none" d="{path}"/>'


def _muscle(id: str, own: list[tuple[Territory, Bools]], deep: bool) -> Iterator[Part]:
    soft = [(one, softened(mask, BLUR_MM)) for one, mask in own]
    loops = [loop for _, field in soft for loop in edges(field, EDGE)]
    if not loops:
        return
    path = "".join(closed_path(loop) for loop in loops)
    yield f'<path id="{id}" d="{path}"/>', {"muscle": own[0][0].muscle, "deep": deep, "id": id}
    for name, apart in FIBRES_MM.items():
        lines = [
            line
            for one, field in soft
            if field.max() >= EDGE
            for line in fibres(field >= EDGE, apart, one.grain)
        ]
        path = "".join(open_path(line) for line in lines)
        yield f'<path id="{id}-{name}" fill="none" d="{path}"/>', None


def _skin(view: str, sight: Sight) -> str:
    soft = gaussian_filter(sight.on_skin.astype(float), SKIN_BLUR_MM, mode="nearest")
    path = "".join(closed_path(loop) for loop in edges(soft, 0.5, LEAST_SKIN_MM2))
    return f'<path id="{view}-skin" d="{path}"/>'


def _shade(view: str, sight: Sight) -> str:
    """Where the skin turns from the lamp, darker in steps: it gives the flat muscles their form."""
    right = sight.right
    toward = np.cross(right, [0.0, 1.0, 0.0])
    lamp = LAMP @ np.stack([right, np.array([0.0, 1.0, 0.0]), toward])
    bright = np.clip(sight.normal @ (lamp / np.linalg.norm(lamp)), 0.0, 1.0)
    cover = gaussian_filter(sight.on_skin.astype(float), SHADE_BLUR_MM, mode="nearest")
    summed = gaussian_filter(np.where(sight.on_skin, bright, 0.0), SHADE_BLUR_MM, mode="nearest")
    even = summed / np.maximum(cover, 1e-6)
    paths = []
    for level, opacity in zip(SHADES, SHADE_OPACITY, strict=True):
        dark = sight.on_skin & (even < level)
        soft = gaussian_filter(dark.astype(float), 2.0, mode="nearest")
        path = "".join(closed_path(loop) for loop in edges(soft, 0.5, LEAST_SHADE_MM2))
        if path:
            paths.append(f'<path opacity="{opacity}" d="{path}"/>')
    return f'<g id="{view}-shade">{"".join(paths)}</g>'


if __name__ == "__main__":
    raise SystemExit(main())
