"""Nothing sinks into floor or things by more than a centimetre."""

import numpy as np
import pytest
from tests.motion.judging.made import ARMS_ASIDE, BODY, STANDING, both, moving, part, said, still

from coxa.motion.judging.seen import Seen
from coxa.motion.judging.sinking import sinking

SEATED = both(hip_flexion=90, knee_angle=90, hip_adduction=-8) | ARMS_ASIDE
SEAT = (0.44, 0.035, 0.44)  # of the chair


def judged(clip):
    return sinking(Seen(clip, BODY))


def seated(deep: float, kind: str = "chair"):
    """Sitting `deep` metres in a seat whose front edge is short of the knees."""
    seen = Seen(still(SEATED, lift=0.1), BODY)
    thigh = seen.figure.pieces == BODY.joint_names.index("thigh_l")
    lowest = float(seen.skin[0, thigh, 1].min())
    height = {"chair": 0.0175, "cushion": 0.04}[kind]
    thing = part(kind, 0, (0.0, lowest - height + deep, 0.0))
    return still(SEATED, props=[thing], lift=0.1)


def test_who_stands_on_the_floor_does_not_sink():
    assert judged(still(STANDING)) == []


def test_skin_flattens_by_up_to_a_centimetre():
    assert judged(still(STANDING, lift=-0.008)) == []


def test_who_stands_three_centimetres_in_the_floor_sinks():
    found = {one.what: one.value for one in judged(still(STANDING, lift=-0.03))}
    assert {f"{part}_{side} in the floor" for part in ("foot", "toes") for side in "lr"} == set(
        found
    )
    assert max(found.values()) == pytest.approx(0.03, abs=1e-6)


@pytest.mark.parametrize(("deep", "piece"), [(0.03, "finger_ends_l"), (0.5, "upper_arm_twist_l")])
def test_an_arm_in_or_through_a_wall_is_found(deep: float, piece: str):
    pose = STANDING | {"arm_flex_l": 90.0, "elbow_flex_l": 0.0, "arm_add_l": 0.0}
    farthest = float(Seen(still(pose), BODY).skin[0, :, 0].max())
    half = 0.03  # of the wall's thickness
    touching = part("wall", 0, (farthest + half - 0.005, 1.15, 0))
    through = part("wall", 0, (farthest + half - deep, 1.15, 0))
    assert judged(still(pose, props=[touching])) == []
    found = {one.what: one.value for one in judged(still(pose, props=[through]))}
    assert f"{piece} in wall" in found
    if deep < 2 * half:
        assert found["finger_ends_l in wall"] == pytest.approx(deep, abs=0.002)


def test_a_thigh_may_press_into_a_chair_by_what_both_give():
    assert judged(seated(0.015)) == []


@pytest.mark.parametrize("deep", [0.025, 0.045, 0.07])
def test_a_thigh_in_or_through_a_seat_is_found_however_thin_the_seat(deep: float):
    found = {one.what: one.value for one in judged(seated(deep))}
    assert found["thigh_l in chair"] == pytest.approx(deep, abs=0.002)


def test_a_cushion_gives_more_than_a_chair():
    assert judged(seated(0.03, "cushion")) == []
    assert any(one.what == "thigh_l in cushion" for one in judged(seated(0.05, "cushion")))


def test_a_foot_in_a_pad_on_the_floor_does_not_leave_it_through_the_floor():
    pad = part("pad", 0, (0.05, 0.015, 0.1))
    found = {one.what: one.value for one in judged(still(STANDING, props=[pad]))}
    assert found["foot_r in pad"] == pytest.approx(0.03, abs=0.003)


def test_a_slider_under_a_foot_is_no_obstacle():
    slider = part("slider", 0, (0.1, -0.004, 0.1))
    assert judged(still(STANDING, props=[slider])) == []


def test_a_bar_through_a_leg_is_found():
    bar = part("bar", 0, (0.0, 0.6, -0.1))
    across = np.array([[np.sin(np.pi / 4), 0, 0, np.cos(np.pi / 4)]])
    laid = type(bar)(bar.kind, bar.colour, bar.size, bar.positions, across, name="bar")
    found = judged(still(STANDING, props=[laid]))
    assert {what.split(" ")[0][:5] for _, what in said(found)} == {"thigh"}


def test_what_is_sunk_for_many_frames_is_said_once():
    sunk = moving(STANDING | {"pelvis_ty": 0.80}, STANDING | {"pelvis_ty": 0.70})
    deepest = judged(sunk)
    assert len({one.what for one in deepest}) == len(deepest)
    assert {one.frame for one in deepest} <= {12, 13}
