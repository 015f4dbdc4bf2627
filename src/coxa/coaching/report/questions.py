"""What to ask a professional: the person's own questions, and one for each thing that a named rule
finds worth a look. Rules ask; they never say what it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from coxa.checks.check import Check
from coxa.coaching.assess import findings_of
from coxa.coaching.blocks import WEEK, monday_of
from coxa.coaching.progress.judging import Judgement, Verdict
from coxa.coaching.progress.over_time import BETTER, CheckOverTime, CheckSide, is_level
from coxa.coaching.progress.pain import PainProgress
from coxa.coaching.progress.ratings import Ratings
from coxa.coaching.progress.told import Told
from coxa.coaching.progress.words import reading_words
from coxa.coaching.week import WeekView
from coxa.exercises.library import exercises
from coxa.language import Phrases, later, number
from coxa.language import gettext as _
from coxa.safety.flags import red_flags
from coxa.training.log import HurtReported, QuestionNoted, SafetyAnswered
from coxa.training.pain import rises
from coxa.training.person import Person, Reading, Sided

# Six weeks of training without less pain are worth a professional's look; our choice (safety.md 3).
LONG = 6 * WEEK
OVERALL_WORSE = 3  # of 7: a little worse, or more than that
MOST_A_RULE = 3  # of one kind of question; the newest or gravest

HURTS = Phrases(
    {
        "sharp_or_locking": later("sharp or locking pain"),
        "numb_or_weak": later("something numb or weak"),
        "cannot_stand": later("a leg that did not carry"),
        "calf_or_chest": later("pain in the calf or the chest"),
    }
)


@dataclass(frozen=True)
class Facts:
    """What the rules look at. `share`: of the planned days that were trained, from 0 to 1."""

    told: Told
    plan: WeekView | None
    share: float | None
    pain: PainProgress
    ratings: Ratings
    checks: tuple[CheckOverTime, ...]

    def week_of(self, day: date) -> int:
        """The week of training that a day lies in; 1 for days before the first session too."""
        if not self.told.trained:
            return 1
        first = monday_of(self.told.trained[0].day)
        return max(1, (monday_of(day) - first) // WEEK + 1)


@dataclass(frozen=True)
class Asked:
    rule: str
    text: str


def asked(facts: Facts) -> tuple[Asked, ...]:
    """The person's own first, then as the rules stand in order."""
    return tuple(
        Asked(rule.__name__, text)
        for rule in RULES
        for text in list(rule(facts))[: MOST_A_RULE if rule is not own_question else None]
    )


def own_question(facts: Facts) -> Iterator[str]:
    for _day, noted in facts.told.of(QuestionNoted):
        yield noted.text


def red_flag_reported(facts: Facts) -> Iterator[str]:
    """Every warning sign that was once answered with yes, newest first, also if it is gone now."""
    said = {code: day for day, page in facts.told.of(SafetyAnswered) for code in page.red_flags}
    for code, day in sorted(said.items(), key=lambda pair: pair[1], reverse=True):
        question = red_flags()[code].question
        yield _("In week {week} the answer was yes to: “{question}” Has it been looked at?").format(
            week=facts.week_of(day), question=question
        )


def hurt_badly(facts: Facts) -> Iterator[str]:
    """Each kind in each exercise once, the newest first."""
    told = [(d, h) for d, h in facts.told.of(HurtReported) if h.what in HURTS]
    newest = {(hurt.what, hurt.exercise_id or ""): day for day, hurt in told}
    for (what, exercise_id), day in sorted(newest.items(), key=lambda pair: pair[1], reverse=True):
        exercise = exercises().get(exercise_id)
        values = {"week": facts.week_of(day), "what": HURTS[what]}
        if exercise is None:
            yield _("In week {week} there was {what}. What does it come from?").format(**values)
        else:
            yield _(
                "In week {week} there was {what} in “{exercise}”. What does it come from?"
            ).format(**values, exercise=exercise.name)


def exercise_stopped(facts: Facts) -> Iterator[str]:
    for one in facts.plan.plan.decisions if facts.plan else ():
        if one.decision == "stop" and one.exercise_id in exercises():
            yield _(
                "“{exercise}” hurt too much twice and was taken out. What can replace it?"
            ).format(exercise=exercises()[one.exercise_id].name)


