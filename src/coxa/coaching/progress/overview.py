"""All of it at once: what the page of progress and the twelve-week report are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coxa.coaching.progress.effort import EffortWeek, effort_of
from coxa.coaching.progress.feels import FeelsProgress, feels_of
from coxa.coaching.progress.milestones import Milestone, milestones_of
from coxa.coaching.progress.minutes import TrainedWeek, weeks_of
from coxa.coaching.progress.over_time import CheckOverTime, checks_of
from coxa.coaching.progress.pain import PainProgress, pain_of
from coxa.coaching.progress.profile import HipProfile, profile_of
from coxa.coaching.progress.ratings import Ratings, ratings_of
from coxa.coaching.progress.told import Told, told
from coxa.coaching.progress.volume import Volume, volume_of
from coxa.training.coverage import Coverage
from coxa.training.log import Entry


@dataclass(frozen=True)
class Overview:
    """`profile` is None until the safety page and "about me" are answered."""

    told: Told
    pain: PainProgress
    ratings: Ratings
    weeks: tuple[TrainedWeek, ...]
    checks: tuple[CheckOverTime, ...]
    effort: tuple[EffortWeek, ...]
    feels: FeelsProgress
    volume: Volume
    profile: HipProfile | None
    milestones: tuple[Milestone, ...]


def overview(entries: Iterable[Entry], today: date, coverage: Coverage) -> Overview:
    """`coverage` says what a set of an exercise counts for which muscle: of the library,
    `coxa.coaching.coverage.coverage()`."""
    known = told(entries, today)
    done = checks_of(known)
    return Overview(
        told=known,
        pain=pain_of(known),
        ratings=ratings_of(known),
        weeks=weeks_of(known),
        checks=done,
        effort=effort_of(known),
        feels=feels_of(known),
        volume=volume_of(known, coverage),
        profile=profile_of(known, done),
        milestones=milestones_of(known),
    )
