"""How well computed loads order exercises as published electrodes do.

evidence/emg.csv holds the figures that studies gave (percent of a muscle's activity in a test of
its strength), emg_motions.csv which motion each exercise is: one of tests/reference/motions, or one
of the library. Only the order within one study and one muscle is compared (Spearman's rank
correlation, and pairs that differ by at least 8 percent points), since studies agree on no scale;
groups are weighed by their rows. The measured leg is the left; in the band walk each leg has both
parts, so both are averaged.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import combinations, groupby
from pathlib import Path

import numpy as np
from scipy.stats import rankdata

from coxa.mechanics.equilibrium import balance
from coxa.mechanics.loads import Loads, worked
from coxa.mechanics.method import USUAL, Method
from coxa.mechanics.model import model
from coxa.mechanics.rows import JOINTS, WHOLE
from coxa.mechanics.strengths import by_strength
from coxa.motion.body import read_body
from coxa.motion.clip import Clip
from coxa.motion.judging.seen import Seen
from coxa.motion.kinematics import Skeleton
from coxa.motion.library import Described, clip, described, read_motion
from coxa.motion.solving.clips import solve
from coxa.motion.values import Array, over_time

HERE = Path(__file__).resolve().parent
FIGURES = HERE.parent / "evidence" / "emg.csv"
MOTIONS = HERE.parent / "motions"
NAMED = HERE / "emg_motions.csv"
APART = 8.0  # percent points: a smaller difference between two exercises is noise
FEWEST = 3  # rows of one study and muscle, for an order to mean something

#: What the studies call a muscle, and the lines of the model under their electrodes.
PARTS: Mapping[str, tuple[str, ...]] = {
    "GMed": ("glut_med1", "glut_med2", "glut_med3"),
    "GMax": ("glut_max1", "glut_max2", "glut_max3"),
    "TFL": ("tfl",),
    "Ham": ("bifemlh", "semimem", "semiten"),
    "VM": ("vas_med",),
    "AddL": ("add_long",),
    "Psoas": ("psoas",),
    "AHF": ("iliacus", "psoas", "rect_fem", "sar"),
    "Iliopsoas": ("iliacus", "psoas"),
}
#: The joint moments that a muscle would have to make alone: coordinate and sign.
MOMENTS: Mapping[str, tuple[tuple[str, int], ...]] = {
    "GMed": (("hip_adduction_l", -1),),
    "GMax": (("hip_flexion_l", -1),),
    "TFL": (("hip_adduction_l", -1), ("hip_flexion_l", 1)),
    "Ham": (("hip_flexion_l", -1), ("knee_angle_l", 1)),
    "VM": (("knee_angle_l", -1),),
    "AddL": (("hip_adduction_l", 1),),
    "Psoas": (("hip_flexion_l", 1),),
    "AHF": (("hip_flexion_l", 1),),
    "Iliopsoas": (("hip_flexion_l", 1),),
}

Predicted = Mapping[tuple[str, str], float]


@dataclass(frozen=True)
class Row:
    """One figure of a study; `motion` is "" where the exercise is none for this model."""

    study: str
    exercise: str
    muscle: str
    percent: float
    grade: str
    motion: str


@dataclass(frozen=True)
class Group:
    """The rows of one study and muscle, with what is computed for each."""

    study: str
    muscle: str
    measured: tuple[float, ...]
    computed: tuple[float, ...]

    @property
    def agreement(self) -> float:
        """Spearman's rank correlation; 0 where everything is computed alike."""
        one, other = rankdata(self.measured), rankdata(self.computed)
        if len(set(other)) < 2 or len(set(one)) < 2:
            return 0.0
        return float(np.corrcoef(one, other)[0, 1])


def rows() -> list[Row]:
    with NAMED.open(encoding="utf-8") as file:
        motion = {row["exercise"]: row["motion"] for row in csv.DictReader(file)}
    with FIGURES.open(encoding="utf-8") as file:
        found = [row for row in csv.DictReader(file) if row["mean_pct"]]
    return [
        Row(
            row["study"], row["exercise"], row["muscle"], float(row["mean_pct"]),
            row["confidence"], motion[row["exercise"]],
        )
        for row in found
    ]  # fmt: skip


def names() -> list[str]:
    return sorted({row.motion for row in rows()} - {""})


@cache
def _in_both_roles() -> frozenset[str]:
    with NAMED.open(encoding="utf-8") as file:
        return frozenset(r["motion"] for r in csv.DictReader(file) if r["legs"] == "both")


