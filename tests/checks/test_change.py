"""What counts as a change: more than the check's error, the camera's, and one's own spread."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.checks.change import smallest_change, typical_error


@pytest.mark.parametrize(
    ("known", "camera", "typical", "mark"),
    [
        (5.0, 0.0, None, 5.0),
        (5.0, 6.0, None, 6.0),
        (5.0, 6.0, 1.0, 6.0),
        (5.0, 6.0, 3.0, 8.316),  # 1.96 x 1.4142 x 3
    ],
)
def test_the_largest_of_the_three_is_the_mark(known, camera, typical, mark):
    assert smallest_change(known, camera, typical) == pytest.approx(mark, abs=0.001)


def test_the_typical_error_is_the_standard_deviation_of_the_tries():
    assert typical_error([60, 62, 64]) == pytest.approx(2)


@pytest.mark.parametrize("tries", [[], [60], [60, 70]])
def test_fewer_than_three_tries_have_none(tries):
    assert typical_error(tries) is None


@given(st.floats(0, 50), st.floats(0, 50), st.one_of(st.none(), st.floats(0, 50)))
def test_tries_never_make_the_mark_smaller(known, camera, typical):
    assert smallest_change(known, camera, typical) >= smallest_change(known, camera)
