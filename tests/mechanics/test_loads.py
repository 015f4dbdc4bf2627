"""How hard muscles work in a motion: what must be so whatever the figures are."""

from dataclasses import replace
from functools import cache

import pytest

from coxa.anatomy.muscles import Muscle
from coxa.exercises.motion import Force, Shown
from coxa.mechanics.loads import Loads, loads
from coxa.motion.clip import mirrored
from coxa.motion.library import clip, described

LEFT, RIGHT = 0, 1


@cache
def of(key: str) -> Loads:
    return loads(clip(key), described()[key].shown)


def with_weight(key: str, newtons: float) -> Loads:
    """A weight at the left ankle."""
    shown: Shown = described()[key].shown
    weight = Force(on="left ankle", newtons=(0, -newtons, 0))
    return loads(clip(key), shown.model_copy(update={"forces": (weight,)}))


def peak(worked: Loads, muscle: Muscle, side: int = LEFT) -> float:
    return float(worked.of(muscle)[:, side].max())


def test_no_muscle_does_less_than_nothing_or_more_than_all() -> None:
    activation = of("lunge").activation
    assert activation.min() >= 0
    assert activation.max() <= 1


@pytest.mark.parametrize(
    ("key", "muscle"),
    [
        ("side_lying_leg_raise", Muscle.GLUTE_MED),
        ("seated_slr", Muscle.RECTUS_FEMORIS),
        ("x_seated_march", Muscle.HIP_FLEXORS),
    ],
)
def test_a_weight_at_the_ankle_makes_the_lifters_work_harder(key: str, muscle: Muscle) -> None:
    light, heavy = with_weight(key, 15), with_weight(key, 30)
    assert peak(of(key), muscle) < peak(light, muscle) < peak(heavy, muscle)


def test_one_leg_asks_more_of_the_side_of_the_hip_than_two() -> None:
    one, two = of("single_leg_stance"), of("habit_even_stance")
    assert peak(one, Muscle.GLUTE_MED) > 5 * peak(two, Muscle.GLUTE_MED)


def test_one_leg_squats_ask_more_of_the_buttock_than_standing_up_with_both() -> None:
    assert peak(of("single_leg_squat"), Muscle.GLUTE_MAX) > peak(
        of("x_sit_to_stand"), Muscle.GLUTE_MAX
    )


def test_lying_still_asks_next_to_nothing() -> None:
    resting = of("floor_hip_stretch")
    assert all(peak(resting, muscle) < 0.1 for muscle in Muscle)


def test_a_band_makes_the_clamshell_harder() -> None:
    assert peak(of("banded_clamshell"), Muscle.DEEP_ROTATORS) > peak(
        of("x_clamshell"), Muscle.DEEP_ROTATORS
    )


def test_a_harder_squeeze_is_harder_on_the_inner_thigh() -> None:
    shown = described()["x_adductor_squeeze"].shown
    props = tuple(p.model_copy(update={"pull_n": 150.0}) for p in shown.props)
    hard = loads(clip("x_adductor_squeeze"), shown.model_copy(update={"props": props}))
    assert peak(hard, Muscle.ADDUCTORS) > 1.5 * peak(of("x_adductor_squeeze"), Muscle.ADDUCTORS)


@pytest.mark.parametrize("key", ["side_lying_leg_raise", "x_standing_abduction_supported"])
def test_the_mirrored_motion_loads_the_other_side_alike(key: str) -> None:
    shown = described()[key].shown
    turned = loads(mirrored(clip(key)), shown)
    for muscle in (Muscle.GLUTE_MED, Muscle.HIP_FLEXORS, Muscle.QUADS):
        for side in (LEFT, RIGHT):
            # The figure's own skin is not its mirror image to the millimetre.
            assert peak(turned, muscle, 1 - side) == pytest.approx(
                peak(of(key), muscle, side), abs=0.03
            )


def test_a_body_that_nothing_holds_is_reported() -> None:
    """Chen's phone lost the contacts of the bridge: the figure hangs in the air."""
    floating = replace(clip("glute_bridge"), contacts=())
    assert any(
        "balance upward lacks" in one
        for one in loads(floating, Shown(poses=described()["glute_bridge"].shown.poses)).misfits
    )
