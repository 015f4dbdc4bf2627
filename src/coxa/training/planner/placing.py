"""Puts the week's counts into its sessions: first the quick way, and where that fails, exactly."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from coxa.training.planner.amounts import is_balance, is_drill, is_strength, moves
from coxa.training.planner.calendar import Slot
from coxa.training.planner.menu import Option
from coxa.training.planner.model import Counted, WeekModel
from coxa.training.planner.request import Request
from coxa.training.planner.sums import total

GOOD_ENOUGH = 0.93  # of the bound; below it one more way is tried
LAST_RESORT_S = 0.3  # deterministic; where neither way found a good week
SURE_S = 2.0  # deterministic; where there is no week yet: none is said only when none exists


@dataclass(frozen=True)
class Placed:
    """The options of each session, the week's score in fine units, and whether it is the best."""

    sessions: Mapping[Slot, tuple[Option, ...]]
    score: int
    bound: float
    proved: bool


Room = dict[Slot, list[Option]]


def place_quickly(request: Request, counted: Counted) -> Room | None:
    """Largest first, each on its days spread over the week; None where something finds no room."""
    room: Room = {slot: [] for slot in request.calendar.slots}
    chosen = [(o, n) for o, n in zip(request.menu.options, counted.counts, strict=True) if n]
    for option, count in sorted(chosen, key=lambda one: _hardest_first(*one)):
        for slot in _spread(request, option, count, room):
            room[slot].append(option)
            count -= 1
        if count:
            return None
    return room if _balanced(request, room, counted) else None


def _hardest_first(option: Option, count: int) -> tuple[bool, int, int, str]:
    return not is_strength(option), -count, -option.seconds, option.exercise.id


def _spread(request: Request, option: Option, count: int, room: Room) -> list[Slot]:
    """The emptiest fitting sessions, one a day; sessions that lack their kind are served first."""
    free = [slot for slot in room if _may(request, slot, option, room[slot])]
    free.sort(key=lambda slot: (_wants(slot, option, room), _used(room[slot]), slot.day))
    taken: dict[int, Slot] = {}
    for slot in free:
        if len(taken) < count:
            taken.setdefault(slot.day, slot)
    return list(taken.values())


def _may(request: Request, slot: Slot, option: Option, here: list[Option]) -> bool:
    names = {o.exercise.family or o.exercise.id for o in here}
    return (
        (slot.strength or not is_strength(option))
        and _used(here) + option.seconds <= request.budget_s
        and sum(o.lines for o in here) + option.lines <= request.most_lines
        and (option.exercise.family or option.exercise.id) not in names
    )


def _wants(slot: Slot, option: Option, room: Room) -> int:
    """0 where the day still lacks this kind of work, so that such days come first."""
    today = [o for s, here in room.items() if s.day == slot.day for o in here]
    if is_balance(option):
        return int(any(map(is_balance, today)))
    if moves(option):
        empty = not slot.strength and not any(map(moves, room[slot]))
        return 0 if empty else 1 + any(map(moves, today))
    return 0


def _used(here: Iterable[Option]) -> int:
    return sum(option.seconds for option in here)


def _balanced(request: Request, room: Room, counted: Counted) -> bool:
    """No session is empty or without its kind, and the days counted are days indeed."""
    model = _possible_kinds(request)
    for slot, here in room.items():
        kind = is_strength if slot.strength else moves
        if model[slot.strength] and not any(map(kind, here)):
            return False
    return all(
        _days(room, kind) >= min(asked, _count(request, counted, kind))
        for kind, asked in _days_asked(request)
    )


def _possible_kinds(request: Request) -> dict[bool, bool]:
    options = request.menu.options
    return {True: any(map(is_strength, options)), False: any(map(moves, options))}


def _days_asked(request: Request) -> tuple[tuple[Callable[[Option], bool], int], ...]:
    mobile = min(request.weights.enough.mobile_days, len(request.calendar.days))
    drills = len(request.calendar.slots)
    return (moves, mobile), (is_balance, request.balance_days), (is_drill, drills)


def _days(room: Room, kind: Callable[[Option], bool]) -> int:
    if kind is is_drill:
        return sum(any(map(kind, here)) for here in room.values())
    return len({slot.day for slot, here in room.items() if any(map(kind, here))})


def _count(request: Request, counted: Counted, kind: Callable[[Option], bool]) -> int:
    options = zip(request.menu.options, counted.counts, strict=True)
    return sum(n for option, n in options if kind(option))


