"""The movement that a command is about: one of the library, or a file that somebody writes."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coxa.reading.faults import Fault, FaultyInputError, unknown_word

if TYPE_CHECKING:
    from coxa.motion.clip import Clip
    from coxa.motion.library import Described

Of = Annotated[
    str,
    typer.Argument(
        metavar="ID|MOTION.toml", show_default=False,
        help="An exercise, check or habit, or a file with a [motion] table.",
    ),
]  # fmt: skip
Variant = Annotated[
    str, typer.Option("--variant", metavar="NAME", show_default=False, help="A variant of it.")
]


def is_file(of: str) -> bool:
    return of.endswith(".toml")


def movement(of: str, variant: str) -> "tuple[Described, Clip]":
    """What is meant by an id or a file, and its clip.

    Raises FaultyInputError for what is not known or cannot be read.
    """
    if is_file(of):
        return _of_file(Path(of), variant)
    from coxa.motion import library

    id, _, named = of.partition("--")  # as the files of our figures are called
    shown = library.shown_by(id)
    every = library.described().values()
    if shown is None:
        ids = {one.id for one in every}
        raise FaultyInputError(
            [Fault("command line", "ID", "", unknown_word("known motion", id, ids))]
        )
    parts = {one.variant: one for one in every if one.id == shown}
    one = _part(parts, variant or named)
    return one, library.clip(one.key)


def _of_file(file: Path, variant: str) -> "tuple[Described, Clip]":
    """A motion that somebody writes: solved now; what does not fit is said, and it is shown."""
    from coxa.motion.body import read_body
    from coxa.motion.kinematics import Skeleton
    from coxa.motion.library import read_motion
    from coxa.motion.solving.clips import solve

    if not file.is_file():
        right = "is a folder" if file.is_dir() else "no such file"
        raise FaultyInputError([Fault(str(file), "", "", f"cannot be read: {right}")])
    one = _part({part.variant: part for part in read_motion(file)}, variant)
    solved = solve(Skeleton(read_body()), one.shown, one.id, one.title, one.variant, one.tempo)
    for misfit in solved.misfits:
        sys.stderr.write(f"{file.name}: {misfit}\n")
    return one, solved.clip


def _part(parts: "dict[str, Described]", variant: str) -> "Described":
    if variant in parts:
        return parts[variant]
    known = [name for name in parts if name]
    right = unknown_word("variant", variant, known) if known else "has no variants: leave it out"
    raise FaultyInputError([Fault("command line", "--variant", variant, right)])
