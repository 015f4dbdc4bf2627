"""Two years of daily sessions, read for the page of progress: each subject, and all of it.

The aim for statistics on a server is 50 ms. What a page spends besides, on reading rows from the
database, is not in it. The ratio tells that the work grows with the log and not with its square.
"""

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import process_time

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.cast import MONDAY
from tests.twelve_weeks import two_years

from coxa.coaching.coverage import coverage
from coxa.coaching.progress.effort import effort_of
from coxa.coaching.progress.feels import feels_of
from coxa.coaching.progress.milestones import milestones_of
from coxa.coaching.progress.minutes import weeks_of
from coxa.coaching.progress.over_time import checks_of
from coxa.coaching.progress.pain import pain_of
from coxa.coaching.progress.profile import profile_of
from coxa.coaching.progress.ratings import ratings_of
from coxa.coaching.progress.told import Told, told
from coxa.coaching.progress.volume import volume_of
from coxa.training.log import Log, in_force

AIM_MS = 50
TIMES = 7
HALF, WHOLE = 365, 730  # days


def sessions(known: Told) -> object:
    return known.records


def person(known: Told) -> object:
    return known.person


SUBJECTS: dict[str, Callable[[Told], object]] = {
    "sessions": sessions,
    "person": person,
    "pain": pain_of,
    "ratings": ratings_of,
    "minutes": weeks_of,
    "checks": checks_of,
    "profile": lambda known: profile_of(known, checks_of(known)),
    "effort": effort_of,
    "feels": feels_of,
    "muscles": lambda known: volume_of(known, coverage()),
    "milestones": milestones_of,
}


def main() -> None:
    coverage()
    log = in_force(two_years().entries)
    half = in_force(one for one in log if one.day < MONDAY + timedelta(days=HALF))
    table = Table(title=f"{len(log)} entries, {WHOLE} sessions: median of {TIMES}, processor time")
    for column in ("", "ms", "two years to one"):
        table.add_column(column, justify="right")
    total = 0.0
    for name, of in SUBJECTS.items():
        whole, first = _ms(of, log), _ms(of, half)
        total += whole
        table.add_row(name, f"{whole:.1f}", f"{whole / max(first, 1e-3):.1f}")
    table.add_row("all", f"{total:.1f}", f"aim {AIM_MS}")
    Console().print(table)


def _told(log: Log) -> Told:
    return told(log, log[-1].day)


def _ms(of: Callable[[Told], object], log: Log) -> float:
    """Each time with a log told anew: what is worked out once is worked out each time."""
    if of is sessions:
        return 1000 * median(_once(lambda: _told(log)) for _ in range(TIMES))
    return 1000 * median(_after_telling(of, log) for _ in range(TIMES))


def _after_telling(of: Callable[[Told], object], log: Log) -> float:
    known = _told(log)
    if of is not person:
        _ = known.person, known.trained
    return _once(lambda: of(known))


def _once(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


if __name__ == "__main__":
    main()
