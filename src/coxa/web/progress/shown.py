"""The profile, the checks and the milestones as the pages show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from coxa.checks.check import Check
from coxa.coaching.progress.deeds import deed_words
from coxa.coaching.progress.judging import Verdict
from coxa.coaching.progress.milestones import Deed, Milestone
from coxa.coaching.progress.over_time import CheckOverTime
from coxa.coaching.progress.profile import HipProfile, Part, State, Term
from coxa.coaching.progress.summaries import part_says
from coxa.coaching.progress.words import (
    amount_words,
    line_words,
    mark_words,
    part_words,
    reading_words,
    side_words,
    verdict_words,
)
from coxa.language import capital
from coxa.web.progress.dial import Dial, dial_of

TONES = {Verdict.BETTER: "do", Verdict.WORSE: "care"}
STATE_TONES = {State.WITHIN: "do", State.SHORT: "care"}
ICONS = {
    Deed.LEVEL_UP: "trending-up",
    Deed.CHECK_BETTER: "ruler",
    Deed.FIRST_CHECK: "ruler",
    Deed.PAIN_BETTER: "heart",
    Deed.HOURS: "timer",
    Deed.FULL_WEEK: "calendar-days",
    Deed.WEEKS: "calendar-days",
    Deed.BACK_AGAIN: "sun",
}


@dataclass(frozen=True)
class Said:
    """A few words and their tone: "do" for good, "care" for what needs some, "" else."""

    words: str
    tone: str = ""


@dataclass(frozen=True)
class SideShown:
    side: str
    reading: str
    state: Said | None
    moved: Said | None
    dial: Dial | None = None


@dataclass(frozen=True)
class TermShown:
    check: Check
    line: str
    state: Said
    sides: list[SideShown]
    mark: str  # the one that a finding begins at
    day: date | None
    finding: str
    why_not: str
    difference: str


@dataclass(frozen=True)
class PartShown:
    id: str
    title: str
    says: str
    within: int
    judged: int
    steps: list[bool]  # one for each judged term: whether it is within its mark
    terms: list[TermShown]
    unchecked: list[TermShown]


@dataclass(frozen=True)
class CheckShown:
    check: Check
    day: date
    sides: list[SideShown]


@dataclass(frozen=True)
class DeedShown:
    words: str
    day: date
    icon: str


def profile_shown(profile: HipProfile) -> list[PartShown]:
    return [_part(part) for part in profile.parts]


def _part(part: Part) -> PartShown:
    judged = part.in_state(State.WITHIN, State.SHORT)
    return PartShown(
        id=part.id,
        title=part_words(part.id),
        says=part_says(part),
        within=part.within,
        judged=part.judged,
        steps=sorted((term.state is State.WITHIN for term in judged), reverse=True),
        terms=[_term(part, t) for t in part.terms if t.state is not State.UNCHECKED],
        unchecked=[_term(part, term) for term in part.in_state(State.UNCHECKED)],
    )


def _term(part: Part, term: Term) -> TermShown:
    measure = term.check.measure
    return TermShown(
        check=term.check,
        line=line_words(term.line),
        state=Said(state_words(part, term), STATE_TONES.get(term.state, "")),
        sides=[
            SideShown(
                side=side_words(one.side),
                reading=reading_words(measure, one.reading),
                state=_side_state(one.state),
                moved=_moved(one.moved),
                dial=dial_of(measure, one, term.marks),
            )
            for one in term.sides
        ],
        mark=mark_words(measure, term.marks[0]) if term.marks else "",
        day=term.day,
        finding=term.finding,
        why_not=capital(term.why_not),
        difference="" if term.difference is None else amount_words(measure, term.difference),
    )


def state_words(part: Part, term: Term) -> str:
    if part.id == "symmetry" and term.state in (State.WITHIN, State.SHORT):
        return _("even") if term.state is State.WITHIN else _("uneven")
    return {
        State.WITHIN: _("within its mark"),
        State.SHORT: _("your plan works on it"),
        State.NO_MARK: _("no mark known"),
        State.UNCHECKED: _("not yet checked"),
        State.LEFT_OUT: _("left out for your safety"),
    }[term.state]


def _side_state(state: State) -> Said | None:
    return Said(_("short of it"), "care") if state is State.SHORT else None


def _moved(verdict: Verdict) -> Said | None:
    """Worth a word where it really changed."""
    if verdict in (Verdict.BETTER, Verdict.WORSE, Verdict.CHANGED):
        return Said(verdict_words(verdict), TONES.get(verdict, ""))
    return None


def checks_shown(done: Iterable[CheckOverTime]) -> list[CheckShown]:
    """The newest first."""
    newest_first = sorted(done, key=lambda one: one.last_day, reverse=True)
    return [
        CheckShown(
            check=one.check,
            day=one.last_day,
            sides=[
                SideShown(
                    side=side_words(side.side),
                    reading=reading_words(one.check.measure, side.newest.reading),
                    state=None,
                    moved=Said(
                        verdict_words(side.since_first.verdict),
                        TONES.get(side.since_first.verdict, ""),
                    ),
                )
                for side in one.sides
            ],
        )
        for one in newest_first
    ]


def since_last(one: CheckOverTime) -> list[SideShown]:
    """Each side's newest reading against the one before, where there is one."""
    return [
        SideShown(
            side=side_words(side.side),
            reading=reading_words(one.check.measure, side.since_last.first),
            state=None,
            moved=Said(
                verdict_words(side.since_last.verdict), TONES.get(side.since_last.verdict, "")
            ),
        )
        for side in one.sides
        if side.since_last.verdict is not Verdict.FIRST
    ]


def deeds_shown(milestones: Sequence[Milestone]) -> list[DeedShown]:
    """The newest first."""
    return [
        DeedShown(deed_words(one), one.day, ICONS.get(one.deed, "circle-check"))
        for one in reversed(milestones)
    ]
