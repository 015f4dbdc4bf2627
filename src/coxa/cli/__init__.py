"""The verbs, from a shell. A command imports what it needs when it runs: --help is quick."""

import sys
from typing import Annotated

import typer

from coxa.cli import data, listing, measure, motion, muscles, planning
from coxa.cli.options import Data

app = typer.Typer(
    name="coxa",
    help="The open hip coach: checks, plans, guides and follows your training, in private.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.command()
def start(
    port: Annotated[
        int, typer.Option(help="The port to answer on; 0 takes any free one.", min=0, max=65535)
    ] = 8000,
    data: Data = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Do not open a browser.")
    ] = False,
) -> None:
    """Serve Coxa's pages to this machine, until Ctrl-C."""
    from coxa.web import commands

    commands.start(port, data, open_browser=not no_browser)


@app.command()
def link(data: Data = None) -> None:
    """Print a new one-time link to a Coxa that runs."""
    from coxa.web import commands

    commands.link(data)


for commands_of in (data, planning, listing, motion, muscles, measure):
    commands_of.add_to(app)


def main() -> None:
    """The command `coxa`: 0 done, 2 bad input, 1 anything else."""
    from coxa.cli.faults import said

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    with said():
        app()
