"""What of an option is counted: its kind, and its work."""

from collections.abc import Callable

from coxa.exercises.vocabulary import Kind
from coxa.training.planner.menu import Option

Amount = Callable[[Option], int | bool]
MOVING = frozenset({Kind.STRETCH, Kind.DRILL})


def is_strength(option: Option) -> bool:
    return option.exercise.kind is Kind.STRENGTH


def is_stretch(option: Option) -> bool:
    return option.exercise.kind is Kind.STRETCH


def is_drill(option: Option) -> bool:
    return option.exercise.kind is Kind.DRILL


def is_balance(option: Option) -> bool:
    return option.exercise.kind is Kind.BALANCE or "balance" in option.exercise.tags


def moves(option: Option) -> bool:
    return option.exercise.kind in MOVING


def any_kind(_: Option) -> bool:
    return True


def work(option: Option) -> int:
    """On each side: sets of a strength move, whole held seconds of a stretch; of others nothing."""
    if is_strength(option):
        return option.dose.sets
    return int(option.dose.sets * _held_in_a_set(option)) if is_stretch(option) else 0


def work_of_extra(option: Option) -> int:
    """The same of the one more set on a side, where there is one."""
    if option.extra is None:
        return 0
    if is_strength(option):
        return 1
    return int(_held_in_a_set(option)) if is_stretch(option) else 0


def dual_feasible(k: int, budget: int, kind: Amount) -> Amount:
    """How many (k+1)-ths of a session an option needs more than."""
    return lambda o: (k + 1) * o.seconds // (budget + 1) * int(kind(o))


def _held_in_a_set(option: Option) -> float:
    return option.dose.reps * option.dose.hold_s
