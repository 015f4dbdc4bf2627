"""What is told of the muscle groups."""

import pytest

from coxa.anatomy.actions import actions, lengthenings
from coxa.anatomy.coordinates import sided
from coxa.anatomy.groups import Group, Look, groups
from coxa.anatomy.muscles import Muscle
from coxa.anatomy.ranges import breaches
from coxa.anatomy.sides import Side

LOOKS = [look for group in groups().values() for look in group.looks]


def test_every_group_is_told_in_the_order_of_the_muscles():
    assert list(groups()) == list(Muscle)


@pytest.mark.parametrize("group", groups().values(), ids=lambda group: group.muscle)
def test_where_and_when_felt_are_sentences(group: Group):
    assert group.where.endswith(".")
    assert group.felt.startswith("You feel ")
    assert len(group.where) < 260


@pytest.mark.parametrize("muscle", Muscle)
def test_what_a_group_does_is_what_the_table_of_actions_says(muscle: Muscle):
    assert groups()[muscle].does == tuple(one.words for one in actions(muscle))
    assert groups()[muscle].lengthened_by == tuple(one.words for one in lengthenings(muscle))


def test_a_name_in_everyday_words_and_one_of_the_field():
    side = groups()[Muscle.GLUTE_MED]
    assert (side.name, side.anatomical) == ("side of the hip", "gluteus medius")
    assert groups()[Muscle.DEEP_ROTATORS].anatomical == ""


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.words)
def test_what_is_worth_seeing_is_within_the_ranges_of_the_joints(look: Look):
    for angle in (look.start, look.end):
        pose = {**look.pose, look.along: angle}
        assert not breaches({sided(name, Side.LEFT): value for name, value in pose.items()})
