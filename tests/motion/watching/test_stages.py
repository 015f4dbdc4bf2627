"""Where in a repetition a picture is, whoever does it."""

import pytest
from tests.motion.watching.signals import there_and_back

from coxa.motion.watching.stages import Stage, shares, stages


@pytest.mark.parametrize("height", [40.0, 120.0])
def test_a_repetition_goes_from_the_start_to_the_far_end_and_back(height):
    told = stages(there_and_back([height] * 3))
    changes = [a for a, b in zip(told, [None, *told], strict=False) if a is not b]
    once = [Stage.START, Stage.BETWEEN, Stage.FAR, Stage.BETWEEN]
    assert changes == [*once * 3, Stage.START]


def test_a_coordinate_that_becomes_smaller_is_told_likewise():
    values = there_and_back([100])
    assert stages([-v for v in values], rises=False) == stages(values)


def test_who_does_not_move_is_nowhere_on_the_way():
    assert shares([7.0] * 10) == [0.0] * 10
