"""Draws motions as a contact sheet: four phases of each from two sides, to be looked through.

    python tools/figures/contact_sheet.py [--only ID ...] [--fresh] [--a-page 4] [--theme dark]

Writes contact_sheet.html with its pictures beside it, and contact_sheet-1.png and so on, into
build/figures (or --out). --fresh solves the motions from their words instead of taking those that
were solved last.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from html import escape
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from coxa.motion.body import read_body
from coxa.motion.clip import Clip, View, sampled
from coxa.motion.kinematics import Skeleton
from coxa.motion.library import clip, described, solved_folder
from coxa.motion.picture.camera import at_right_angles, framed
from coxa.motion.picture.still import encode, render
from coxa.motion.posing import surfaces_of
from coxa.motion.solving.clips import solve
from coxa.reading.faults import Fault, FaultyInputError, unknown_word

OUT = Path(__file__).resolve().parents[2] / "build" / "figures"
NAME = "contact_sheet"
TILE = (280, 210)  # px
ON_A_PAGE = 12  # motions
LABEL, HEAD = 40, 26  # px: room for the words under a tile, and over a motion's row
SMALL, LARGE = 13, 16  # px
PAPER = {"light": "#fbf6ee", "dark": "#1b1815"}
INK = {"light": "#26211b", "dark": "#f3ece0"}
APART_S = 1e-3  # phases nearer in time than this are one


@dataclass(frozen=True)
class Row:
    """One motion: its key and title, and a picture (PNG) for each view and phase."""

    key: str
    title: str
    tiles: tuple["Tile", ...]


@dataclass(frozen=True)
class Tile:
    view: str
    phase: str
    picture: bytes

    @property
    def words(self) -> str:
        return f"{self.phase}, {self.view}"


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    try:
        keys = chosen(options.only, described())
        if not options.fresh:
            check_solved(keys)
    except FaultyInputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    draw = partial(_row, fresh=options.fresh, theme=options.theme)
    with ProcessPoolExecutor(options.jobs) as pool:
        rows = list(pool.map(draw, keys))
    for path in write(rows, options.out, options.theme, options.a_page):
        sys.stdout.write(f"{path}\n")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    some = "exercises with all their variants, or single keys (id--variant)"
    parser.add_argument("--only", nargs="+", default=[], metavar="ID", help=some)
    parser.add_argument("--fresh", action="store_true", help="solve the motions now")
    parser.add_argument("--theme", choices=sorted(PAPER), default="light")
    parser.add_argument("--jobs", type=int, default=1, help="processes at once")
    few = f"motions on one picture ({ON_A_PAGE}); fewer are larger to look at"
    parser.add_argument("--a-page", type=int, default=ON_A_PAGE, metavar="N", help=few)
    parser.add_argument("--out", type=Path, default=OUT)
    return parser.parse_args(arguments)


def chosen(wanted: Sequence[str], known: Iterable[str]) -> list[str]:
    """The keys that `wanted` names, all of `known` if it names none.

    An id means the motion and its variants. Raises FaultyInputError for each word that is neither.
    """
    keys = list(known)
    ids = {key.partition("--")[0] for key in keys}
    strange = [word for word in wanted if word not in ids and word not in keys]
    if strange:
        known_words = ids.union(keys)
        raise FaultyInputError(
            Fault("contact sheet", "--only", "", unknown_word("motion", word, known_words))
            for word in strange
        )
    return [key for key in keys if not wanted or key in wanted or key.partition("--")[0] in wanted]


def check_solved(keys: Iterable[str]) -> None:
    """Raises FaultyInputError for every motion that has words, and no clip yet."""
    missing = [key for key in keys if not (solved_folder() / f"{key}.json").exists()]
    if missing:
        right = "is not solved yet: add --fresh, or run `make figures` first"
        raise FaultyInputError(Fault("contact sheet", key, "", right) for key in missing)


def phases(one: Clip) -> dict[str, float]:
    """The times in seconds that are looked at, by name; fewer for what does not move."""
    found = {
        "start": 0.0,
        "half-way out": one.out_s / 2,
        "end": one.out_s + one.hold_s / 2,
        "half-way back": one.out_s + one.hold_s + one.back_s / 2,
    }
    if one.out_s + one.back_s < APART_S:
        return {"hold": one.hold_s / 2}
    return found


def row(one: Clip, title: str, theme: str) -> Row:
    """The clip's pictures: each view has one camera for all phases, so that they line up."""
    times = phases(one)
    still = sampled(one, list(times.values()))
    scenes = [surfaces_of(read_body(), still, frame) for frame in range(len(times))]
    tiles = []
    for view in (one.view, at_right_angles(one.view)):
        camera = framed([surface for scene in scenes for surface in scene], view, TILE)
        for phase, scene in zip(times, scenes, strict=True):
            picture = encode(render(scene, view, TILE, theme, camera), "png")
            tiles.append(Tile(_said(view), phase, picture))
    key = f"{one.id}--{one.variant}" if one.variant else one.id
    return Row(key, title, tuple(tiles))


