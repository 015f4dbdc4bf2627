"""Tries, and what follows from several of them: the value to propose and how well it repeats."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from coxa.language import capital, ngettext, number
from coxa.language import gettext as _
from coxa.motion.watching.checking.task import Task

FOR_A_SPREAD = 3  # tries from which a standard deviation is given: with two it says little
DIGITS = {"deg": 0, "s": 1, "count": 0, "grade": 0, "yes_no": 0}
YES = 0.5  # 1 is yes, 0 no
IN_NUMBERS = frozenset({"deg", "s", "count"})


@dataclass(frozen=True, slots=True)
class Try:
    """One try. `value` is in the check's unit: degrees, seconds, a count, a grade, or 1 for yes.

    `confidence` runs from 0 to 1; `said` is why it ended, or what to know about it.
    """

    value: float
    side: str
    start_s: float
    end_s: float
    confidence: float
    said: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to write down, if the person agrees.

    `value` is None without a try. `spread` is the standard deviation of the tries, `range` the
    highest less the lowest: None where there are too few. `enough`: no further try is needed.
    """

    value: float | None
    spread: float | None
    range: float | None
    error: float
    enough: bool
    tries: tuple[float, ...]
    words: tuple[str, ...]


def proposed(tries: Sequence[Try], task: Task) -> Proposal:
    """What the tries so far come to."""
    values = [one.value for one in tries]
    value = chosen(values, task) if values else None
    return Proposal(
        value=value,
        spread=standard_deviation(values) if task.unit != "yes_no" else None,
        range=max(values) - min(values) if len(values) > 1 else None,
        error=task.error,
        enough=enough(values, task),
        tries=tuple(round(one, 1) for one in values),
        words=tuple(_words(values, value, task)) if value is not None else (),
    )


def chosen(values: Sequence[float], task: Task) -> float:
    """The value that counts, rounded as the unit is read. Raises ValueError without values."""
    worst_first = sorted(values, reverse=task.better in ("lower", "false"))
    if task.counts == "best":
        value = worst_first[-1]
    elif task.counts == "mean":
        value = sum(values) / len(values)
    elif task.counts == "worst_twice":
        # What was seen once may be chance: the worst that was reached twice.
        value = worst_first[min(1, len(worst_first) - 1)]
    else:
        value = worst_first[(len(worst_first) - 1) // 2]
    return round(value, DIGITS[task.unit])


def enough(values: Sequence[float], task: Task) -> bool:
    """Whether all tries are there, or one went to the end of the clock."""
    full = task.numbers.get("enough_at")
    return len(values) >= task.tries or (full is not None and max(values, default=0.0) >= full)


def standard_deviation(values: Sequence[float]) -> float | None:
    """Of the person's own tries (n - 1), the *typical error*; None for fewer than three."""
    if len(values) < FOR_A_SPREAD:
        return None
    mean = sum(values) / len(values)
    return sqrt(sum((one - mean) ** 2 for one in values) / (len(values) - 1))


def value_words(value: float, task: Task) -> str:
    """A value as a person says it: "61 degrees", "yes", "at the ankles"."""
    if task.unit == "yes_no":
        return _("yes") if value >= YES else _("no")
    if task.unit == "grade":
        return task.options[round(value)]
    shown = round(value, DIGITS[task.unit])
    told = number(shown + 0.0)
    many = 1 if shown == 1 else max(2, abs(int(shown)))
    if task.unit == "deg":
        return ngettext("{n} degree", "{n} degrees", many).format(n=told)
    if task.unit == "s":
        return ngettext("{n} second", "{n} seconds", many).format(n=told)
    return told


def plain(value: float, task: Task) -> float | bool:
    """A value as the log has it: yes and no as a boolean, the others as numbers."""
    return value >= YES if task.unit == "yes_no" else value


def counts_words(count: int, task: Task) -> str:
    """Which of the tries counts, as part of a sentence."""
    if count == 1:
        return _("one try")
    return {
        "best": _("the best of {count} tries").format(count=count),
        "mean": _("the mean of {count} tries").format(count=count),
        "middle": _("what most of the tries say") if task.unit == "yes_no" else _middle(count),
        "worst_twice": _("the worst that was seen twice in {count} tries").format(count=count),
    }[task.counts]


def _middle(count: int) -> str:
    return (
        _("the middle one of {count} tries").format(count=count)
        if count > 2
        else _("the worse of 2 tries")
    )


def _words(values: Sequence[float], value: float, task: Task) -> list[str]:
    shown, count = value_words(value, task), len(values)
    told = _("{value}: {which_tries}.")
    said = [told.format(value=capital(shown), which_tries=counts_words(count, task))]
    if count > 1:
        said.append(_apart(values, task))
    if task.unit in IN_NUMBERS and task.error:
        said.append(
            _("A camera may be off by about {error}.").format(error=value_words(task.error, task))
        )
    return said


def _apart(values: Sequence[float], task: Task) -> str:
    apart = max(values) - min(values)
    if round(apart, DIGITS[task.unit]) == 0:
        return _("Your tries agree.")
    if task.unit not in IN_NUMBERS:
        return _("Your tries do not all agree.")
    return _("Your tries lie {apart} apart.").format(apart=value_words(apart, task))
