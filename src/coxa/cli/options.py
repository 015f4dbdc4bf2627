"""The options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Where your data is kept.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile", metavar="NAME", help="Whose, where several people train here.",
        show_default=False,
    ),
]  # fmt: skip
Today = Annotated[
    str | None,
    typer.Option(
        "--today", metavar="YYYY-MM-DD", help="The day to count from.", show_default="today"
    ),
]
