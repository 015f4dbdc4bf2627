"""Solves motions from their files, prints what did not fit, and draws each: start, half-way, end,
from two sides.

python tools/figures/try_motion.py src/coxa/exercises/library/glute_bridge.toml ... [--out DIR]
[--all-variants]
"""

import argparse
import sys
import time
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from coxa.motion.body import read_body
from coxa.motion.clip import Clip, View
from coxa.motion.kinematics import Skeleton
from coxa.motion.library import Described, read_motion
from coxa.motion.picture.still import render
from coxa.motion.posing import surfaces_of
from coxa.motion.solving.clips import solve

TILE = (400, 340)
PAPER = (251, 250, 247, 255)


def main() -> None:
    options = _options()
    skeleton = Skeleton(read_body())
    options.out.mkdir(parents=True, exist_ok=True)
    for path in options.files:
        for one in read_motion(path):
            _try(skeleton, one, options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path("build/figures/tries"))
    return parser.parse_args()


def _try(skeleton: Skeleton, one: Described, out: Path) -> None:
    began = time.perf_counter()
    solved = solve(skeleton, one.shown, one.id, one.title, one.variant, one.tempo)
    picture = out / f"{one.key}.png"
    _draw(skeleton, solved.clip).save(picture)
    sys.stdout.write(f"{one.key}: {time.perf_counter() - began:.1f} s, {picture}\n")
    for misfit in solved.misfits:
        sys.stdout.write(f"    {misfit}\n")


def _draw(skeleton: Skeleton, clip: Clip) -> Image.Image:
    ends = (0.0, clip.out_s / 2, clip.out_s)
    frames = sorted({int(np.abs(clip.times - t).argmin()) for t in ends})
    views = (clip.view, View("across", clip.view.yaw_deg - 90, clip.view.pitch_deg))
    sheet = Image.new("RGB", (TILE[0] * len(frames), TILE[1] * len(views)))
    for y, view in enumerate(views):
        for x, frame in enumerate(frames):
            tile = Image.new("RGBA", TILE, PAPER)
            drawn = render(surfaces_of(skeleton.body, clip, frame), view, TILE, "light")
            tile.alpha_composite(Image.fromarray(drawn))
            sheet.paste(tile.convert("RGB"), (x * TILE[0], y * TILE[1]))
    ImageDraw.Draw(sheet).text((6, 4), clip.id + " " + clip.variant, fill="black")
    return sheet


if __name__ == "__main__":
    main()
