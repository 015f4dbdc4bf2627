"""Whether a change in a measure is large enough to matter, or within its measurement error."""

from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from coxa.exercises.exercise import Phrase, Sentence
from coxa.exercises.vocabulary import SourceStatus
from coxa.language import gettext as _
from coxa.language import number, per_language
from coxa.reading.folders import read_file
from coxa.reading.values import Value
from coxa.training.person import OutcomeDone, Person
from coxa.training.plan import Outcome

FILE = Path(__file__).with_name("outcomes.toml")
TINY = 1e-9  # so that 5 to 3.5 is the 30 % that it is


class Measure(Value):
    """A change counts from `points` on, or from `share` of the first value on, whichever is first.
    Where `reaches` is given, what counts is that the last value gets there."""

    measure: str
    also: tuple[str, ...] = ()  # other spellings
    name: Phrase
    direction: Literal["up", "down"]  # the way that is better
    points: float | None = Field(default=None, gt=0)
    share: float | None = Field(default=None, gt=0, lt=1)
    reaches: float | None = None
    source: Sentence
    status: SourceStatus

    @model_validator(mode="after")
    def _has_a_threshold(self) -> "Measure":
        if self.points is None and self.share is None and self.reaches is None:
            raise ValueError("give points, share or reaches")
        return self


class Measures(Value):
    measures: tuple[Measure, ...]


@per_language()
def measures() -> dict[str, Measure]:
    """By name and by every other spelling."""
    rows = read_file(FILE, Measures).measures
    return {name: row for row in rows for name in (row.measure, *row.also)}


def outcomes_of(person: Person) -> tuple[Outcome, ...]:
    return tuple(judged(one) for one in person.history.outcomes)


def judged(done: OutcomeDone) -> Outcome:
    known = measures().get(done.measure.lower())
    meaningful = known is not None and is_meaningful(known, done.first, done.last)
    says = _says(known, done, meaningful) if known else _unknown(done)
    return Outcome(
        measure=done.measure, first=done.first, last=done.last, meaningful=meaningful, says=says
    )


def is_meaningful(measure: Measure, first: float, last: float) -> bool:
    """Whether the change is for the better and large enough to matter."""
    better = _better(measure, first, last)
    return (
        (measure.points is not None and better >= measure.points - TINY)
        or (measure.share is not None and first > 0 and better / first >= measure.share - TINY)
        or (measure.reaches is not None and last >= measure.reaches)
    )


def _better(measure: Measure, first: float, last: float) -> float:
    return first - last if measure.direction == "down" else last - first


def _says(known: Measure, done: OutcomeDone, meaningful: bool) -> str:
    was = _("{measure}: {first} at first, {last} now.").format(
        measure=known.name, first=number(done.first), last=number(done.last)
    )
    return f"{was} {_verdict(known, done, meaningful)}"


def _verdict(known: Measure, done: OutcomeDone, meaningful: bool) -> str:
    if known.reaches is not None:
        if meaningful:
            return _("That is a change that matters.")
        return _("That is no clear change yet.")
    if meaningful:
        told = _("That is a change that matters, not only chance ({threshold}).")
    elif is_meaningful(_turned_round(known), done.first, done.last):
        told = _("That is clearly worse ({threshold}). Have a professional look at it.")
    elif done.first == done.last:
        told = _("Nothing has changed so far ({threshold}).")
    else:
        told = _("That can be chance, or how it was measured ({threshold}).")
    return told.format(threshold=_threshold(known))


def _turned_round(measure: Measure) -> Measure:
    other: Literal["up", "down"] = "up" if measure.direction == "down" else "down"
    return measure.model_copy(update={"direction": other})


def _threshold(measure: Measure) -> str:
    points, share = measure.points, measure.share
    if points is None:
        return _("it takes {percent} %").format(percent=number((share or 0) * 100))
    if share is None:
        return _("it takes {points} points").format(points=number(points))
    told = _("it takes {points} points or {percent} %")
    return told.format(points=number(points), percent=number(share * 100))


def _unknown(done: OutcomeDone) -> str:
    return _(
        "{measure}: {first} at first, {last} now. We know no figure for how large a change in it "
        "must be to matter, so we do not judge it."
    ).format(measure=done.measure, first=number(done.first), last=number(done.last))