class PlacedModel(WeekModel):
    """The exact program: every option on every session it may stand in."""

    def __init__(self, request: Request, seed: int = 0) -> None:
        super().__init__(request, seed)
        self.at = {
            (o, slot): self.model.new_bool_var("")
            for o, option in enumerate(self.options)
            for slot in request.calendar.slots
            if slot.strength or not is_strength(option)
        }
        for o, count in enumerate(self.counts):
            mine = {
                slot: v
                for slot in request.calendar.slots
                if (v := self.at.get((o, slot))) is not None
            }
            self.model.add(total(mine.values()) == count)
            for v in mine.values():
                self.model.add_implication(v, self.uses[o])
            self._once_a_day(mine)
        for slot in request.calendar.slots:
            self._session(slot)
        for kind, _ in _days_asked(request):
            self._days_are_days(kind)

    def _once_a_day(self, mine: Mapping[Slot, cp_model.IntVar]) -> None:
        for day in self.request.calendar.days:
            same = [v for slot, v in mine.items() if slot.day == day]
            if len(same) > 1:
                self.model.add_at_most_one(same)

    def _session(self, slot: Slot) -> None:
        here = [(self.options[o], v) for (o, s), v in self.at.items() if s == slot]
        self.model.add(total(v * o.seconds for o, v in here) <= self.request.budget_s)
        self.model.add(total(v * o.lines for o, v in here) <= self.request.most_lines)
        families: dict[str, list[cp_model.IntVar]] = {}
        for option, v in here:
            families.setdefault(option.exercise.family or option.exercise.id, []).append(v)
        for members in families.values():
            self.model.add_at_most_one(members)
        kind = is_strength if slot.strength else moves
        wanted = [v for o, v in here if kind(o)]
        if wanted:
            self.model.add_bool_or(wanted)

    def _days_are_days(self, kind: Callable[[Option], bool]) -> None:
        """The units that the wish counted must be days (or, for drills, sessions)."""
        counted = self.day_counts.get(kind.__name__)
        if counted is None:
            return
        groups: dict[object, list[cp_model.IntVar]] = {}
        for (o, slot), v in self.at.items():
            if kind(self.options[o]):
                groups.setdefault(slot if kind is is_drill else slot.day, []).append(v)
        held = []
        for members in groups.values():
            has = self.model.new_bool_var("")
            self.model.add_bool_or([*members, has.negated()])
            held.append(has)
        self.model.add(counted <= total(held))

    def begin_at(self, counted: Counted) -> None:
        """Starts the search beside counts that almost fit."""
        for o, n in enumerate(counted.counts):
            self.model.add_hint(self.counts[o], n)

    def stay_at(self, counted: Counted) -> None:
        """Leaves only the same exercises in the same doses, so that some week is found at once."""
        for o, n in enumerate(counted.counts):
            self.model.add(self.counts[o] <= n)

    def sessions(self, solver: cp_model.CpSolver) -> Room:
        return {
            slot: [
                self.options[o] for (o, s), v in self.at.items() if s == slot and solver.value(v)
            ]
            for slot in self.request.calendar.slots
        }


def place(
    request: Request, counted: Counted, seed: int, deterministic_s: float | None
) -> Placed | None:
    """The sessions of a week: the counts as they are, else the exact program begun beside them."""
    room = place_quickly(request, counted)
    if room is not None:
        return _placed(room, counted.score, counted.bound, counted.proved)
    best = _beside(request, counted, seed, deterministic_s, whole=True)
    if _poor(best, counted):
        best = _better(best, _beside(request, counted, seed, deterministic_s, whole=False))
    if _poor(best, counted):
        limit = LAST_RESORT_S if best else SURE_S
        best = _better(best, exact(request, seed, limit if deterministic_s else None))
    return best


def _poor(found: Placed | None, counted: Counted) -> bool:
    return found is None or not (found.proved or found.score >= GOOD_ENOUGH * counted.bound)


def _better(one: Placed | None, other: Placed | None) -> Placed | None:
    found = [placed for placed in (one, other) if placed is not None]
    return max(found, key=lambda placed: placed.score, default=None)


def _beside(
    request: Request, counted: Counted, seed: int, deterministic_s: float | None, whole: bool
) -> Placed | None:
    """The exact program begun beside the counts, on the whole menu or only on what they hold."""
    model = PlacedModel(request, seed)
    if whole:
        model.begin_at(counted)
    else:
        model.stay_at(counted)
    answer = model.run(deterministic_s)
    if answer is None:
        return None
    solver, found = answer
    bound = min(found.bound, counted.bound) if whole else counted.bound
    return _placed(model.sessions(solver), found.score, bound, whole and found.proved)


def exact(request: Request, seed: int, deterministic_s: float | None) -> Placed | None:
    """The exact program, whole: the measure that the quick way is held against."""
    model = PlacedModel(request, seed)
    answer = model.run(deterministic_s)
    if answer is None:
        return None
    solver, found = answer
    return _placed(model.sessions(solver), found.score, found.bound, found.proved)


def _placed(room: Room, score: int, bound: float, proved: bool) -> Placed:
    return Placed({slot: tuple(here) for slot, here in room.items()}, score, bound, proved)
