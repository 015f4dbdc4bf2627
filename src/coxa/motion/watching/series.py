"""Readings over time: one column a coordinate, None where it was not seen."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coxa.motion.watching.angles import Reading


@dataclass
class Series:
    """`time_s` (n) seconds; `angles` and `confidence` have n values for each coordinate.

    An angle is in degrees, or None where it could not be read; a confidence is 0 to 1.
    """

    time_s: list[float] = field(default_factory=list)
    angles: dict[str, list[float | None]] = field(default_factory=dict)
    confidence: dict[str, list[float]] = field(default_factory=dict)

    def add(self, time_s: float, readings: Mapping[str, Reading]) -> None:
        """One picture's readings. A coordinate that is new was not seen until now."""
        before = len(self.time_s)
        self.time_s.append(time_s)
        angles, confidences = self.angles, self.confidence
        for name, (value, confidence, _) in readings.items():
            if name not in angles:
                angles[name] = [None] * before
                confidences[name] = [0.0] * before
            angles[name].append(value)
            confidences[name].append(confidence)
        if len(readings) < len(angles):
            self._fill(readings)

    def _fill(self, readings: Mapping[str, Reading]) -> None:
        for name in self.angles.keys() - readings.keys():
            self.angles[name].append(None)
            self.confidence[name].append(0.0)

    def forget(self, before_s: float) -> None:
        """Drop what was read before that time."""
        gone = bisect_left(self.time_s, before_s)
        del self.time_s[:gone]
        for angles in self.angles.values():
            del angles[:gone]
        for confidence in self.confidence.values():
            del confidence[:gone]

    def seen(self, name: str) -> tuple[list[float], list[float]]:
        """The times and values (degrees) at which a coordinate was read."""
        pairs = [
            (t, v) for t, v in zip(self.time_s, self.angles[name], strict=True) if v is not None
        ]
        return [t for t, _ in pairs], [v for _, v in pairs]


def share(values: Sequence[float], part: float) -> float:
    """The value below which `part` (0 to 1) of the values lie. Raises ValueError for no values."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
