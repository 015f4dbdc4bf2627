"""The commands about your own data. What they do lives in `coxa.web`, which knows the database."""

from pathlib import Path
from typing import Annotated

import typer

from coxa.cli.options import Data, Json, Profile, Today

File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]

log_app = typer.Typer(help="Show your diary, or add to it.", rich_markup_mode=None)


def add_to(app: typer.Typer) -> None:
    app.command()(today)
    app.add_typer(log_app, name="log", invoke_without_command=True)
    app.command()(report)
    app.command()(export)
    app.command("import")(import_)
    app.command()(backup)
    app.command()(restore)
    app.command()(erase)


def today(
    profile: Profile = None, today: Today = None, json: Json = False, data: Data = None
) -> None:
    """Show what is planned for today, and what Coxa asks."""
    from coxa.cli.reading import day_of
    from coxa.web import diary_commands

    diary_commands.today(data, profile, day_of(today) if today else None, json)


@log_app.callback()
def log(
    context: typer.Context,
    profile: Profile = None,
    last: Annotated[int | None, typer.Option(min=1, help="Only the newest entries.")] = None,
    json: Json = False,
    data: Data = None,
) -> None:
    """Show your diary, oldest first."""
    if context.invoked_subcommand is None:
        from coxa.web import diary_commands

        diary_commands.log(data, profile, last, json)


@log_app.command()
def morning(
    spot: Annotated[
        str, typer.Argument(metavar="better|same|worse", help="The sore spot, against usual.")
    ],
    tired: Annotated[
        bool, typer.Option("--tired", help="Muscles feel tired as after new exercise.")
    ] = False,
    profile: Profile = None,
    data: Data = None,
) -> None:
    """Answer the morning question about the day you trained last."""
    from coxa.web import diary_commands

    diary_commands.morning(data, profile, spot, tired)


def report(
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE.pdf", help="Where to write it.", show_default=False),
    ],
    profile: Profile = None,
    today: Today = None,
    data: Data = None,
) -> None:
    """Write your report: two pages for a doctor or a physiotherapist.

    Before twelve weeks are over it says how far you are.
    """
    from coxa.cli.reading import day_of
    from coxa.web import report_commands

    report_commands.report(data, profile, out, day_of(today) if today else None)


def export(file: File, profile: Profile = None, data: Data = None) -> None:
    """Write everything about you to a JSON file.

    A file that ends in .csv gets your sets, one a line, for a spreadsheet.
    """
    from coxa.web import data_commands

    data_commands.export(data, profile, file)


def import_(file: File, profile: Profile = None, data: Data = None) -> None:
    """Add what an exported file holds.

    What is there already is not added twice. A name that nobody has yet gets a profile.
    """
    from coxa.web import data_commands

    data_commands.import_(data, profile, file)


def backup(file: File, data: Data = None) -> None:
    """Copy everyone's data into one file.

    Coxa may be running meanwhile.
    """
    from coxa.web import data_commands

    data_commands.backup(data, file)


def restore(file: File, data: Data = None) -> None:
    """Put a copy made by `coxa backup` back.

    What is there now is kept aside first. A copy of a newer Coxa is refused.
    """
    from coxa.web import data_commands

    data_commands.restore(data, file)


def erase(
    profile: Profile = None,
    everyone: Annotated[bool, typer.Option("--all", help="Everyone in this household.")] = False,
    yes: Yes = False,
    data: Data = None,
) -> None:
    """Erase everything about you for good.

    It asks for a typed word first. Copies that you made yourself stay where you put them.
    """
    from coxa.web import data_commands

    data_commands.erase(data, profile, everyone, yes)
