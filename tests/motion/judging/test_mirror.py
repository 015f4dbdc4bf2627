"""Left and right are mirror images."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest
from tests.motion.judging.made import ARMS_ASIDE, BODY, FEET, LAST, STANDING, held, moving, still

from coxa.motion.clip import mirror_name, mirrored
from coxa.motion.judging.judge import judge
from coxa.motion.judging.mirror import mirroring
from coxa.motion.judging.seen import Seen

LIFTING = moving(STANDING, STANDING | {"hip_flexion_l": 80.0, "knee_angle_l": 80.0})


def test_a_motion_and_its_mirror_image_agree_to_a_micrometre():
    assert mirroring(Seen(LIFTING, BODY)) == []


def test_a_body_that_is_not_the_same_on_both_sides_is_found():
    heads = np.array(BODY.heads)
    heads[BODY.joint_names.index("foot_l"), 1] += 0.001
    lame = replace(BODY, heads=heads)
    assert "foot_l" in {one.what for one in mirroring(Seen(LIFTING, lame))}


@pytest.mark.parametrize(
    "clip",
    [
        still(STANDING, held(*FEET), lift=-0.03),
        still(STANDING | {"hip_rotation_l": -70.0}, held(*FEET)),
        moving(STANDING, STANDING | {"pelvis_tx": 0.05}, held("heel_l", last=LAST)),
        still(ARMS_ASIDE | {"hip_adduction_l": 15.0, "hip_adduction_r": 15.0}),
    ],
    ids=["sunk", "turned too far", "sliding", "legs through each other"],
)
def test_faults_are_the_same_in_the_mirror(clip):
    found = judge(clip)
    assert found
    there = {told(one.rule, map(mirror_name, one.what.split())) for one in judge(mirrored(clip))}
    assert there == {told(one.rule, one.what.split()) for one in found}


def told(rule: str, words: Iterable[str]) -> tuple[str, frozenset[str]]:
    """Which of two parts is said to be in the other may differ where they are as deep."""
    return rule, frozenset(words)
