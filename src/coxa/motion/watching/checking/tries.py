"""Tries, and what follows from several of them: the value to propose and how well it repeats."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from coxa.motion.watching.checking.task import Task

FOR_A_SPREAD = 3  # tries from which a standard deviation is given: with two it says little
DIGITS = {"deg": 0, "s": 1, "count": 0, "grade": 0, "yes_no": 0}
YES = 0.5  # 1 is yes, 0 no
UNIT_WORDS = {"deg": ("degree", "degrees"), "s": ("second", "seconds"), "count": ("", "")}


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
        return "yes" if value >= YES else "no"
    if task.unit == "grade":
        return task.options[round(value)]
    shown = round(value, DIGITS[task.unit])
    one, many = UNIT_WORDS[task.unit]
    return f"{shown + 0.0:g} {one if shown == 1 else many}".strip()


def plain(value: float, task: Task) -> float | bool:
    """A value as the log has it: yes and no as a boolean, the others as numbers."""
    return value >= YES if task.unit == "yes_no" else value


def counts_words(count: int, task: Task) -> str:
    """Which of the tries counts, as part of a sentence."""
    if count == 1:
        return "one try"
    return {
        "best": f"the best of {count} tries",
        "mean": f"the mean of {count} tries",
        "middle": "what most of the tries say" if task.unit == "yes_no" else _middle(count),
        "worst_twice": f"the worst that was seen twice in {count} tries",
    }[task.counts]


def _middle(count: int) -> str:
    return f"the middle one of {count} tries" if count > 2 else "the worse of 2 tries"


def _words(values: Sequence[float], value: float, task: Task) -> list[str]:
    shown, count = value_words(value, task), len(values)
    said = [f"{shown[:1].upper()}{shown[1:]}: {counts_words(count, task)}."]
    if count > 1:
        said.append(_apart(values, task))
    if task.unit in UNIT_WORDS and task.error:
        said.append(f"A camera may be off by about {value_words(task.error, task)}.")
    return said


def _apart(values: Sequence[float], task: Task) -> str:
    apart = max(values) - min(values)
    if round(apart, DIGITS[task.unit]) == 0:
        return "Your tries agree."
    if task.unit not in UNIT_WORDS:
        return "Your tries do not all agree."
    return f"Your tries lie {value_words(apart, task)} apart."
