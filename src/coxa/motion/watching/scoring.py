"""How well a repetition was done, 0 to 1, as terms that have names and can be read one by one.

The terms are plain: how far, how fast, how even, how smooth, how clean; and, for
exercises that have rules of their own, how well its form agrees with them. They are our choice, and
describe the movement; they do not grade the person.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {  # our choice: range and faults say most, as a coach's eye does
    "range": 0.3,
    "tempo": 0.15,
    "symmetry": 0.15,
    "smoothness": 0.15,
    "faults": 0.25,
    # Only where an exercise has rules of its own, fitted to people who did it rightly and wrongly:
    # they have seen more than all the rest.
    "form": 3.0,
}
FAULT_COSTS = 0.4  # of what is left; so two faults leave 0.36
SLOW = 3.0  # times the expected time: slower than that is no longer the same movement


def range_term(height_deg: float, way_deg: float) -> float:
    """The share of the expected way that was gone; more than all is all."""
    return min(1.0, height_deg / way_deg) if way_deg > 0 else 1.0


def tempo_term(lasted_s: float, expected_s: float) -> float:
    """1 from the expected time to twice it, less where faster, and where more than `SLOW` times."""
    if expected_s <= 0 or lasted_s <= 0:
        return 1.0
    ratio = lasted_s / expected_s
    if ratio < 1.0:
        return ratio
    return min(1.0, SLOW / ratio)


def symmetry_term(left_deg: float | None, right_deg: float | None) -> float:
    """The smaller of the two sides' ways as a share of the greater; 1 if only one was seen."""
    if left_deg is None or right_deg is None or max(left_deg, right_deg) <= 0:
        return 1.0
    return max(0.0, min(left_deg, right_deg)) / max(left_deg, right_deg)


def smoothness_term(height_deg: float, path_deg: float) -> float:
    """The shortest path out and back as a share of the path that was gone."""
    return min(1.0, 2 * height_deg / path_deg) if path_deg > 0 else 1.0


def faults_term(count: int) -> float:
    """1 without a fault, and a share of it less for each."""
    return (1 - FAULT_COSTS) ** count


def quality(terms: Mapping[str, float]) -> float:
    """The terms' weighted mean, 0 to 1. Terms without a weight do not count."""
    weights = {name: WEIGHTS[name] for name in terms if name in WEIGHTS}
    total = sum(weights.values())
    return sum(terms[name] * weight for name, weight in weights.items()) / total if total else 1.0
