"""The names and the order of landmarks, and an empty frame."""

from coxa.motion.watching.points import INDEX, LENGTH, POINTS, Frame, at


def test_hips_and_toes_stand_where_a_landmark_model_puts_them():
    assert len(POINTS) == len(set(POINTS)) == 33
    assert LENGTH == 132
    assert (INDEX["left_hip"], INDEX["right_hip"]) == (23, 24)
    assert (INDEX["nose"], INDEX["right_foot_index"]) == (0, 32)


def test_every_left_point_has_a_right_one():
    left = {name.replace("left", "right") for name in POINTS if "left" in name}
    assert left == {name for name in POINTS if "right" in name}


def test_a_point_has_four_numbers():
    assert at("left_eye_inner") - at("nose") == 4


def test_a_frame_without_points_is_empty():
    assert Frame(0.0, None, None).empty
    assert not Frame(0.0, None, [0.0] * LENGTH).empty
