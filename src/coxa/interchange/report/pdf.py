"""The report on paper: words in, a PDF of two A4 pages out.

typst sets the page. All words go in as JSON and are never part of its source. It is given our own
font and those that come with it; fonts of this machine only where a name needs letters that none
of these has. It loads no packages, asks no network and writes no file.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

HERE = Path(__file__).parent
TEMPLATE = HERE / "report.typ"
FONTS = HERE / "fonts"
NOWHERE = HERE / "no-packages"  # does not exist: an import of a package finds nothing, and fails
ACCESSIBLE = "ua-1"  # PDF/UA: a screen reader finds title, language, headings and tables
REFUSED = "PDF/UA-1 error"  # what typst says when the standard does not allow a text

Sheet = Mapping[str, Any]


def report_pdf(sheet: Sheet, made: datetime) -> bytes:
    """The sheet, whose form `report.typ` tells, as a PDF; the same sheet gives the same bytes.

    Accessible by PDF/UA-1 unless a letter has no glyph in any font there is: that standard refuses
    it, and a report with an empty box in a name is better than none.
    """
    stamp = made.replace(microsecond=0)
    for system_fonts in (False, True):
        try:
            return _compiled(
                sheet, "pdf", system_fonts, pdf_standards=[ACCESSIBLE], timestamp=stamp
            )[0]
        except typst.TypstError as error:
            if REFUSED not in error.message:
                raise
    return _compiled(sheet, "pdf", system_fonts=True, timestamp=stamp)[0]


def report_pictures(sheet: Sheet, ppi: int = 96) -> list[bytes]:
    """Each page as a PNG."""
    return _compiled(sheet, "png", system_fonts=False, ppi=ppi)


def _compiled(
    sheet: Sheet, kind: Literal["pdf", "png"], system_fonts: bool, **options: Any
) -> list[bytes]:
    compiler = typst.Compiler(
        TEMPLATE.read_bytes(),
        root=HERE,
        font_paths=_fonts(system_fonts),
        sys_inputs={"sheet": json.dumps(_printable(sheet), ensure_ascii=False)},
        package_path=NOWHERE,
        package_cache_path=NOWHERE,
    )
    made = compiler.compile(format=kind, **options)
    return [page for page in (made if isinstance(made, list) else [made]) if page]


@cache
def _fonts(system_fonts: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=system_fonts, font_paths=[FONTS])


def _printable(value: Any) -> Any:
    """The same without what cannot be printed: control characters, and those that turn the
    direction of the text after them round. Very long words may break, so that none runs off."""
    if isinstance(value, str):
        return LONG_WORD.sub(_breakable, "".join(map(_shown, value)).strip())
    if isinstance(value, Mapping):
        return {key: _printable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(one) for one in value]
    return value


LONG_WORD = re.compile(r"\S{25,}")
PIECE = re.compile(r"\S{8}(?=\S)")
BREAK_HERE = "\u200b"  # a space of no width


def _breakable(word: re.Match[str]) -> str:
    return PIECE.sub(rf"\g<0>{BREAK_HERE}", word[0])


JOINERS = "\u200c\u200d"  # they shape letters of some scripts


def _shown(character: str) -> str:
    if character in "\n\t\r\u2028\u2029":
        return " "
    if character in JOINERS:
        return character
    return "" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") else character
