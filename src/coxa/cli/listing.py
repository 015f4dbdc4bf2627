"""What Coxa knows: exercises, programmes, checks and habits, as a table or as JSON."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from coxa.cli.options import Json
from coxa.reading.faults import Fault, FaultyInputError, unknown_word
from coxa.reading.printing import print_json

if TYPE_CHECKING:
    from coxa.reading.values import Value

Row = tuple[str, ...]
WIDE = 110  # characters
COLUMNS_WHEN_NARROW = 4


@dataclass(frozen=True)
class Shelf:
    """One kind of thing Coxa knows: how to get all of it, and how a line of its table reads."""

    kind: str  # written into JSON where the thing itself says no kind
    read: Callable[[], "Mapping[str, Value]"]
    heads: Row
    row: Callable[[Any], Row]


def add_to(app: typer.Typer) -> None:
    for name, shelf, one, says in (
        ("exercises", _exercises, "exercise", "List the exercises, or show one of them."),
        ("programmes", _programmes, "programme", "List the five programmes, or show one of them."),
        ("checks", _checks, "check", "List the self-checks, or show one of them."),
        ("habits", _habits, "habit", "List the habits, or show one of them."),
    ):
        app.command(name, help=says)(_command(shelf, one))


def _command(shelf: Callable[[], Shelf], kind: str) -> Callable[..., None]:
    def command(
        id: Annotated[
            str | None, typer.Argument(metavar="[ID]", show_default=False, help=f"One {kind}.")
        ] = None,
        json: Json = False,
    ) -> None:
        show(shelf(), id, json)

    return command


def show(shelf: Shelf, one: str | None, as_json: bool) -> None:
    known = shelf.read()
    if one is not None and one not in known:
        right = unknown_word(f"known {shelf.kind or 'exercise'}", one, known)
        raise FaultyInputError([Fault("command line", "ID", "", right)])
    if as_json:
        things = [_as_json(shelf, value) for value in known.values()]
        print_json(_as_json(shelf, known[one]) if one else things)
    elif one:
        from coxa.cli.showing import print_value

        print_value(known[one])
    else:
        _print_table(shelf, known.values())


def _as_json(shelf: Shelf, value: "Value") -> dict[str, Any]:
    data = value.model_dump(mode="json")
    return {"id": data.pop("id"), "kind": data.pop("kind", shelf.kind), **data}


def _print_table(shelf: Shelf, values: "Iterable[Value]") -> None:
    from coxa.cli.showing import console

    out = console()
    shown = len(shelf.heads) if out.width >= WIDE else COLUMNS_WHEN_NARROW
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for head in shelf.heads[:shown]:
        table.add_column(head, no_wrap=head in ("id", "level"))
    for value in values:
        table.add_row(*shelf.row(value)[:shown])
    out.print(table)


def _exercises() -> Shelf:
    from coxa.exercises.library import exercises
    from coxa.exercises.words import KINDS, POSITIONS, needs_words

    return Shelf(
        "", exercises, ("id", "name", "kind", "level", "position", "needs"),
        lambda e: (
            e.id, e.name, KINDS[e.kind], str(e.level), POSITIONS[e.position],
            ", ".join(needs_words(e)),
        ),
    )  # fmt: skip


def _programmes() -> Shelf:
    from coxa.programmes.library import programmes

    return Shelf(
        "programme", programmes, ("id", "name", "by", "how often", "weeks"),
        lambda p: (p.id, p.name, p.publisher, p.frequency, str(p.weeks)),
    )  # fmt: skip


def _checks() -> Shelf:
    from coxa.checks.library import checks

    return Shelf(
        "check", checks, ("id", "name", "question", "minutes"),
        lambda c: (c.id, c.name, c.question, f"{c.minutes:g}"),
    )  # fmt: skip


def _habits() -> Shelf:
    from coxa.programmes.library import habits

    return Shelf("habit", habits, ("id", "name", "when"), lambda h: (h.id, h.name, h.when))
