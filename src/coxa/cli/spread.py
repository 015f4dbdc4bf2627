"""One job after another over every core, the answers in the order of the jobs."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from typing import Any, TypeVar

Job = TypeVar("Job")
Answer = TypeVar("Answer")

MOST_IN_A_CHUNK = 16  # jobs that a process is handed at once: short ones are not worth a trip each


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def workers_for(jobs: int, jobs_a_worker: int) -> int:
    """How many processes so many jobs are worth; 1 means this one alone."""
    return max(1, min(cores(), -(-jobs // jobs_a_worker)))


def spread(
    work: Callable[[Job], Answer], jobs: Iterable[Job], total: int, workers: int, words: str
) -> Iterator[Answer]:
    """The answers, each as soon as all before it are there. `words` stand before the bar that
    standard error shows to who watches it."""
    with _progress(words, total) as progress:
        for answer in _answers(work, jobs, total, workers):
            yield answer
            if progress is not None:
                progress.advance(progress.task_ids[0])


def _answers(
    work: Callable[[Job], Answer], jobs: Iterable[Job], total: int, workers: int
) -> Iterable[Answer]:
    if workers <= 1:
        yield from map(work, jobs)
        return
    # Spawned, not forked: a fork copies locks that threads of this process may hold.
    context = multiprocessing.get_context("spawn")
    chunk = max(1, min(MOST_IN_A_CHUNK, total // (workers * 4)))
    with context.Pool(workers) as pool:
        yield from pool.imap(work, jobs, chunksize=chunk)


def _progress(words: str, total: int) -> Any:
    """A bar on standard error where someone watches it, else nothing."""
    if not sys.stderr.isatty() or total < 2:
        return nullcontext()
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True))
    progress.add_task(words, total=total)
    return progress
