"""Two minutes at the desk: a block for a chair and standing, screened as all else is."""

from collections.abc import Iterator
from datetime import date

from coxa.coaching.screen import screen
from coxa.coaching.start_now import StartNow, person_of, total_s
from coxa.exercises.library import exercises
from coxa.language import gettext as _
from coxa.programmes.desk_blocks import DeskBlock, DeskMove, desk_blocks
from coxa.training.limits import Limits
from coxa.training.log import SafetyAnswered
from coxa.training.plan import Item

LONGEST_S = 120


def desk_break(answers: SafetyAnswered, today: date, turn: int = 0) -> StartNow:
    """The block that fits the answers. `turn` counts up, so that the next one is another."""
    screening = screen(person_of(answers), today)
    if not screening.trains:
        return StartNow(status=screening.status, messages=screening.messages)
    items = _filled(_in_turn(turn), screening.limits)
    return StartNow(
        status=screening.status if items else "refer",
        messages=screening.messages if items else (*screening.messages, "see_clinician"),
        items=items,
        seconds=total_s(items),
    )


def _in_turn(turn: int) -> list[DeskBlock]:
    blocks = sorted(desk_blocks().values(), key=lambda one: one.id)
    first = turn % len(blocks)
    return blocks[first:] + blocks[:first]


def _filled(blocks: list[DeskBlock], limits: Limits) -> tuple[Item, ...]:
    """The first block; what is left out of it gives its place to moves of the others that fit."""
    items: list[Item] = []
    for move in _moves(blocks, limits):
        taken = {one.exercise_id for one in items}
        if move.exercise_id not in taken and total_s([*items, _item(move)]) <= LONGEST_S:
            items.append(_item(move))
    return tuple(items)


def _moves(blocks: list[DeskBlock], limits: Limits) -> Iterator[DeskMove]:
    for block in blocks:
        yield from (one for one in block.items if one.exercise_id not in limits.barred)


def _item(move: DeskMove) -> Item:
    reasons = (_("Two minutes away from sitting still."), *((move.note,) if move.note else ()))
    dose = move.model_dump(exclude={"note"})
    side = "both" if exercises()[move.exercise_id].sides == "each" else "none"
    return Item.model_validate(dose | {"side": side, "reasons": reasons})
