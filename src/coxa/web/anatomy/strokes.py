"""How each line of the muscle model is drawn: a colour for a muscle, a dash for its parts.

Both are classes of the style sheet: nothing is told by colour alone.
"""

from collections.abc import Mapping

# Muscles of one group that lie near each other or do the same share a colour.
_COLOURS: Mapping[str, tuple[str, ...]] = {
    "teal": (
        "glut_max1", "glut_max2", "glut_max3", "glut_med1", "glut_med2", "glut_med3", "iliacus",
        "rect_fem", "bifemlh", "bifemsh", "add_mag1", "add_mag2", "add_mag3", "peri", "tfl",
        "vas_med", "ercspn",
    ),
    "amber": (
        "glut_min1", "glut_min2", "glut_min3", "psoas", "semimem", "add_long", "add_brev", "gem",
        "obt_int", "vas_int", "intobl",
    ),
    "ink": ("sar", "semiten", "pect", "grac", "quad_fem", "obt_ext", "vas_lat", "extobl"),
}  # fmt: skip
# 1 is a whole line, 2 is dashed, 3 is dotted.
_DASHES: Mapping[int, tuple[str, ...]] = {
    2: ("glut_max2", "glut_med2", "glut_min2", "bifemsh", "add_mag2", "add_brev", "grac",
        "obt_int", "obt_ext"),
    3: ("glut_max3", "glut_med3", "glut_min3", "add_mag3"),
}  # fmt: skip


def stroke(line: str) -> str:
    """The classes of a line's stroke. Raises LookupError for a line that has no colour."""
    colour = next((name for name, lines in _COLOURS.items() if line in lines), None)
    if colour is None:
        raise LookupError(f"'{line}' has no colour yet: give it one in {__name__}")
    dash = next((number for number, lines in _DASHES.items() if line in lines), 1)
    return f"stroke--{colour} stroke--{dash}"
