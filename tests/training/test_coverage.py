"""How much of a set counts for a muscle, by tags alone and where more is known."""

import pytest

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind, Sides
from coxa.training.coverage import NOTHING, TAGS, WHOLE, Coverage, Origin, Share

BRIDGE = exercises()["glute_bridge"]
RAISE = exercises()["side_lying_leg_raise"]
LUNGE = exercises()["lunge"]
SWINGS = exercises()["leg_swings"]
CORE_HALF = Share(1, 1, Origin.COMPUTED)


def known(exercise, **shares: Share) -> Coverage:
    return Coverage({(exercise.id, Muscle(name)): share for name, share in shares.items()})


def test_by_its_tags_an_exercise_counts_whole_for_what_it_is_for_and_not_at_all_for_the_rest():
    for exercise in exercises().values():
        for muscle in Muscle:
            named = muscle in exercise.muscles.primary
            counts = exercise.kind in (Kind.STRENGTH, Kind.STRETCH) and named
            assert TAGS.of(exercise, muscle).each == (WHOLE if counts else 0)


def test_a_tag_is_not_trusted_and_a_measurement_is():
    assert not TAGS.of(BRIDGE, Muscle.GLUTE_MAX).trusted
    assert Share(WHOLE, 0, Origin.MEASURED).trusted


def test_one_sides_set_is_no_set_of_the_other_side():
    share = TAGS.of(RAISE, Muscle.GLUTE_MED)
    assert RAISE.sides is Sides.EACH
    assert share.on(Side.LEFT, done_on=Side.LEFT) == WHOLE
    assert share.on(Side.RIGHT, done_on=Side.LEFT) == 0


def test_where_both_sides_work_together_either_gets_the_set():
    share = TAGS.of(BRIDGE, Muscle.GLUTE_MAX)
    assert share.on(Side.RIGHT, done_on=Side.LEFT) == WHOLE


def test_two_roles_in_one_exercise_are_one_set():
    """Standing on a leg and lifting it later, both hard, is a set; not two."""
    assert Share(2, 2, Origin.COMPUTED).each == 2
    assert Share(1, 2, Origin.COMPUTED).each == 2


def test_what_is_known_better_takes_the_place_of_the_tag_muscle_by_muscle():
    counted = known(BRIDGE, glute_max=Share(1, 1, Origin.COMPUTED))
    assert counted.of(BRIDGE, Muscle.GLUTE_MAX).each == 1
    assert counted.of(RAISE, Muscle.GLUTE_MED) == TAGS.of(RAISE, Muscle.GLUTE_MED)


def test_a_drill_counts_as_no_strength_whatever_is_known_of_it():
    counted = known(SWINGS, hip_flexors=Share(WHOLE, WHOLE, Origin.MEASURED))
    assert counted.of(SWINGS, Muscle.HIP_FLEXORS) == NOTHING


def test_what_it_is_for_is_what_it_counts_whole_for_the_tagged_first():
    counted = known(
        LUNGE, glute_med=Share(WHOLE, 0, Origin.MEASURED), core=CORE_HALF, quads=CORE_HALF
    )
    assert counted.main(LUNGE) == (Muscle.GLUTE_MAX, Muscle.GLUTE_MED)
    assert counted.half(LUNGE) == (Muscle.QUADS, Muscle.CORE)


def test_what_only_counts_half_is_still_for_something():
    counted = known(BRIDGE, glute_max=Share(1, 1, Origin.COMPUTED))
    assert counted.main(BRIDGE) == (Muscle.GLUTE_MAX,)
    assert counted.half(BRIDGE) == ()


def test_an_exercise_of_which_nothing_counts_is_for_what_its_tag_says():
    counted = known(BRIDGE, glute_max=Share(0, 0, Origin.COMPUTED))
    assert counted.main(BRIDGE) == BRIDGE.muscles.primary


def test_by_tags_alone_all_named_muscles_take_part():
    for exercise in exercises().values():
        named = len(exercise.muscles.primary) + len(exercise.muscles.secondary)
        assert TAGS.breadth(exercise) == named


@pytest.mark.parametrize(
    ("share", "serves"),
    [((2, 0), True), ((2, 2), True), ((1, 2), False), ((0, 2), False), ((0, 0), False)],
)
def test_a_set_more_serves_a_side_only_where_that_side_does_the_work(share, serves):
    assert Share(*share, Origin.COMPUTED).serves_its_side is serves
