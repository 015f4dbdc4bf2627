"""Makes the two fonts of the printed report from the pages' own font, which is variable and WOFF2:
typst reads neither. Run after a new version of the font: `python -m tools.report_fonts`.

Two fixed weights are cut from it, and its two files (Latin, and the rest of Latin) are joined.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "node_modules/@fontsource-variable/figtree"
TARGET = ROOT / "src/coxa/interchange/report/fonts"
PARTS = ("latin", "latin-ext")
STYLES = {400: "Regular", 700: "Bold"}
FAMILY = "Figtree"


def make(weight: int, style: str) -> None:
    with TemporaryDirectory() as folder:
        parts = [_fixed(part, weight, Path(folder)) for part in PARTS]
        font = Merger().merge(parts)
    _name(font, weight, style)
    font.save(TARGET / f"{FAMILY}-{style}.ttf")


def _fixed(part: str, weight: int, folder: Path) -> str:
    font = TTFont(PACKAGE / "files" / f"figtree-{part}-wght-normal.woff2")
    font.flavor = None
    file = folder / f"{part}.ttf"
    instantiateVariableFont(font, {"wght": weight}).save(file)
    return str(file)


def _name(font: TTFont, weight: int, style: str) -> None:
    """The variable font names itself after its lightest weight, and typst goes by the name."""
    table = font["name"]
    named = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: f"{FAMILY}-{style}"}
    for name_id in (16, 17, 21, 22, 25):
        table.removeNames(nameID=name_id)
    for name_id, words in named.items():
        table.removeNames(nameID=name_id)
        table.setName(words, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    bold = style == "Bold"
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = int(bold)


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for weight, style in STYLES.items():
        make(weight, style)
    (TARGET / "OFL.txt").write_text((PACKAGE / "LICENSE").read_text(encoding="utf-8"))
