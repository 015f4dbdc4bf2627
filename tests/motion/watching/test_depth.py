"""Legs get the depth that the length of their bones demands."""

from itertools import pairwise

import pytest
from tests.motion.watching.seen_person import Person, seen

from coxa.motion.watching.angles import readings
from coxa.motion.watching.depth import BoneDepth, depth
from coxa.motion.watching.points import STRIDE, Frame, at
from coxa.motion.watching.view import View

SQUAT = Person(hip_flexion=60, knee_angle=100, ankle_angle=15)
BETWEEN = 45  # degrees: neither front nor side


def flattened(frame: Frame, by: float = 0.4) -> Frame:
    """Depth as a landmark model gives it: too little."""
    assert frame.world is not None
    world = [v * by if n % STRIDE == 2 else v for n, v in enumerate(frame.world)]
    return Frame(frame.time_s, frame.image, world, frame.aspect)


def after_standing(frame: Frame, camera: float = BETWEEN) -> Frame:
    """What becomes of that picture when the person stood for a second before."""
    bones = BoneDepth()
    for n in range(30):
        bones.add(flattened(seen(Person(), camera, time_s=n / 30)))
    return bones.add(frame)


def knee(frame: Frame) -> float:
    found = readings(frame, View.UNKNOWN)["knee_angle_l"].value
    assert found is not None
    return found


@pytest.mark.parametrize("camera", [BETWEEN, -BETWEEN, 0])
def test_a_flattened_knee_gets_its_bend_back(camera):
    flat = flattened(seen(SQUAT, camera, time_s=1.0), 0.2)
    before, after = abs(knee(flat) - 100), abs(knee(after_standing(flat, camera)) - 100)
    assert before > 9
    assert after < 10
    assert after < 0.6 * before


def test_a_straight_knee_stays_straight():
    assert knee(after_standing(seen(Person(), BETWEEN, time_s=1.0))) < 3


def test_a_knee_that_depth_bends_too_far_is_straightened():
    bent_by_depth = seen(Person(), 0, time_s=1.0)
    assert isinstance(bent_by_depth.world, list)
    for name in ("left_ankle", "left_heel", "left_foot_index"):
        bent_by_depth.world[at(name) + 2] += 0.16
    before = knee(bent_by_depth)
    after = knee(after_standing(bent_by_depth, 0))
    assert before > 20
    assert after < 0.65 * before


@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize("missing", [0.6, 0.9])
def test_what_is_missing_in_the_picture_goes_where_the_model_points(missing, way):
    flat = (1 - missing * missing) ** 0.5
    found = depth(flat, way * 0.4 * missing, 0.0, 0.0)
    assert found == pytest.approx(way * missing, abs=0.1)


def test_a_limb_that_is_seen_in_full_is_left_to_the_model():
    assert depth(1.0, 0.1, 0.0, 0.0) == pytest.approx(0.1, abs=0.03)


def test_a_limb_is_not_thrown_from_one_side_to_the_other():
    told = [n / 50 for n in range(-15, 16)]
    found = [depth(0.9, one, 0.0, 0.0) for one in told]
    assert found == sorted(found)
    assert max(b - a for a, b in pairwise(found)) < 0.08  # 0.02 of what the model tells
    assert depth(0.9, 0.0, 0.0, 0.0) == pytest.approx(0.0)


def test_the_plane_of_foot_and_leg_tells_where_the_model_does_not():
    """Seen from 45 degrees: what goes to the side goes into depth as well."""
    assert depth(0.85, 0.0, -0.35, -0.7) == pytest.approx(-0.5, abs=0.06)
    assert depth(0.85, 0.0, 0.35, -0.7) == pytest.approx(0.5, abs=0.06)


def test_limbs_keep_their_length_and_the_foot_its_shape():
    flat = flattened(seen(SQUAT, BETWEEN, time_s=1.0))
    built = after_standing(flat)
    for start, end in (("left_hip", "left_knee"), ("left_heel", "left_foot_index")):
        assert length(built, start, end) == pytest.approx(length(flat, start, end))


def length(frame: Frame, start: str, end: str) -> float:
    assert frame.world is not None
    a, b = at(start), at(end)
    return sum((frame.world[b + n] - frame.world[a + n]) ** 2 for n in range(3)) ** 0.5


def test_who_steps_back_does_not_get_shorter_legs():
    bones = BoneDepth()
    for n in range(300):
        far = further(flattened(seen(Person(), BETWEEN, time_s=n / 30)), 1.0 - 0.001 * n)
        last = bones.add(far)
    assert knee(last) < 3


def further(frame: Frame, times: float) -> Frame:
    assert frame.image is not None
    image = [0.5 + (v - 0.5) * times if n % STRIDE < 2 else v for n, v in enumerate(frame.image)]
    return Frame(frame.time_s, image, frame.world, frame.aspect)


def test_a_hidden_limb_is_left_as_the_model_has_it():
    flat = flattened(
        seen(SQUAT, BETWEEN, time_s=1.0, visibility={"left_knee": 0.1, "left_ankle": 0.1})
    )
    built = after_standing(flat)
    for side, same in (("left", True), ("right", False)):
        ankle = at(f"{side}_ankle")
        assert flat.world is not None
        assert built.world is not None
        assert (
            built.world[ankle : ankle + 3] == pytest.approx(flat.world[ankle : ankle + 3])
        ) is same


def test_markers_are_left_as_they_were_measured():
    frame = seen(SQUAT, BETWEEN)
    markers = Frame(0.0, None, frame.world)
    assert BoneDepth().add(markers) is markers