def write(rows: Sequence[Row], out: Path, theme: str, a_page: int = ON_A_PAGE) -> list[Path]:
    """The page and its pictures, and the pages as pictures; the paths of what is to be opened."""
    pictures = out / NAME
    pictures.mkdir(parents=True, exist_ok=True)
    for one in rows:
        for number, tile in enumerate(one.tiles):
            (pictures / _file(one, number)).write_bytes(tile.picture)
    html = out / f"{NAME}.html"
    html.write_text(page(rows, theme), encoding="utf-8")
    paths = [html]
    for first in range(0, len(rows), a_page):
        paths.append(out / f"{NAME}-{first // a_page + 1}.png")
        drawn(rows[first : first + a_page], theme).save(paths[-1])
    return paths


def page(rows: Sequence[Row], theme: str) -> str:
    """The contact sheet as HTML."""
    sections = "".join(_section(one) for one in rows)
    return f"""\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Contact sheet</title>
<style>
body {{ background: {PAPER[theme]}; color: {INK[theme]}; font: {SMALL}px system-ui; }}
section {{ display: flex; flex-wrap: wrap; }}
h2 {{ flex-basis: 100%; margin: 1em 0 0; font-size: {LARGE}px; }}
figure {{ margin: 0; text-align: center; }}
</style>
{sections}</html>
"""


def _section(one: Row) -> str:
    figures = "".join(
        f'<figure><img src="{NAME}/{_file(one, number)}" width="{TILE[0]}" height="{TILE[1]}" '
        f'loading="lazy" alt=""><figcaption>{escape(tile.words)}</figcaption></figure>\n'
        for number, tile in enumerate(one.tiles)
    )
    return f'<section id="{one.key}">\n<h2>{escape(_head(one))}</h2>\n{figures}</section>\n'


def drawn(rows: Sequence[Row], theme: str) -> Image.Image:
    """Motions below one another, each with its tiles in one line."""
    width, height = TILE
    across = max(len(one.tiles) for one in rows)
    each = HEAD + height + LABEL
    sheet = Image.new("RGB", (across * width, len(rows) * each), PAPER[theme])
    pen = ImageDraw.Draw(sheet)
    for line, one in enumerate(rows):
        top = line * each
        _write_at(pen, (SMALL, top + HEAD // 2), _head(one), LARGE, theme, "lm")
        for column, tile in enumerate(one.tiles):
            picture = Image.open(BytesIO(tile.picture))
            sheet.paste(picture, (column * width, top + HEAD), picture)
            under = (column * width + width // 2, top + HEAD + height)
            _write_at(pen, under, f"{one.key}\n{tile.words}", SMALL, theme, "ma")
    return sheet


def _write_at(
    pen: ImageDraw.ImageDraw, at: tuple[int, int], words: str, size: int, theme: str, anchor: str
) -> None:
    font = ImageFont.load_default(size)
    pen.text(at, words, fill=INK[theme], font=font, anchor=anchor, align="center")


def _row(key: str, fresh: bool, theme: str) -> Row:
    one = described()[key]
    if not fresh:
        return row(clip(key), one.title, theme)
    skeleton = Skeleton(read_body())
    solved = solve(skeleton, one.shown, one.id, one.title, one.variant, one.tempo)
    return row(solved.clip, one.title, theme)


def _said(view: View) -> str:
    return f"{view.name} ({view.yaw_deg:.0f}°)"


def _head(one: Row) -> str:
    return f"{one.key} · {one.title}"


def _file(one: Row, number: int) -> str:
    return f"{one.key}-{number + 1}.png"


if __name__ == "__main__":
    raise SystemExit(main())
