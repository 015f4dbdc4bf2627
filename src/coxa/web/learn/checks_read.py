"""How a check is read: made from the check itself, so that the two cannot disagree."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _

from coxa.checks.check import Check, Flag, Measure
from coxa.coaching.check_change import SHARE_OF_CHANCE
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.web.about.words import SITES
from coxa.web.checks.standing import reading_words, unit_words
from coxa.web.learn.shown import TONES, status_words

YOUNGEST, OLDEST = Flag.model_fields["age_from"].default, Flag.model_fields["age_to"].default


@dataclass(frozen=True)
class Mark:
    """What follows, and from which readings, each with whom it is for ("" is everyone)."""

    severity: str
    says: str
    readings: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Says:
    title: str
    text: str
    status: str
    tone: str


@dataclass(frozen=True)
class CheckRead:
    check: Check
    noted: str
    options: tuple[str, ...]
    better: str
    marks: tuple[Mark, ...]
    change: str
    camera_error: str
    adds: tuple[Exercise, ...]
    sources: tuple[Says, ...]


def check_read(check: Check) -> CheckRead:
    measure = check.measure
    return CheckRead(
        check=check,
        noted=_noted(check),
        options=(
            *measure.options,
            *(reading_words(measure, choice) for choice in measure.choices),
        ),
        better=_better(measure),
        marks=tuple(_marks(check)),
        change=_change(measure),
        camera_error=_camera_error(check),
        adds=tuple(exercises()[i] for i in check.adds.include),
        sources=tuple(
            Says(one.title, one.says, status_words(one.status), TONES.get(one.status, ""))
            for one in check.sources
        ),
    )


def _noted(check: Check) -> str:
    measure = check.measure
    if measure.kind == "yes_no":
        return (
            _("You note yes or no.")
            if check.sides == "together"
            else _("You note yes or no for each side.")
        )
    if measure.kind in ("grade", "choice"):
        return (
            _("You choose what fits best.")
            if check.sides != "each"
            else _("You choose what fits best, for each side.")
        )
    if measure.unit == "count":
        return _("You count.") if check.sides != "each" else _("You count, for each side.")
    said = {
        "each": _("You note a number for each side, in {unit}."),
        "together": _("You note one number, in {unit}."),
        "compare": _("You note the difference between the sides, in {unit}."),
    }
    return said[check.sides].format(unit=unit_words(measure))


def _better(measure: Measure) -> str:
    if measure.kind not in ("number", "grade"):
        return ""
    return _("More is better.") if measure.better == "higher" else _("Less is better.")


def _change(measure: Measure) -> str:
    if measure.error_note:
        return measure.error_note
    if measure.kind != "number":
        return _("Any change of the answer counts.")
    share = round(100 * SHARE_OF_CHANCE)
    return _("No error is known. A change counts from {share} % of the first reading on.").format(
        share=share
    )


def _camera_error(check: Check) -> str:
    if check.camera is None or not check.camera.error.value:
        return ""
    error = check.camera.error
    unit = "" if check.measure.unit == "count" else unit_words(check.measure)
    value = f"{error.value:g} {unit}".strip()
    return _("It may be {value} off.").format(value=value)


def _marks(check: Check) -> Iterator[Mark]:
    words = {"clear": _("Stands out"), "mild": _("A little"), "watch": _("Worth watching")}
    told: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for flag in check.flags:
        reading = " ".join(_conditions(check.measure, flag))
        first_up = reading[:1].upper() + reading[1:]
        told.setdefault((flag.severity, flag.says), []).append((first_up, _who(flag)))
    for (severity, says), readings in told.items():
        yield Mark(words[severity], says, tuple(readings))


def _conditions(measure: Measure, flag: Flag) -> Iterator[str]:
    """All that has to hold for the reading to count, as words."""
    if measure.kind == "grade":
        grades = range(len(measure.options))
        fitting = [measure.options[grade] for grade in grades if _fits(flag, grade)]
        yield _(" or ").join(fitting)
        return
    bounds = (
        (flag.below, _("below {value}")),
        (flag.above, _("above {value}")),
        (flag.equals, "{value}"),
        (flag.differs_from, _("anything but “{value}”")),
    )
    for bound, words in bounds:
        if bound is not None:
            yield words.format(value=reading_words(measure, bound))
    yield from _difference(measure, flag)


def _fits(flag: Flag, grade: int) -> bool:
    return (
        (flag.below is None or grade < flag.below)
        and (flag.above is None or grade > flag.above)
        and (flag.at_least is None or grade >= flag.at_least)
        and (flag.equals is None or grade == flag.equals)
    )


def _difference(measure: Measure, flag: Flag) -> Iterator[str]:
    over, share = flag.side_difference_over, flag.side_difference_over_share
    percent = f"{100 * share:g} %" if share is not None else ""
    if over is None:
        if share is not None:
            yield _("more than {share} between the sides").format(share=percent)
        return
    # 9.99 is how a table writes that 10 itself counts; beside a share the figure counts too.
    counts = share is not None or over % 1 > 0.9
    value = reading_words(measure, ceil(over) if counts else over)
    if share is not None:
        words = _("{value} or more between the sides, and more than {share}")
    elif counts:
        words = _("{value} or more between the sides")
    else:
        words = _("more than {value} between the sides")
    yield words.format(value=value, share=percent)


def _who(flag: Flag) -> str:
    parts = []
    if flag.sex:
        parts.append(_("women") if flag.sex == "F" else _("men"))
    if flag.age_from > YOUNGEST and flag.age_to < OLDEST:
        parts.append(_("{low} to {high} years").format(low=flag.age_from, high=flag.age_to))
    elif flag.age_from > YOUNGEST:
        parts.append(_("from {low} years").format(low=flag.age_from))
    elif flag.age_to < OLDEST:
        parts.append(_("up to {high} years").format(high=flag.age_to))
    if flag.needs_pain_at:
        site = SITES.get(flag.needs_pain_at)
        parts.append(_("with pain: {place}").format(place=site) if site else _("with pain"))
    return ", ".join(parts)
