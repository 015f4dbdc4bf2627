"""`coxa motion`: the figure's motion of an exercise, for other programs."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coxa.reading.faults import Fault, FaultyInputError, unknown_word

if TYPE_CHECKING:
    from coxa.motion.clip import Clip
    from coxa.motion.library import Described

PICTURE = (720, 540)  # px: as large as our own pages show a still


def add_to(app: typer.Typer) -> None:
    app.command()(motion)


def motion(
    of: Annotated[
        str,
        typer.Argument(
            metavar="ID|MOTION.toml", show_default=False,
            help="An exercise, check or habit, or a file with a [motion] table.",
        ),
    ],
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="glb|mot|json|png", show_default="as FILE ends",
            help="A figure in 3D, OpenSim's coordinates, the clip's values, or a still picture.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", show_default="standard output", help="Where to."),
    ] = None,
    variant: Annotated[
        str,
        typer.Option("--variant", metavar="NAME", show_default=False, help="A variant of it."),
    ] = "",
    mirrored: Annotated[
        bool, typer.Option("--mirrored", help="Left and right exchanged.")
    ] = False,
) -> None:  # fmt: skip
    """Write a motion of the figure as a file for other programs."""
    word = _format(form, out)
    clip = _clip(of, variant)
    if mirrored:
        from coxa.motion import clip as clips

        clip = clips.mirrored(clip)
    _write(MAKERS[word](clip), word, out)


def _glb(clip: "Clip") -> bytes:
    from coxa.motion.gltf.whole import whole_glb

    return whole_glb(clip)


def _mot(clip: "Clip") -> bytes:
    from coxa.motion.mot import mot_text, recorded

    return mot_text(recorded(clip)).encode()


def _json(clip: "Clip") -> bytes:
    from coxa.motion.clip_json import json_text

    return json_text(clip).encode()


def _png(clip: "Clip") -> bytes:
    """All the way out, where an exercise shows what it is."""
    from coxa.motion.body import read_body
    from coxa.motion.clip import at
    from coxa.motion.picture.still import encode, render
    from coxa.motion.posing import surfaces_of

    surfaces = surfaces_of(read_body(), at(clip, clip.out_s), 0)
    return encode(render(surfaces, clip.view, PICTURE, "light"), "png")


MAKERS: Mapping[str, Callable[["Clip"], bytes]] = {
    "glb": _glb, "mot": _mot, "json": _json, "png": _png,
}  # fmt: skip
BINARY = ("glb", "png")
# What a file has near its beginning that may be written over: one of the same kind.
MARKS = {"glb": b"glTF", "mot": b"endheader", "json": b'"variant"', "png": b"PNG"}
LOOK_BYTES = 4096


def _format(said: str | None, out: Path | None) -> str:
    word = said if said is not None else out.suffix[1:] if out else ""
    if word not in MAKERS:
        right = unknown_word("format", word, MAKERS) if word else "name one: glb, mot, json or png"
        raise FaultyInputError([Fault("command line", "--format", "", right)])
    if out is None and word in BINARY and sys.stdout.isatty():
        right = f"must name a file: a {word} file is nothing that a terminal can show"
        raise FaultyInputError([Fault("command line", "--out", "", right)])
    return word


def _clip(of: str, variant: str) -> "Clip":
    if of.endswith(".toml"):
        return _clip_of_file(Path(of), variant)
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
    return library.clip(_part(parts, variant or named).key)


def _clip_of_file(file: Path, variant: str) -> "Clip":
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
    return solved.clip


def _part(parts: "Mapping[str, Described]", variant: str) -> "Described":
    if variant in parts:
        return parts[variant]
    known = [name for name in parts if name]
    right = unknown_word("variant", variant, known) if known else "has no variants: leave it out"
    raise FaultyInputError([Fault("command line", "--variant", variant, right)])


def _write(content: bytes, form: str, out: Path | None) -> None:
    """Whole or not at all: a file that was there before stays until the new one is complete."""
    if out is None:
        sys.stdout.buffer.write(content)
        return
    file = out.expanduser().absolute()
    _may_write(file, form)
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        new.write_bytes(content)
        new.replace(file)
    except OSError as error:
        new.unlink(missing_ok=True)
        right = f"cannot be written: {(error.strerror or str(error)).lower()}"
        raise FaultyInputError([Fault(str(file), "", "", right)]) from None


def _may_write(file: Path, form: str) -> None:
    right = ""
    if file.is_dir():
        right = "is a folder; name a file"
    elif not file.parent.is_dir():
        right = "its folder does not exist"
    elif file.exists() and file.stat().st_size:
        with file.open("rb") as old:
            if MARKS[form] not in old.read(LOOK_BYTES):
                right = f"is there already and is no {form} file of ours; choose another name"
    if right:
        raise FaultyInputError([Fault(str(file), "", "", right)])
