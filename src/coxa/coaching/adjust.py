"""Swap, shorten, no floor, move: one day of a week solved again, and what that changes."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from coxa.coaching.coverage import coverage
from coxa.coaching.plan import request_of
from coxa.coaching.screen import screen
from coxa.coaching.substitutes import another, substitute
from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.language import gettext as _
from coxa.language import ngettext, weekday
from coxa.training.log import WeekAdjusted
from coxa.training.person import Person
from coxa.training.plan import Item, Session
from coxa.training.planner.calendar import Calendar, Slot
from coxa.training.planner.menu import Menu, Option, menu_of, reason_against, surface
from coxa.training.planner.order import in_order
from coxa.training.planner.request import Request
from coxa.training.planner.weeks import plan_request
from coxa.training.words import called

Sessions = dict[date, tuple[Session, ...]]
Notes = dict[date, str]


def adjusted(
    sessions: Mapping[date, tuple[Session, ...]],
    changes: Iterable[WeekAdjusted],
    person: Person,
    planned_on: date,
) -> tuple[Sessions, Notes]:
    """The week after the person's own changes, in order, and a note for each day that changed."""
    now: Sessions = dict(sessions)
    notes: Notes = {}
    for change in _standing(changes):
        if change.change == "move" and change.to_day is not None:
            _move(now, notes, change.day, change.to_day)
        elif now.get(change.day):
            now[change.day], notes[change.day] = _day(now[change.day], change, person, planned_on)
    return now, notes


def _standing(changes: Iterable[WeekAdjusted]) -> list[WeekAdjusted]:
    """What holds: restoring a day takes back all that touched it, a move on both days."""
    standing: list[WeekAdjusted] = []
    for change in changes:
        if change.change == "restore":
            standing = [one for one in standing if change.day not in (one.day, one.to_day)]
        else:
            standing.append(change)
    return standing


def _day(
    planned: tuple[Session, ...], change: WeekAdjusted, person: Person, planned_on: date
) -> tuple[tuple[Session, ...], str]:
    if change.change == "swap" and change.exercise_id:
        return _swapped(planned, change.exercise_id, person, planned_on)
    if change.change == "no_floor":
        without = person.model_copy(update={"floor": "no"})
        made = tuple(_again(one, without, planned_on) for one in planned)
        return made, _("Nothing on the floor today.")
    if change.change == "shorten" and change.minutes:
        short = person.model_copy(update={"minutes_per_session": max(3, change.minutes)})
        made = tuple(_again(one, short, planned_on) for one in planned)
        return made, ngettext(
            "Cut to {n} minute: the most useful part of it is kept.",
            "Cut to {n} minutes: the most useful part of it is kept.",
            change.minutes,
        ).format(n=change.minutes)
    return planned, ""


def _again(session: Session, person: Person, planned_on: date) -> Session:
    """The session solved anew for this day's limits, what was planned being preferred."""
    library = exercises()
    strong = any(library[i.exercise_id].kind is Kind.STRENGTH for i in session.items)
    fits = _still_fits(session, person)
    if fits is not None:
        return fits
    request = request_of(person, 1, screen(person, planned_on), ())
    standing = {i.exercise_id: i.dose for i in session.items if i.side == "both"}
    calendar = Calendar((Slot(1, 0, strong),))
    menu = menu_of(
        person, request.phase, request.limits, library, standing, {}, 1, True, coverage()
    )
    kept = tuple(option for option in menu.options if option.known) or menu.options
    one_day = Request(
        person, request.phase, request.limits, calendar,
        Menu(kept if _enough(kept, strong) else menu.options, menu.left_out),
        request.weights, request.findings, None, None, standing, request.coverage,
    )  # fmt: skip
    week = plan_request(one_day, library)
    made = week.days[0].sessions[0] if week.days else session.model_copy(update={"items": ()})
    return made.model_copy(update={"name": session.name})


def _enough(options: tuple[Option, ...], strong: bool) -> bool:
    return len(options) > (2 if strong else 1)


def _still_fits(session: Session, person: Person) -> Session | None:
    floor = person.floor == "no" and any(_on_floor(i, person) for i in session.items)
    short = session.seconds > person.minutes_per_session * 60
    return None if floor or short else session


def _on_floor(item: Item, person: Person) -> bool:
    return surface(exercises()[item.exercise_id], person) == "floor"


def _swapped(
    planned: tuple[Session, ...], gone_id: str, person: Person, planned_on: date
) -> tuple[tuple[Session, ...], str]:
    gone = exercises().get(gone_id)
    if gone is None:
        return planned, ""
    limits = screen(person, planned_on).limits
    taken = {i.exercise_id for one in planned for i in one.items}

    def allowed(one: Exercise) -> bool:
        return reason_against(one, person, limits) is None

    found = substitute(gone, allowed, taken) or another(gone, allowed, taken)
    made = tuple(_with(one, gone, found, person) for one in planned)
    if found is None:
        out = _("{name} is out today. Nothing else here does the same work.")
        return made, out.format(name=gone.name)
    instead = _("{name} in place of {gone}: it works the same place.")
    return made, instead.format(name=found.name, gone=called(gone.name))


def _with(session: Session, gone: Exercise, found: Exercise | None, person: Person) -> Session:
    """The session with `found` for `gone`, in as many sets as its seconds allow."""
    here = [i for i in session.items if i.exercise_id == gone.id]
    if not here:
        return session
    rest = [i for i in session.items if i.exercise_id != gone.id]
    room = person.minutes_per_session * 60 - sum(_seconds(i) for i in rest)
    if found is not None:
        dose = found.start_dose
        for sets in range(here[0].sets, 0, -1):
            new = Item(
                exercise_id=found.id, **(dose.model_dump() | {"sets": sets}),
                reasons=(_("You swapped {name} for it.").format(name=called(gone.name)),),
            )  # fmt: skip
            if _seconds(new) <= room:
                rest.append(new)
                break
    items = in_order(rest, exercises(), person, coverage())
    return session.model_copy(update={"items": items, "seconds": sum(map(_seconds, items))})


def _seconds(item: Item) -> float:
    return item.seconds(exercises()[item.exercise_id])


def _move(now: Sessions, notes: Notes, day: date, to_day: date) -> None:
    """The two days change places, unless strength would then follow on the heels of strength."""
    trial = dict(now)
    trial[day], trial[to_day] = now.get(to_day, ()), now.get(day, ())
    if not now.get(day):
        return
    if _neighbours(d for d, s in trial.items() if any(map(_has_strength, s))):
        notes[day] = _(
            "Not moved to {day}: strength needs a day of rest between, and it would lie next to "
            "another strength day."
        ).format(day=weekday(to_day))
        return
    now.update(trial)
    notes[to_day] = _("Moved here from {day}.").format(day=weekday(day))
    notes[day] = _("Moved to {day}.").format(day=weekday(to_day))


def _neighbours(days: Iterable[date]) -> bool:
    """Whether two of the days follow one another; Monday comes after Sunday here too."""
    weekdays = sorted(day.isoweekday() for day in days)
    around = len(weekdays) > 1 and (weekdays[0], weekdays[-1]) == (1, 7)
    return around or any(b - a == 1 for a, b in pairwise(weekdays))


def _has_strength(session: Session) -> bool:
    return any(exercises()[i.exercise_id].kind is Kind.STRENGTH for i in session.items)
