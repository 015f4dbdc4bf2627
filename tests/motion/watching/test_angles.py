"""Angles of a person with known angles, from every side, and the three ways of not knowing."""

from dataclasses import replace
from itertools import pairwise
from math import cos, radians, sin

import pytest
from tests.motion.watching.seen_person import Person, seen

from coxa.anatomy.coordinates import coordinates
from coxa.motion.watching.angles import COORDINATES, Status, readings
from coxa.motion.watching.points import STRIDE, Frame, at
from coxa.motion.watching.view import View

SQUAT = Person(hip_flexion=80, knee_angle=100, ankle_angle=15)
SITTING = Person(hip_flexion=90, knee_angle=90)
NEAR = {View.LEFT: (90, "l", "r"), View.RIGHT: (-90, "r", "l")}


def markers(person: Person, camera: float = 0.0) -> Frame:
    return replace(seen(person, camera), image=None)


def value(found, name) -> float:
    assert found[name].value is not None, found[name]
    return found[name].value


@pytest.mark.parametrize("camera", [0, 45, 90, 200])
@pytest.mark.parametrize("side", ["l", "r"])
def test_measured_in_space_every_angle_comes_back(camera, side):
    person = Person(
        hip_flexion=50, hip_adduction=-20, hip_rotation=15, knee_angle=70, ankle_angle=12
    )
    found = readings(markers(person, camera), View.UNKNOWN)
    for name in ("hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle"):
        assert value(found, f"{name}_{side}") == pytest.approx(getattr(person, name), abs=0.01)
        assert found[f"{name}_{side}"].status is Status.SEEN


def test_left_and_right_are_told_apart():
    found = readings(markers(Person(right={"hip_flexion": 60})), View.UNKNOWN)
    assert value(found, "hip_flexion_l") == pytest.approx(0, abs=0.01)
    assert value(found, "hip_flexion_r") == pytest.approx(60, abs=0.01)


def test_names_are_those_of_the_anatomy_but_for_the_ways_of_looking():
    looking = {"knee_valgus", "knee_over_toe", "trunk_lean", "trunk_list", "pelvic_drop"}
    ours = {
        name for name in COORDINATES if name.removesuffix("_l").removesuffix("_r") not in looking
    }
    assert ours <= set(coordinates())
    assert set(readings(seen(Person()), View.FRONT)) == set(COORDINATES)


@pytest.mark.parametrize("view", NEAR)
@pytest.mark.parametrize("lean", [0, 30, -90])
def test_from_a_side_the_near_leg_is_read_in_the_picture(view, lean):
    camera, near, _ = NEAR[view]
    found = readings(seen(replace(SQUAT, lean=lean), camera), view)
    for name in ("hip_flexion", "knee_angle", "ankle_angle"):
        assert value(found, f"{name}_{near}") == pytest.approx(getattr(SQUAT, name), abs=0.01)
        assert found[f"{name}_{near}"].status is Status.SEEN
    assert value(found, "trunk_lean") == pytest.approx(lean, abs=0.01)


def test_the_picture_is_believed_before_depth_from_a_side():
    frame = seen(SQUAT, 90)
    assert frame.world is not None
    flat = [v * 0.3 if at % 4 == 1 else v for at, v in enumerate(frame.world)]
    found = readings(Frame(0.0, frame.image, flat, frame.aspect), View.LEFT)
    assert value(found, "knee_angle_l") == pytest.approx(100, abs=0.01)
    assert value(found, "knee_angle_r") != pytest.approx(100, abs=5)


@pytest.mark.parametrize("view", NEAR)
def test_from_a_side_the_far_leg_is_of_low_confidence(view):
    camera, _, far = NEAR[view]
    found = readings(seen(SQUAT, camera), view)
    assert found[f"knee_angle_{far}"].status is Status.LOW
    assert value(found, f"knee_angle_{far}") == pytest.approx(100, abs=0.01)


def test_without_world_points_the_far_leg_is_read_in_the_picture():
    frame = seen(SQUAT, 90)
    assert isinstance(frame.image, list)
    deep = [v * 3 if at % STRIDE == 2 else v for at, v in enumerate(frame.image)]
    found = readings(Frame(0.0, deep, None, frame.aspect), View.LEFT)
    assert value(found, "knee_angle_r") == pytest.approx(100, abs=0.01)
    assert found["knee_angle_r"].status is Status.LOW


def test_a_side_does_not_show_the_frontal_plane():
    found = readings(seen(SQUAT, 90), View.LEFT)
    for name in ("hip_adduction_l", "hip_rotation_l", "knee_valgus_r", "pelvic_drop", "trunk_list"):
        assert found[name] == (None, 0.0, Status.OUT_OF_PLANE)


