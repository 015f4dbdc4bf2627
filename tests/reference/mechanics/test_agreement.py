"""Computed loads order exercises as published electrodes do, and better than joint moments alone.

The aims were 0.70 over all (gluteus medius 0.85, maximus 0.60, tensor 0.60) and 85 of 100 pairs in
order; docs/decisions/muscle-loads.md says what is reached and why no more. The bounds here are what
is reached less 0.03, so that a change of motions or method that loses ground is seen. Rows of
grades C and D of the table were recalled, not read, so both are looked at.
"""

from collections.abc import Callable

import pytest
from tests.reference.mechanics.agreement import (
    Group,
    Worked,
    agreement,
    all_solved,
    computed,
    groups,
    in_order,
    rows,
)

pytestmark = [pytest.mark.reference, pytest.mark.slow]


@pytest.fixture(scope="module")
def worked() -> Worked:
    return computed(all_solved())


def of(muscle: str) -> Callable[[Group], bool]:
    return lambda group: group.muscle == muscle


@pytest.mark.parametrize(
    ("muscle", "grades", "bound"),
    [
        ("", "ABCD", 0.60),
        ("", "AB", 0.62),
        ("GMed", "ABCD", 0.63),
        ("GMed", "AB", 0.70),
        ("GMax", "ABCD", 0.47),
        ("TFL", "AB", 0.97),
        ("Ham", "ABCD", 0.75),
        ("AddL", "ABCD", 0.68),
        ("Psoas", "ABCD", 0.65),
    ],
)
def test_the_order_of_exercises_agrees(
    worked: Worked, muscle: str, grades: str, bound: float
) -> None:
    own = of(muscle) if muscle else lambda _: True
    assert agreement(groups(worked.activation, grades), own) >= bound


@pytest.mark.parametrize("grades", ["ABCD", "AB"])
def test_it_agrees_better_than_joint_moments_alone(worked: Worked, grades: str) -> None:
    muscles, moments = groups(worked.activation, grades), groups(worked.moment, grades)
    assert agreement(muscles) > agreement(moments) + 0.1
    right, total = in_order(worked.activation, grades)
    assert right > in_order(worked.moment, grades)[0]
    assert right / total >= 0.75


def test_every_exercise_of_the_table_has_a_motion_or_a_reason(worked: Worked) -> None:
    without = {row.exercise for row in rows() if not row.motion}
    assert without == {"sideways hop", "transverse hop", "forward hop", "gluteal squeeze"}
    assert {name for name, _ in worked.activation} == {row.motion for row in rows()} - {""}


def test_all_but_one_can_be_held(worked: Worked) -> None:
    """The loaded one-leg deadlift asks for more than the model's hips have when bent so far."""
    assert set(worked.misfits) <= {"sl_rdl_loaded"}
