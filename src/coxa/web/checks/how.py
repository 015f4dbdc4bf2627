"""How a check's value came about, in words: by which tries, and whether it was changed."""

from collections.abc import Iterator, Sequence

from coxa.checks.check import Check
from coxa.training.log import CheckDone
from coxa.training.person import Reading
from coxa.web.checks.standing import reading_words, unit_words, value_words


def how_words(check: Check, done: CheckDone) -> list[str]:
    """Sentences for what the camera measured; none for what a person answered."""
    if done.method != "camera":
        return []
    return ["Measured with the camera.", *_tries(check, done), *_changed(check, done)]


def _tries(check: Check, done: CheckDone) -> Iterator[str]:
    for side, tries in done.tries.items():
        whose = "Tries" if side == "both" else f"Tries on the {side}"
        yield f"{whose}: {_listed([_short(check, one) for one in tries])}{_unit(check)}."


def _changed(check: Check, done: CheckDone) -> Iterator[str]:
    if done.proposed is not None:
        yield f"The camera said {value_words(check, done.proposed)}; you changed it."


def _short(check: Check, reading: Reading) -> str:
    """A reading without its unit, which is said once."""
    if check.measure.kind == "number":
        return f"{float(reading):.3g}"
    return reading_words(check.measure, reading)


def _unit(check: Check) -> str:
    return f" {unit_words(check.measure)}" if check.measure.kind == "number" else ""


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
