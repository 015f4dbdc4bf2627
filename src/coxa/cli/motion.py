"""`coxa motion`: the figure's motion of an exercise, for other programs."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coxa.cli.movements import Of, Variant, movement
from coxa.cli.outputs import hindrance, write_whole
from coxa.reading.faults import Fault, FaultyInputError, unknown_word

if TYPE_CHECKING:
    from coxa.motion.clip import Clip

PICTURE = (720, 540)  # px: as large as our own pages show a still


def add_to(app: typer.Typer) -> None:
    app.command()(motion)


def motion(
    of: Of,
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
    variant: Variant = "",
    mirrored: Annotated[
        bool, typer.Option("--mirrored", help="Left and right exchanged.")
    ] = False,
) -> None:  # fmt: skip
    """Write a motion of the figure as a file for other programs."""
    word = _format(form, out)
    _, clip = movement(of, variant)
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


def _format(said: str | None, out: Path | None) -> str:
    word = said if said is not None else out.suffix[1:] if out else ""
    if word not in MAKERS:
        right = unknown_word("format", word, MAKERS) if word else "name one: glb, mot, json or png"
        raise FaultyInputError([Fault("command line", "--format", "", right)])
    if out is None and word in BINARY and sys.stdout.isatty():
        right = f"must name a file: a {word} file is nothing that a terminal can show"
        raise FaultyInputError([Fault("command line", "--out", "", right)])
    return word


def _write(content: bytes, form: str, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(content)
        return
    file = out.expanduser().absolute()
    missing = "" if file.parent.is_dir() else "its folder does not exist"
    if right := hindrance(file, form, MARKS[form]) or missing:
        raise FaultyInputError([Fault(str(file), "", "", right)])
    write_whole(file, content)
