"""The pose that the explorer is asked for: what stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from coxa.anatomy.coordinates import coordinate, sided
from coxa.anatomy.muscles import Muscle
from coxa.mechanics.exploring import SIDE, moved_by


@dataclass(frozen=True)
class Asked:
    """A pose in whole degrees, and the coordinate along which things are drawn."""

    pose: Mapping[str, int]
    along: str

    @property
    def query(self) -> str:
        """The same as an address has it."""
        return urlencode({**self.pose, "along": self.along})


def asked(query: Mapping[str, str], muscle: Muscle) -> Asked:
    """Who asks for nothing stands upright. What is no number is left aside; what is beyond the end
    of a slider is at its end."""
    names = moved_by(muscle)
    along = query.get("along", "")
    return Asked(
        pose={name: _angle(query.get(name, ""), name) for name in names},
        along=along if along in names else names[0],
    )


def ends(name: str) -> tuple[int, int]:
    """From where to where a slider goes: the farthest of any position."""
    low, high = coordinate(sided(name, SIDE)).farthest
    return round(low), round(high)


def _angle(words: str, name: str) -> int:
    low, high = ends(name)
    try:
        return min(max(round(float(words)), low), high)
    except (ValueError, OverflowError):  # no number, not a number, without end
        return 0
