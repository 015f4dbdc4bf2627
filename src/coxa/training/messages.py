"""Which message codes the log calls for: the pain rule, a professional's look, a re-check."""

from collections.abc import Iterator
from itertools import chain

from coxa.exercises.library import exercises
from coxa.training.case import Case
from coxa.training.cases import cases_of
from coxa.training.effort import STEADY
from coxa.training.outcomes import outcomes_of
from coxa.training.pain import GREEN_UP_TO, Zone, rises
from coxa.training.person import Person
from coxa.training.volume import volume_of

LONG_ENOUGH = 6  # weeks of steady work after which pain should have changed
SEVERE = 5  # pain above this on most days asks for a professional
LATELY = 14  # days
FEW = 3  # days of training below which "most days" says nothing
RECHECK_EVERY = 4  # weeks; 12 while maintaining


def messages_of(person: Person, pain_cap: float = 5) -> tuple[str, ...]:
    """The codes, each once; the volume's own (rescreen, welcome_back, ...) among them."""
    cases = cases_of(person, exercises(), pain_cap)
    found = chain(
        ["see_clinician"] if wants_a_professional(person, cases) else [],
        ["pain_rule"] if any(_hurt_lately(case) for case in cases) else [],
        volume_of(person).messages,
        ["recheck"] if _recheck_due(person) else [],
    )
    return tuple(dict.fromkeys(found))


def wants_a_professional(person: Person, cases: tuple[Case, ...]) -> bool:
    return (
        _not_better(person)
        or rises(person.history.weekly_pain)
        or _severe_most_days(person)
        or any(_red_twice(case) for case in cases)
    )


def _not_better(person: Person) -> bool:
    """Six weeks of steady work and the pain has not changed by what counts as a change."""
    past = person.history
    pain = next((one for one in outcomes_of(person) if one.measure == "nrs"), None)
    return (
        pain is not None
        and not pain.meaningful
        and pain.last > GREEN_UP_TO
        and past.week >= LONG_ENOUGH
        and past.adherence is not None
        and past.adherence >= STEADY
    )


def _severe_most_days(person: Person) -> bool:
    """By the weekly mean, or by the worst pain of most training days of the last two weeks."""
    weekly = person.history.weekly_pain
    if weekly and weekly[-1] > SEVERE:
        return True
    worst: dict[int, float] = {}
    for day, pain in _pains(person):
        worst[day] = max(pain, worst.get(day, 0))
    severe = sum(pain > SEVERE for pain in worst.values())
    return len(worst) >= FEW and severe * 2 > len(worst)


def _pains(person: Person) -> Iterator[tuple[int, float]]:
    """The pain during, and the next morning's, put down to the day of the session."""
    for log in person.history.log:
        for one in log.sessions:
            if one.day >= -LATELY:
                yield one.day, max(one.pain_during or 0, one.pain_next_morning or 0)


def _red_twice(case: Case) -> bool:
    reds = [one for one in case.sessions if case.zone(one) is Zone.RED]
    return len(reds) > 1 and reds[-1] == case.last


def _hurt_lately(case: Case) -> bool:
    return any(case.zone(one) in (Zone.AMBER, Zone.RED) for one in case.sessions[-2:])


def _recheck_due(person: Person) -> bool:
    every = RECHECK_EVERY * 3 if person.history.maintaining else RECHECK_EVERY
    return person.history.week > 0 and person.history.week % every == 0
