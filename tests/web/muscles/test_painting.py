"""Which part of the drawing is painted how."""

import pytest

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH
from coxa.mechanics.uses import Band
from coxa.web.muscles.bands import Kind, bands_of
from coxa.web.muscles.painting import Picture, pictures
from tests.web.muscles.made_up import LEFT, LIFT, RIGHT, use


def painted(*rows: object) -> dict[str, Picture]:
    return {one.title: one for one in pictures(bands_of(rows, Kind.LOAD))}


def test_every_muscle_is_seen_on_both_sides_in_some_view():
    seen = {(p.muscle, p.side) for one in painted(*LIFT).values() for p in one.parts}
    assert seen == {(muscle, side) for muscle in Muscle for side in BOTH}


def test_a_part_has_the_band_of_its_side():
    front = painted(use(Muscle.QUADS, RIGHT, Band.HIGH))["Front"]
    looks = {p.side: p.look for p in front.parts if p.muscle is Muscle.QUADS}
    assert looks == {LEFT: "muscle muscle--none", RIGHT: "muscle muscle--high"}


@pytest.mark.parametrize(
    ("band", "fibres"),
    [
        (Band.NONE, ""),
        (Band.LOW, ""),
        (Band.MODERATE, "front-quads-some"),
        (Band.HIGH, "front-quads-many"),
        (Band.VERY_HIGH, "front-quads-many"),
    ],
)
def test_fibres_tell_bands_apart_without_colour(band: Band, fibres: str):
    front = painted(use(Muscle.QUADS, LEFT, band))["Front"]
    (found,) = [p.fibres for p in front.parts if (p.muscle, p.side) == (Muscle.QUADS, LEFT)]
    assert found == fibres


def test_the_right_half_is_the_left_one_mirrored():
    for one in painted(*LIFT).values():
        if one.name != "side":
            assert all(p.mirrored is (p.side is RIGHT) for p in one.parts)


def test_front_and_back_say_which_end_is_left():
    both = painted()
    assert both["Front"].ends == ("right", "left")
    assert both["Back"].ends == ("left", "right")


def test_one_side_is_enough_where_both_do_the_same():
    same = [use(Muscle.QUADS, side, Band.HIGH) for side in BOTH]
    assert list(painted(*same)) == ["Front", "Back", "Either side"]


def test_sides_that_differ_have_a_picture_each():
    both = painted(*LIFT)
    assert list(both) == ["Front", "Back", "Left side", "Right side"]
    assert {p.side for p in both["Left side"].parts} == {LEFT}
    assert {p.side for p in both["Right side"].parts} == {RIGHT}
    assert [both[name].mirrored for name in ("Left side", "Right side")] == [False, True]


def test_a_difference_that_the_side_does_not_show_needs_no_second_picture():
    assert "Either side" in painted(use(Muscle.DEEP_ROTATORS, LEFT, Band.HIGH))


def test_deep_muscles_lie_over_what_covers_them():
    back = painted(*LIFT)["Back"]
    order = [p.muscle for p in back.parts]
    assert order.index(Muscle.DEEP_ROTATORS) > order.index(Muscle.GLUTE_MAX)
    assert [p.look for p in back.parts if p.muscle is Muscle.DEEP_ROTATORS] == [
        "muscle muscle--high muscle--deep",
        "muscle muscle--none muscle--deep",
    ]


def test_all_views_have_one_scale():
    frames = [one.frame.split() for one in painted(*LIFT).values()]
    assert len({(width, height) for _, _, width, height in frames}) == 1
