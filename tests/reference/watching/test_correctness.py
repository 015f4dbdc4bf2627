"""Right or wrong, told by named terms from people that the weights were not fitted on (UI-PRMD).

The areas are the issue's aims. They are reached with one list of terms and one penalty for all
movements, so that little was chosen on the people who are tested.
"""

import pytest
from tests.reference.watching.fit_correctness import (
    AIMS,
    Case,
    area_of,
    cases,
    fitted,
    left_out,
)
from tests.reference.watching.ui_prmd import MOVEMENTS, folder

from coxa.motion.watching.correctness.rules import read_rules

pytestmark = pytest.mark.reference


@pytest.fixture(scope="module", params=MOVEMENTS)
def movement(request: pytest.FixtureRequest) -> tuple[str, list[Case]]:
    at = folder()
    if at is None:
        pytest.skip("COXA_REFERENCE_DATA names no folder with ui_prmd_open")
    return MOVEMENTS[request.param], cases(at, request.param)


def test_left_out_people_are_told_as_well_as_aimed_for(movement: tuple[str, list[Case]]):
    name, known = movement
    assert area_of(left_out(name, known, 1)) >= AIMS[name]


def test_the_rules_that_are_kept_are_those_fitted_on_all(movement: tuple[str, list[Case]]):
    name, known = movement
    kept = next(rules for rules in read_rules() if rules.movement == name)
    again = fitted(name, known)
    assert kept.offset == pytest.approx(again.offset, abs=0.02)
    for id_, one in kept.terms.items():
        assert one.weight == pytest.approx(again.terms[id_].weight, abs=0.02)
        assert one.usual == pytest.approx(again.terms[id_].usual, abs=0.05)
