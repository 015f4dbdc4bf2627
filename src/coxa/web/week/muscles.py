"""The week by muscle as the page draws it: words first, and a bar for who likes to see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later
from django.utils.translation import ngettext

from coxa.anatomy.muscles import Muscle
from coxa.coaching.week_muscles import Aim, MuscleWeek
from coxa.exercises.vocabulary import Kind
from coxa.language import listed
from coxa.training.planner.reasons import PLACES

TO_GET_STRONGER = 4  # weekly sets of a muscle (Iversen and others 2021)
AIM_AT = 50  # of 100: where the bar has its aim, so that twice the aim fills it
# Two muscles share a place in the reasons; side by side they need a name each.
NAMES = {
    Muscle.GLUTE_MAX: later("Buttocks"),
    Muscle.GLUTE_MED: later("Side of the hip"),
    Muscle.HIP_FLEXORS: later("Front of the hip"),
    Muscle.RECTUS_FEMORIS: later("Front of the thigh, by the hip"),
    Muscle.HAMSTRINGS: later("Back of the thigh"),
    Muscle.ADDUCTORS: later("Inner thighs"),
    Muscle.DEEP_ROTATORS: later("Deep hip rotators"),
    Muscle.TFL_ITB: later("Outer thigh"),
    Muscle.QUADS: later("Front of the thigh, by the knee"),
    Muscle.CORE: later("Trunk"),
}
TITLES = {Kind.STRENGTH: later("Strength"), Kind.STRETCH: later("Stretching")}
WORK = {
    Kind.STRENGTH: later("strength for {places}"),
    Kind.STRETCH: later("stretching for {places}"),
}
SIDES = {"left": later("left"), "right": later("right")}


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
    is_strength: bool
    builds: bool  # strength: the aim is what makes stronger, not what keeps it
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
        says=_says([row for _kind, same in worked for row in same if row.asked]),
        parts=[_part(kind, same) for kind, same in worked],
    )


def amount_words(kind: Kind, amount: float) -> str:
    """Sets, or minutes of seconds held, down to the half: "2½ sets", "1 minute", "4½ minutes"."""
    number = _number(kind, amount)
    many = 1 if number in ("1", "½") else 2
    if kind is Kind.STRENGTH:
        return ngettext("{n} set", "{n} sets", many).format(n=number)
    return ngettext("{n} minute", "{n} minutes", many).format(n=number)


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
        return _("Done as it stands, your week reaches every aim below.")
    missing = [
        _(WORK[kind]).format(places=listed([PLACES[muscle] for _kind, muscle in same]))
        for kind, same in groupby(short, key=lambda key: key[0])
    ]
    # Translators: {missing} is such as "strength for the buttocks and stretching for the trunk".
    return _(
        "Done as it stands, your week reaches {reached} of {goals} aims. "
        "There is less {missing}, and that is fine for a week."
    ).format(reached=goals - len(short), goals=goals, missing=listed(missing))


def _reached(goals: int, reached: int, asked: Sequence[MuscleWeek]) -> str:
    if not any(row.done for row in asked):
        return _("Nothing of it is done yet.")
    if reached == goals:
        return _("All of them are reached already.")
    return ngettext(
        "So far {n} of {goals} is reached.", "So far {n} of {goals} are reached.", reached
    ).format(n=reached, goals=goals)


def _part(kind: Kind, rows: Iterable[MuscleWeek]) -> PartShown:
    rows = list(rows)
    aim = rows[0].aim
    return PartShown(
        title=_(TITLES[kind]),
        is_strength=kind is Kind.STRENGTH,
        builds=kind is Kind.STRENGTH and aim.enough == TO_GET_STRONGER,
        aim=amount_words(kind, aim.enough),
        most=amount_words(kind, aim.most),
        asked=_rows([row for row in rows if row.asked]),
        others=_rows([row for row in rows if not row.asked]),
    )


def _rows(rows: Sequence[MuscleWeek]) -> list[RowShown]:
    """One row for both sides where they are alike, else one for each."""
    shown = []
    for _muscle, same in groupby(rows, key=lambda row: row.muscle):
        sides = list(same)
        if len({(row.planned, row.done) for row in sides}) == 1:
            shown.append(_row(sides[0], _("both sides")))
        else:
            shown += [_row(row, _(SIDES[row.side])) for row in sides]
    return shown


def _row(row: MuscleWeek, side: str) -> RowShown:
    done, planned = _along(row.done, row.aim), _along(row.planned, row.aim)
    return RowShown(
        name=_(NAMES[row.muscle]),
        side=side,
        done=_done(row),
        planned=_("{n} planned").format(n=_number(row.kind, row.planned)),
        reached=row.asked and row.done >= row.aim.enough,
        done_at=done,
        still_at=round(max(0.0, planned - done), 1),
    )


def _done(row: MuscleWeek) -> str:
    if row.done > row.aim.most:
        done = amount_words(row.kind, row.done)
        return _("{done} done: plenty for one week").format(done=done)
    if row.done > row.aim.enough or not row.asked:
        return _("{done} done").format(done=amount_words(row.kind, row.done))
    return _("{n} of {aim} done").format(
        n=_number(row.kind, row.done), aim=amount_words(row.kind, row.aim.enough)
    )


def _along(amount: float, aim: Aim) -> float:
    return round(min(100.0, AIM_AT * amount / aim.enough), 1)
