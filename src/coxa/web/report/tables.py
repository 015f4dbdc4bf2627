"""The two tables of the report: what was rated, and what was checked."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from coxa.checks.check import Measure
from coxa.coaching.progress.judging import Judgement, Verdict
from coxa.coaching.progress.over_time import CheckOverTime, CheckSide
from coxa.coaching.progress.words import (
    amount_words,
    mark_words,
    reading_words,
    verdict_words,
)
from coxa.coaching.report.report import Report
from coxa.language import capital, number
from coxa.training.outcomes import measures

MOST_ACTIVITIES = 6  # three are rated at a time; names may have changed
# Listed first: what got worse, then what got better, then what is compared, then the rest.
_ORDER = (
    Verdict.WORSE, Verdict.BETTER, Verdict.CHANGED, Verdict.CHANCE, Verdict.SAME, Verdict.FIRST,
)  # fmt: skip
NOTHING = "–"

Row = list[str]


def pain_table(report: Report) -> tuple[list[str], list[Row]]:
    head = [_("From 0 to 10"), _("At first"), _("Now"), _("Counts from"), _("Verdict")]
    return head, list(_pain_rows(report))


def _pain_rows(report: Report) -> Iterator[Row]:
    pain, ratings = report.pain, report.ratings
    if pain.judged:
        usual = pain.basis == "usual"
        name = _("Usual pain") if usual else _("Pain after sessions")
        yield _rated(name, pain.judged, _counts_from("nrs"))
    for one in ratings.activities[:MOST_ACTIVITIES]:
        words = _("{activity} (10 is as well as ever)").format(activity=one.name)
        yield _rated(words, one.judged, _counts_from("psfs_activity"))
    if ratings.mean:
        yield _rated(_("Activities, their mean"), ratings.mean, _counts_from("psfs_average"))
    if ratings.stiffness:
        first, last = ratings.stiffness[0].value, ratings.stiffness[-1].value
        said = [_("Stiffness in the morning"), _n(first), _n(last)]
        yield [*said, _("not known"), _("Not judged")]
    if ratings.overall and ratings.overall_judged:
        last = ratings.overall[-1].value
        reached = number(measures()["pgic"].reaches or 0)
        yield [
            _("Overall change, from 1 much worse to 7 much better"),
            NOTHING,
            _n(last),
            _("{value} of 7").format(value=reached),
            capital(_overall(ratings.overall_judged)),
        ]


def _overall(judged: Judgement) -> str:
    """A change is in the answer itself, so that one answer is enough."""
    reaches = measures()["pgic"].reaches
    if reaches is not None and float(judged.last) >= reaches:
        return verdict_words(Verdict.BETTER)
    return _("no clear change")


def _rated(name: str, judged: Judgement, counts_from: str) -> Row:
    alone = judged.verdict is Verdict.FIRST
    first = NOTHING if alone else _n(judged.first)
    return [name, first, _n(judged.last), counts_from, capital(verdict_words(judged.verdict))]


def _counts_from(name: str) -> str:
    known = measures()[name]
    points = _("{n} points").format(n=number(known.points or 0))
    if known.share is None:
        return points
    share = number(100 * known.share)
    return _("{points} or {share} %").format(points=points, share=share)


def _n(value: Any) -> str:
    return number(round(float(value), 1))


def check_table(checks: Iterable[CheckOverTime]) -> tuple[list[str], list[Row]]:
    head = [
        _("Check"), _("Left"), _("Right"), _("Aim"), _("Error"), _("Verdict"),
    ]  # fmt: skip
    return head, [_row(one) for one in sorted(checks, key=_place)]


def _place(one: CheckOverTime) -> tuple[int, str]:
    return min(_ORDER.index(side.since_first.verdict) for side in one.sides), one.check.name


def _row(one: CheckOverTime) -> Row:
    """A check without sides has its reading under Left, and says there that it is of both."""
    measure = one.check.measure
    left, right, both = one.on("left"), one.on("right"), one.on("both")
    newest = both if both and not (left or right) else None
    first_cell = _("both: {reading}").format(reading=_cell(measure, newest)) if newest else ""
    return [
        one.check.name,
        first_cell or _cell(measure, left),
        NOTHING if newest else _cell(measure, right),
        mark_words(measure, one.marks[0]) if one.marks else NOTHING,  # the mildest
        _chance(one),
        _verdict(one),
    ]


def _cell(measure: Measure, side: CheckSide | None) -> str:
    if side is None:
        return NOTHING
    now = reading_words(measure, side.newest.reading)
    if side.since_first.verdict is Verdict.FIRST:
        return now
    if side.since_first.verdict is Verdict.SAME:
        return _("{last}, as at first").format(last=now)
    if measure.kind == "number":
        first = number(round(float(side.since_first.first), 1))
    else:
        first = reading_words(measure, side.since_first.first)
    return _("{first}, now {last}").format(first=first, last=now)


def _chance(one: CheckOverTime) -> str:
    """The largest of both sides: sides differ where tries lay apart or a camera took part."""
    steps = [side.since_first.step for side in one.sides if side.since_first.step]
    return amount_words(one.check.measure, max(steps)) if steps else NOTHING


def _verdict(one: CheckOverTime) -> str:
    """One word for both sides where it is the same, else one for each."""
    verdicts = {side.side: verdict_words(side.since_first.verdict) for side in one.sides}
    if len(set(verdicts.values())) == 1:
        return capital(next(iter(verdicts.values())))
    names = {"left": _("left"), "right": _("right"), "both": _("both")}
    said = (
        _("{side} {verdict}").format(side=names[side], verdict=words)
        for side, words in verdicts.items()
    )
    return capital(", ".join(said))
