"""How a person stands with the checks: last values, when they are due, what is left out."""

from collections.abc import Iterator
from datetime import date, timedelta

from coxa.checks.check import Check, Measure
from coxa.checks.library import checks
from coxa.reading.values import Value
from coxa.training.log import CheckDone, Log
from coxa.training.person import Reading, Sided

EVERY_DAYS = 28
UNITS = {"s": "seconds", "deg": "degrees", "count": "times"}
SHARE_OF_CHANCE = 0.10  # where no measurement error is known


class Last(Value):
    """What was read last, when, and what was read before it."""

    day: date
    value: Sided | Reading
    earlier: Sided | Reading | None = None

    @property
    def due(self) -> date:
        return self.day + timedelta(days=EVERY_DAYS)


def last_of(check: Check, entries: Log) -> Last | None:
    done = [
        (entry.day, entry.body.value)
        for entry in entries
        if isinstance(entry.body, CheckDone) and entry.body.check_id == check.id
    ]
    if not done:
        return None
    day, value = done[-1]
    return Last(day=day, value=value, earlier=done[-2][1] if len(done) > 1 else None)


def value_words(check: Check, value: Sided | Reading) -> str:
    """A reading as a person says it: "left 12 cm, right 14 cm"."""
    if not isinstance(value, Sided):
        return reading_words(check.measure, value)
    return ", ".join(f"{side} {reading_words(check.measure, one)}" for side, one in _sides(value))


def reading_words(measure: Measure, value: Reading) -> str:
    if measure.kind == "yes_no":
        return "yes" if value else "no"
    if measure.kind == "grade":
        return measure.options[int(float(value))]
    if measure.kind == "choice":
        return str(value).replace("_", " ")
    return f"{float(value):g} {unit_words(measure)}".strip()


def unit_words(measure: Measure) -> str:
    return UNITS.get(measure.unit, measure.unit)


def change_words(check: Check, last: Last) -> list[str]:
    """What changed since the time before, and whether it is more than chance."""
    if last.earlier is None:
        return []
    now, before = dict(_sides(last.value)), dict(_sides(last.earlier))
    return [_change(check.measure, side, before[side], now[side]) for side in now if side in before]


def _change(measure: Measure, side: str, before: Reading, now: Reading) -> str:
    where = f"{side.capitalize()}: " if side else ""
    was, is_now = reading_words(measure, before), reading_words(measure, now)
    if was == is_now:
        return f"{where}{is_now}, the same as last time."
    moved = f"{where}{is_now} now, {was} last time."
    if measure.kind == "number" and not _is_real(measure, float(before), float(now)):
        return f"{moved} That small a step may be chance."
    return moved


def _is_real(measure: Measure, before: float, now: float) -> bool:
    error = measure.error if measure.error is not None else abs(before) * SHARE_OF_CHANCE
    return abs(now - before) > error


def _sides(value: Sided | Reading) -> Iterator[tuple[str, Reading]]:
    if not isinstance(value, Sided):
        yield "", value
        return
    for side, one in (("left", value.left), ("right", value.right)):
        if one is not None:
            yield side, one


def in_order() -> list[Check]:
    """First-visit checks first, in their order; then by name."""
    return sorted(checks().values(), key=lambda one: (one.first_visit or 99, one.name))
