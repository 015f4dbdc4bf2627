"""The week by muscle as the page draws it: words first, and a bar for who likes to see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from coxa.anatomy.muscles import Muscle
from coxa.coaching.week_muscles import Aim, MuscleWeek
from coxa.exercises.vocabulary import Kind
from coxa.training.planner.reasons import SHORT

AIM_AT = 50  # of 100: where the bar has its aim, so that twice the aim fills it
# Two muscles share a place in the reasons; side by side they need a name each.
NAMES = SHORT | {
    Muscle.RECTUS_FEMORIS: "front of the thigh, by the hip",
    Muscle.QUADS: "front of the thigh, by the knee",
}
TITLES = {Kind.STRENGTH: "Strength", Kind.STRETCH: "Stretching"}
WORK = {Kind.STRENGTH: "strength", Kind.STRETCH: "stretching"}


@dataclass(frozen=True)
class RowShown:
    name: str
    side: str
    done: str
    planned: str
    reached: bool
    done_at: float  # 0 to 100, along the bar
    still_at: float  # what is planned beyond what is done begins at done_at and is this long


@dataclass(frozen=True)
class PartShown:
    """Strength or stretching: the muscles that an aim is set for, and the others at work."""

    title: str
    aim: str
    most: str
    asked: list[RowShown]
    others: list[RowShown]


@dataclass(frozen=True)
class MusclesShown:
    says: list[str]
    parts: list[PartShown]


def muscles_shown(rows: Sequence[MuscleWeek]) -> MusclesShown:
    by_kind = [(kind, list(same)) for kind, same in groupby(rows, key=lambda row: row.kind)]
    worked = [
        (kind, same) for kind, same in by_kind if any(row.planned or row.done for row in same)
    ]
    return MusclesShown(
        says=_says([row for _, same in worked for row in same if row.asked]),
        parts=[_part(kind, same) for kind, same in worked],
    )


def amount_words(kind: Kind, amount: float) -> str:
    """Sets, or minutes of seconds held, down to the half: "2½ sets", "1 minute", "4½ minutes"."""
    number, unit = _number(kind, amount), "set" if kind is Kind.STRENGTH else "minute"
    return f"{number} {unit}" if number in ("1", "½") else f"{number} {unit}s"


def _number(kind: Kind, amount: float) -> str:
    halves = int(2 * amount if kind is Kind.STRENGTH else amount / 30)
    whole, half = divmod(halves, 2)
    return f"{whole or ''}½" if half else f"{whole}"


def _says(asked: Sequence[MuscleWeek]) -> list[str]:
    """Two plain sentences: what the week holds if it is done as it stands, and what is done."""
    goals = [(key, list(same)) for key, same in groupby(asked, key=lambda r: (r.kind, r.muscle))]
    if not goals:
        return []
    short = [key for key, sides in goals if any(_planned(row) < row.aim.enough for row in sides)]
    reached = [key for key, sides in goals if all(row.done >= row.aim.enough for row in sides)]
    return [_held(len(goals), short), _reached(len(goals), len(reached), asked)]


def _planned(row: MuscleWeek) -> float:
    return max(row.planned, row.done)


def _held(goals: int, short: Sequence[tuple[Kind, Muscle]]) -> str:
    if not short:
        return "Done as it stands, your week reaches every aim below."
    missing = [
        f"{WORK[kind]} for {_joined([f'the {SHORT[muscle]}' for _, muscle in same])}"
        for kind, same in groupby(short, key=lambda key: key[0])
    ]
    return (
        f"Done as it stands, your week reaches {goals - len(short)} of {goals} aims. "
        f"There is less {_joined(missing)}, and that is fine for a week."
    )


def _reached(goals: int, reached: int, asked: Sequence[MuscleWeek]) -> str:
    if not any(row.done for row in asked):
        return "Nothing of it is done yet."
    if reached == goals:
        return "All of them are reached already."
    return f"So far {reached} of {goals} {'is' if reached == 1 else 'are'} reached."


def _joined(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _part(kind: Kind, rows: Iterable[MuscleWeek]) -> PartShown:
    rows = list(rows)
    aim = rows[0].aim
    return PartShown(
        title=TITLES[kind],
        aim=amount_words(kind, aim.enough),
        most=amount_words(kind, aim.most),
        asked=_rows([row for row in rows if row.asked]),
        others=_rows([row for row in rows if not row.asked]),
    )


def _rows(rows: Sequence[MuscleWeek]) -> list[RowShown]:
    """One row for both sides where they are alike, else one for each."""
    shown = []
    for _, same in groupby(rows, key=lambda row: row.muscle):
        sides = list(same)
        if len({(row.planned, row.done) for row in sides}) == 1:
            shown.append(_row(sides[0], "both sides"))
        else:
            shown += [_row(row, str(row.side)) for row in sides]
    return shown


def _row(row: MuscleWeek, side: str) -> RowShown:
    done, planned = _along(row.done, row.aim), _along(row.planned, row.aim)
    return RowShown(
        name=NAMES[row.muscle].capitalize(),
        side=side,
        done=_done(row),
        planned=f"{_number(row.kind, row.planned)} planned",
        reached=row.asked and row.done >= row.aim.enough,
        done_at=done,
        still_at=round(max(0.0, planned - done), 1),
    )


def _done(row: MuscleWeek) -> str:
    if row.done > row.aim.most:
        return f"{amount_words(row.kind, row.done)} done: plenty for one week"
    if row.done > row.aim.enough or not row.asked:
        return f"{amount_words(row.kind, row.done)} done"
    return f"{_number(row.kind, row.done)} of {amount_words(row.kind, row.aim.enough)} done"


def _along(amount: float, aim: Aim) -> float:
    return round(min(100.0, AIM_AT * amount / aim.enough), 1)
