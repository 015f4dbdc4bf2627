"""What a rule found wrong with a motion, with its figures."""

from collections.abc import Iterable
from dataclasses import dataclass

#: How a value of each unit is shown: its factor and its name.
SHOWN = {"m": (1000.0, "mm"), "deg": (1.0, "deg"), "deg/s": (1.0, "deg/s"), "Nm": (1.0, "Nm")}


@dataclass(frozen=True)
class Finding:
    """By `rule`, at `frame` of the clip, `what` is `value` where `limit` is the most (or least).

    Values are in `unit`: metres, degrees, degrees a second, newton metres, or "" for a plain no.
    """

    rule: str
    frame: int
    what: str
    value: float
    limit: float
    unit: str = "m"

    def __str__(self) -> str:
        factor, name = SHOWN.get(self.unit, (1.0, self.unit))
        figures = f"{self.value * factor:.1f} {name}, limit {self.limit * factor:.0f}"
        return f"{self.rule}: {self.what}, frame {self.frame}: {figures}"


def worst(found: Iterable[Finding]) -> list[Finding]:
    """One finding for each thing that is wrong: where it is farthest past its limit."""
    kept: dict[tuple[str, str], Finding] = {}
    for one in found:
        before = kept.get((one.rule, one.what))
        if before is None or abs(one.value - one.limit) > abs(before.value - before.limit):
            kept[one.rule, one.what] = one
    return list(kept.values())
