"""Names and groups of the muscles."""

import numpy as np
import pytest
from tests.mechanics.poses import pose

from coxa.anatomy.muscles import Muscle
from coxa.mechanics import paths
from coxa.mechanics.model import AT, model
from coxa.mechanics.muscle import GROUPS, WORDS, columns, lines


def test_every_muscle_has_a_name_that_a_person_reads():
    assert set(lines()) <= set(WORDS)
    assert len(set(WORDS.values())) == len(WORDS)


def test_lines_stand_in_the_order_of_the_arrays():
    assert [line.name for line in lines().values()] == list(model().names)
    assert [line.column for line in lines().values()] == list(range(len(lines())))


def test_no_muscle_is_in_two_groups():
    names = [name for group in GROUPS.values() for name in group]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("muscle", Muscle)
def test_every_group_has_muscles(muscle: Muscle):
    found = [list(lines())[column] for column in columns(muscle)]
    assert found
    assert set(found) <= set(GROUPS[muscle])


def test_only_what_moves_the_ankle_and_toes_has_no_group():
    arms = paths.moment_arms(pose())[0, :, 0]
    ankle = np.abs(arms[:, [AT["ankle_angle"], AT["subtalar_angle"]]]).max(axis=1) > 0
    assert {line.name for line in lines().values() if line.group is None} == {
        line.name for line in lines().values() if ankle[line.column]
    }
