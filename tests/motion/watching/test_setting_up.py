"""Help to stand where the camera sees: one thing at a time, until nothing is left."""

from dataclasses import replace

import pytest
from tests.motion.watching.seen_person import Person, seen

from coxa.motion.watching.expected import Expected
from coxa.motion.watching.points import POINTS, STRIDE, Frame, at
from coxa.motion.watching.setting_up import SettingUp, help_for
from coxa.motion.watching.view import View

LEFT_LEG = Expected(
    "x_raise", "repetitions", "left", "hip_flexion", 0.0, 80.0, views=("side-left", "side-right")
)
SQUAT = replace(LEFT_LEG, side="both", primary="knee_angle")
FROM_FRONT = replace(SQUAT, views=("front",))


def scaled(frame: Frame, times: float, right: float = 0.0, down: float = 0.0) -> Frame:
    """The person larger or smaller in the picture, and moved by shares of it."""
    image = list(frame.image or ())
    for name in POINTS:
        i = at(name)
        image[i] = 0.5 + (image[i] - 0.5) * times + right
        image[i + 1] = 0.5 + (image[i + 1] - 0.5) * times + down
    return replace(frame, image=image)


def sure(frame: Frame, visibility: float, *names: str) -> Frame:
    image = list(frame.image or ())
    for name in names or POINTS:
        image[at(name) + STRIDE - 1] = visibility
    return replace(frame, image=image)


FRONT = seen(Person())
SIDE = seen(Person(), 90.0)


def asked(frame: Frame, view: View = View.FRONT, expected: Expected | None = None) -> str | None:
    found = help_for(frame, view, expected)
    return found.id if found else None


def test_who_is_seen_whole_needs_no_help():
    assert asked(FRONT) is None
    assert asked(FRONT, View.FRONT, FROM_FRONT) is None


def test_an_empty_picture_asks_somebody_in():
    assert asked(Frame(0.0, None, None)) == "nobody"


def test_markers_need_no_camera():
    assert asked(replace(FRONT, image=None), View.UNKNOWN, FROM_FRONT) is None


@pytest.mark.parametrize(
    ("frame", "help_id"),
    [
        (scaled(FRONT, 2.5), "step_back"),
        (scaled(FRONT, 1.0, down=0.4), "tilt_down"),
        (scaled(FRONT, 1.0, down=-0.4), "tilt_up"),
        (scaled(FRONT, 1.0, right=0.45), "to_the_middle"),
        (scaled(FRONT, 0.3), "closer"),
        (sure(FRONT, 0.4), "more_light"),
    ],
)
def test_where_one_stands_and_what_the_light_is_like(frame, help_id):
    assert asked(frame) == help_id


def test_one_hidden_point_is_named():
    found = help_for(sure(FRONT, 0.1, "left_ankle"), View.FRONT, None)
    assert found is not None
    assert "left ankle" in found.words


def test_the_far_leg_need_not_be_seen_from_the_side():
    frame = sure(SIDE, 0.1, "right_knee", "right_ankle", "right_hip")
    assert asked(frame, View.LEFT, SQUAT) is None


def test_the_working_leg_is_asked_to_be_the_near_one():
    found = help_for(seen(Person(), -90.0), View.RIGHT, LEFT_LEG)
    assert found is not None
    assert found.words == "Turn your left side to the camera."


def test_either_side_will_do_where_both_legs_work():
    assert asked(SIDE, View.LEFT, SQUAT) is None
    assert asked(FRONT, View.FRONT, SQUAT) == "a_side"
    assert asked(SIDE, View.LEFT, FROM_FRONT) == "front"


def test_help_comes_and_goes_only_when_it_was_so_for_a_second():
    setting_up = SettingUp(FROM_FRONT)
    far = scaled(FRONT, 0.3)
    assert setting_up.add(replace(far, time_s=0.0), View.FRONT) is None
    assert not setting_up.ready
    spoken = setting_up.add(replace(far, time_s=1.0), View.FRONT)
    assert spoken is not None
    assert spoken.id == "closer"
    assert setting_up.add(replace(FRONT, time_s=1.1), View.FRONT) is spoken
    assert setting_up.add(replace(FRONT, time_s=2.2), View.FRONT) is None
    assert setting_up.ready
