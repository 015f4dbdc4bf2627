"""What is said to touch does, and what is planted stays."""

import pytest
from tests.motion.judging.made import (
    ARMS_ASIDE,
    BODY,
    FEET,
    LAST,
    STANDING,
    both,
    held,
    moving,
    part,
    said,
    still,
)

from coxa.motion.clip import Held
from coxa.motion.judging.contacts import drifting, gaping
from coxa.motion.judging.seen import Seen


def drift(clip):
    return drifting(Seen(clip, BODY))


def gap(clip):
    return gaping(Seen(clip, BODY))


def shifted(by: float):
    """Standing, gone forward by so much without a step."""
    return STANDING | {"pelvis_tx": by}


def test_feet_that_stay_do_not_drift():
    assert drift(moving(STANDING, shifted(0.008), held(*FEET, last=LAST))) == []


def test_feet_that_slide_by_five_centimetres_drift():
    found = drift(moving(STANDING, shifted(0.05), held("heel_l", last=LAST)))
    assert said(found) == {("drift", "heel_l on floor")}
    assert found[0].value == pytest.approx(0.05, abs=1e-6)


def test_a_slider_may_slide():
    assert drift(moving(STANDING, shifted(0.05), held("heel_l", last=LAST, planted=False))) == []


def test_a_foot_may_move_before_it_is_put_down():
    late = [Held("heel_l", "floor", 12, 13, planted=True)]
    assert drift(moving(STANDING, shifted(0.3), late)) == []


def test_one_part_of_the_body_may_move_along_another():
    on_skin = [Held("palm_l", "outer_thigh_l", 0, LAST, planted=True)]
    assert drift(moving(STANDING, shifted(0.3), on_skin)) == []


def test_feet_on_the_floor_touch_it():
    assert gap(still(STANDING, held(*FEET))) == []


def test_a_heel_in_the_air_is_not_on_the_floor():
    pointed = STANDING | both(ankle_angle=-20)
    found = gap(still(pointed, held("heel_l", "toe_tips_l")))
    assert said(found) == {("gap", "heel_l on floor")}
    assert found[0].value > 0.03


def test_a_gap_to_a_thing_is_measured_to_its_nearest_part():
    step = part("step", 0, (0.05, 0.08, 0.0))
    contact = held("heel_r", on="step.top")
    assert gap(still(STANDING, contact, [step], lift=0.16)) == []
    (found,) = gap(still(STANDING, contact, [step], lift=0.2))
    assert found.value == pytest.approx(0.04, abs=0.003)


def test_two_palms_together_touch_and_two_apart_do_not():
    folded = both(arm_flex=42, arm_add=-2, arm_rot=42, elbow_flex=98, pro_sup=90)
    apart = both(arm_flex=42, arm_add=-12, arm_rot=-10, elbow_flex=98, pro_sup=90)
    contact = held("palm_l", on="palm_r")
    wide = gap(still(apart, contact))
    assert said(wide) == {("gap", "palm_l on palm_r")}
    near = gap(still(folded, contact))
    assert not near or near[0].value < wide[0].value / 2


def test_a_contact_with_what_is_not_there_is_refused():
    with pytest.raises(ValueError, match=r"palm_l touches 'table\.top'"):
        gap(still(ARMS_ASIDE, held("palm_l", on="table.top")))
