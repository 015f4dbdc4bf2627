"""`coxa muscles`: which hip muscles a movement loads and which it stretches."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from coxa.cli.movements import Variant, is_file, movement
from coxa.cli.options import Json
from coxa.reading.faults import Fault, FaultyInputError
from coxa.reading.printing import print_json

if TYPE_CHECKING:
    from coxa.mechanics.uses import MuscleUse
    from coxa.motion.library import Described

Rows = "tuple[MuscleUse, ...]"


def add_to(app: typer.Typer) -> None:
    app.command()(muscles)


def muscles(
    of: Annotated[
        list[str],
        typer.Argument(
            metavar="ID|MOTION.toml [ID|MOTION.toml]", show_default=False,
            help="An exercise, check or habit, or a file with a [motion] table.",
        ),
    ],
    compare: Annotated[
        bool, typer.Option("--compare", help="Two movements, side by side.")
    ] = False,
    variant: Variant = "",
    mirrored: Annotated[
        bool, typer.Option("--mirrored", help="Left and right exchanged.")
    ] = False,
    json: Json = False,
) -> None:  # fmt: skip
    """Show which hip muscles a movement loads and stretches, left and right.

    The left side is the working one. What a study measured stands first; all else is computed.
    """
    _counted(of, compare)
    found = [_uses(one, variant, mirrored) for one in of]
    if json:
        plain = [_plain(one, rows) for one, rows in found]
        print_json(plain if compare else plain[0])
    elif compare:
        _print_compared(found)
    else:
        _print_one(*found[0])


def _counted(of: list[str], compare: bool) -> None:
    wanted = 2 if compare else 1
    if len(of) != wanted:
        right = "two movements are compared" if compare else "one movement; two need --compare"
        raise FaultyInputError([Fault("command line", "ID", " ".join(of), right)])


def _uses(of: str, variant: str, mirrored: bool) -> "tuple[Described, Rows]":
    from coxa.mechanics import uses

    one, clip = movement(of, variant)
    if is_file(of):
        from coxa.mechanics.loads import loads
        from coxa.mechanics.stretch import stretch

        worked = loads(clip, one.shown)
        for misfit in worked.misfits:
            sys.stderr.write(f"{of}: {misfit}\n")
        rows = uses.of_motion(one.id, worked, stretch(clip), clip)
    else:
        rows = uses.uses(one.key)
    return one, uses.mirrored(rows) if mirrored else rows


def _plain(one: "Described", rows: "Rows") -> dict[str, Any]:
    variant = {"variant": one.variant} if one.variant else {}
    return {"exercise": one.id, **variant, "muscles": [_row(row) for row in rows]}


def _row(row: "MuscleUse") -> dict[str, Any]:
    found: dict[str, Any] = {
        "muscle": row.muscle.value,
        "side": row.side.value,
        "load": {"peak": row.load_peak, "mean": row.load_mean, "band": row.load_band.value},
        "length": {"min": row.length_min, "max": row.length_max},
        "stretch": row.stretch,
        "strength": row.strength,
        "source": row.source.value,
        "confidence": row.confidence.value,
    }
    if row.measured:
        found["measured"] = {
            "percent": row.measured.percent,
            "sd": row.measured.sd,
            "people": row.measured.people,
            "statistic": row.measured.statistic,
            "study": row.measured.study,
            "doi": row.measured.doi,
            "pmid": row.measured.pmid,
            "exercise": row.measured.exercise,
        }
    return found


def _print_one(one: "Described", rows: "Rows") -> None:
    from coxa.cli.showing import console

    out = console()
    out.print(f"[bold]{escape(one.title)}[/bold]")
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for head in ("muscle", "load\nleft", "load\nright", "stretch\nleft", "stretch\nright"):
        table.add_column(head, no_wrap=head != "muscle")
    for left, right in zip(rows[::2], rows[1::2], strict=True):
        table.add_row(
            left.muscle.words, _load(left), _load(right),
            left.stretch_band.words, right.stretch_band.words,
        )  # fmt: skip
    out.print(table)
    _print_notes(rows)


def _print_compared(found: "list[tuple[Described, Rows]]") -> None:
    from coxa.cli.showing import console

    (one, rows), (other, others) = found
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("muscle, working side")
    for what in ("load", "stretch"):
        for described in (one, other):
            table.add_column(f"{what}\n{escape(described.title)}")
    for a, b in zip(rows, others, strict=True):
        if a.side.value == "left":
            bands = a.stretch_band.words, b.stretch_band.words
            table.add_row(a.muscle.words, _load(a), _load(b), *bands)
    console().print(table)
    _print_notes((*rows, *others))


def _load(row: "MuscleUse") -> str:
    mark = "*" if row.measured else "?" if row.confidence.value == "low" else ""
    return "-" if row.load_band.value == "none" else f"{row.load_band.words}{mark}"


def _print_notes(rows: "Rows") -> None:
    from coxa.cli.showing import console

    out, said = console(), set()
    out.print("Load and stretch are computed, in bands: low, moderate, high, very high.")
    if any(_load(row).endswith("?") for row in rows):
        out.print("? computed with low confidence.")
    for row in rows:
        if row.measured and (row.measured, row.muscle) not in said:
            said.add((row.measured, row.muscle))
            one = row.measured
            out.print(
                f"* {row.muscle.words}: {one.percent:g} % of the most it can do ({one.statistic}), "
                f"{one.people} people, {one.exercise}: {one.study}."
            )
