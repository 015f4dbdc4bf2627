"""A file in which somebody does a check: the tries and what they come to, side by side."""

from collections.abc import Sequence
from typing import Any

from coxa.interchange.sources import Angles, Points
from coxa.motion.watching.checking.task import Task
from coxa.motion.watching.checking.told import report_json
from coxa.motion.watching.checking.watcher import CheckWatcher
from coxa.reading.faults import Fault, FaultyInputError


def check_report(source: Points | Angles, tasks: Sequence[Task], file: str) -> dict[str, Any]:
    """What `coxa measure --check --json` prints: one of `sides` for each of the tasks.

    Raises FaultyInputError where there is nobody to look at.
    """
    if isinstance(source, Angles):
        right = "holds coordinates; a check is read from a film or from landmarks"
        raise FaultyInputError([Fault(file, "", "", right)])
    watchers = [CheckWatcher(task) for task in tasks]
    pictures = empty = 0
    help_: dict[str, int] = {}
    for frame in source.frames:
        pictures += 1
        empty += frame.empty
        for watcher in watchers:
            seen = watcher.frame(frame)
            if seen.help and not frame.empty:
                help_[seen.help.words] = help_.get(seen.help.words, 0) + 1
    if pictures == empty:
        right = "nobody is to be seen in it" if pictures else "holds no picture"
        raise FaultyInputError([Fault(file, "", "", right)])
    for watcher in watchers:
        watcher.finish()
    return {
        "check": tasks[0].check,
        "sides": [report_json(watcher) for watcher in watchers],
        "notes": [*source.notes, *_why_nothing(watchers, help_)],
    }


def _why_nothing(watchers: Sequence[CheckWatcher], help_: dict[str, int]) -> list[str]:
    """Where no try was found: what was missing longest before the camera."""
    if any(watcher.tries() for watcher in watchers):
        return []
    if not help_:
        return ["No try was found in it."]
    return [f"No try was found in it. {max(help_, key=lambda words: help_[words])}"]
