"""`coxa measure --check`: a self-check read from films or landmarks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coxa.cli.answers import Answer, answered, show, workers_of
from coxa.cli.answers import as_json as json_of
from coxa.cli.spread import cores, spread
from coxa.interchange.axes import Up
from coxa.reading.faults import Fault, FaultyInputError, unknown_word

if TYPE_CHECKING:
    from coxa.motion.watching.checking.task import Task


@dataclass(frozen=True)
class Order:
    """What all files have in common."""

    tasks: "tuple[Task, ...]"
    up: Up | None
    model: str
    threads: int
    as_json: bool
    several: bool


def tasks_of(check_id: str, side: str) -> "list[Task]":
    """What to measure; both sides, one after the other, where none is named."""
    from coxa.checks.library import checks
    from coxa.motion.check_tasks import task_of

    able = {id_: check for id_, check in checks().items() if check.camera is not None}
    if check_id not in able:
        known = check_id in checks()
        right = "no camera can do it" if known else unknown_word("check", check_id, able)
        raise FaultyInputError([Fault("command line", "--check", check_id, right)])
    check = able[check_id]
    sides = ("left", "right") if check.sides == "each" else ("both",)
    if side and side not in sides:
        right = f"must be {' or '.join(sides)} in this check"
        raise FaultyInputError([Fault("command line", "--side", side, right)])
    return [task_of(check, one) for one in ([side] if side else sides)]


def measure_check(
    inputs: Sequence[Path],
    check_id: str,
    side: str,
    up: Up | None,
    model: str,
    as_json: bool,
    others: Sequence[str] = (),
) -> None:
    """Prints the tries of each input, and the value that they propose.

    `others` are options that were given and mean nothing here.
    """
    if others:
        right = "go with an exercise, not with --check"
        raise FaultyInputError([Fault("command line", "", " ".join(others), right)])
    tasks = tuple(tasks_of(check_id, side))
    workers = workers_of(inputs)
    threads = max(1, cores() // workers)
    order = Order(tasks, up, model, threads, as_json, several=len(inputs) > 1)
    answers = spread(answer, [(order, path) for path in inputs], len(inputs), workers, "Measuring")
    show(answers, len(inputs), as_json and len(inputs) > 1, _print)


def answer(job: tuple[Order, Path]) -> Answer:
    """The file read for the check, or its faults; in whatever process has time for it."""
    order, path = job
    name = str(path)
    return answered(name, lambda: _checked(order, path, name), order.as_json and order.several)


def _checked(order: Order, path: Path, name: str) -> Answer:
    from coxa.interchange.checked import check_report
    from coxa.interchange.sources import read_source

    source = read_source(path, order.up, order.model, order.threads)
    report = {"input": name, **check_report(source, order.tasks, path.name)}
    if not order.as_json:
        return Answer(name, report=report)
    return Answer(name, json_of(report) + ("" if order.several else "\n"))


def _print(report: Mapping[str, Any], _name: str) -> None:
    from coxa.cli.showing_checked import print_checked

    print_checked(report)
