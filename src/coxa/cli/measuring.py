"""One file of many measured, in whatever process has time for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coxa.cli.answers import Answer, answered, as_json
from coxa.cli.outputs import write_whole
from coxa.interchange.axes import Up

FORMS = ("json", "csv", "mot")


@dataclass(frozen=True)
class Order:
    """What all files have in common; `expected` as `Expected.to_json` gives it."""

    expected: Mapping[str, Any] | None
    form: str
    up: Up | None
    model: str
    threads: int
    several: bool


@dataclass(frozen=True)
class Task:
    """One file, and what is to be written about it; None: to standard output, or not at all."""

    source: Path
    out: Path | None
    plot: Path | None
    video: Path | None


def answer(job: tuple[Order, Task]) -> Answer:
    """The file measured, or its faults."""
    order, task = job
    name = str(task.source)
    listed = order.form == "json" and order.several and task.out is None
    return answered(name, lambda: _measured(order, task, name), listed)


def _measured(order: Order, task: Task, name: str) -> Answer:
    from coxa.interchange.chart import chart_png
    from coxa.interchange.measured import measure
    from coxa.interchange.sources import read_source
    from coxa.motion.watching.expected import Expected

    expected = Expected.from_json(order.expected) if order.expected else None
    source = read_source(task.source, order.up, order.model, order.threads)
    measured = measure(source, expected, task.source.name)
    content = _content(measured, order, name) if order.form else ""
    drawn = chart_png(measured.report, task.source.name) if task.plot else b""
    if task.video:
        from coxa.interchange.film import write_film

        write_film(task.source, measured.frames, measured.report, task.video)
    if task.plot:
        write_whole(task.plot, drawn)
    if task.out:
        write_whole(task.out, content.encode())
        content = ""
    return Answer(name, content, None if order.form else measured.report)


def _content(measured: Any, order: Order, name: str) -> str:
    from coxa.interchange.measured import measured_csv, measured_recording
    from coxa.motion.mot import mot_text

    if order.form == "csv":
        return measured_csv(measured)
    if order.form == "mot":
        return mot_text(measured_recording(measured, Path(name).name))
    report = {"input": name, **measured.report} if order.several else measured.report
    return as_json(report) + ("" if order.several else "\n")
