"""Draws the icons of the app on a home screen from the mark, `assets/icon.svg`, with Chromium.

Run by hand when the mark changes: `python -m tools.app_icons`. Two shapes: the mark with its round
corners; and one that fills its square, with all of the drawing inside the middle four fifths, so
that a system may cut it to a circle (https://www.w3.org/TR/appmanifest/#icon-masks) or, on
Apple's, round the corners itself.
"""

import re
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ASSETS = Path(__file__).parents[1] / "src/coxa/web/assets"
SIZES = {"app-192.png": 192, "app-512.png": 512, "mask-512.png": 512, "touch-180.png": 180}
COLOURS = 64  # of a flat mark and its soft edges
FULL = ("mask", "touch")  # what fills its square
SMALLER = 0.78  # the drawing's share of such a square; its corners then lie within the circle


def main() -> None:
    mark = (ASSETS / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, size in SIZES.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            svg = full(mark) if name.startswith(FULL) else mark
            page.set_content(
                f"<style>body{{margin:0}} svg{{display:block}}</style>{sized(svg, size)}"
            )
            file = ASSETS / "app-icons" / name
            page.screenshot(path=file, omit_background=True)
            packed(Image.open(file)).save(file, optimize=True)
        browser.close()


def packed(icon: Image.Image) -> Image.Image:
    """With as many colours as a flat mark needs: a third of the bytes."""
    return icon.convert("RGBA").quantize(COLOURS, method=Image.Quantize.FASTOCTREE)


def sized(svg: str, size: int) -> str:
    return svg.replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)


def full(mark: str) -> str:
    """The mark without round corners, its drawing smaller about the middle."""
    square = re.sub(r' rx="\d+"', "", mark)
    move = 16 * (1 - SMALLER)
    inside = f'<g transform="translate({move:.2f} {move:.2f}) scale({SMALLER})"><g '
    return square.replace("<g ", inside, 1).replace("</svg>", "</g></svg>")


if __name__ == "__main__":
    main()
