"""Lengths and moment arms of muscles: how long 10,000 poses take, beside OpenSim and MuJoCo.

Ours are 46 muscles on both sides, and the arms of each about all 10 coordinates that any muscle
crosses. OpenSim has the same model and is asked only for those arms that are not zero; MuJoCo has
the two legs of MyoSim (80 muscles over wrapping surfaces) and gives all arms at once. Both take one
pose at a time: fewer are measured and counted up. The row of polynomials is what those of order 5
would cost on one side, about five coordinates: products of matrices and nothing else. All in one
run, in turn, so that a machine that others use is as slow for each.

A second table says how near ours are to what OpenSim measured, on the poses that are recorded in
tests/reference/mechanics.

OpenSim and MuJoCo are looked for in this Python, or in another one that is named; the model in the
folder that COXA_REFERENCE_DATA names. What is not there is left out.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations_with_replacement
from pathlib import Path
from statistics import median
from tempfile import gettempdir
from time import perf_counter

import numpy as np
from rich.console import Console
from rich.table import Table
from threadpoolctl import threadpool_limits

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.reference.mechanics.opensim_record import Errors, errors, recorded

from coxa.anatomy.coordinates import coordinate
from coxa.mechanics.model import COORDINATES, model
from coxa.mechanics.paths import lengths, paths
from coxa.motion.turns import COLUMN
from coxa.motion.turns import COORDINATES as ALL
from coxa.motion.values import Array

POSES = 10_000
ROUNDS = 9
GOAL_MS = 10
# How many the others get, so that nobody waits.
FEWER = {"OpenSim": 50, "MuJoCo": 500}
MODEL = "models/gait2392_thelen2003muscle.osim"
WAIT_S = 300
# The sketch's muscles by the coordinates that they cross: (coordinates, muscles, order).
POLYNOMIALS = (
    ((0, 1, 2), 22, 5),
    ((0, 1, 2, 3), 8, 5),
    ((3,), 4, 8),
    ((3, 4), 2, 5),
    ((4,), 10, 8),
)

OPENSIM = """
import sys, time
import numpy as np
try:
    import opensim
except ImportError:
    sys.exit("opensim is not installed")
opensim.Logger.setLevelString("error")
file, count = sys.argv[1], int(sys.argv[2])
model = opensim.Model(file)
state = model.initSystem()
muscles = [model.getMuscles().get(i) for i in range(model.getMuscles().getSize())]
found = model.getCoordinateSet()
every = [found.get(i) for i in range(found.getSize())]
inner = [one for one in every if not one.getName().startswith("pelvis")]
chance = np.random.default_rng(0)
def take():
    for one in inner:
        one.setValue(state, chance.uniform(one.getRangeMin() / 2, one.getRangeMax() / 2), False)
    model.realizePosition(state)
def arms(pairs):
    return [muscle.computeMomentArm(state, one) for muscle, one in pairs]
take()
whole = [(muscle, one) for muscle in muscles for one in inner]
crossed = [pair for pair, arm in zip(whole, arms(whole)) if abs(arm) > 1e-9]
begun = time.perf_counter()
for _ in range(count):
    take()
    [muscle.getLength(state) for muscle in muscles]
    arms(crossed)
print((time.perf_counter() - begun) / count, len(muscles))
"""

MUJOCO = """
import sys, time, warnings
import numpy as np
warnings.simplefilter("ignore")
try:
    import mujoco, myo_sim
except ImportError:
    sys.exit("mujoco and myo-sim are not installed")
count = int(sys.argv[2])
model = myo_sim.load_model("myolegs")
data = mujoco.MjData(model)
chance = np.random.default_rng(0)
low, high = model.jnt_range[model.jnt_type > 1].T
at = model.jnt_qposadr[model.jnt_type > 1]
begun = time.perf_counter()
for _ in range(count):
    data.qpos[at] = chance.uniform(low, high)
    mujoco.mj_kinematics(model, data)
    mujoco.mj_comPos(model, data)
    mujoco.mj_tendon(model, data)
