"""Where pictures are seen from, and how much they show."""

import numpy as np
import pytest
from tests.motion.picture.shapes import ball, facing_forward

from coxa.motion.clip import View
from coxa.motion.picture.camera import FIELD_DEG, MARGIN, at_right_angles, framed
from coxa.motion.surface import Surface
from coxa.reading.faults import FaultyInputError

FRONT, LEFT, RIGHT, TOP = (View("", y, p) for y, p in ((0, 0), (90, 0), (-90, 0), (0, 90)))
VIEWS = [FRONT, LEFT, RIGHT, TOP, View("", 40, 15), View("", -137, 80), View("", 180, -20)]
FORWARD, UP, TO_THE_RIGHT = np.eye(3)


def pixels(camera, *points):
    return camera.on_picture(camera.seen(np.array(points, dtype=float)))


def moves(view, direction):
    """Where on the picture something goes that moves in `direction`: right and down."""
    camera = framed([ball((0, 1, 0), 1)], view, (200, 200))
    here, there = pixels(camera, (0, 1, 0), np.array([0, 1, 0]) + 0.1 * direction)
    return np.sign(np.round(there - here, 3)).tolist()


def test_from_the_front_the_persons_right_is_on_the_left():
    assert moves(FRONT, TO_THE_RIGHT) == [-1, 0]
    assert moves(FRONT, UP) == [0, -1]


def test_from_either_side_the_person_faces_the_other_way():
    assert moves(LEFT, FORWARD) == [-1, 0]
    assert moves(RIGHT, FORWARD) == [1, 0]


def test_from_the_top_the_back_is_up():
    assert moves(TOP, FORWARD) == [0, 1]
    assert moves(TOP, TO_THE_RIGHT) == [-1, 0]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", [(300, 300), (320, 180), (90, 400)])
def test_the_frame_holds_every_vertex_with_a_margin_and_no_more(view, size):
    shapes = [ball((0.4, 0.7, -0.3), 0.6), facing_forward(-0.5, 0.4, "wood")]
    camera = framed(shapes, view, size)
    shown = pixels(camera, *np.concatenate([one.vertices for one in shapes])) / size
    low, high = shown.min(axis=0), shown.max(axis=0)
    assert low.min() >= MARGIN - 1e-6
    assert high.max() <= 1 - MARGIN + 1e-6
    assert low + high == pytest.approx([1, 1], abs=1e-6)
    assert low.min() == pytest.approx(MARGIN, abs=1e-6)


def test_what_is_marked_so_does_not_decide_the_frame():
    figure = ball((0, 1, 0), 0.5)
    wall = facing_forward(-2, 9, "wall", frame=False)
    alone, beside = (framed(s, FRONT, (200, 200)) for s in ([figure], [figure, wall]))
    assert np.array_equal(alone.eye, beside.eye)


def test_vertices_without_a_triangle_do_not_decide_the_frame():
    figure = ball((0, 1, 0), 0.5)
    stray = np.concatenate([figure.vertices, [[50.0, 0, 0]]])
    normals = np.concatenate([figure.normals, [[1.0, 0, 0]]])
    with_stray = Surface(stray, normals, figure.triangles, figure.material)
    cameras = [framed([one], FRONT, (200, 200)) for one in (figure, with_stray)]
    assert np.array_equal(cameras[0].eye, cameras[1].eye)


def test_phases_together_give_one_frame_for_all():
    low, high = ball((0, 0.5, 0), 0.5), ball((0, 2.5, 0), 0.5)
    both = framed([low, high], FRONT, (200, 200))
    shown = pixels(both, *low.vertices, *high.vertices)
    assert shown.min() >= 0
    assert shown.max() <= 200


def test_the_perspective_is_gentle():
    assert FIELD_DEG <= 35


def test_the_floor_is_met_below_the_middle_only():
    camera = framed([ball((0, 1, 0), 0.5)], FRONT, (100, 100))
    places, met = camera.floor(np.array([50.0]), np.array([10.0, 90.0]))
    assert met.ravel().tolist() == [False, True]
    assert pixels(camera, (places[1, 0], 0, places[1, 1]))[0] == pytest.approx([50, 90])


@pytest.mark.parametrize(("yaw", "other"), [(0, 90), (40, -50), (90, 0), (-90, 0), (138, 48)])
def test_the_view_at_right_angles_is_the_one_that_sees_more_of_the_face(yaw, other):
    found = at_right_angles(View("own", yaw, 14))
    assert (found.yaw_deg, found.pitch_deg) == (other, 14)


def test_the_view_at_right_angles_to_the_top_is_from_the_side_of_it():
    assert at_right_angles(View("top", 0, 80)).pitch_deg < 45


def test_a_view_that_cannot_be_is_taught_with_every_fault():
    with pytest.raises(FaultyInputError) as error:
        framed([ball((0, 1, 0), 1)], View("odd", float("nan"), 120), (200, 4))
    said = str(error.value)
    assert "must be a number" in said
    assert "from -90 (from below) to 90 (from above)" in said
    assert "(width, height)" in said


def test_nothing_to_see_is_refused():
    with pytest.raises(ValueError, match="at least one surface"):
        framed([], FRONT, (100, 100))