def pain_got_worse(facts: Facts) -> Iterator[str]:
    judged = facts.pain.judged
    if judged and judged.verdict is Verdict.WORSE:
        yield _("Pain was {first} of 10 at first and is {last} now. What should change?").format(
            **_numbers(judged)
        )


def pain_rises(facts: Facts) -> Iterator[str]:
    person = facts.told.person
    if person and rises(person.history.weekly_pain):
        yield _("Pain has gone up three weeks running. Should the amount go down?")


def pain_did_not_change(facts: Facts) -> Iterator[str]:
    judged, trained = facts.pain.judged, facts.told.trained
    if judged is None or judged.verdict not in (Verdict.SAME, Verdict.CHANCE) or not trained:
        return
    time = facts.told.today - trained[0].day
    if time < LONG or not judged.first:
        return
    values = _numbers(judged) | {"weeks": str(time // WEEK)}
    said = _(
        "Pain has not really changed in {weeks} weeks: {first} of 10 at first, {last} now."
    ).format(**values)
    if facts.share is not None:
        share = round(100 * facts.share)
        said += " " + _("{share} % of the planned days were trained.").format(share=share)
    yield said + " " + _("What else could help?")


def activity_got_worse(facts: Facts) -> Iterator[str]:
    for one in facts.ratings.activities:
        if one.judged.verdict is Verdict.WORSE:
            yield _("“{activity}” went from {first} to {last} of 10. What makes it harder?").format(
                activity=one.name, **_numbers(one.judged)
            )


def worse_overall(facts: Facts) -> Iterator[str]:
    newest = facts.ratings.overall[-1:]
    if newest and newest[0].value <= OVERALL_WORSE:
        yield _("Overall it feels worse than at the start. Is this the right training?")


def check_got_worse(facts: Facts) -> Iterator[str]:
    for one in facts.checks:
        for side in one.sides:
            if side.since_first.verdict is Verdict.WORSE:
                yield _("{check}: {what}, from {first} to {last}. What may be behind it?").format(
                    check=one.check.name,
                    what={
                        "left": _("the left side is really worse"),
                        "right": _("the right side is really worse"),
                        "both": _("it is really worse"),
                    }[side.side],
                    first=reading_words(one.check.measure, side.since_first.first),
                    last=reading_words(one.check.measure, side.since_first.last),
                )


def side_difference_stays(facts: Facts) -> Iterator[str]:
    person = facts.told.person
    for one in facts.checks if person else ():
        left, right = one.on("left"), one.on("right")
        if left and right and person and (side := _stays_behind(one.check, left, right, person)):
            words = {
                "left": _("{check}: left stays behind right ({left} against {right}). Why?"),
                "right": _("{check}: right stays behind left ({right} against {left}). Why?"),
            }[side]
            yield words.format(
                check=one.check.name,
                left=reading_words(one.check.measure, left.newest.reading),
                right=reading_words(one.check.measure, right.newest.reading),
            )


def _stays_behind(check: Check, left: CheckSide, right: CheckSide, person: Person) -> str | None:
    """The side that was behind at first and is now, by the check's own figure for a difference,
    else by its error. None where it was read only once, or where sides took turns."""
    if min(len(left.reads), len(right.reads)) < 2:
        return None
    then = _behind(check, left.reads[0].reading, right.reads[0].reading, person)
    now = _behind(check, left.newest.reading, right.newest.reading, person)
    return now if then == now else None


def _behind(check: Check, left: Reading, right: Reading, person: Person) -> str | None:
    way, error = BETTER.get(check.measure.better), check.measure.error
    if way is None or isinstance(left, str) or isinstance(right, str):
        return None
    ahead = (float(left) - float(right)) * way
    flags = tuple(flag for flag in check.flags if not is_level(flag))
    if flags:
        compared = check.model_copy(update={"flags": flags})
        far = any(findings_of(compared, Sided(left=left, right=right), person))
    else:
        far = error is not None and abs(ahead) > error
    return ("left" if ahead < 0 else "right") if far else None


def _numbers(judged: Judgement) -> dict[str, str]:
    return {
        "first": number(round(float(judged.first), 1)),
        "last": number(round(float(judged.last), 1)),
    }


Rule = Callable[[Facts], Iterator[str]]

RULES: tuple[Rule, ...] = (
    own_question,
    red_flag_reported,
    hurt_badly,
    exercise_stopped,
    pain_got_worse,
    pain_rises,
    pain_did_not_change,
    activity_got_worse,
    worse_overall,
    check_got_worse,
    side_difference_stays,
)
