"""What each muscle does and what lengthens it."""

import pytest

from coxa.anatomy.actions import Action, Lengthening, actions, lengthened, lengthenings
from coxa.anatomy.coordinates import Status, coordinates, sided
from coxa.anatomy.muscles import Muscle
from coxa.anatomy.ranges import breaches
from coxa.anatomy.sides import BOTH, Side

ROWS: list[Action | Lengthening] = [
    row for muscle in Muscle for row in (*actions(muscle), *lengthenings(muscle))
]
LEFT = Side.LEFT
FIGURE_4 = {"hip_flexion_l": 110, "hip_adduction_l": -35, "hip_rotation_l": -75}


@pytest.mark.parametrize("muscle", Muscle)
def test_every_muscle_does_something_and_can_be_lengthened(muscle: Muscle):
    assert actions(muscle)
    assert lengthenings(muscle)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.muscle}: {row.words}")
def test_every_row_has_words_a_status_and_a_source(row: Action | Lengthening):
    assert row.words
    assert row.status in set(Status)
    assert row.source


@pytest.mark.parametrize("muscle", Muscle)
@pytest.mark.parametrize("side", BOTH)
def test_every_row_names_coordinates_of_the_figure(muscle: Muscle, side: Side):
    needs = [n for one in actions(muscle) for n in one.when]
    needs += [n for one in lengthenings(muscle) for n in one.needs]
    names = {name for need in needs for name in need.of} | {
        one.coordinate for one in actions(muscle)
    }
    assert {sided(name, side) for name in names} <= set(coordinates())


@pytest.mark.parametrize("muscle", Muscle)
def test_standing_lengthens_nothing(muscle: Muscle):
    assert lengthened(muscle, {}, LEFT) == ()


@pytest.mark.parametrize(
    ("muscle", "pose"),
    [
        (Muscle.GLUTE_MAX, {"hip_flexion_l": 120, "knee_angle_l": 120}),
        (Muscle.GLUTE_MAX, FIGURE_4),
        (Muscle.GLUTE_MED, {"hip_flexion_l": 90, "hip_rotation_l": -40}),
        (Muscle.HIP_FLEXORS, {"hip_flexion_l": -15, "knee_angle_l": 85}),
        (Muscle.RECTUS_FEMORIS, {"hip_flexion_l": -10, "knee_angle_l": 130}),
        (Muscle.HAMSTRINGS, {"hip_flexion_l": 80, "knee_angle_l": 5}),
        (Muscle.ADDUCTORS, {"hip_flexion_l": 90, "hip_adduction_l": -35}),
        (Muscle.DEEP_ROTATORS, {"hip_flexion_l": 90, "hip_rotation_l": 35}),
        (Muscle.DEEP_ROTATORS, FIGURE_4),
        (Muscle.DEEP_ROTATORS, {"hip_flexion_l": 130, "hip_adduction_l": 15}),
        (Muscle.TFL_ITB, {"hip_flexion_l": -6, "hip_adduction_l": 15}),
        (Muscle.QUADS, {"knee_angle_l": 130}),
        (Muscle.CORE, {"lumbar_extension": 20}),
    ],
)
def test_its_stretch_lengthens_it_on_the_working_side_only(muscle: Muscle, pose: dict[str, float]):
    assert lengthened(muscle, pose, LEFT)
    if muscle is not Muscle.CORE:
        assert not lengthened(muscle, pose, Side.RIGHT)


@pytest.mark.parametrize(
    ("words", "muscle", "pose"),
    [
        (
            "a bent knee slackens the hamstrings",
            Muscle.HAMSTRINGS,
            {"hip_flexion_l": 80, "knee_angle_l": 90},
        ),
        (
            "a bent hip slackens the rectus",
            Muscle.RECTUS_FEMORIS,
            {"hip_flexion_l": 80, "knee_angle_l": 130},
        ),
        ("a bent hip slackens its flexors", Muscle.HIP_FLEXORS, {"hip_flexion_l": 80}),
        ("turning out a straight hip", Muscle.DEEP_ROTATORS, {"hip_rotation_l": -40}),
        ("closed thighs", Muscle.ADDUCTORS, {"hip_adduction_l": 10}),
    ],
)
def test_what_looks_alike_does_not_lengthen_it(words: str, muscle: Muscle, pose: dict[str, float]):
    assert lengthened(muscle, pose, LEFT) == ()


def test_every_lengthening_position_can_be_reached():
    """Each need taken by itself is within some range; what no hip can do would never be met."""
    for muscle in Muscle:
        for row in lengthenings(muscle):
            pose = {}
            for need in row.needs:
                if len(need.of) == 1:
                    (name,) = need.of
                    pose[sided(name, LEFT)] = max(need.at_least, min(0.0, need.at_most))
            bent = {"knee_angle_l": 90} if pose.get("hip_flexion_l", 0) > 0 else {}
            assert breaches(bent | pose) == [], row.words


def test_an_action_can_hang_on_the_position():
    turns_in = next(one for one in actions(Muscle.GLUTE_MED) if one.coordinate == "hip_rotation")
    assert turns_in.sign == 1
    assert turns_in.holds({"hip_flexion_l": 90}, LEFT)
    assert not turns_in.holds({"hip_flexion_l": 0}, LEFT)
