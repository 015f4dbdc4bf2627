"""Fits the weights of the correctness rules, and holds them against people they were not fitted on.

Per movement, a logistic regression on the standardised terms of `correctness.terms`, with a ridge
penalty and with each weight bound to the sign that the term means. No other choice is made: the
terms, the penalty and the clipping are the same for all movements.

`benchmarks/correctness.py` prints the areas under the curve, and writes the rules with `--write`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from tests.reference.watching.ui_prmd import episodes

from coxa.motion.watching.correctness import rules as rules_module
from coxa.motion.watching.correctness.rules import Rules, Weighed, weighed
from coxa.motion.watching.correctness.terms import TERMS, terms_of

# Our choice: five penalised units for seven subjects; 3 to 30 differ by less than .03 in any area.
RIDGE = 5.0
#: The issue's aims: areas under the curve, one subject left out.
AIMS = {
    "deep_squat": 0.93,
    "hurdle_step": 0.90,
    "inline_lunge": 0.90,
    "side_lunge_deep": 0.80,
    "x_sit_to_stand": 0.95,
    "standing_leg_raise": 0.90,
}
SIDES_OF_ZERO = {1: (0.0, None), -1: (None, 0.0)}
HEAD = """\
# How much each term counts, movement by movement. Written by
# tests/reference/watching/fit_correctness.py from UI-PRMD (Vakanski and others 2018, ODC PDDL):
# {subjects} subjects, markers. Angles in degrees, lengths in % of the leg. usual = mean, spread =
# standard deviation over right and wrong repetitions; weight = logits a spread. No norm of health:
# it tells these people's meant faults from their good repetitions.
"""


@dataclass(frozen=True)
class Case:
    """One repetition: its subject, whether it was done wrongly, and its terms."""

    subject: str
    wrong: bool
    terms: Mapping[str, float]


def cases(at: Path, movement: str) -> list[Case]:
    return [Case(one.subject, one.wrong, terms_of(one.frames)) for one in episodes(at, movement)]


def fitted(movement: str, train: Sequence[Case]) -> Rules:
    """The rule set of one movement from those cases. All of them have all terms."""
    values = np.array([[case.terms[term.id] for term in TERMS] for case in train])
    wrong = np.array([case.wrong for case in train], dtype=float)
    usual, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    far = rules_module.FARTHEST
    x = np.clip((values - usual) / spread, -far, far)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        case = x @ w[1:] + w[0]
        likely = 1.0 / (1.0 + np.exp(-case))
        value = np.logaddexp(0, case).sum() - wrong @ case + RIDGE * (w[1:] @ w[1:]) / 2
        return value, np.r_[(likely - wrong).sum(), x.T @ (likely - wrong) + RIDGE * w[1:]]

    bounds = [(None, None), *(SIDES_OF_ZERO[term.worse] for term in TERMS)]
    w = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    terms = {
        term.id: Weighed(float(u), float(s), float(k))
        for term, u, s, k in zip(TERMS, usual, spread, w[1:], strict=True)
    }
    return Rules(movement, (movement,), float(w[0]), terms)


def scores(rules: Rules, tested: Iterable[Case]) -> list[float]:
    """How surely each was done as meant, 0 to 1."""
    found = [weighed(case.terms, rules) for case in tested]
    return [one.score if one else 0.5 for one in found]


def area(good: Sequence[float], bad: Sequence[float]) -> float:
    """The area under the curve: how often a right repetition scores above a wrong one."""
    one, other = np.asarray(good)[:, None], np.asarray(bad)[None, :]
    return float((one > other).mean() + (one == other).mean() / 2)


def area_of(rules_and_cases: Iterable[tuple[Rules, Sequence[Case]]]) -> float:
    """One area over all that were tested, each by rules that did not know them."""
    good: list[float] = []
    bad: list[float] = []
    for rules, tested in rules_and_cases:
        for case, score in zip(tested, scores(rules, tested), strict=True):
            (bad if case.wrong else good).append(score)
    return area(good, bad)


def left_out(movement: str, known: Sequence[Case], many: int) -> Iterator[tuple[Rules, list[Case]]]:
    """For each choice of that many subjects: rules fitted on the others, and those subjects."""
    subjects = sorted({case.subject for case in known})
    for out in combinations(subjects, many):
        train = [case for case in known if case.subject not in out]
        yield fitted(movement, train), [case for case in known if case.subject in out]


def as_toml(all_rules: Iterable[Rules], subjects: int) -> str:
    """The rule sets as a file. Weights that came out as nothing are left out."""
    lines = [HEAD.format(subjects=subjects)]
    for rules in all_rules:
        lines += [f"[{rules.movement}]", f'exercises = ["{rules.movement}"]']
        lines += [f"offset = {rules.offset:.2f}", f"[{rules.movement}.terms]"]
        for id_, one in rules.terms.items():
            if abs(one.weight) >= 0.005:
                lines.append(
                    f"{id_} = {{ usual = {one.usual:.2f}, spread = {one.spread:.2f}, "
                    f"weight = {one.weight:.2f} }}"
                )
        lines.append("")
    return "\n".join(lines)
