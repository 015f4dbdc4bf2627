"""The plain words for what touches what."""

import pytest

from coxa.exercises.touching import Touch, patch, touches

FLOOR = "floor"


def points(text, surfaces=()):
    return [(t.point, t.on) for t in touches(text, surfaces)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("left heel on floor", [("heel_l", FLOOR)]),
        (
            "right foot flat on floor",
            [("heel_r", FLOOR), ("ball_inner_r", FLOOR), ("ball_outer_r", FLOOR)],
        ),
        ("both knees on floor", [("knee_under_l", FLOOR), ("knee_under_r", FLOOR)]),
        ("head on floor", [("back_of_head", FLOOR)]),
        ("knees on floor", [("knee_under_l", FLOOR), ("knee_under_r", FLOOR)]),
        ("left ankle on right thigh above the knee", [("outer_ankle_l", "thigh_front_low_r")]),
        ("both hands on right thigh", [("palm_l", "thigh_front_r"), ("palm_r", "thigh_front_r")]),
        ("both hands on both thighs", [("palm_l", "thigh_front_l"), ("palm_r", "thigh_front_r")]),
        ("left hand on back of the right thigh", [("palm_l", "thigh_back_r")]),
    ],
)
def test_a_contact_in_words_names_patches_of_skin(text, expected):
    assert points(text) == expected


def test_soles_together_meet_point_by_point():
    assert points("left sole on right sole") == [
        ("heel_l", "heel_r"),
        ("ball_inner_l", "ball_inner_r"),
        ("ball_outer_l", "ball_outer_r"),
    ]


def test_a_thing_is_touched_by_its_name_or_by_one_of_its_surfaces():
    surfaces = ("chair", "chair.seat")
    assert points("both sit bones on chair seat", surfaces) == [
        ("sit_bone_l", "chair.seat"),
        ("sit_bone_r", "chair.seat"),
    ]
    assert points("left hand on chair", surfaces) == [("palm_l", "chair")]


def test_what_slides_is_told_from_what_stays():
    assert touches("left heel slides on floor", ()) == (Touch("heel_l", "floor", "floor", True),)
    assert not touches("left heel on floor", ())[0].slides


def test_a_contact_on_skin_has_two_patches_and_others_one():
    (touch,) = touches("left hand on right knee", ())
    assert touch.patches == ("palm_l", "knee_under_r")
    assert touches("left hand on floor", ())[0].patches == ("palm_l",)


@pytest.mark.parametrize(
    ("text", "teaches"),
    [
        ("left heel at floor", "PART on THING"),
        ("heel on floor", "left, right or both"),
        ("left heal on floor", "did you mean heel"),
        ("left heel on flor", "did you mean floor"),
        ("left heel on chair seat", "thing to touch"),
    ],
)
def test_a_contact_that_cannot_be_read_says_what_would_be_right(text, teaches):
    with pytest.raises(ValueError, match=teaches):
        touches(text, ())


def test_one_place_is_one_place():
    assert patch("left outer knee") == "outer_knee_l"
    with pytest.raises(ValueError, match="one is needed"):
        patch("both knees")
