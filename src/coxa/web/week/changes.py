"""What a change by hand did to the week: two weeks compared, said plainly."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from coxa.coaching.week import DayView, WeekView
from coxa.coaching.words import dose_words, minutes_words
from coxa.exercises.library import exercises
from coxa.language import capital, listed, weekday
from coxa.training.plan import Item

NOTHING = lazy("It was like this already.")


def what_changed(before: WeekView, after: WeekView) -> list[str]:
    """A line for each thing that is different, day by day; where nothing is, why not."""
    days = list(zip(before.days, after.days, strict=True))
    elsewhere = {was.date: _items(was) for was in before.days if was.sessions}
    different = [line for was, now in days for line in _day(was, now, elsewhere)]
    return different or [now.note for was, now in days if now.note != was.note] or [str(NOTHING)]


def is_different(before: WeekView, after: WeekView) -> bool:
    days = zip(before.days, after.days, strict=True)
    return any(_items(was) != _items(now) for was, now in days)


def _day(was: DayView, now: DayView, before: Mapping[date, list[Item]]) -> Iterator[str]:
    name = weekday(now.date)
    if _items(was) == _items(now):
        return
    if not _items(now):
        yield capital(_("{day} is free now.").format(day=name))
        return
    if now.note and any(_items(now) == one for day, one in before.items() if day != now.date):
        yield f"{capital(name)}: {now.note}"  # a whole day that moved is not told item by item
        return
    yield from _exercises(name, _items(was), _items(now))
    short, long = minutes_words(_seconds(was)), minutes_words(_seconds(now))
    if short != long and _items(was):
        taken = _("{day} takes {long} instead of {short}.")
        yield capital(taken.format(day=name, long=long, short=short))


def _exercises(name: str, was: list[Item], now: list[Item]) -> Iterator[str]:
    before, after = _by_exercise(was), _by_exercise(now)
    gone = [_name(one) for one in before if one not in after]
    come = [_name(one) for one in after if one not in before]
    if come:
        yield _("New on {day}: {names}.").format(day=name, names=", ".join(come))
    if gone:
        yield _("No longer on {day}: {names}.").format(day=name, names=", ".join(gone))
    for one in after:
        if one in before and before[one] != after[one]:
            yield _("{name} on {day}: {after} instead of {before}.").format(
                name=_name(one), day=name, after=after[one], before=before[one]
            )


def _items(day: DayView) -> list[Item]:
    """What is done, without the reasons: a new reason alone is no change."""
    return [
        item.model_copy(update={"reasons": ()})
        for session in day.sessions
        for item in session.items
    ]


def _by_exercise(items: list[Item]) -> dict[str, str]:
    """The dose of each exercise; twice a day counts as one where both are alike."""
    doses: dict[str, list[str]] = {}
    for item in items:
        doses.setdefault(item.exercise_id, []).append(
            dose_words(item, exercises()[item.exercise_id])
        )
    return {one: listed(list(dict.fromkeys(said))) for one, said in doses.items()}


def _seconds(day: DayView) -> float:
    return sum(session.seconds for session in day.sessions)


def _name(exercise_id: str) -> str:
    return exercises()[exercise_id].name
