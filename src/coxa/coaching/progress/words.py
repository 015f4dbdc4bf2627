"""Readings, sides, marks and names of the profile as a person says them."""

from coxa.checks.check import Measure
from coxa.coaching.progress.judging import Verdict
from coxa.coaching.progress.over_time import Mark
from coxa.language import gettext as _
from coxa.language import ngettext, number
from coxa.training.log import OfSide
from coxa.training.person import Reading


def reading_words(measure: Measure, reading: Reading) -> str:
    """A reading with its unit: "12 cm", "at the toes", "yes"."""
    if measure.kind == "yes_no":
        return _("yes") if reading else _("no")
    if measure.kind == "choice":
        return {"same": _("the same"), "left": _("left"), "right": _("right")}.get(
            str(reading), str(reading)
        )
    value = float(reading)
    if measure.kind == "grade":
        return measure.options[round(value)]
    return amount_words(measure, value)


def amount_words(measure: Measure, value: float) -> str:
    """A number in the unit of a measure, also of a change or a difference."""
    if measure.kind == "grade":
        return ngettext("{n} step", "{n} steps", round(value)).format(n=number(value))
    # The form that goes with the number: 1 takes the first one, and 1.5 the other.
    n = int(value) if float(value).is_integer() else 2
    words = {
        "deg": ngettext("{n} degree", "{n} degrees", n),
        "s": ngettext("{n} second", "{n} seconds", n),
        "s held": ngettext("{n} second held", "{n} seconds held", n),
        "count": ngettext("{n} time", "{n} times", n),
    }
    return words.get(measure.unit, "{n} " + measure.unit).format(n=number(round(value, 1))).strip()


def side_words(side: OfSide) -> str:
    """ "Left", "Right"; "" for a check without sides."""
    return {"left": _("Left"), "right": _("Right"), "both": ""}[side]


def mark_words(measure: Measure, mark: Mark) -> str:
    """ "at least 30 degrees", "0 degrees at most"."""
    value = reading_words(measure, mark.value)
    if measure.kind == "grade":
        return _("{value}, or better").format(value=value)
    if mark.at == "least":
        return _("at least {value}").format(value=value)
    return _("{value} at most").format(value=value)


def verdict_words(verdict: Verdict) -> str:
    return {
        Verdict.FIRST: _("first reading"),
        Verdict.SAME: _("the same"),
        Verdict.CHANCE: _("may be chance"),
        Verdict.BETTER: _("really better"),
        Verdict.WORSE: _("really worse"),
        Verdict.CHANGED: _("really different"),
    }[verdict]


def part_words(part: str) -> str:
    return {
        "mobility": _("Mobility"),
        "strength": _("Strength"),
        "control": _("Control"),
        "symmetry": _("Symmetry"),
    }[part]


def line_words(line: str) -> str:
    """What a term of the profile tells of: a direction, a place, a task."""
    return {
        "forward": _("Bending forward"),
        "back": _("Opening back"),
        "out_to_the_side": _("Out to the side"),
        "turning_out": _("Turning out"),
        "turning_in": _("Turning in"),
        "side_of_the_hip": _("Side of the hip"),
        "buttocks": _("Buttocks"),
        "front_of_the_hip": _("Front of the hip"),
        "legs": _("Legs and hips"),
        "knee": _("Knee over the foot"),
        "pelvis": _("Level pelvis"),
        "lower_back": _("Quiet lower back"),
        "balance": _("Balance"),
        "moving": _("How far both sides move"),
        "strong": _("How strong both sides are"),
        "steady": _("How steady both sides are"),
    }[line]
