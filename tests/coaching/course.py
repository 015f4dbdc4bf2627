"""Twelve weeks lived through the real log: planned each Monday, done as planned, answered for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from coxa.coaching.week import WeekView, week_of
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.training.plan import Item
from tests.cast import MONDAY, Diary, bruno

WEEKS = 12


@dataclass
class Course:
    """A diary, and the week as it was shown on each Monday."""

    diary: Diary
    weeks: list[WeekView] = field(default_factory=list)

    def week(self, number: int) -> WeekView:
        return self.weeks[number - 1]


def monday(week: int) -> object:
    return MONDAY + timedelta(weeks=week - 1)


Evening = Callable[[Diary, int], None]


def lived(effort: str, pain: float, morning: str, at_the_end_of_a_week: Evening) -> Course:
    """Bruno's twelve weeks, every session done as planned and felt alike."""
    course = Course(Diary().knows(bruno()))
    for number in range(1, WEEKS + 1):
        first = MONDAY + timedelta(weeks=number - 1)
        view = week_of(course.diary.entries, first)
        assert view is not None
        course.weeks.append(view)
        for day in view.days:
            for session in day.sessions:
                course.diary.on(day.date).session(*session.items, effort=effort, pain_now=pain)
                course.diary.later(1).morning(morning)
        course.diary.on(first + timedelta(days=6))
        at_the_end_of_a_week(course.diary, number)
    return course


def good() -> Course:
    return lived("2-3", 0, "same", lambda diary, _: diary.weekly(stiffness=2) and None)


def mixed() -> Course:
    """Always to the limit: nothing hurts, and nothing is left either."""
    return lived("0-1", 0, "same", lambda diary, _: diary.weekly(stiffness=4) and None)


def sore() -> Course:
    """Amber in every session, worse each morning, and week by week a little more."""

    def evening(diary: Diary, number: int) -> None:
        diary.weekly(pain={"hip": min(5, 3 + number // 3)})

    return lived("0-1", 4, "worse", evening)


def strength(view: WeekView) -> list[Item]:
    items = (i for day in view.days for one in day.sessions for i in one.items)
    return [i for i in items if exercises()[i.exercise_id].kind is Kind.STRENGTH]


def sets(view: WeekView) -> int:
    return sum(item.sets for item in strength(view))


def mean_level(view: WeekView) -> float:
    return sum(exercises()[i.exercise_id].level * i.sets for i in strength(view)) / sets(view)


def names(view: WeekView) -> set[str]:
    return {item.exercise_id for item in strength(view)}
