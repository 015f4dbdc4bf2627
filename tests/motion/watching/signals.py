"""Made-up movements: readings over time, as the analysis would give them."""

import math
import random
from collections.abc import Iterable, Iterator, Mapping

from coxa.motion.watching.angles import Reading, Status
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.series import Series

Moment = tuple[float, dict[str, Reading]]

SQUAT = Expected("squat", "repetitions", "both", "knee_angle", 5, 105, (1.5, 0.2, 1.5))
RAISE = Expected("raise", "repetitions", "left", "hip_flexion", 0, 70, (1.0, 0.2, 1.0))


def there_and_back(
    heights: Iterable[float], lasts_s: float = 3.0, rests_s: float = 1.0, fps: float = 25.0
) -> list[float]:
    """Degrees at `fps`: rest, and for each height a smooth way there and back, then rest."""
    values = [0.0] * int(rests_s * fps)
    for height in heights:
        n = int(lasts_s * fps)
        values += [height * (1 - math.cos(2 * math.pi * i / n)) / 2 for i in range(n)]
        values += [0.0] * int(rests_s * fps)
    return values


def moments(
    columns: Mapping[str, Iterable[float | None]], fps: float = 25.0, confidence: float = 0.9
) -> Iterator[Moment]:
    """Time and readings for each row of the columns; None is not visible."""
    for i, row in enumerate(zip(*columns.values(), strict=True)):
        yield i / fps, {n: reading(v, confidence) for n, v in zip(columns, row, strict=True)}


def reading(value: float | None, confidence: float = 0.9) -> Reading:
    if value is None:
        return Reading(None, 0.0, Status.HIDDEN)
    return Reading(value, confidence, Status.SEEN)


def both(values: Iterable[float | None], name: str = "knee_angle") -> dict[str, list[float | None]]:
    """The same on the left and the right."""
    column = list(values)
    return {f"{name}_l": column, f"{name}_r": column}


def trembling(values: Iterable[float], by_deg: float, seed: int) -> list[float]:
    """With normal noise on every value."""
    chance = random.Random(seed)  # noqa: S311 - the same noise in every run
    return [value + chance.gauss(0, by_deg) for value in values]


def series_of(columns: Mapping[str, Iterable[float | None]]) -> Series:
    series = Series()
    for time_s, row in moments(columns):
        series.add(time_s, row)
    return series
