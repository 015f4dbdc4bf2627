"""The open golden cases of the evidence: every must and every should of every case."""

import pytest

from tests.reference.golden import OPEN, cases, missed

pytestmark = pytest.mark.reference


def test_all_cases_are_here():
    assert len(cases(OPEN)) >= 20


@pytest.mark.parametrize("case", cases(OPEN), ids=lambda case: case["id"])
def test_case(case):
    assert missed(case) == []
