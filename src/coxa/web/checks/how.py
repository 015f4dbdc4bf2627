"""How a check's value came about, in words: by which tries, and whether it was changed."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.checks.check import Check
from coxa.language import listed, number
from coxa.training.log import CheckDone
from coxa.training.person import Reading
from coxa.web.checks.standing import reading_words, unit_words, value_words


def how_words(check: Check, done: CheckDone) -> list[str]:
    """Sentences for what the camera measured; none for what a person answered."""
    if done.method != "camera":
        return []
    return [_("Measured with the camera."), *_tries(check, done), *_changed(check, done)]


WHOSE = {
    "both": lazy("Tries: {tries}."),
    "left": lazy("Tries on the left: {tries}."),
    "right": lazy("Tries on the right: {tries}."),
}


def _tries(check: Check, done: CheckDone) -> Iterator[str]:
    for side, tries in done.tries.items():
        read = listed([_short(check, one) for one in tries]) + _unit(check)
        yield WHOSE[side].format(tries=read)


def _changed(check: Check, done: CheckDone) -> Iterator[str]:
    if done.proposed is not None:
        yield _("The camera said {value}; you changed it.").format(
            value=value_words(check, done.proposed)
        )


def _short(check: Check, reading: Reading) -> str:
    """A reading without its unit, which is said once."""
    if check.measure.kind == "number":
        return number(float(reading), ".3g")
    return reading_words(check.measure, reading)


def _unit(check: Check) -> str:
    return f" {unit_words(check.measure)}" if check.measure.kind == "number" else ""
