"""What a person rates week by week: activities, stiffness, and how it is overall."""

from collections import defaultdict
from dataclasses import dataclass

from coxa.coaching import feeling
from coxa.coaching.progress.judging import Judgement, Point, judged
from coxa.coaching.progress.told import Told
from coxa.training.log import AboutAnswered, ChangeAnswered, WeeklyAnswered


@dataclass(frozen=True)
class Rated:
    """One activity, from 0 (cannot do it) to 10 (as well as ever)."""

    name: str
    points: tuple[Point, ...]
    judged: Judgement


@dataclass(frozen=True)
class Ratings:
    """`mean`: of the activities that were rated at first and at last. `stiffness`: 0 none to 10;
    no figure is known for how much of a change matters, so it is not judged. `overall`: compared
    with the start, 1 much worse to 7 much better."""

    activities: tuple[Rated, ...]
    mean: Judgement | None
    stiffness: tuple[Point, ...]
    overall: tuple[Point, ...]
    overall_judged: Judgement | None


def ratings_of(told: Told) -> Ratings:
    overall = tuple(Point(day, float(said.rating)) for day, said in told.of(ChangeAnswered))
    return Ratings(
        activities=_activities(told),
        mean=_mean(told),
        stiffness=tuple(
            Point(day, said.stiffness)
            for day, said in told.of(AboutAnswered, WeeklyAnswered)
            if said.stiffness is not None
        ),
        overall=overall,
        overall_judged=judged("pgic", [one.value for one in overall]),
    )


def _activities(told: Told) -> tuple[Rated, ...]:
    by_name: dict[str, list[Point]] = defaultdict(list)
    for day, said in told.of(AboutAnswered, WeeklyAnswered):
        for one in said.activities:
            by_name[one.name].append(Point(day, one.rating))
    found = []
    for name, points in by_name.items():
        verdict = judged("psfs_activity", [one.value for one in points])
        if verdict is not None:
            found.append(Rated(name, tuple(points), verdict))
    return tuple(found)


def _mean(told: Told) -> Judgement | None:
    """Only activities named both times count, as in the plan."""
    ends = next((o for o in feeling.outcomes(told.answers) if o.measure == "psfs_average"), None)
    return judged("psfs_average", (ends.first, ends.last)) if ends else None
