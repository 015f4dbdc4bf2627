"""What came of each of many files: made in whatever process has time, shown as it comes."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from coxa.cli.faults import BAD_INPUT
from coxa.cli.spread import workers_for
from coxa.reading.faults import Fault, FaultyInputError

# A process needs about a second to begin: a video is worth one, motion files are when several.
FILES_A_WORKER = 4
QUICK = (".trc", ".mot", ".sto", ".npz", ".csv")


@dataclass(frozen=True)
class Answer:
    """`content` is for standard output, `report` for a person who reads it. `faults`: nothing of it
    was measured; `ours`: not because of the file, but of a mistake in Coxa."""

    name: str
    content: str = ""
    report: Mapping[str, Any] | None = None
    faults: tuple[Fault, ...] = ()
    ours: bool = False


def answered(name: str, measured: Callable[[], Answer], listed: bool) -> Answer:
    """What is measured of the file of that name, or its faults: one that goes wrong never stops the
    others. `listed`: its faults have a place in a JSON array."""
    try:
        return measured()
    except FaultyInputError as error:
        faults, ours = error.faults, False
    except Exception as error:  # what is ours to mend must not take the other files with it
        right = f"Coxa itself failed here, please report it: {type(error).__name__}: {error}"
        faults, ours = (Fault(name, "", "", right),), True
    plain = {"input": name, "errors": [fault.as_json() for fault in faults]}
    return Answer(name, as_json(plain) if listed else "", None, faults, ours)


def as_json(report: Mapping[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, allow_nan=False)


def workers_of(inputs: Iterable[Path]) -> int:
    """How many processes so many files are worth."""
    paths = list(inputs)
    videos = sum(path.suffix.lower() not in QUICK for path in paths)
    quick = workers_for(len(paths) - videos, FILES_A_WORKER)
    return max(quick, workers_for(videos, 1))


def show(
    answers: Iterable[Answer],
    count: int,
    listed: bool,
    for_people: Callable[[Mapping[str, Any], str], None],
) -> None:
    """Each answer as it comes. Where there is one input its faults are the command's; of several,
    the others go on. `listed`: what is written becomes one JSON array; `for_people` prints the
    report of the file that it names."""
    failed = ours = 0
    with _written(listed) as write:
        for one in answers:
            if one.faults and count == 1 and not one.ours:
                raise FaultyInputError(one.faults)
            failed += bool(one.faults)
            ours += one.ours
            _show_one(one, write, for_people)
    if failed and count > 1:
        sys.stderr.write(f"{failed} of {count} files could not be measured.\n")
    if failed:
        raise typer.Exit(1 if ours == failed else BAD_INPUT)


def _show_one(
    one: Answer,
    write: Callable[[str], object],
    for_people: Callable[[Mapping[str, Any], str], None],
) -> None:
    for fault in one.faults:
        sys.stderr.write(f"{fault}\n")
    if one.content:
        write(one.content)
    if one.report:
        for_people(one.report, one.name)


@contextmanager
def _written(listed: bool) -> Iterator[Callable[[str], object]]:
    """What writes to standard output."""
    if not listed:
        yield sys.stdout.write
        return
    separator = "[\n"

    def write(content: str) -> None:
        nonlocal separator
        sys.stdout.write(separator + content)
        separator = ",\n"

    yield write
    sys.stdout.write("[]\n" if separator == "[\n" else "\n]\n")
