"""What a motion stretches: truths that a physiotherapist would say at once."""

from functools import cache

import numpy as np
import pytest
from tests.mechanics.poses import along, pose, spread

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.mechanics.muscle import columns
from coxa.mechanics.stretch import Stretch, stretch, stretch_in
from coxa.motion.clip import mirrored
from coxa.motion.library import clip, described, solved_folder

STRETCHES = [
    key
    for key, one in exercises().items()
    if one.kind is Kind.STRETCH and (solved_folder() / f"{key}.json").exists()
]


@cache
def seen(key: str) -> Stretch:
    return stretch(clip(key))


def most(key: str, side: Side = Side.LEFT) -> dict[Muscle, float]:
    return {muscle: seen(key).most(muscle, side) for muscle in Muscle}


def still(values: np.ndarray) -> Stretch:
    return stretch_in(values, np.arange(len(values), dtype=float))


def test_there_are_stretches():
    assert len(STRETCHES) > 10


@pytest.mark.parametrize(
    ("key", "muscle"),
    [
        ("half_kneeling_hip_flexor", Muscle.RECTUS_FEMORIS),
        ("couch_stretch", Muscle.RECTUS_FEMORIS),
        ("standing_hip_flexor_lunge", Muscle.HIP_FLEXORS),
        ("standing_forward_bend", Muscle.HAMSTRINGS),
        ("x_hip_hinge_seated_reach", Muscle.HAMSTRINGS),
        ("hip_adductor_stretch_short", Muscle.ADDUCTORS),
        ("figure4_supine", Muscle.GLUTE_MAX),
        ("seated_figure4", Muscle.GLUTE_MAX),
        ("seated_lateral_hip_twist", Muscle.GLUTE_MAX),
    ],
)
def test_a_stretch_lengthens_this_muscle_most_of_all(key: str, muscle: Muscle):
    found = most(key)
    assert max(found, key=lambda one: found[one]) is muscle


@pytest.mark.parametrize(
    ("more", "less", "muscle"),
    [
        # The knee is bent further.
        ("couch_stretch", "half_kneeling_hip_flexor", Muscle.RECTUS_FEMORIS),
        # The thigh goes further back.
        ("standing_hip_flexor_lunge", "half_kneeling_hip_flexor", Muscle.HIP_FLEXORS),
        # The hip is bent as well as turned out.
        ("butterfly_seated", "butterfly_supine", Muscle.GLUTE_MAX),
        ("seated_figure4", "hip_extensor_stretch", Muscle.DEEP_ROTATORS),
        # The knees are straight.
        ("x_hip_hinge_seated_reach", "butterfly_seated", Muscle.HAMSTRINGS),
        ("standing_forward_bend", "figure4_supine", Muscle.HAMSTRINGS),
        # The thighs are spread.
        ("hip_adductor_stretch_short", "standing_hip_flexor_lunge", Muscle.ADDUCTORS),
        ("butterfly_seated", "standing_forward_bend", Muscle.ADDUCTORS),
    ],
)
def test_one_motion_lengthens_a_muscle_more_than_another(more: str, less: str, muscle: Muscle):
    assert most(more)[muscle] > most(less)[muscle] + 0.05


@pytest.mark.parametrize("key", STRETCHES)
def test_every_stretch_lengthens_what_its_own_file_names(key: str):
    found = most(key)
    for muscle in exercises()[key].muscles.primary:
        # A third of the way from standing to its longest.
        assert found[muscle] > 0.05, f"{key}: {muscle}"


def test_a_half_kneeling_stretch_is_of_the_leg_that_kneels():
    for muscle in (Muscle.RECTUS_FEMORIS, Muscle.HIP_FLEXORS):
        left, right = (most("half_kneeling_hip_flexor", side)[muscle] for side in Side)
        assert left > right + 0.1


def test_standing_stretches_nothing():
    assert all(left == right == 0 for left, right in still(pose()).at(0).values())


@pytest.mark.parametrize("key", sorted(described())[::12])
def test_the_other_side_is_stretched_in_the_mirror(key: str):
    here, there = seen(key), stretch(mirrored(clip(key)))
    assert np.allclose(here.score[:, :, ::-1], there.score, atol=1e-9)


def test_scores_are_between_nothing_and_all():
    found = still(spread(1000))
    for array in (found.score, found.reach):
        assert array.min() == 0
        assert array.max() == 1


def test_every_group_can_be_stretched():
    found = still(spread(3000))
    for muscle in Muscle:
        assert found.of(muscle).max() > 0.5, muscle


def test_a_score_grows_slowly_at_first_and_steeply_at_the_end():
    # Rectus femoris, as the knee of a straight hip bends.
    found = still(along("knee_angle_l", np.linspace(0, 155, 100)))
    score = found.of(Muscle.RECTUS_FEMORIS)[:, 0]
    reach = found.reach[:, columns(Muscle.RECTUS_FEMORIS)[0], 0]
    assert (np.diff(score) >= 0).all()
    middle = int(np.argmin(np.abs(reach - 0.5)))
    assert 0.05 < score[middle] < 0.2


def test_a_group_counts_by_the_more_stretched_half_of_its_strength():
    found = still(along("hip_adduction_l", np.linspace(0, -45, 10)))
    score = found.of(Muscle.ADDUCTORS)[-1, 0]
    own = found.score[-1, columns(Muscle.ADDUCTORS), 0]
    assert own.mean() < score <= own.max()


def test_the_nearest_frame_is_asked():
    found = still(along("hip_flexion_l", np.array([0.0, 45.0, 95.0])))
    assert found.at(1.4) == found.at(1.0)
    assert found.at(1.6) == found.at(2.0)
    assert found.at(2.0)[Muscle.HAMSTRINGS][0] == found.most(Muscle.HAMSTRINGS, Side.LEFT)
