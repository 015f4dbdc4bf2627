"""A link as a QR code: for a terminal in half blocks, for a page as SVG.

Error correction is medium, or better where that costs no room; the quiet margin is the standard's
four modules (ISO/IEC 18004).
"""

from itertools import zip_longest

import segno

MARGIN = 4
# Two rows of modules in one line of text. Light modules are drawn, dark ones left out: a terminal
# is most often dark. Where it knows colours, the caller says white on black.
BLOCKS = {(True, True): " ", (True, False): "▄", (False, True): "▀", (False, False): "█"}


def modules(link: str) -> list[list[bool]]:
    """Rows of modules, margin included; true is dark."""
    code = segno.make_qr(link, error="m")
    return [[bool(one) for one in row] for row in code.matrix_iter(border=MARGIN)]


def in_blocks(link: str) -> list[str]:
    """Lines of text, all of one width."""
    rows = modules(link)
    light = [False] * len(rows[0])
    pairs = zip_longest(rows[::2], rows[1::2], fillvalue=light)
    return ["".join(BLOCKS[pair] for pair in zip(*two, strict=True)) for two in pairs]


def svg(link: str) -> str:
    """An `svg` element, black on white in any colour scheme: what cameras read best."""
    code = segno.make_qr(link, error="m")
    return code.svg_inline(border=MARGIN, dark="#000", light="#fff", omitsize=True, svgclass="qr")
