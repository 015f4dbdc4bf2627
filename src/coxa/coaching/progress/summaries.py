"""Each subject in a sentence or two: what stands above a chart, and for who does not see it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from coxa.anatomy.sides import Side
from coxa.coaching.progress.effort import EffortWeek
from coxa.coaching.progress.feels import Feels, FeelsProgress
from coxa.coaching.progress.judging import Judgement, Verdict
from coxa.coaching.progress.minutes import TrainedWeek
from coxa.coaching.progress.over_time import CheckOverTime, CheckSide
from coxa.coaching.progress.pain import PainProgress
from coxa.coaching.progress.profile import Part, State
from coxa.coaching.progress.ratings import Rated, Ratings
from coxa.coaching.progress.volume import MuscleVolume, Volume
from coxa.coaching.progress.words import amount_words, reading_words, side_words
from coxa.exercises.vocabulary import Kind
from coxa.language import capital, listed, ngettext, number
from coxa.language import gettext as _
from coxa.training.log import Effort

MOST_NAMED = 3  # muscles


def pain_says(found: PainProgress) -> str:
    judged = found.judged
    if judged is None:
        return _("You have not told how much it hurts yet.")
    usual = found.basis == "usual"
    if judged.verdict is Verdict.FIRST:
        said = _("Your usual pain is {n} of 10.") if usual else _("Your pain is {n} of 10.")
        return said.format(n=_n(judged.last)) + " " + _("A second answer shows what changes.")
    if judged.verdict is Verdict.SAME:
        said = (
            _("Your usual pain is {n} of 10, as at first.")
            if usual
            else _("Your pain after sessions is {n} of 10, as at first.")
        )
        return said.format(n=_n(judged.last))
    said = (
        _("Your usual pain was {first} of 10 at first and is {last} now.")
        if usual
        else _("Your pain after sessions was {first} of 10 at first and is {last} now.")
    )
    return f"{said.format(first=_n(judged.first), last=_n(judged.last))} {_verdict(judged)}"


def _verdict(judged: Judgement) -> str:
    if judged.verdict is Verdict.BETTER:
        return _("That is a change that matters, and not only chance.")
    if judged.verdict is Verdict.WORSE:
        return _("That is clearly worse. A professional can look at it with you.")
    if judged.step is None:
        return _("That is no clear change yet.")
    n = int(judged.step) if float(judged.step).is_integer() else 2
    return ngettext(
        "That can be chance: from where you started, it takes {n} point.",
        "That can be chance: from where you started, it takes {n} points.",
        n,
    ).format(n=number(round(judged.step, 1)))


def ratings_say(found: Ratings) -> str:
    if found.mean is None:
        return _("Rate your activities a second time, and you see here what changes.")
    said = _("Your activities together were {first} of 10 at first and are {last} now.")
    return (
        f"{said.format(first=_n(found.mean.first), last=_n(found.mean.last))} "
        f"{_verdict(found.mean)}"
    )


def rated_says(one: Rated) -> str:
    if one.judged.verdict is Verdict.FIRST:
        return _("{name}: {n} of 10.").format(name=one.name, n=_n(one.judged.last))
    if one.judged.verdict is Verdict.SAME:
        return _("{name}: {n} of 10, as at first.").format(name=one.name, n=_n(one.judged.last))
    said = _("{name}: {first} of 10 at first, {last} now.")
    words = said.format(name=one.name, first=_n(one.judged.first), last=_n(one.judged.last))
    return f"{words} {_verdict(one.judged)}"


def minutes_say(weeks: Sequence[TrainedWeek]) -> str:
    """What was done, and nothing about what was not."""
    trained = [one for one in weeks if one.days]
    if not trained:
        return _("Your first session begins this page.")
    days, minutes = sum(one.days for one in trained), round(sum(one.minutes for one in trained))
    said = ngettext("You trained on {n} day", "You trained on {n} days", days).format(n=days)
    more = ngettext("{n} minute in all.", "{n} minutes in all.", minutes).format(n=minutes)
    whole = [one for one in trained if not one.running]
    if len(whole) < 2:
        return f"{said}, {more}"
    usual = round(median(one.minutes for one in whole))
    week = ngettext(
        "A usual week of yours has {n} minute.", "A usual week of yours has {n} minutes.", usual
    ).format(n=usual)
    return f"{said}, {more} {week}"


def check_says(one: CheckOverTime) -> tuple[str, ...]:
    """A sentence for each side: the newest reading against the first."""
    return tuple(_side_says(one, side) for side in one.sides)


def _side_says(one: CheckOverTime, side: CheckSide) -> str:
    measure, judged = one.check.measure, side.since_first
    now = reading_words(measure, judged.last)
    words = _compared(now, reading_words(measure, judged.first), judged)
    name = side_words(side.side)
    said = f"{name}: {words}" if name else capital(words)
    if judged.verdict is not Verdict.CHANCE or not judged.step:
        return said
    step = amount_words(measure, judged.step)
    return said + " " + _("A change of up to {step} may be chance.").format(step=step)


def _compared(now: str, first: str, judged: Judgement) -> str:
    """Whole sentences each, so that every language may turn them as it needs."""
    if judged.verdict is Verdict.FIRST:
        return _("{now}, the first reading.").format(now=now)
    if judged.verdict is Verdict.SAME:
        return _("{now}, as at first.").format(now=now)
    said = {
        Verdict.BETTER: _("{now} now, {first} at first: really better."),
        Verdict.WORSE: _("{now} now, {first} at first: really worse."),
        Verdict.CHANGED: _("{now} now, {first} at first: really different."),
        Verdict.CHANCE: _("{now} now, {first} at first."),
    }[judged.verdict]
    return said.format(now=now, first=first)


def effort_says(weeks: Iterable[EffortWeek]) -> str:
    """The answer that was given most often, and what the plan makes of it."""
    counts: Counter[Effort] = Counter()
    for week in weeks:
        counts.update(week.counts)
    told = sum(counts.values())
    if not told:
        return _(
            "After a strength exercise you are asked how many more you could have done. "
            "Your answers stand here."
        )
    most = max(counts, key=lambda left: counts[left])
    return {
        "0-1": _(
            "Most often ({n} of {told} times) you had none or one left after the last set. "
            "An exercise stays as it is until that gets easier."
        ),
        "2-3": _(
            "Most often ({n} of {told} times) you had two or three left after the last set. "
            "That is what the plan aims at."
        ),
        "4+": _(
            "Most often ({n} of {told} times) you had four or more left after the last set. "
            "While you learn an exercise that is right; later it may grow from there."
        ),
    }[most].format(n=counts[most], told=told)


def feels_say(found: FeelsProgress) -> str:
    lately = found.lately
    parts: dict[Feels, str] = {
        "looser": ngettext(
            "looser after {n} session", "looser after {n} sessions", lately["looser"]
        ),
        "same": ngettext("the same after {n}", "the same after {n}", lately["same"]),
        "stiffer": ngettext("stiffer after {n}", "stiffer after {n}", lately["stiffer"]),
    }
    told = [words.format(n=lately[feels]) for feels, words in parts.items() if lately[feels]]
    if not told:
        return _("After a session you can say how your hips feel. Your answers stand here.")
    return _("In the last four weeks your hips felt {list}.").format(list=listed(told))


def muscles_say(found: Volume, kind: Kind) -> str:
    """The muscles that got most of it lately, by what the side with more of it got."""
    best: dict[str, float] = {}
    for one in found.of(kind):
        name = muscle_words(one)
        best[name] = max(best.get(name, 0.0), one.lately)
    most = sorted((name for name in best if best[name]), key=lambda name: -best[name])[:MOST_NAMED]
    if not most:
        if kind is Kind.STRENGTH:
            return _("No strength work in the last weeks.")
        return _("No stretching in the last weeks.")
    listed = "; ".join(f"{name} ({volume_words(kind, best[name])})" for name in most)
    if kind is Kind.STRENGTH:
        return _("Most strength work a week: {list}.").format(list=listed)
    return _("Most stretching a week: {list}.").format(list=listed)


def muscle_words(one: MuscleVolume) -> str:
    """Its everyday name, without that of the field."""
    return one.muscle.words.partition(" (")[0]


def volume_words(kind: Kind, amount: float) -> str:
    """Sets of a week, or minutes of seconds held: "4.5 sets", "3 minutes"."""
    value = round(float(amount) if kind is Kind.STRENGTH else amount / 60, 1)
    n = int(value) if value.is_integer() else 2
    if kind is Kind.STRENGTH:
        return ngettext("{n} set", "{n} sets", n).format(n=number(value))
    return ngettext("{n} minute", "{n} minutes", n).format(n=number(value))


def side_name(side: Side) -> str:
    return _("left") if side is Side.LEFT else _("right")


def part_says(part: Part) -> str:
    """The score of a part, in whole terms: what is judged, and what is not."""
    if not part.judged:
        return _("Nothing here has been checked against a mark yet.")
    said = ngettext(
        "{within} of {n} check is within its mark.",
        "{within} of {n} checks are within their mark.",
        part.judged,
    ).format(within=part.within, n=part.judged)
    if part.id == "symmetry":
        said = ngettext(
            "{within} of {n} comparison is even.",
            "{within} of {n} comparisons are even.",
            part.judged,
        ).format(within=part.within, n=part.judged)
    missing = len(part.in_state(State.UNCHECKED))
    if not missing:
        return said
    return (
        said
        + " "
        + ngettext("{n} is not yet checked.", "{n} are not yet checked.", missing).format(n=missing)
    )


def _n(value: float | bool | str) -> str:
    return number(round(float(value), 1))
