"""Many plans at once: every core works, the answers come in the order of the lines."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from coxa.cli.faults import BAD_INPUT
from coxa.cli.reading import person_of
from coxa.cli.spread import spread, workers_for
from coxa.interchange.reading import parse_json
from coxa.reading.faults import Fault, FaultyInputError

# A process needs about two seconds before its first plan: it is worth it from a few plans on.
LINES_A_WORKER = 4

Line = tuple[str, bytes]  # where it stands, for faults; what it says


@dataclass(frozen=True)
class Order:
    today: date
    weeks: int
    seed: int


@dataclass(frozen=True)
class Answer:
    text: str
    failed: bool


def plan_all(path: Path, order: Order) -> int:
    """Writes one line for each line of `path`. 0 if every one was planned, else 2."""
    total = _count(path)
    failed = 0
    workers = workers_for(total, LINES_A_WORKER)
    jobs = spread(partial(answer, order=order), _lines(path), total, workers, "Planning")
    for one in jobs:
        sys.stdout.write(one.text + "\n")
        failed += one.failed
    if failed:
        sys.stderr.write(f"{failed} of {total} lines could not be planned; each says its faults.\n")
    return BAD_INPUT if failed else 0


def answer(line: Line, order: Order) -> Answer:
    """The plan of one line, or its faults. One line that goes wrong never stops the others."""
    where, text = line
    name: object = None
    try:
        data = parse_json(text, where)
        name = data.get("id") if isinstance(data, dict) else None
        plan = _plan(data, where, order)
        return Answer(_json({"id": name, "plan": plan}), failed=False)
    except FaultyInputError as error:
        errors = [fault.as_json() for fault in error.faults]
    except Exception as error:  # what is ours to mend must not take 9 999 other plans with it
        right = f"Coxa itself failed here, please report it: {type(error).__name__}: {error}"
        errors = [Fault(where, "", "", right).as_json()]
    return Answer(_json({"id": name, "errors": errors}), failed=True)


def _plan(data: Any, where: str, order: Order) -> dict[str, Any]:
    from coxa.coaching.plan import make_plan

    faults = _frame_faults(data, where)
    if faults:
        raise FaultyInputError(faults)
    person = person_of(data["person"], where)
    return make_plan(person, order.today, order.weeks, order.seed).as_json()


def _frame_faults(data: Any, where: str) -> list[Fault]:
    if not isinstance(data, dict):
        return [Fault(where, "", "", 'must be a table {"id": ..., "person": {...}}')]
    missing = [n for n in ("id", "person") if n not in data]
    more = [n for n in data if n not in ("id", "person")]
    return [Fault(where, n, "", "is missing and must be given") for n in missing] + [
        Fault(where, n, "", "is not a field here; a line has id and person") for n in more
    ]


def _lines(path: Path) -> Iterator[Line]:
    for number, raw in enumerate(_raw(path), 1):
        if raw.strip():
            yield f"{path.name}:{number}", raw


def _count(path: Path) -> int:
    try:
        return sum(1 for raw in _raw(path) if raw.strip())
    except OSError as error:
        right = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise FaultyInputError([Fault(str(path), "", "", right)]) from None


def _raw(path: Path) -> Iterable[bytes]:
    with path.open("rb") as file:
        yield from file


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
