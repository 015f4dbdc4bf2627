"""From where the camera looks, found in one picture and over time."""

import pytest
from tests.motion.watching.seen_person import Person, seen

from coxa.motion.watching.points import STRIDE, Frame, at
from coxa.motion.watching.view import View, ViewFinder, view_of

SQUAT = Person(hip_flexion=100, knee_angle=110, ankle_angle=20, lean=40)
ON_THE_BACK = Person(hip_flexion=45, knee_angle=90, lean=-90)
ROUND = {0: View.FRONT, 180: View.BACK, 90: View.LEFT, -90: View.RIGHT}


@pytest.mark.parametrize("person", [Person(), SQUAT], ids=["upright", "squat"])
@pytest.mark.parametrize(("camera", "view"), ROUND.items())
def test_the_view_is_told_in_the_persons_own_axes(person, camera, view):
    assert view_of(seen(person, camera)) is view


@pytest.mark.parametrize(("camera", "view"), [(90, View.LEFT), (-90, View.RIGHT)])
def test_somebody_who_lies_has_a_near_side_as_well(camera, view):
    person = ON_THE_BACK
    assert view_of(seen(person, camera)) is view


@pytest.mark.parametrize(
    ("camera", "view"),
    [(-15, View.FRONT), (20, View.FRONT), (75, View.LEFT), (-105, View.RIGHT), (165, View.BACK)],
)
def test_a_little_off_is_still_that_view(camera, view):
    assert view_of(seen(Person(), camera)) is view


@pytest.mark.parametrize("camera", [45, -45, 135, -135])
def test_between_front_and_side_the_view_is_unknown(camera):
    assert view_of(seen(Person(), camera)) is View.UNKNOWN


def test_a_camera_at_the_feet_of_somebody_lying_sees_no_plane():
    assert view_of(seen(Person(lean=-90), 0)) is View.UNKNOWN


def test_the_image_alone_tells_as_well():
    frame = seen(Person(), 90)
    assert view_of(Frame(0.0, frame.image, None, frame.aspect)) is View.LEFT


def test_a_wide_person_in_the_image_is_not_seen_from_a_side():
    side, front = seen(Person(), 90), seen(Person(), 0)
    assert view_of(Frame(0.0, front.image, side.world, front.aspect)) is View.UNKNOWN


def test_a_narrow_person_in_the_image_is_not_seen_from_the_front():
    side, front = seen(Person(), 90), seen(Person(), 0)
    assert view_of(Frame(0.0, side.image, front.world, front.aspect)) is View.UNKNOWN


def test_a_face_in_profile_is_believed_before_depth():
    assert view_of(with_depth_turned(seen(Person(), 90))) is View.LEFT


def test_a_face_that_looks_at_the_camera_leaves_it_to_depth():
    frame = seen(Person(), 90)
    for points in (frame.image, frame.world):
        assert isinstance(points, list)
        ear, nose = at("left_ear"), at("nose")  # one ear is seen as well as the other
        points[nose : nose + 2] = points[ear : ear + 2]
    assert view_of(frame) is View.LEFT
    assert view_of(with_depth_turned(frame)) is View.RIGHT


def test_without_ears_it_is_left_to_depth():
    hidden = {"left_ear": 0.0, "right_ear": 0.0}
    assert view_of(with_depth_turned(seen(Person(), 90, visibility=hidden))) is View.RIGHT


def with_depth_turned(frame: Frame) -> Frame:
    assert frame.world is not None
    world = [-v if n % STRIDE == 2 else v for n, v in enumerate(frame.world)]
    return Frame(0.0, frame.image, world, frame.aspect)


def test_a_view_is_found_after_half_a_second():
    finder = ViewFinder()
    views = [finder.add(seen(Person(), 90, time_s=n / 10)) for n in range(8)]
    assert views[:5] == [View.UNKNOWN] * 5
    assert views[5:] == [View.LEFT] * 3


def test_a_moment_of_another_view_changes_nothing():
    finder = ViewFinder()
    for n in range(8):
        finder.add(seen(Person(), 0, time_s=n / 10))
    for n in range(8, 12):
        assert finder.add(seen(Person(), 45, time_s=n / 10)) is View.FRONT
    assert finder.add(seen(Person(), 0, time_s=1.2)) is View.FRONT
    for n in range(13, 18):
        assert finder.add(seen(Person(), 45, time_s=n / 10)) is View.FRONT


def test_on_the_border_a_view_stays_what_it_was():
    on_the_border = seen(Person(), 28)
    assert view_of(on_the_border) is View.UNKNOWN
    assert view_of(on_the_border, View.FRONT) is View.FRONT


def test_an_empty_picture_changes_nothing():
    finder = ViewFinder()
    for n in range(8):
        finder.add(seen(Person(), 0, time_s=n / 10))
    assert finder.add(Frame(5.0, None, None)) is View.FRONT
