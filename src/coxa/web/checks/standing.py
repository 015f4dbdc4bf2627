"""How a person stands with the checks: last values, when they are due, what is left out."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.checks.check import Check, Measure
from coxa.checks.library import checks
from coxa.coaching.check_change import is_real
from coxa.language import number
from coxa.reading.values import Value
from coxa.training.log import CheckDone, Log, OfSide
from coxa.training.person import Reading, Sided

EVERY_DAYS = 28
UNITS = {
    "s": lazy("seconds"),
    "s held": lazy("s held"),
    "deg": lazy("degrees"),
    "count": lazy("times"),
}
SIDED = {
    "": lazy("{words}"),
    "left": lazy("left {words}"),
    "right": lazy("right {words}"),
}
WHERE = {"": lazy("{words}"), "left": lazy("Left: {words}"), "right": lazy("Right: {words}")}
CHOICES = {"same": lazy("same"), "left": lazy("left"), "right": lazy("right")}


class Last(Value):
    """What was read last, when, and what was read before it."""

    day: date
    done: CheckDone
    before: CheckDone | None = None

    @property
    def value(self) -> Sided | Reading:
        return self.done.value

    @property
    def earlier(self) -> Sided | Reading | None:
        return self.before.value if self.before else None

    @property
    def due(self) -> date:
        return self.day + timedelta(days=EVERY_DAYS)


def last_of(check: Check, entries: Log) -> Last | None:
    done = [
        (entry.day, entry.body)
        for entry in entries
        if isinstance(entry.body, CheckDone) and entry.body.check_id == check.id
    ]
    if not done:
        return None
    day, last = done[-1]
    return Last(day=day, done=last, before=done[-2][1] if len(done) > 1 else None)


def value_words(check: Check, value: Sided | Reading) -> str:
    """A reading as a person says it: "left 12 cm, right 14 cm"."""
    if not isinstance(value, Sided):
        return reading_words(check.measure, value)
    return ", ".join(sided(side, reading_words(check.measure, one)) for side, one in _sides(value))


def reading_words(measure: Measure, value: Reading) -> str:
    if measure.kind == "yes_no":
        return _("yes") if value else _("no")
    if measure.kind == "grade":
        return measure.options[int(float(value))]
    if measure.kind == "choice":
        return choice_words(str(value))
    return f"{number(float(value))} {unit_words(measure)}".strip()


def unit_words(measure: Measure) -> str:
    return str(UNITS.get(measure.unit, measure.unit))


def choice_words(choice: str) -> str:
    return str(CHOICES.get(choice, choice.replace("_", " ")))


def sided(side: str, words: str) -> str:
    """ "left 12 cm"; as it is for what has no side."""
    return SIDED[side].format(words=words)


def change_words(check: Check, last: Last) -> list[str]:
    """What changed since the time before, and whether it is more than chance."""
    if last.before is None:
        return []
    now, before = dict(_sides(last.done.value)), dict(_sides(last.before.value))
    return [
        _change(check, side, before[side], now[side], _is_real(check, side, last))
        for side in now
        if side in before
    ]


def _is_real(check: Check, side: str, last: Last) -> bool:
    of: OfSide = "left" if side == "left" else "right" if side == "right" else "both"
    return last.before is not None and is_real(check, of, last.before, last.done)


def _change(check: Check, side: str, before: Reading, now: Reading, real: bool) -> str:
    where = WHERE[side]
    was, is_now = reading_words(check.measure, before), reading_words(check.measure, now)
    if was == is_now:
        return where.format(words=_("{now}, the same as last time.").format(now=is_now))
    moved = where.format(words=_("{now} now, {was} last time.").format(now=is_now, was=was))
    return moved if real else _("{moved} That small a step may be chance.").format(moved=moved)


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
