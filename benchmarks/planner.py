"""The planner: how long a week takes, how good it is, and what a plain model would do instead.

Ratios count, not seconds: everything is measured in one run on one machine. Times of one week are
of the processor, so that what else runs there does not count; those of the batch are of the clock.
"""

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

import yaml
from ortools.sat.python import cp_model
from rich.console import Console
from rich.table import Table

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.people import people  # noqa: E402

from coxa.coaching.plan import decisions_of, make_plan, request_of  # noqa: E402
from coxa.coaching.screen import screen  # noqa: E402
from coxa.training.person import Person  # noqa: E402
from coxa.training.planner.amounts import (  # noqa: E402
    is_balance,
    is_drill,
    is_strength,
    moves,
)
from coxa.training.planner.model import WeekModel  # noqa: E402
from coxa.training.planner.placing import exact  # noqa: E402
from coxa.training.planner.request import Request  # noqa: E402
from coxa.training.planner.sums import total  # noqa: E402
from coxa.training.planner.weeks import solve  # noqa: E402

GOLDEN = HERE.parent / "tests" / "reference" / "evidence" / "golden_open.yaml"
OURS = HERE.parent / "tests" / "reference" / "our_golden.yaml"
TODAY = date(2026, 3, 2)
RANDOM_PEOPLE = 200
SAMPLE_EVERY = 8  # of all requests: those that the exact and the plain model solve too
EXACT_LIMIT = 6.0  # deterministic seconds; a proof needs fewer in most cases
PLAIN_LIMIT = 3.0  # deterministic seconds
BATCH = 60


@dataclass(frozen=True)
class Solved:
    seconds: float
    score: float


def golden() -> list[Person]:
    cases = [case for file in (GOLDEN, OURS) for case in yaml.safe_load(file.read_text())["cases"]]
    return [Person.model_validate(case["person"]) for case in cases]


def request(person: Person) -> Request | None:
    """The request of the person's first week; None for those whom nothing may be planned for."""
    screening = screen(person, TODAY)
    if not screening.trains:
        return None
    made = request_of(person, 1, screening, decisions_of(person, screening))
    return made if made.menu.options and made.calendar.slots else None


