"""What a watched check says, as JSON can hold it: the same for the page and the command line."""

from typing import Any

from coxa.motion.watching.checking.task import Task
from coxa.motion.watching.checking.tries import (
    Proposal,
    Try,
    counts_words,
    plain,
    value_words,
)
from coxa.motion.watching.checking.watcher import CheckSeen, CheckWatcher

DIGITS = 2  # of live values and seconds: finer than any camera


def seen_json(watcher: CheckWatcher, seen: CheckSeen) -> dict[str, Any]:
    """One picture."""
    task, value = watcher.task, seen.value
    return {
        "phase": seen.phase,
        "help": seen.help.words if seen.help else "",
        "words": seen.words,
        "view": seen.view.value,
        "value": None if value is None else round(value, DIGITS),
        "value_words": "" if value is None else value_words(value, task),
        "unit": task.unit,
        "status": seen.status.value,
        "seconds": round(seen.seconds, DIGITS),
        "seconds_of": watcher.measuring.seconds_of,
        "reps": seen.reps,
        "side": task.side,
        "tries_done": len(watcher.measuring.tries),
        "tries_of": task.tries,
        "share": round(seen.share, DIGITS),
        "tries": [try_json(one, task) for one in watcher.measuring.tries],
    }


def try_json(one: Try, task: Task) -> dict[str, Any]:
    return {
        "value": round(one.value, DIGITS),
        "value_words": value_words(one.value, task),
        "start_s": round(one.start_s, DIGITS),
        "end_s": round(one.end_s, DIGITS),
        "confidence": round(one.confidence, DIGITS),
        "said": one.said,
    }


def proposal_json(proposal: Proposal, task: Task) -> dict[str, Any]:
    """`value` and `tries` as the log has them: numbers, and yes and no as booleans."""
    value, count = proposal.value, len(proposal.tries)
    return {
        "value": None if value is None else plain(value, task),
        "value_words": "" if value is None else value_words(value, task),
        "counts": task.counts,
        "counts_words": counts_words(count, task) if count else "",
        "spread": _rounded(proposal.spread),
        "range": _rounded(proposal.range),
        "error": proposal.error,
        "enough": proposal.enough,
        "tries": [plain(one, task) for one in proposal.tries],
        "words": list(proposal.words),
    }


def report_json(watcher: CheckWatcher) -> dict[str, Any]:
    """A whole recording: what `coxa measure --check --json` gives of one side."""
    task, tries = watcher.task, watcher.tries()
    return {
        "side": task.side,
        "unit": task.unit,
        "tries": [try_json(one, task) for one in tries],
        "proposal": proposal_json(watcher.proposal(), task),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
