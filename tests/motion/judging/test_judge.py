"""All rules together."""

import time

from tests.motion.judging.made import BODY, FEET, FRAMES, LAST, STANDING, both, held, moving, still

from coxa.anatomy.muscles import Muscle
from coxa.motion.judging.finding import Finding, worst
from coxa.motion.judging.judge import judge
from coxa.motion.judging.purpose import Meant
from coxa.motion.judging.seen import Seen

LEANT = both(hip_flexion=35, knee_angle=40, ankle_angle=15) | {"pelvis_tilt": -20.0}


def test_standing_still_is_fit_to_be_shown():
    assert judge(still(STANDING, held(*FEET))) == []


def test_every_fault_is_told_at_once():
    bad = still(STANDING | {"hip_rotation_l": -70.0}, held(*FEET), lift=-0.04)
    rules = {one.rule for one in judge(bad, Meant("stretch", (Muscle.HAMSTRINGS,)))}
    assert {"range", "sinking", "stretch"} <= rules


def test_without_a_meaning_no_muscle_is_asked():
    clip = still(STANDING, held(*FEET))
    assert judge(clip) == []
    assert [one.rule for one in judge(clip, Meant("stretch", (Muscle.HAMSTRINGS,)))] == ["stretch"]


def test_the_way_back_is_not_looked_at_twice():
    seen = Seen(moving(STANDING, STANDING | LEANT), BODY)
    assert len(seen.first) == FRAMES
    assert list(seen.which) == [*range(FRAMES), *reversed(range(FRAMES))]
    assert list(seen.hold) == [FRAMES - 1]


def test_the_skin_is_that_of_the_kinematics():
    from coxa.motion.kinematics import places

    seen = Seen(moving(STANDING, STANDING | LEANT), BODY)
    skeleton = seen.figure.skeleton
    expected = places(seen.frames, skeleton.skin())
    assert abs(seen.skin - expected).max() < 1e-9


def test_a_finding_says_rule_thing_frame_and_figures():
    one = Finding("sinking", 7, "heel_l in the floor", 0.0234, 0.010)
    assert str(one) == "sinking: heel_l in the floor, frame 7: 23.4 mm, limit 10"
    turned = Finding("range", 3, "hip_rotation_l", -71.6, -45.0, "deg")
    assert str(turned) == "range: hip_rotation_l, frame 3: -71.6 deg, limit -45"


def test_the_worst_of_a_kind_is_kept():
    found = [Finding("gap", i, "heel_l on floor", i / 100, 0.01) for i in (2, 5, 3)]
    assert worst(found) == [found[1]]


def test_a_clip_is_judged_in_the_blink_of_an_eye():
    clip = moving(STANDING, STANDING | LEANT, held(*FEET, last=LAST))
    judge(clip)  # the body is prepared once
    began = time.perf_counter()
    judge(clip, Meant("strength", (Muscle.QUADS,)))
    assert time.perf_counter() - began < 1.0  # 0.1 s alone on a slow machine; others work too