def solved(name: str) -> tuple[Described, Clip]:
    """A reference motion, solved now; or one of the library as it stands."""
    file = MOTIONS / f"{name}.toml"
    if not file.exists():
        return described()[name], clip(name)
    one = read_motion(file)[0]
    made = solve(Skeleton(read_body()), one.shown, one.id, one.title, one.variant, one.tempo)
    return one, made.clip


def all_solved(processes: int = 2) -> dict[str, tuple[Described, Clip]]:
    with ProcessPoolExecutor(processes) as pool:
        return dict(zip(names(), pool.map(solved, names()), strict=True))


@dataclass(frozen=True)
class Worked:
    """Of each motion and muscle: mean activation along the motion, and the mean joint moment alone;
    `misfits` of motions that cannot be held."""

    activation: Predicted
    moment: Predicted
    misfits: Mapping[str, Sequence[str]]


def computed(motions: Mapping[str, tuple[Described, Clip]], method: Method = USUAL) -> Worked:
    activation: dict[tuple[str, str], float] = {}
    moment: dict[tuple[str, str], float] = {}
    misfits: dict[str, Sequence[str]] = {}
    for name, (one, moving) in motions.items():
        seen = Seen(moving, read_body())
        of = balance(seen, one.shown, method)
        found = worked(of)
        turned = np.einsum("udm,um->ud", of.muscles, _flat(found))
        sides = (0, 1) if name in _in_both_roles() else (0,)
        if found.misfits:
            misfits[name] = found.misfits
        for muscle in PARTS:
            series = _activation(found, muscle)[seen.which]
            activation[name, muscle] = float(
                np.mean([over_time(series[:, side], moving.times) for side in sides])
            )
            moment[name, muscle] = _moment(turned[seen.which], muscle, moving.times)
    return Worked(activation, moment, misfits)


def _flat(found: Loads) -> Array:
    return found.activation.transpose(0, 2, 1).reshape(len(found.activation), -1)


def _activation(found: Loads, muscle: str) -> Array:
    """(u, 2)."""
    return by_strength(found.activation, np.array([model().names.index(n) for n in PARTS[muscle]]))


def _moment(turned: Array, muscle: str, times: Array) -> float:
    found = 0.0
    for coordinate, sign in MOMENTS[muscle]:
        row = turned[:, WHOLE + JOINTS.index(coordinate)]
        found += max(sign * over_time(row, times), 0.0)
    return found


def groups(predicted: Predicted, grades: str = "ABCD", fewest: int = FEWEST) -> list[Group]:
    own = [row for row in rows() if row.motion and row.muscle in PARTS and row.grade in grades]
    own.sort(key=_study_and_muscle)
    found = []
    for (study, muscle), each in groupby(own, key=_study_and_muscle):
        several = list(each)
        if len(several) >= fewest:
            computed_ = tuple(predicted[row.motion, muscle] for row in several)
            found.append(Group(study, muscle, tuple(r.percent for r in several), computed_))
    return found


def _study_and_muscle(row: Row) -> tuple[str, str]:
    return row.study, row.muscle


def agreement(of: Iterable[Group], wanted: Callable[[Group], bool] = lambda _: True) -> float:
    """The mean over groups, by their rows; nan for none."""
    own = [group for group in of if wanted(group)]
    if not own:
        return float("nan")
    return float(np.average([g.agreement for g in own], weights=[len(g.measured) for g in own]))


def in_order(predicted: Predicted, grades: str = "ABCD") -> tuple[int, int]:
    """Of pairs that a study tells apart, how many are computed in the same order, and how many
    there are."""
    right = total = 0
    for group in groups(predicted, grades, fewest=2):
        for i, j in combinations(range(len(group.measured)), 2):
            apart = group.measured[i] - group.measured[j]
            if abs(apart) >= APART:
                total += 1
                right += apart * (group.computed[i] - group.computed[j]) > 0
    return right, total


def left_out(by_method: Mapping[str, Predicted], grades: str = "ABCD") -> list[tuple[str, Group]]:
    """Each study by the method that does best without it: (method, group) of all groups."""
    scored = {name: groups(predicted, grades) for name, predicted in by_method.items()}
    found: list[tuple[str, Group]] = []
    for study in sorted({group.study for group in next(iter(scored.values()))}):

        def others(group: Group, out: str = study) -> bool:
            return group.study != out

        best = max(scored, key=lambda name: agreement(scored[name], others))
        found += [(best, group) for group in scored[best] if group.study == study]
    return found
