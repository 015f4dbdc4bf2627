"""What is drawn of a frame: the body where the coordinates put it, the things where they are."""

import numpy as np
import pytest
from tests.motion.sample_clip import sample_clip

from coxa.motion.body import read_body
from coxa.motion.clip import Placed
from coxa.motion.posing import skin_of, surfaces_of, thing_at

HALF = np.sqrt(0.5)
QUARTER_LEFT = np.array([[0.0, HALF, 0.0, HALF]])


def lowest(surfaces):
    return min(one.vertices[np.unique(one.triangles), 1].min() for one in surfaces)


def test_a_frame_is_the_body_in_its_materials_and_every_thing():
    clip, body = sample_clip(), read_body()
    drawn = surfaces_of(body, clip, 0)
    expected = [*body.triangles, *(thing.colour for thing in clip.props)]
    assert [one.material for one in drawn] == expected


def test_with_nothing_said_the_body_stands_straight_where_it_is_put():
    body = read_body()
    place = dict(zip(("pelvis_tx", "pelvis_ty", "pelvis_tz"), body.heads[0], strict=True))
    standing = skin_of(body, tuple(place), np.array(list(place.values())))
    assert lowest(standing) == pytest.approx(0, abs=0.01)
    ahead = skin_of(body, ("pelvis_tx",), np.array([1.0]))
    here = skin_of(body, (), np.array([]))
    assert ahead[0].vertices - here[0].vertices == pytest.approx(
        np.tile([1, 0, 0], (len(body.vertices), 1))
    )


def test_the_normals_of_a_posed_body_keep_their_length():
    for one in surfaces_of(read_body(), sample_clip(), 24):
        assert np.linalg.norm(one.normals, axis=1) == pytest.approx(1, abs=1e-6)


def test_a_thing_that_stays_has_one_place_for_every_frame():
    chair = sample_clip().props[0]
    assert np.array_equal(thing_at(chair, 0).vertices, thing_at(chair, 20).vertices)


def test_a_thing_is_stretched_then_turned_then_moved():
    thing = Placed("box", "wood", (0.2, 0.2, 0.2), np.array([[1.0, 2.0, 3.0]]), QUARTER_LEFT,
                   np.array([[5.0, 1.0, 1.0]]))  # fmt: skip
    corners = thing_at(thing, 0).vertices
    # Long forward, it turns to the left: to -z.
    assert np.ptp(corners, axis=0) == pytest.approx([0.2, 0.2, 1.0])
    assert corners.mean(axis=0) == pytest.approx([1, 2, 3])


def test_a_stretched_things_normals_still_stand_on_it():
    thing = Placed("ball", "ball", (0.1,), np.zeros((1, 3)), scales=np.array([[3.0, 1.0, 1.0]]))
    drawn = thing_at(thing, 0)
    # An ellipsoid's normal is along its own gradient.
    gradient = drawn.vertices / np.array([0.3, 0.1, 0.1]) ** 2
    gradient /= np.linalg.norm(gradient, axis=1, keepdims=True)
    assert (drawn.normals * gradient).sum(axis=1) == pytest.approx(1, abs=1e-6)


def test_a_frame_that_is_not_there_is_refused():
    with pytest.raises(IndexError):
        surfaces_of(read_body(), sample_clip(), 999)
