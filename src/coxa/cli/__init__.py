"""The verbs, from a shell. A command imports what it needs when it runs: --help is quick."""

import os
import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from coxa.cli import data, listing, measure, motion, muscles, planning, reminding
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
    lan: Annotated[
        bool, typer.Option("--lan", help="Serve phones in the same house too, by HTTPS.")
    ] = False,
    lan_port: Annotated[
        int | None,
        typer.Option(help="Its port, 8443 if not given; 0 takes any free one.", min=0, max=65535),
    ] = None,
    lan_address: Annotated[
        str | None, typer.Option(help="Which of this computer's private addresses to serve.")
    ] = None,
) -> None:
    """Serve Coxa's pages to this machine, until Ctrl-C."""
    from coxa.cli.house import wanted
    from coxa.web import commands

    commands.start(port, data, not no_browser, wanted(lan, lan_port, lan_address))


@app.command()
def link(
    data: Data = None,
    lan: Annotated[bool, typer.Option("--lan", help="For a phone in the same house.")] = False,
) -> None:
    """Print a new one-time link to a Coxa that runs."""
    from coxa.web import commands

    (commands.house_link if lan else commands.link)(data)


for commands_of in (data, planning, listing, motion, muscles, measure, reminding):
    commands_of.add_to(app)


def speak(environment: Mapping[str, str]) -> None:
    """Say what is said to persons in their language; COXA_LANGUAGE comes before the system's."""
    from coxa.language import SOURCE, activate, available, best_of

    names = ("COXA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wished = [environment[name] for name in names if environment.get(name)]
    activate(best_of(wished[:1], available()) or SOURCE)


def main() -> None:
    """The command `coxa`: 0 done, 2 bad input, 1 anything else."""
    from coxa.cli.faults import said

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    speak(os.environ)
    with said():
        app()
