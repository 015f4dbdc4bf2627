"""The solver places the body so that what should touch does."""

import numpy as np
import pytest

from coxa.exercises.motion import Motion
from coxa.motion.body import read_body
from coxa.motion.kinematics import Skeleton, places
from coxa.motion.solving.clips import solve
from coxa.motion.turns import COLUMN
from coxa.reading.values import read_value

SKELETON = Skeleton(read_body())
TEMPO = {"out_s": 1.0, "hold_s": 0.5, "back_s": 1.5}
STAND = {
    "name": "standing",
    "lying": "upright",
    "angles": {"hip_flexion": 0, "knee_angle": 0, "hip_adduction": -3},
    "contacts": ["both feet flat on floor"],
}
SQUAT = {
    "name": "bottom",
    "lying": "upright",
    "angles": {"pelvis_tilt": -30, "hip_flexion": 85, "knee_angle": 80, "hip_adduction": -8},
    "contacts": ["both feet flat on floor"],
}


def solved(*poses, **more):
    motion = read_value(Motion, {"poses": poses, "tempo": TEMPO} | more, "test.toml")
    return solve(SKELETON, motion, "test", "Test")


def way(result, point):
    """Where a named point of the skin is at every frame."""
    skin = SKELETON.skin(SKELETON.body.points[point])
    return places(SKELETON.frames(result.clip.values), skin).mean(axis=1)


def lowest(result):
    return places(SKELETON.frames(result.clip.values), SKELETON.skin())[..., 1].min()


@pytest.fixture(scope="module")
def squat():
    return solved(STAND, SQUAT)


def test_feet_that_stand_are_on_the_floor(squat):
    for point in ("heel_l", "ball_inner_l", "ball_outer_r"):
        assert np.abs(way(squat, point)[:, 1]).max() < 0.005


def test_planted_feet_do_not_slide(squat):
    for point in ("heel_l", "heel_r", "ball_inner_l"):
        places_there = way(squat, point)
        assert np.linalg.norm(places_there - places_there[0], axis=1).max() < 0.005


def test_nothing_sinks_into_the_floor(squat):
    assert lowest(squat) > -0.01


def test_authored_angles_are_kept_to_a_few_degrees(squat):
    end = squat.clip.values[np.abs(squat.clip.times - squat.clip.out_s).argmin()]
    assert end[COLUMN["knee_angle_l"]] == pytest.approx(80, abs=8)
    assert end[COLUMN["hip_flexion_r"]] == pytest.approx(85, abs=8)
    assert squat.misfits == ()


def test_left_and_right_of_a_symmetric_motion_are_equal(squat):
    left, right = (squat.clip.values[:, COLUMN[f"knee_angle_{s}"]] for s in "lr")
    assert np.allclose(left, right, atol=0.5)


def test_standing_free_the_weight_is_over_the_feet(squat):
    from coxa.motion.masses import SEGMENTS

    frames = SKELETON.frames(squat.clip.values)
    spots = [
        frames.at[:, SKELETON.index[s.start]] * (1 - s.along)
        + frames.at[:, SKELETON.index[s.end]] * s.along
        for s in SEGMENTS
    ]
    centre = np.tensordot([s.share for s in SEGMENTS], np.array(spots), axes=1)
    heel, ball = way(squat, "heel_l")[:, 0], way(squat, "ball_inner_l")[:, 0]
    assert np.all((heel < centre[:, 0]) & (centre[:, 0] < ball))


def test_the_way_back_is_the_way_out_turned_round(squat):
    clip = squat.clip
    assert np.allclose(clip.values[0], clip.values[-1])
    assert clip.times[-1] == pytest.approx(clip.out_s + clip.hold_s + clip.back_s)


def test_it_starts_and_ends_at_rest(squat):
    knee = squat.clip.values[:, COLUMN["knee_angle_l"]]
    steps = np.abs(np.diff(knee[: len(knee) // 2]))
    assert steps[0] < 0.2 * steps.max()
    assert steps[-1] < 0.3 * steps.max()


def test_a_seat_is_sat_on_and_not_in():
    chair = {"kind": "chair", "at": [-0.05, 0, 0]}
    sit = {
        "name": "seated",
        "lying": "upright",
        "angles": {"hip_flexion": 88, "knee_angle": 88},
        "contacts": ["both sit bones on chair seat", "both feet flat on floor"],
    }
    result = solved(sit, props=[chair])
    assert way(result, "sit_bone_l")[0, 1] == pytest.approx(0.42, abs=0.02)
    assert result.misfits == ()


def test_a_hand_reaches_the_other_knee():
    reach = STAND | {
        "name": "reach",
        "angles": {"pelvis_tilt": -40, "hip_flexion": 50, "knee_angle": 15},
        "contacts": ["both feet flat on floor", "left hand on right thigh above the knee"],
    }
    result = solved(reach)
    gap = np.linalg.norm(way(result, "palm_l") - way(result, "thigh_front_low_r"), axis=1)
    assert gap.max() < 0.025


def test_what_slides_may_move_and_stays_on_the_floor():
    slide = {"lying": "supine", "contacts": ["sacrum on floor", "left heel slides on floor"]}
    straight = slide | {"name": "straight", "angles": {"hip_flexion_l": 5, "knee_angle_l": 8}}
    bent = slide | {"name": "bent", "angles": {"hip_flexion_l": 50, "knee_angle_l": 100}}
    heel = way(solved(straight, bent), "heel_l")
    assert np.ptp(heel[:, 0]) > 0.15
    assert np.abs(heel[:, 1]).max() < 0.008


def test_a_strap_spans_the_two_places_that_it_goes_between():
    band = {"kind": "band_loop", "between": ["left outer knee", "right outer knee"]}
    result = solved(STAND, SQUAT, props=[band])
    (strap,) = result.clip.props
    span = way(result, "outer_knee_l") - way(result, "outer_knee_r")
    assert np.allclose(strap.scales[:, 0], np.linalg.norm(span, axis=1))


@pytest.mark.parametrize(
    ("pose", "named"),
    [
        (
            STAND
            | {"angles": {"pelvis_tilt": 0, "knee_angle": 0, "hip_flexion": 0}}
            | {"contacts": ["both feet flat on floor", "head on floor"]},
            "pelvis_tilt",
        ),
        (
            STAND | {"angles": {"hip_flexion": 90, "knee_angle": 0, "pelvis_tilt": 0}},
            "pelvis_tilt",
        ),
    ],
)
def test_what_cannot_be_had_is_reported_by_name(pose, named):
    found = " ".join(map(str, solved(pose).misfits))
    assert named in found


def test_the_same_words_give_the_same_clip():
    assert np.array_equal(solved(STAND, SQUAT).clip.values, solved(STAND, SQUAT).clip.values)
