"""Which days of the week are used, and which of them train strength."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

DAYS = 7

# Spread over the week, so that strength days can lie apart.
USUAL_DAYS = {
    1: (1,),
    2: (1, 4),
    3: (1, 3, 5),
    4: (1, 3, 5, 6),
    5: (1, 2, 3, 5, 6),
    6: (1, 2, 3, 4, 5, 6),
    7: (1, 2, 3, 4, 5, 6, 7),
}


@dataclass(frozen=True)
class Slot:
    """One session of one day."""

    day: int
    index: int
    strength: bool


@dataclass(frozen=True)
class Calendar:
    slots: tuple[Slot, ...]

    @property
    def days(self) -> tuple[int, ...]:
        return tuple(sorted({slot.day for slot in self.slots}))

    @property
    def strength_days(self) -> tuple[int, ...]:
        return tuple(slot.day for slot in self.slots if slot.strength)


def calendar_of(
    days_per_week: int,
    sessions_per_day: int,
    strength_days: int,
    first_day: int = 1,
    rest_until: int = 0,
) -> Calendar:
    """The week's sessions. No strength up to and including day `rest_until`."""
    days = days_used(days_per_week, first_day)
    strong = spaced(days, strength_days, rest_until)
    return Calendar(
        tuple(
            Slot(day, index, day in strong and index == 0)
            for day in days
            for index in range(sessions_per_day)
        )
    )


def days_used(days_per_week: int, first_day: int = 1) -> tuple[int, ...]:
    """The days trained. A week begun late starts on its first day and takes its share of days."""
    if first_day == 1:
        return USUAL_DAYS[days_per_week]
    left = DAYS - first_day + 1
    count = max(1, round(days_per_week * left / DAYS))
    return tuple(sorted({first_day + round(n * left / count) for n in range(count)}))


def spaced(days: Iterable[int], most: int, rest_until: int = 0) -> tuple[int, ...]:
    """At most `most` of `days`, none of them neighbours, Sunday and Monday neither, far apart."""
    free = [day for day in days if day > rest_until]
    for size in range(min(most, len(free)), 0, -1):
        fits = [chosen for chosen in combinations(free, size) if _apart(chosen)]
        if fits:
            return max(fits, key=lambda chosen: (_least_gap(chosen), [-day for day in chosen]))
    return ()


def _gaps(days: tuple[int, ...]) -> list[int]:
    return [(b - a) % DAYS or DAYS for a, b in zip(days, days[1:] + days[:1], strict=True)]


def _apart(days: tuple[int, ...]) -> bool:
    return all(gap > 1 for gap in _gaps(days))


def _least_gap(days: tuple[int, ...]) -> int:
    return min(_gaps(days))
