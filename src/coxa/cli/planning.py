"""`coxa plan`: the plan of one person, or of a whole file of them."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from coxa.cli.options import Json, Today
from coxa.reading.faults import Fault, FaultyInputError
from coxa.reading.printing import print_json

WEEKS = 12


def add_to(app: typer.Typer) -> None:
    app.command()(plan)


def plan(
    person: Annotated[
        Path | None,
        typer.Argument(metavar="[PERSON]", show_default=False, help="A .yaml or .json file."),
    ] = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch", metavar="FILE.jsonl", show_default=False,
            help='Lines of {"id", "person"}; writes {"id", "plan"} or {"id", "errors"} in order.',
        ),
    ] = None,
    weeks: Annotated[int, typer.Option(min=1, max=52, help="How many weeks to plan.")] = WEEKS,
    today: Today = None,
    seed: Annotated[
        int, typer.Option(min=0, help="The same person, day and seed give the same plan.")
    ] = 0,
    every_week: Annotated[
        bool, typer.Option("--every-week", help="Show each week whole, not only the first.")
    ] = False,
    json: Json = False,
) -> None:  # fmt: skip
    """Plan a person's weeks, each choice with its reason."""
    from coxa.cli.reading import day_of

    day = day_of(today)
    if (person is None) == (batch is None):
        right = "name one: PERSON.yaml, PERSON.json, or --batch FILE.jsonl"
        raise FaultyInputError([Fault("command line", "PERSON", "", right)])
    if batch is not None:
        from coxa.cli.batch import Order, plan_all

        raise typer.Exit(plan_all(batch, Order(day, weeks, seed)))
    if person is not None:
        _plan_one(person, weeks, day, seed, every_week, json)


def _plan_one(
    path: Path, weeks: int, day: date, seed: int, every_week: bool, as_json: bool
) -> None:
    from coxa.cli.reading import read_person

    who = read_person(path)
    from coxa.coaching.plan import make_plan

    made = make_plan(who, day, weeks, seed)
    if as_json:
        print_json(made.as_json())
    else:
        from coxa.cli.showing import print_plan

        print_plan(made, every_week)
