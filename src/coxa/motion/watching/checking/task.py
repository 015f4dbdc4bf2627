"""What to measure: one side of one check, as plain values that can be sent to the camera."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import inf
from typing import Any

from coxa.motion.watching.certainty import Reading
from coxa.motion.watching.expected import SIDES, Expected

UNITS = ("deg", "s", "count", "grade", "yes_no")
COUNTS = ("best", "mean", "middle", "worst_twice")


@dataclass(frozen=True)
class Condition:
    """A coordinate that has to lie from `least` to `most` (None: no bound), and what to say.

    With `near` it is that of the leg near the camera, and its name has no side. One that cannot be
    read is not held against the person.
    """

    coordinate: str
    least: float | None
    most: float | None
    words: str
    near: bool = False

    def broken(self, readings: Mapping[str, Reading], near: str) -> bool:
        """`near` is the letter of the leg that is near the camera."""
        name = f"{self.coordinate}_{near}" if self.near else self.coordinate
        reading = readings.get(name)
        if reading is None or reading.value is None:
            return False
        low = -inf if self.least is None else self.least
        high = inf if self.most is None else self.most
        return not low <= reading.value <= high


@dataclass(frozen=True)
class Task:
    """One side of one check.

    `kind` names the way of measuring, `line` what it follows, and `numbers` holds its marks.
    `views` are those that show it; `needed` the points that must be seen. `counts` says which of
    the `tries` is proposed, `better` which is the better end. `error` is how far a reading may be
    off, in `unit`. `begin` and `going` are what to do, in words. Raises ValueError for a side, unit
    or way to count that there is not.
    """

    check: str
    side: str
    kind: str
    unit: str
    better: str
    views: tuple[str, ...]
    needed: tuple[str, ...]
    tries: int
    counts: str
    error: float
    begin: str
    going: str
    line: str = ""
    numbers: Mapping[str, float] = field(default_factory=dict)
    keep: tuple[Condition, ...] = ()
    options: tuple[str, ...] = ()  # the words of a grade, from 0 upwards
    above: bool = False  # the camera looks straight down on somebody who lies

    def __post_init__(self) -> None:
        for name, words in (("side", SIDES), ("unit", UNITS), ("counts", COUNTS)):
            if getattr(self, name) not in words:
                raise ValueError(f"{name} is '{getattr(self, name)}', must be one of {words}")

    def set_up(self) -> Expected:
        """The same as far as it matters for standing rightly before the camera."""
        return Expected(
            self.check, "repetitions", self.side, "", 0.0, 1.0, views=self.views, needed=self.needed
        )

    def to_json(self) -> dict[str, Any]:
        """The same as lists, words and numbers, to be sent to where the camera is."""
        return asdict(self) | {"numbers": dict(self.numbers)}

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> "Task":
        """Back from `to_json`. Raises KeyError, TypeError or ValueError for what it did not
        write."""
        lists = {name: tuple(map(str, data[name])) for name in ("views", "needed", "options")}
        keep = tuple(Condition(**one) for one in data["keep"])
        numbers = {str(name): float(value) for name, value in data["numbers"].items()}
        return Task(**{**data, **lists, "keep": keep, "numbers": numbers})