def test_a_knee_bends_back_whichever_way_the_person_was_thought_to_face():
    assert value(readings(seen(SQUAT, 90), View.RIGHT), "knee_angle_r") > 0


@pytest.mark.parametrize(("view", "camera"), [(View.FRONT, 0), (View.BACK, 180)])
@pytest.mark.parametrize("side", ["l", "r"])
def test_from_the_front_and_the_back_a_spread_leg_is_read_in_the_picture(view, camera, side):
    found = readings(seen(Person(hip_adduction=-25), camera), view)
    assert found[f"hip_adduction_{side}"].status is Status.SEEN
    assert value(found, f"hip_adduction_{side}") == pytest.approx(-25, abs=0.01)
    assert value(found, f"knee_valgus_{side}") == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize(("view", "camera"), [(View.FRONT, 0), (View.BACK, 180)])
def test_a_knee_that_caves_in_is_plus(view, camera):
    caving = Person(hip_flexion=40, hip_adduction=10, hip_rotation=15, knee_angle=70)
    found = readings(seen(caving, camera), view)
    assert value(found, "knee_valgus_l") > 10
    assert value(found, "knee_valgus_l") == pytest.approx(value(found, "knee_valgus_r"))
    bow = replace(caving, hip_adduction=-10, hip_rotation=-15)
    assert value(readings(seen(bow, camera), view), "knee_valgus_l") < -10


def test_from_the_front_flexion_is_of_low_confidence_and_the_foot_out_of_plane():
    found = readings(seen(Person(hip_flexion=40, knee_angle=60)), View.FRONT)
    assert found["knee_angle_l"].status is found["hip_flexion_r"].status is Status.LOW
    assert value(found, "knee_angle_l") == pytest.approx(60, abs=0.01)
    assert found["ankle_angle_l"].status is found["knee_over_toe_l"].status is Status.OUT_OF_PLANE


@pytest.mark.parametrize("turn", [-30, 25])
def test_sitting_in_front_of_the_camera_the_shank_shows_how_the_hip_turns(turn):
    found = readings(seen(replace(SITTING, hip_rotation=turn)), View.FRONT)
    for side in "lr":
        assert found[f"hip_rotation_{side}"].status is Status.SEEN
        assert value(found, f"hip_rotation_{side}") == pytest.approx(turn, abs=0.01)
    assert found["knee_valgus_l"].status is Status.OUT_OF_PLANE


def test_standing_straight_nothing_shows_how_the_hip_turns():
    assert readings(seen(Person()), View.FRONT)["hip_rotation_l"].status is Status.OUT_OF_PLANE
    in_space = readings(markers(Person(knee_angle=20)), View.UNKNOWN)
    assert in_space["hip_rotation_l"].status is Status.OUT_OF_PLANE


def test_a_hidden_ankle_hides_the_knee_angle_but_not_the_hip():
    found = readings(seen(SQUAT, 90, visibility={"left_ankle": 0.1}), View.LEFT)
    assert found["knee_angle_l"] == (None, 0.0, Status.HIDDEN)
    assert found["hip_flexion_l"].status is Status.SEEN


def test_without_feet_the_rest_of_the_leg_is_read():
    frame = seen(SQUAT, 45, visibility={"left_heel": 0.0, "left_foot_index": 0.0})
    assert isinstance(frame.world, list)
    for name in ("left_heel", "left_foot_index"):
        frame.world[at(name) : at(name) + 3] = [0.0, 0.0, 0.0]
    found = readings(frame, View.UNKNOWN)
    assert value(found, "knee_angle_l") == pytest.approx(100, abs=0.01)
    assert found["ankle_angle_l"].status is Status.HIDDEN


def test_hidden_comes_before_out_of_plane():
    found = readings(seen(SQUAT, 90, visibility={"right_knee": 0.1}), View.LEFT)
    assert found["knee_valgus_r"].status is Status.HIDDEN
    assert found["knee_valgus_l"].status is Status.OUT_OF_PLANE


def test_between_front_and_side_angles_come_from_space_with_less_confidence():
    found = readings(seen(SQUAT, 45), View.UNKNOWN)
    assert value(found, "knee_angle_l") == pytest.approx(100, abs=0.01)
    assert 0 < found["knee_angle_l"].confidence < 1


def test_an_image_alone_gives_its_own_depth():
    frame = seen(SQUAT, 45)
    found = readings(Frame(0.0, frame.image, None, frame.aspect), View.UNKNOWN)
    assert value(found, "knee_angle_l") == pytest.approx(100, abs=0.01)
    assert value(found, "hip_flexion_r") == pytest.approx(80, abs=0.01)


