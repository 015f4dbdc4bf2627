"""`coxa measure --check`: a self-check read from films or landmarks."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coxa.interchange.axes import Up
from coxa.reading.faults import Fault, FaultyInputError, unknown_word

if TYPE_CHECKING:
    from coxa.motion.watching.checking.task import Task


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
    from coxa.interchange.checked import check_report
    from coxa.interchange.sources import read_source

    tasks = tasks_of(check_id, side)
    reports = [
        {"input": str(path), **check_report(read_source(path, up, model), tasks, path.name)}
        for path in inputs
    ]
    if as_json:
        found = reports[0] if len(reports) == 1 else reports
        sys.stdout.write(json.dumps(found, ensure_ascii=False, allow_nan=False) + "\n")
        return
    from coxa.cli.showing_checked import print_checked

    for report in reports:
        print_checked(report)
