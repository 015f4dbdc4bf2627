"""A page as it is drawn: its claims with the numbers of their sources, and what it leads to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coxa.anatomy.groups import Group, groups
from coxa.checks.check import Check
from coxa.checks.library import checks
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import SourceStatus
from coxa.exercises.words import STATUSES
from coxa.programmes.library import habits
from coxa.programmes.programme import Habit
from coxa.safety.flags import red_flags
from coxa.web.learn.page import Claim, Page, Part, Shelf
from coxa.web.learn.shelf import pages, sources

SHELVES: Mapping[Shelf, Any] = {
    "pain": gettext_lazy("Pain"),
    "hips": gettext_lazy("Your hips"),
    "training": gettext_lazy("Training"),
    "evidence": gettext_lazy("Evidence"),
}
TONES = {SourceStatus.CONFIRMED: "do", SourceStatus.OUR_CHOICE: "care"}

Cited = tuple[str, SourceStatus]  # one source known in two ways stands in the list twice


@dataclass(frozen=True)
class SourceShown:
    number: int
    title: str
    address: str | None
    status: str
    tone: str


@dataclass(frozen=True)
class ClaimShown:
    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class PartShown:
    heading: str
    is_list: bool
    claims: tuple[ClaimShown, ...]
    questions: tuple[str, ...]
    checks: tuple[Check, ...]
    asks_safety: bool  # the safety page asks the same, and can be answered from here
    has_report: bool


@dataclass(frozen=True)
class PageShown:
    page: Page
    shelf: str
    minutes: str
    parts: tuple[PartShown, ...]
    sources: tuple[SourceShown, ...]
    exercises: tuple[Exercise, ...]
    checks: tuple[Check, ...]
    habits: tuple[Habit, ...]
    muscles: tuple[Group, ...]
    then: tuple[Page, ...]


def page_shown(page: Page) -> PageShown:
    numbers = _numbers(page.claims)
    parts = tuple(_part(part, numbers) for part in page.parts)
    questions = sum(len(question.split()) for part in parts for question in part.questions)
    return PageShown(
        page=page,
        shelf=str(SHELVES[page.shelf]),
        minutes=_minutes(page.words + questions),
        parts=parts,
        sources=tuple(_source(cited, number) for cited, number in numbers.items()),
        exercises=tuple(exercises()[i] for i in page.exercises),
        checks=tuple(checks()[i] for i in page.checks),
        habits=tuple(habits()[i] for i in page.habits),
        muscles=tuple(groups()[muscle] for muscle in page.muscles),
        then=tuple(pages()[i] for i in page.then),
    )


def shelves() -> list[tuple[str, list[Page]]]:
    """All pages under the headings of the index."""
    everything = pages().values()
    return [
        (str(name), [one for one in everything if one.shelf == shelf])
        for shelf, name in SHELVES.items()
    ]


def status_words(status: SourceStatus) -> str:
    return STATUSES[status]


def _numbers(claims: Iterable[Claim]) -> dict[Cited, int]:
    """Sources in the order in which they are first cited, counted from 1."""
    cited = dict.fromkeys(pair for claim in claims for pair in claim.by.items())
    return {pair: number for number, pair in enumerate(cited, 1)}


def _part(part: Part, numbers: Mapping[Cited, int]) -> PartShown:
    return PartShown(
        heading=part.heading,
        is_list=part.form == "list",
        claims=tuple(
            ClaimShown(claim.text, tuple(numbers[pair] for pair in claim.by.items()))
            for claim in part.says
        ),
        questions=_questions(part.shows),
        checks=tuple(checks().values()) if part.shows == "checks" else (),
        asks_safety=part.shows == "red_flags_soon",
        has_report=part.shows == "report",
    )


def _questions(shows: str) -> tuple[str, ...]:
    """The questions of the safety page: this page cannot ask for less than that one stops at."""
    wanted = {"red_flags_now": ("emergency",), "red_flags_soon": ("urgent", "clinician")}
    return tuple(
        flag.question for flag in red_flags().values() if flag.urgency in wanted.get(shows, ())
    )


def _source(cited: Cited, number: int) -> SourceShown:
    name, status = cited
    source = sources()[name]
    tone = TONES.get(status, "")
    return SourceShown(number, source.title, source.address, status_words(status), tone)


def _minutes(words: int) -> str:
    """How long it takes to read at an unhurried 150 words a minute."""
    minutes = max(1, round(words / 150))
    return _("{minutes} min to read").format(minutes=minutes)
