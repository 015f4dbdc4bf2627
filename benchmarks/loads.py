"""Loads of muscles: how soon they are worked out, and how well they agree with electrodes.

Time: 10,000 frames of the library's motions, once the five joints of one leg with its muscles
alone, once the whole body with both legs, trunk and all contacts (each motion widened to as many
unknowns as the one with most); beside scipy's bounded least squares on the same problems, of which
a few are measured and counted up. One thread; all in one run.

Agreement: the rank correlation of tests/reference/mechanics/agreement.py, by method, and beside
joint moments alone. "Left out": each study is ordered by the method that does best on all others.
`--quick` leaves this part out: it solves some 60 motions first.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
from rich.console import Console
from rich.table import Table
from scipy.optimize import lsq_linear
from threadpoolctl import threadpool_limits

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.reference.mechanics.agreement import (
    Group,
    Predicted,
    agreement,
    all_solved,
    computed,
    groups,
    in_order,
    left_out,
)

from coxa.mechanics.equilibrium import balance
from coxa.mechanics.loads import SLACK
from coxa.mechanics.method import USUAL, Method
from coxa.mechanics.optimise import Problems, shared
from coxa.mechanics.rows import WHOLE
from coxa.motion.body import read_body
from coxa.motion.judging.loads import WEIGHT_N
from coxa.motion.judging.seen import Seen
from coxa.motion.library import clip, described

FRAMES = 10_000
ROUNDS = 5
FEW = 60  # problems that scipy gets
GOAL_S = 0.4
LEG = slice(WHOLE, WHOLE + 5)  # the left one's rows
HEADS = ("", "GMed", "GMax", "TFL", "Ham", "VM", "AddL", "Psoas")
PLAIN = Method(young=False, resisting=False, leaning=False)
METHODS: Mapping[str, Method] = {
    "as Coxa does": USUAL,
    "published strengths": replace(USUAL, young=False),
    "hips resist nothing": replace(USUAL, resisting=False),
    "floor pushes straight up": replace(USUAL, leaning=False),
    "none of these": PLAIN,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="time only")
    console = Console()
    quick = parser.parse_args().quick
    with threadpool_limits(1):
        console.print(times())
    if not quick:
        console.print(*agreements())


def times() -> Table:
    whole = frames()
    leg = one_leg(whole)
    table = Table(
        "", "equations", "unknowns", "median s", "fastest", "rounds", "scipy, ratio",
        title=f"{FRAMES:,} frames (goal {GOAL_S} s for a leg)",
    )  # fmt: skip
    for name, of in (("one leg", leg), ("whole body", whole)):
        seconds, rounds = timed(of)
        _, d, m = of.equations.shape
        scipy = by_scipy(of) * FRAMES / median(seconds)
        table.add_row(
            name, str(d), str(m), f"{median(seconds):.2f}", f"{min(seconds):.2f}", str(rounds),
            f"{scipy:.0f}",
        )  # fmt: skip
    return table


def timed(of: Problems) -> tuple[list[float], int]:
    found, rounds = [], 0
    for _ in range(ROUNDS):
        begun = perf_counter()
        # As many at a time as a motion has: arrays that fit the processor's cache.
        for start in range(0, FRAMES, 500):
            rounds = max(rounds, shared(of[np.arange(start, start + 500)]).rounds)
        found.append(perf_counter() - begun)
    return found, rounds


def frames() -> Problems:
    """The library's frames, one after the other, over again until there are enough."""
    parts = []
    for key, one in described().items():
        of = balance(Seen(clip(key), read_body()), one.shown)
        wanted = WEIGHT_N * of.weight[:, 1] - of.known
        u, lines = of.muscles.shape[::2]
        parts.append(
            (
                np.concatenate([of.muscles, of.others], axis=2),
                wanted,
                np.broadcast_to(
                    np.concatenate([np.ones(lines), of.costs]), (u, lines + len(of.costs))
                ),
                np.concatenate([np.ones((u, lines)), of.most], axis=1),
            )
        )
    widest = max(part[0].shape[2] for part in parts)
    padded = [_padded(part, widest) for part in parts]
    equations, wanted, costs, most = (np.concatenate(rows) for rows in zip(*padded, strict=True))
    again = np.arange(FRAMES) % len(wanted)
    return Problems(equations, wanted, costs, most, SLACK)[again]


def _padded(part: tuple[np.ndarray, ...], width: int) -> tuple[np.ndarray, ...]:
    """With unknowns that can do nothing, so that all motions have as many."""
    equations, wanted, costs, most = part
    more = width - equations.shape[2]
    return (
        np.pad(equations, ((0, 0), (0, 0), (0, more))),
        wanted,
        np.pad(costs, ((0, 0), (0, more)), constant_values=1.0),
        np.pad(most, ((0, 0), (0, more))),
    )


def one_leg(whole: Problems) -> Problems:
    """The left leg's joints and muscles, to hold what they hold in the whole body."""
    crossing = np.flatnonzero(np.abs(whole.equations[:, LEG]).max(axis=(0, 1))[:46])
    equations = whole.equations[:, LEG][:, :, crossing]
    x = shared(whole[np.arange(len(whole.wanted))]).x[:, crossing]
    wanted = np.einsum("ndm,nm->nd", equations, x)
    n, _, m = equations.shape
    return Problems(equations, wanted, np.ones((n, m)), np.ones((n, m)), SLACK[LEG])


def by_scipy(of: Problems) -> float:
    """Seconds a problem."""
    begun = perf_counter()
    for i in range(FEW):
        rows = np.concatenate(
            [np.diag(np.sqrt(of.costs[i])), of.equations[i] / np.sqrt(of.slack)[:, None]]
        )
        right = np.concatenate([np.zeros(len(of.costs[i])), of.wanted[i] / np.sqrt(of.slack)])
        lsq_linear(rows, right, bounds=(0, np.maximum(of.most[i], 1e-9)))
    return (perf_counter() - begun) / FEW


def agreements() -> list[Table]:
    motions = all_solved()
    worked = {name: computed(motions, method) for name, method in METHODS.items()}
    found = []
    for grades, title in (("ABCD", "all rows"), ("AB", "rows that were read (A, B)")):
        table = Table(
            "", *(head or "all" for head in HEADS), "pairs in order",
            title=f"Agreement with electrodes, {title}",
        )  # fmt: skip
        for name, one in worked.items():
            table.add_row(name, *scores(one.activation, grades))
        table.add_row("joint moments alone", *scores(worked["as Coxa does"].moment, grades))
        held = left_out({name: one.activation for name, one in worked.items()}, grades)
        own = [group for _, group in held]
        chosen = ", ".join(sorted({name for name, _ in held}))
        table.add_row("each study left out", *_row(own), f"by {chosen}")
        found.append(table)
    return found


def scores(predicted: Predicted, grades: str) -> list[str]:
    right, total = in_order(predicted, grades)
    return [*_row(groups(predicted, grades)), f"{right / total:.2f} ({right} of {total})"]


def _row(of: list[Group]) -> list[str]:
    def own(head: str) -> Callable[[Group], bool]:
        return lambda group: not head or group.muscle == head

    values = [agreement(of, own(head)) for head in HEADS]
    return ["" if np.isnan(value) else f"{value:.2f}" for value in values]


if __name__ == "__main__":
    main()