class PlainModel:
    """What one would write first: exercise x session x dose as booleans, all in one program.

    The rules and points are those of the planner, so that the scores compare; the program is
    solved as the solver comes, without a first stage, hints or settings.
    """

    def __init__(self, request: Request) -> None:
        week = WeekModel(request)
        self.model, self.terms = week.model, week.terms
        options, slots = request.menu.options, request.calendar.slots
        at = {
            (o, s): self.model.new_bool_var("")
            for o, option in enumerate(options)
            for s, slot in enumerate(slots)
            if slot.strength or not is_strength(option)
        }
        for o, count in enumerate(week.counts):
            self.model.add(total(v for (oo, _), v in at.items() if oo == o) == count)
            for day in request.calendar.days:
                same = [v for (oo, s), v in at.items() if oo == o and slots[s].day == day]
                self.model.add(total(same) <= 1)
        for s, slot in enumerate(slots):
            here = [(options[o], v) for (o, ss), v in at.items() if ss == s]
            self.model.add(total(v * o.seconds for o, v in here) <= request.budget_s)
            self.model.add(total(v * o.lines for o, v in here) <= request.most_lines)
            for family in {o.exercise.family or o.exercise.id for o, _ in here}:
                own = [v for o, v in here if (o.exercise.family or o.exercise.id) == family]
                self.model.add(total(own) <= 1)
            wanted = [v for o, v in here if (is_strength if slot.strength else moves)(o)]
            if wanted:
                self.model.add(total(wanted) >= 1)

        for name, counted in week.day_counts.items():
            self._days_are_days(name, counted, at, options, slots)

    def _days_are_days(self, name, counted, at, options, slots) -> None:
        """Two balance exercises on one day are one day of balance, not two."""
        fits = {"moves": moves, "is_balance": is_balance, "is_drill": is_drill}[name]
        units: dict[int, list[cp_model.IntVar]] = {}
        for (o, s), v in at.items():
            if fits(options[o]):
                units.setdefault(s if fits is is_drill else slots[s].day, []).append(v)
        held = []
        for members in units.values():
            has = self.model.new_bool_var("")
            self.model.add(has <= total(members))
            held.append(has)
        self.model.add(counted <= total(held))

    def solve(self) -> float:
        self.model.maximize(total(e * c for e, c in self.terms))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_deterministic_time = PLAIN_LIMIT
        found = solver.solve(self.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        return solver.objective_value if found else 0


def quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def weeks(who: list[Person]) -> list[float]:
    """Seconds for each person's week, from the answers to the sessions with their reasons."""
    taken = []
    for person in who:
        began = time.process_time()
        made = make_plan(person, TODAY, weeks=1)
        if made.weeks:
            taken.append(time.process_time() - began)
    return taken


def ours(requests: list[Request]) -> list[Solved]:
    found = []
    for one in requests:
        began = time.process_time()
        placed = solve(one)
        found.append(Solved(time.process_time() - began, placed.score if placed else 0))
    return found


def plain(requests: list[Request]) -> list[Solved]:
    found = []
    for one in requests:
        began = time.process_time()
        score = PlainModel(one).solve()
        found.append(Solved(time.process_time() - began, score))
    return found


def gaps(requests: list[Request], mine: list[Solved]) -> tuple[list[float], int]:
    """Shares by which a week is worse than the best known, and how many bests are proved."""
    behind, proved = [], 0
    for one, own in zip(requests, mine, strict=True):
        best = exact(one, 0, EXACT_LIMIT)
        proved += best is not None and best.proved
        top = max(best.score if best else 0, own.score)
        behind.append((top - own.score) / top if top else 0.0)
    return behind, proved


def batch(who: list[Person]) -> float:
    """People a second through the command, twelve weeks each, every core at work."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "people.jsonl"
        lines = [
            json.dumps({"id": n, "person": person.model_dump(mode="json", exclude_defaults=True)})
            for n, person in enumerate(who)
        ]
        file.write_text("\n".join(lines) + "\n")
        command = [Path(sys.executable).with_name("coxa"), "plan", "--batch", str(file)]
        began = time.perf_counter()
        told = subprocess.run(command, capture_output=True, text=True, check=False)
        taken = time.perf_counter() - began
    planned = sum('"plan"' in line[:80] for line in told.stdout.splitlines())
    if planned != len(who):
        sys.exit(f"Only {planned} of {len(who)} were planned:\n{told.stderr}\n{told.stdout[:500]}")
    return len(who) / taken


def one_by_one(who: list[Person]) -> float:
    began = time.perf_counter()
    for person in who:
        make_plan(person, TODAY)
    return len(who) / (time.perf_counter() - began)


def main() -> None:
    everyone = golden() + people(RANDOM_PEOPLE)
    taken = weeks(everyone)
    requests = [made for person in everyone if (made := request(person)) is not None]
    sample = requests[::SAMPLE_EVERY]
    mine, naive = ours(sample), plain(sample)
    behind, proved = gaps(sample, mine)
    together, alone = batch(everyone[-BATCH:]), one_by_one(everyone[-BATCH:])

    table = Table(title="One person's week")
    table.add_column("measure")
    table.add_column("value", justify="right")
    rows = [
        (f"weeks planned ({len(everyone)} people)", f"{len(taken)}"),
        ("median", f"{median(taken) * 1000:.0f} ms"),
        ("99th percentile", f"{quantile(taken, 0.99) * 1000:.0f} ms"),
        (f"gap to the exact model, median ({len(sample)} weeks)", f"{median(behind):.2%}"),
        ("gap to the exact model, 95th percentile", f"{quantile(behind, 0.95):.2%}"),
        ("exact optimum proved", f"{proved} of {len(sample)}"),
        ("`coxa plan --batch`, twelve weeks each", f"{together:.1f} people/s"),
        ("the same, one after the other", f"{alone:.1f} people/s"),
    ]
    for row in rows:
        table.add_row(*row)
    console = Console()
    console.print(table)
    console.print(_against(mine, naive))
    console.print(f"[b]batch : one by one = {together / alone:.2f}[/b]")


def _against(mine: list[Solved], naive: list[Solved]) -> Table:
    table = Table(title=f"Against a plain CP-SAT model, limit {PLAIN_LIMIT:.0f}")
    for head in ("", "planner", "plain model", "ratio"):
        table.add_column(head, justify="right" if head else "left")
    a, b = median(s.seconds for s in mine), median(s.seconds for s in naive)
    table.add_row("median time", f"{a * 1000:.0f} ms", f"{b * 1000:.0f} ms", f"{b / a:.1f}x")
    a, b = sum(s.seconds for s in mine), sum(s.seconds for s in naive)
    table.add_row("time in all", f"{a:.1f} s", f"{b:.1f} s", f"{b / a:.1f}x")
    a, b = sum(s.score for s in mine), sum(s.score for s in naive)
    table.add_row("points in all", f"{a / 1e6:.2f} M", f"{b / 1e6:.2f} M", f"{a / b:.3f}x")
    return table


if __name__ == "__main__":
    main()
