"""Golden cases of our own, where the open ones say nothing; read by the same checker."""

import pytest

from tests.reference.golden import OURS, cases, missed

pytestmark = pytest.mark.reference


@pytest.mark.parametrize("case", cases(OURS), ids=lambda case: case["id"])
def test_case(case):
    assert missed(case) == []


def test_every_case_says_on_what_it_rests():
    assert all(case["basis"] for case in cases(OURS))
    assert len({case["id"] for case in cases(OURS)}) == len(cases(OURS))
