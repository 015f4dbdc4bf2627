"""What the library means for the person whose pages these are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from coxa.coaching.follow import person_from
from coxa.coaching.screen import screen
from coxa.exercises.exercise import Exercise
from coxa.training.person import Person
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile

Standing = Literal["unknown", "waits", "left_out", "later", "in"]


@dataclass(frozen=True)
class ForPerson:
    """What screening says of every exercise for one person, today."""

    person: Person | None = None
    trains: bool = True  # False: something has to be looked at before any exercise
    top_level: int = 5
    barred: Mapping[str, str] = field(default_factory=dict)

    def reason(self, exercise: Exercise) -> str:
        """Why it is left out; empty where it is not."""
        return self.barred.get(exercise.id, "")

    def standing(self, exercise: Exercise) -> Standing:
        if self.person is None:
            return "unknown"
        if not self.trains:
            return "waits"
        if exercise.id in self.barred:
            return "left_out"
        return "later" if exercise.level > self.top_level else "in"


def for_person(request: RequestOfProfile) -> ForPerson:
    """Nobody yet while the safety questions or about me are unanswered."""
    today = store.today_of(request)
    person = person_from(store.log_of(request.profile), today)
    return ForPerson() if person is None else screened(person, today)


def screened(person: Person, today: date) -> ForPerson:
    screening = screen(person, today)
    limits = screening.limits
    return ForPerson(person, screening.trains, limits.top_level, limits.barred)