@pytest.mark.parametrize("camera", [0, 30, 90])
def test_leaning_forward_is_plus(camera):
    found = readings(markers(Person(lean=35), camera), View.UNKNOWN)
    assert value(found, "trunk_lean") == pytest.approx(35, abs=0.01)
    assert value(found, "trunk_list") == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize(("view", "camera"), [(View.FRONT, 0), (View.BACK, 180), (None, 0)])
def test_tipping_to_the_right_is_plus_for_trunk_and_pelvis(view, camera):
    tipped = tipped_right(seen(Person(), camera), view)
    found = readings(tipped, view or View.UNKNOWN)
    assert value(found, "trunk_list") == pytest.approx(10, abs=0.1)
    assert value(found, "pelvic_drop") == pytest.approx(10, abs=0.1)


def tipped_right(frame: Frame, view: View | None) -> Frame:
    """The picture turned by 10 degrees, so that the person's right side goes down."""
    way = radians(-10 if view is not View.BACK else 10)
    turned = []
    for points, across in ((frame.image, frame.aspect), (frame.world, 1.0)):
        assert points is not None
        new = list(points)
        for x in range(0, len(new), 4):
            right, down = new[x] * across, new[x + 1]
            new[x] = (right * cos(way) - down * sin(way)) / across
            new[x + 1] = down * cos(way) + right * sin(way)
        turned.append(new)
    image, world = turned
    return Frame(frame.time_s, image if view else None, world, frame.aspect)


@pytest.mark.parametrize("view", [View.LEFT, View.RIGHT, None])
def test_a_knee_past_the_toes_is_plus_as_a_share_of_the_shank(view):
    camera, near, _ = NEAR[view] if view else (0, "l", "r")
    person = Person(hip_flexion=80, knee_angle=80, ankle_angle=0)
    frame = seen(person, camera) if view else markers(person)
    # The shank stands upright: the tip of the foot is 0.2 m in front of the knee.
    found = readings(frame, view or View.UNKNOWN)
    assert value(found, f"knee_over_toe_{near}") == pytest.approx(-0.5, abs=0.01)


def test_of_nobody_nothing_is_visible():
    found = readings(Frame(0.0, None, None), View.FRONT)
    assert {reading.status for reading in found.values()} == {Status.HIDDEN}
    assert set(found) == set(COORDINATES)


@pytest.mark.parametrize("view", View)
def test_points_that_fall_together_give_no_angle_and_no_error(view):
    found = readings(Frame(0.0, [0.0] * 132, [0.0] * 132), view)
    assert {reading.value for reading in found.values()} == {None}


def test_a_knee_never_jumps_from_in_to_out_as_it_bends():
    """From markers: in the frontal plane a thigh that comes level has no direction."""
    bent = [
        markers(Person(hip_flexion=bend * 0.8, hip_adduction=4, knee_angle=bend))
        for bend in range(0, 151, 2)
    ]
    found = [value(readings(one, View.UNKNOWN), "knee_valgus_l") for one in bent]
    assert max(abs(b - a) for a, b in pairwise(found)) < 4
    assert max(map(abs, found)) < 40


def test_a_straight_leg_bends_inwards_as_seen_from_in_front():
    """A knee 5 cm inside the line from hip to ankle: the same from markers and in a picture."""
    frame = seen(Person())
    for points, by in ((frame.image, 0.05 / (2.5 * frame.aspect)), (frame.world, 0.05)):
        assert isinstance(points, list)
        points[at("left_knee")] -= by
    in_picture = value(readings(frame, View.FRONT), "knee_valgus_l")
    in_space = value(readings(Frame(0.0, None, frame.world), View.UNKNOWN), "knee_valgus_l")
    assert in_picture == pytest.approx(14, abs=0.5)
    assert in_space == pytest.approx(in_picture, abs=0.5)


def test_a_leg_that_is_turned_to_the_camera_is_not_read_in_the_picture_of_the_side():
    """As in a butterfly seat: its thigh points at the camera, and looks short."""
    person = Person(hip_flexion=90, hip_adduction=-50, hip_rotation=-60, knee_angle=105)
    found = readings(seen(person, 90), View.LEFT)
    assert value(found, "knee_angle_l") == pytest.approx(105, abs=0.01)
    assert found["knee_angle_l"].status is Status.LOW


def test_a_thigh_that_points_up_is_not_spread_by_more_than_a_right_angle():
    person = Person(hip_flexion=125, hip_adduction=-20, knee_angle=120)
    found = readings(seen(person), View.FRONT)
    assert value(found, "hip_adduction_l") == pytest.approx(-20, abs=0.01)
