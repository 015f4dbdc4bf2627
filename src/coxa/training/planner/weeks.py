"""Solves one week and tells it as days, sessions and items."""

from coxa.exercises.library import Library
from coxa.language import gettext as _
from coxa.language import later
from coxa.training.plan import Day, Session, Week
from coxa.training.planner.calendar import Slot
from coxa.training.planner.menu import Option, surface
from coxa.training.planner.model import WeekModel
from coxa.training.planner.order import in_order
from coxa.training.planner.placing import SURE_S, Placed, exact, place
from coxa.training.planner.reasons import items_of, unmet
from coxa.training.planner.request import Request

# Seconds by the solver's own count of its work, the same on every machine.
COUNTING_S = 0.04
PLACING_S = 0.14


def solve(
    request: Request, seed: int = 0, counting_s: float = COUNTING_S, placing_s: float = PLACING_S
) -> Placed | None:
    """The week's sessions: totals first, then days. None where no week keeps the rules."""
    if not request.menu.options or not request.calendar.slots:
        return None
    counted = WeekModel(request, seed).solve(counting_s)
    if counted is None:
        return exact(request, seed, SURE_S)
    return place(request, counted, seed, placing_s)


NOTHING_FITS = later("No session keeps to all that you told us. Ask a physiotherapist for a start.")


def plan_request(request: Request, library: Library, seed: int = 0, number: int = 1) -> Week:
    """The week as it is shown. A week that nothing may fill is empty and says so."""
    placed = solve(request, seed)
    if placed is None:
        return Week(
            week=number,
            phase=request.phase.id,
            days=(),
            unmet=(_(NOTHING_FITS),),
        )
    return Week(
        week=number,
        phase=request.phase.id,
        days=_days(request, placed, library),
        score=placed.score,
        unmet=unmet(placed, request),
    )


def _days(request: Request, placed: Placed, library: Library) -> tuple[Day, ...]:
    days: dict[int, list[Session]] = {}
    for slot, options in placed.sessions.items():
        if options:
            days.setdefault(slot.day, []).append(_session(slot, options, request, library))
    return tuple(Day(day=day, sessions=tuple(found)) for day, found in sorted(days.items()))


def _session(
    slot: Slot, options: tuple[Option, ...], request: Request, library: Library
) -> Session:
    items = [
        item
        for option in options
        for item in items_of(option, request, surface(option.exercise, request.person))
    ]
    ordered = in_order(items, library, request.person, request.coverage)
    seconds = sum(item.seconds(library[item.exercise_id]) for item in ordered)
    name = _("Strength and stretch") if slot.strength else _("Move and stretch")
    return Session(items=ordered, seconds=seconds, name=name)
