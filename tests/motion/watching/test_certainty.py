"""How sure a value is, and which needed points are missing."""

from tests.motion.watching.seen_person import Person, seen

from coxa.motion.watching.certainty import Status, rated, unseen, worst
from coxa.motion.watching.points import Frame, at


def test_a_value_is_seen_low_or_not_visible():
    assert rated(40.0, 0.9, 1.0) == (40.0, 0.9, Status.SEEN)
    assert rated(40.0, 0.9, 0.5).status is Status.LOW
    assert rated(40.0, 0.1, 1.0) == (None, 0.0, Status.HIDDEN)


def test_what_a_pose_does_not_tell_is_out_of_plane_and_what_is_hidden_is_hidden_first():
    assert rated(None, 0.9, 1.0) == (None, 0.0, Status.OUT_OF_PLANE)
    assert rated(None, 0.1, 1.0) == (None, 0.0, Status.HIDDEN)


def test_the_worst_point_decides():
    frame = seen(Person(), visibility={"left_knee": 0.2})
    assert frame.image is not None
    assert worst(frame.image, (at("left_hip"), at("left_knee"))) == 0.2
    assert worst(frame.image, (at("left_hip"),)) == 1.0


def test_hidden_points_are_named():
    frame = seen(Person(), visibility={"left_knee": 0.2})
    assert unseen(frame, ("left_hip", "left_knee")) == ["left_knee"]


def test_points_beyond_the_edge_of_the_picture_are_not_seen():
    frame = seen(Person(), shift=-0.48)
    assert unseen(frame, ("left_hip", "right_hip")) == ["right_hip"]


def test_nothing_is_seen_of_nobody():
    assert unseen(Frame(0.0, None, None), ("nose",)) == ["nose"]


def test_markers_have_no_edge():
    frame = seen(Person(), shift=-0.48)
    assert unseen(Frame(0.0, None, frame.world), ("left_hip", "right_hip")) == []
