"""What to look for: an exercise in numbers that a camera can be held against, as plain values."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

KINDS = ("repetitions", "hold")
SIDES = ("left", "right", "both")


@dataclass(frozen=True)
class Expected:
    """One exercise as the camera would read it from the figure that shows it.

    `primary` is the coordinate that tells the repetition or the hold, without its side where it
    has one (`knee_angle`). It goes from `start_deg` to `far_deg` and back, in the time of
    `tempo_s` (way out, hold, way back, seconds). `side` is the figure's working side; who does it
    on the other side is understood too. `views` are those that show it, best first, none if
    only markers do; `pose` the coordinates in degrees where it is held, with their sides; `needed`
    the points that must be seen; `meant` what the figure itself shows of a fault, in the fault's
    unit, with `_l` or `_r` where it has a side (`heel_lifts_r`): so much, and a margin, is right;
    `pictured` the start and far end in the picture from a view, where a picture shows more or less
    of them than there is in space: a knee that falls out seems to go farther. Raises ValueError for
    a kind or a side that there is not.
    """

    exercise: str
    kind: str
    side: str
    primary: str
    start_deg: float
    far_deg: float
    tempo_s: tuple[float, float, float] = (1.5, 0.5, 1.5)
    views: tuple[str, ...] = ()
    pose: Mapping[str, float] = field(default_factory=dict)
    needed: tuple[str, ...] = ()
    meant: Mapping[str, float] = field(default_factory=dict)
    pictured: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, words in (("kind", KINDS), ("side", SIDES)):
            if getattr(self, name) not in words:
                raise ValueError(f"{name} is '{getattr(self, name)}', must be one of {words}")

    @property
    def way_deg(self) -> float:
        """How far the primary coordinate goes, without sign."""
        return abs(self.far_deg - self.start_deg)

    def ends_from(self, view: str) -> tuple[float, float]:
        """Start and far end (degrees) as that view has them."""
        return self.pictured.get(view, (self.start_deg, self.far_deg))

    @property
    def sign(self) -> float:
        """1 if the coordinate grows on the way out, -1 if it becomes smaller."""
        return 1.0 if self.far_deg >= self.start_deg else -1.0

    @property
    def repetition_s(self) -> float:
        return sum(self.tempo_s)

    def to_json(self) -> dict[str, Any]:
        """The same as lists, words and numbers, to be sent to where the camera is."""
        pictured = {view: list(ends) for view, ends in self.pictured.items()}
        plain = {"pose": dict(self.pose), "meant": dict(self.meant), "pictured": pictured}
        return asdict(self) | plain

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> "Expected":
        """Back from `to_json`. Raises KeyError or ValueError for what it did not write."""
        out_s, hold_s, back_s = (float(seconds) for seconds in data["tempo_s"])
        return Expected(
            exercise=str(data["exercise"]),
            kind=str(data["kind"]),
            side=str(data["side"]),
            primary=str(data["primary"]),
            start_deg=float(data["start_deg"]),
            far_deg=float(data["far_deg"]),
            tempo_s=(out_s, hold_s, back_s),
            views=tuple(map(str, data["views"])),
            pose={str(name): float(value) for name, value in data["pose"].items()},
            needed=tuple(map(str, data["needed"])),
            meant={str(name): float(value) for name, value in data["meant"].items()},
            pictured={str(v): (float(a), float(b)) for v, (a, b) in data["pictured"].items()},
        )