print((time.perf_counter() - begun) / count, model.nu)
"""


@dataclass(frozen=True)
class Cost:
    """Seconds for all poses in each round; `muscles` of both sides; or why it is left out."""

    name: str
    muscles: int
    seconds: tuple[float, ...] = ()
    missing: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--opensim", default=sys.executable, metavar="PYTHON", help="one that has opensim"
    )
    parser.add_argument(
        "--mujoco", default=sys.executable, metavar="PYTHON", help="one that has mujoco and myo-sim"
    )
    given = parser.parse_args()
    values, unit = poses(), np.random.default_rng(1).uniform(-1, 1, (5, POSES))
    muscles = 2 * len(model().names)
    sketch = Polynomials()
    ours = [
        ("lengths", muscles, lambda: lengths(values)),
        ("lengths and arms", muscles, lambda: paths(values)),
        ("polynomials, one side", sketch.muscles, lambda: sketch(unit)),
    ]
    costs = [
        *timed(ours),
        other("OpenSim", given.opensim, OPENSIM),
        other("MuJoCo", given.mujoco, MUJOCO),
    ]
    console = Console()
    console.print(table(costs))
    for one in costs:
        if one.missing:
            console.print(f"{one.name} is left out: {one.missing}")
    console.print(nearness(errors(recorded()), recorded().spread))


def poses() -> Array:
    """Even over the ranges of all joints."""
    values = np.zeros((POSES, len(ALL)))
    chance = np.random.default_rng(0)
    for name in COORDINATES:
        for own in (name,) if name in COLUMN else (f"{name}_l", f"{name}_r"):
            values[:, COLUMN[own]] = chance.uniform(*coordinate(own).normal, POSES)
    return values


def timed(calls: list[tuple[str, int, Callable[[], object]]]) -> list[Cost]:
    """Each in turn, many times; the first round does not count. All on one thread, as ours are."""
    rounds = []
    with threadpool_limits(1):
        for _ in range(ROUNDS + 1):
            row = []
            for _, _, call in calls:
                begun = perf_counter()
                call()
                row.append(perf_counter() - begun)
            rounds.append(row)
    seconds = list(zip(*rounds[1:], strict=True))
    return [Cost(name, count, own) for (name, count, _), own in zip(calls, seconds, strict=True)]


def other(name: str, python: str, script: str) -> Cost:
    """A few poses in another program, counted up to all."""
    file = Path(os.environ.get("COXA_REFERENCE_DATA", "")) / MODEL
    if name == "OpenSim" and not file.exists():
        return Cost(name, 0, missing=f"COXA_REFERENCE_DATA holds no {MODEL}")
    ran = subprocess.run(
        [python, "-c", script, str(file), str(FEWER[name])],
        capture_output=True, text=True, timeout=WAIT_S, check=False, cwd=gettempdir(),
    )  # fmt: skip
    if ran.returncode:
        return Cost(name, 0, missing=(ran.stderr.strip().splitlines() or ["it failed"])[-1])
    each, muscles = ran.stdout.split()[-2:]
    return Cost(name, int(muscles), (float(each) * POSES,))


class Polynomials:
    """Lengths and arms as polynomials of order 5 (8 in one coordinate), with any weights."""

    def __init__(self) -> None:
        chance = np.random.default_rng(2)
        self.muscles = sum(count for _, count, _ in POLYNOMIALS)
        self._groups = [
            (terms, chance.normal(size=(count * (1 + len(crossed)), 1 + len(terms))))
            for crossed, count, order in POLYNOMIALS
            for terms in [_terms(crossed, order)]
        ]

    def __call__(self, angles: Array) -> list[Array]:
        return [weights @ _rows(terms, angles) for terms, weights in self._groups]


def _terms(crossed: tuple[int, ...], order: int) -> list[tuple[int, ...]]:
    """Each as the coordinates that it is the product of; lower ones first."""
    return [one for k in range(1, order + 1) for one in combinations_with_replacement(crossed, k)]


def _rows(terms: list[tuple[int, ...]], angles: Array) -> Array:
    at = {(): 0} | {term: i for i, term in enumerate(terms, 1)}
    rows = np.empty((1 + len(terms), angles.shape[1]))
    rows[0] = 1.0
    for term, i in at.items():
        if term:
            np.multiply(rows[at[term[:-1]]], angles[term[-1]], out=rows[i])
    return rows


def table(costs: list[Cost]) -> Table:
    title = f"{POSES:,} poses; ratio to our lengths and arms (goal {GOAL_MS} ms)"
    found = Table("", "muscles", "median ms", "fastest", "µs a pose", "ratio", title=title)
    ours = median(next(one.seconds for one in costs if one.name == "lengths and arms"))
    for one in costs:
        if one.missing:
            found.add_row(one.name, "left out")
            continue
        middle = median(one.seconds)
        found.add_row(
            one.name,
            str(one.muscles),
            f"{1000 * middle:.1f}",
            f"{1000 * min(one.seconds):.1f}",
            f"{1e6 * middle / POSES:.1f}",
            f"{middle / ours:.2f}",
        )
    return found


def nearness(found: Errors, spread: int) -> Table:
    """`spread` is how many of the poses are all over the ranges; the others are of motions."""
    every = np.full(found.smooth.shape, True)
    motions = every.copy()
    motions[:spread] = False
    table = Table("off by, mm", "median", "90 %", "99 %", "most", title="Beside OpenSim, 300 poses")
    for name, where in (
        ("where OpenSim is smooth", found.smooth),
        ("in motions of the library", motions),
        ("everywhere", every),
    ):
        for what, off in (("lengths", found.lengths[where]), ("arms", found.of_arms(where))):
            shares = np.percentile(off, [50, 90, 99, 100])
            table.add_row(f"{what}, {name}", *(f"{share:.3f}" for share in shares))
    return table


if __name__ == "__main__":
    main()
