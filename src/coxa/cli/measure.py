"""`coxa measure`: angles, repetitions, holds and faults, from videos and from motion files."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coxa.cli.answers import QUICK, show, workers_of
from coxa.cli.checking import measure_check
from coxa.cli.measuring import FORMS, Order, Task, answer
from coxa.cli.movements import Variant, movement
from coxa.cli.options import Json
from coxa.cli.outputs import targets
from coxa.cli.spread import cores, spread
from coxa.interchange.axes import Up
from coxa.reading.faults import Fault, FaultyInputError, unknown_word

if TYPE_CHECKING:
    from coxa.motion.watching.expected import Expected

MODELS = ("lite", "full")


def add_to(app: typer.Typer) -> None:
    app.command()(measure)


def measure(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="INPUT...", show_default=False,
            help="Videos, .trc (markers), .mot (coordinates), .npz or .csv (landmarks).",
        ),
    ],
    exercise: Annotated[
        str, typer.Option("--exercise", metavar="ID|MOTION.toml", show_default="any movement",
                          help="What is done, so that depth, sides and faults can be judged."),
    ] = "",
    variant: Variant = "",
    check: Annotated[
        str, typer.Option("--check", metavar="ID", show_default=False,
                          help="A self-check: its tries, and the value that they propose."),
    ] = "",
    side: Annotated[
        str, typer.Option("--side", metavar="left|right", show_default="both, one after the other",
                          help="The side of the check."),
    ] = "",
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print a table of angles, landmarks.")] = False,
    mot: Annotated[bool, typer.Option("--mot", help="Print OpenSim's coordinates.")] = False,
    plot: Annotated[
        Path | None,
        typer.Option("--plot", metavar="OUT.png", show_default=False,
                     help="Draw the angles over time."),
    ] = None,
    video: Annotated[
        Path | None,
        typer.Option("--video", metavar="OUT.mp4", show_default=False,
                     help="Write the video with the skeleton drawn over it."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", show_default="standard output",
                     help="Where to; a folder for several inputs."),
    ] = None,
    up: Annotated[
        str | None,
        typer.Option("--up", metavar="y|z", show_default="as the body stands",
                     help="The axis that points up in .trc files."),
    ] = None,
    model: Annotated[
        str, typer.Option("--model", metavar="lite|full", help="How videos are looked at."),
    ] = "full",
) -> None:  # fmt: skip
    """Measure hips and legs in videos, marker files, OpenSim motions or landmarks.

    Without --exercise any movement that goes there and back is counted.
    """
    axis = _up(up)
    if model not in MODELS:
        right = unknown_word("pose model", model, MODELS)
        raise FaultyInputError([Fault("command line", "--model", "", right)])
    if check or side:
        others = {"--exercise": exercise, "--variant": variant, "--csv": csv, "--mot": mot,
                  "--plot": plot, "--video": video, "--out": out}  # fmt: skip
        measure_check(inputs, check, side, axis, model, json, [n for n, v in others.items() if v])
        return
    form = _form({"json": json, "csv": csv, "mot": mot}, out, len(inputs))
    files = targets(out, inputs, form, "--out") if out else [None] * len(inputs)
    plots = targets(plot, inputs, "png", "--plot") if plot else [None] * len(inputs)
    videos = _videos(video, inputs) if video else [None] * len(inputs)
    wanted = _expected(exercise, variant) if exercise else None
    workers = workers_of(inputs)
    threads = max(1, cores() // workers)
    plain = wanted.to_json() if wanted else None
    order = Order(plain, form, axis, model, threads, several=len(inputs) > 1)
    jobs = [
        (order, Task(path, file, drawn, filmed))
        for path, file, drawn, filmed in zip(inputs, files, plots, videos, strict=True)
    ]
    answers = spread(answer, jobs, len(jobs), workers, "Measuring")
    show(answers, len(inputs), form == "json" and len(inputs) > 1, _print)


def _print(report: Mapping[str, Any], name: str) -> None:
    from coxa.cli.showing_measured import print_measured

    print_measured(report, name)


def _form(said: dict[str, bool], out: Path | None, count: int) -> str:
    """The one form that is asked for; words for people if none is."""
    chosen = [form for form, wanted in said.items() if wanted]
    faults = []
    if len(chosen) > 1:
        options = " ".join(f"--{form}" for form in chosen)
        faults.append(Fault("command line", "", options, "one of them at a time"))
    if not chosen and out:
        if out.suffix[1:] in FORMS:
            return out.suffix[1:]
        right = "needs --json, --csv or --mot, or a FILE that ends so"
        faults.append(Fault("command line", "--out", str(out), right))
    if count > 1 and out is None and chosen and chosen[0] != "json":
        right = "must name a folder: several inputs have a file each"
        faults.append(Fault("command line", "--out", "", right))
    if faults:
        raise FaultyInputError(faults)
    return chosen[0] if chosen else ""


def _videos(video: Path, inputs: list[Path]) -> list[Path]:
    faults = [
        Fault(path.name, "", "", "holds no pictures; --video draws over a video only")
        for path in inputs
        if path.suffix.lower() in QUICK
    ]
    if faults:
        raise FaultyInputError(faults)
    return targets(video, inputs, "mp4", "--video")


def _up(said: str | None) -> Up | None:
    if said is None:
        return None
    if said.lower() not in list(Up):
        raise FaultyInputError([Fault("command line", "--up", said, "must be y or z")])
    return Up(said.lower())


def _expected(exercise: str, variant: str) -> "Expected":
    from coxa.motion.expecting import expected

    described, clip = movement(exercise, variant)
    try:
        return expected(clip, described)
    except ValueError as error:
        right = f"cannot be watched by a camera: {error}"
        raise FaultyInputError([Fault("command line", "--exercise", exercise, right)]) from None
