"""Where the body's mass is, for its balance.

Shares of the whole mass and the place of each segment's centre between two joints: de Leva 1996 (J
Biomech 29:1223,
table 4), the mean of women and men. Status: secondary (quoted widely; the table itself was not read
again).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Segment:
    """`share` of the body's mass, `along` of the way from joint `start` to joint `end`."""

    start: str
    end: str
    share: float
    along: float


def _limb(side: str) -> tuple[Segment, ...]:
    return (
        Segment(f"upper_arm_{side}", f"forearm_{side}", 0.0263, 0.57),
        Segment(f"forearm_{side}", f"hand_{side}", 0.0150, 0.46),
        Segment(f"hand_{side}", f"fingers_{side}", 0.0059, 0.79),
        Segment(f"thigh_{side}", f"shank_{side}", 0.1447, 0.39),
        Segment(f"shank_{side}", f"foot_{side}", 0.0457, 0.44),
        Segment(f"foot_{side}", f"toes_{side}", 0.0133, 0.50),
    )


SEGMENTS: tuple[Segment, ...] = (
    Segment("head", "head", 0.0681, 0.0),
    Segment("thorax", "neck", 0.1574, 0.45),
    Segment("lumbar_low", "thorax", 0.1549, 0.55),
    Segment("pelvis", "lumbar_low", 0.1185, 0.40),
    *_limb("l"),
    *_limb("r"),
)
