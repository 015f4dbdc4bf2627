"""The commands about reminders. What they do lives in `coxa.web`, which knows the database."""

from pathlib import Path
from typing import Annotated

import typer

from coxa.cli.options import Data, Profile

push_app = typer.Typer(
    help="Messages to browsers: make the keys, send what is due.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    app.command()(calendar)
    app.add_typer(push_app, name="push")


def calendar(
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write there.", show_default=False)
    ] = None,
    address: Annotated[
        bool, typer.Option("--address", help="Print the address to subscribe to instead.")
    ] = False,
    profile: Profile = None,
    data: Data = None,
) -> None:
    """Print your reminders of the next two weeks as a calendar (.ics)."""
    from coxa.web import reminder_commands

    if address:
        reminder_commands.address(data, profile)
    else:
        reminder_commands.calendar(data, profile, out)


@push_app.command()
def keys(data: Data = None) -> None:
    """Make the keys without which nothing is ever sent. Those there are stay."""
    from coxa.web import reminder_commands

    reminder_commands.push_keys(data)


@push_app.command()
def send(
    every: Annotated[
        int | None,
        typer.Option(metavar="SECONDS", min=10, max=1800, help="Again and again, until Ctrl-C."),
    ] = None,
    data: Data = None,
) -> None:
    """Send what is due now to the browsers that asked for it."""
    from coxa.web import reminder_commands

    reminder_commands.push_send(data, every)
