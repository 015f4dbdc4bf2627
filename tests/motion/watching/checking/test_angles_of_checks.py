"""Angles: what the figure does, at the angle its motion file names, is what is measured."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.motion.watching.checking.filmed import (
    FPS,
    at_time,
    frames,
    mirrored,
    other_side,
    out_s,
    staying,
    task,
    tries_of,
    values,
    watched,
)

from coxa.motion.watching.certainty import Status
from coxa.motion.watching.checking.pictured import pictured
from coxa.motion.watching.checking.tries import proposed
from coxa.motion.watching.points import LENGTH, STRIDE, Frame, at

TREMBLE_M = 0.01
#: (check, degrees of its far pose as the motion file has them)
KNOWN = [("slr_active", 70), ("hip_abduction_range", 40), ("hip_ir_seated", 30)]


@pytest.mark.parametrize(("check_id", "degrees"), KNOWN)
@pytest.mark.parametrize("noise_m", [0.0, TREMBLE_M])
def test_the_figure_is_measured_as_its_motion_says(check_id, degrees, noise_m):
    found = values(task(check_id), frames(tries_of(check_id), noise_m))
    assert found == pytest.approx([degrees] * 3, abs=2)


@pytest.mark.parametrize(("check_id", "degrees"), KNOWN)
def test_three_tries_that_are_the_same_lie_less_than_a_degree_apart(check_id, degrees):
    """What docs/users/checks-by-camera.md says of repeatability."""
    watcher, _ = watched(task(check_id), frames(tries_of(check_id), TREMBLE_M))
    assert watcher.proposal().range < 1


@pytest.mark.parametrize(("check_id", "degrees"), KNOWN)
def test_the_other_side_gives_the_same(check_id, degrees):
    film = frames(map(mirrored, tries_of(check_id)), TREMBLE_M)
    assert values(task(check_id, "right"), film) == pytest.approx([degrees] * 3, abs=2)


@pytest.mark.parametrize(("check_id", "degrees"), KNOWN)
def test_the_side_that_rests_gives_nothing(check_id, degrees):
    assert values(task(check_id, "right"), frames(tries_of(check_id), TREMBLE_M)) == []


@pytest.mark.parametrize(("check_id", "degrees"), KNOWN)
def test_tries_that_differ_are_told_apart(check_id, degrees):
    first, second, third = values(task(check_id), frames(tries_of(check_id, (1.0, 0.6, 0.7))))
    assert first > third + 1 > second + 2


@pytest.mark.parametrize(("check_id", "degrees"), KNOWN)
def test_a_swing_without_a_stop_is_no_try(check_id, degrees):
    """There and back in half a second."""
    watcher, seen = watched(task(check_id), quick(check_id))
    assert watcher.tries() == []
    assert any("too quick" in one.words for one in seen)


def quick(check_id: str) -> list[Frame]:
    there = [at_time(check_id, out_s(check_id) * i / 6) for i in range(7)]
    return frames(
        [*staying(check_id, 3), *there, *reversed(there), *staying(check_id, 2)]
    )  # fmt: skip


def test_the_hanging_thigh_is_read_once_it_is_still():
    (one,) = watched(task("thomas_angle"), frames(staying("thomas_angle", 6), TREMBLE_M))[0].tries()
    assert one.value == pytest.approx(-6, abs=2)  # 14 below the trunk, which is tucked by 8
    assert one.end_s - one.start_s == pytest.approx(2, abs=0.5)


# A stick person on the back, of whom the raised leg is all that moves.
LEG, TRUNK = 0.82, 0.5


def lying(degrees: float, thigh: float | None = None) -> list[float]:
    """Points in space with the left leg raised so far, and its thigh if not as far."""
    world = [0.0, 0.0, 0.0, 1.0] * (LENGTH // STRIDE)
    for side, to_the_left, up, knee in (
        ("left", 0.1, degrees, degrees if thigh is None else thigh),
        ("right", -0.1, 0.0, 0.0),
    ):
        places = {
            "shoulder": (TRUNK, 0.0),
            "hip": (0.0, 0.0),
            "knee": _from_hip(LEG / 2, knee),
            "ankle": _from_hip(LEG, up),
        }
        for name, (to_the_head, high) in places.items():
            start = at(f"{side}_{name}")
            # Space: x to the person's left, y down, and z the way to the head.
            world[start : start + 3] = to_the_left, -high, to_the_head
    world[at("nose") : at("nose") + 3] = 0.0, -0.1, TRUNK + 0.2
    world[at("left_ear") : at("left_ear") + 3] = 0.05, 0.0, TRUNK + 0.2
    return world


def _from_hip(metres: float, degrees: float) -> tuple[float, float]:
    turn = math.radians(degrees)
    return -metres * math.cos(turn), metres * math.sin(turn)


def raised(degrees: float, held_s: float = 1.0) -> list[Frame]:
    steps = [0.0] * 75 + [degrees * i / 25 for i in range(25)] + [degrees] * int(held_s * FPS)
    steps += [degrees * i / 25 for i in reversed(range(25))] + [0.0] * 25
    return [Frame(i / FPS, None, lying(one)) for i, one in enumerate(steps)]


@pytest.mark.parametrize("degrees", [30, 60, 85, 100])
def test_a_leg_is_measured_at_its_angle_also_beyond_upright(degrees):
    assert values(task("slr_active"), raised(degrees)) == pytest.approx([degrees], abs=1)


@settings(max_examples=15)
@given(st.floats(25, 110), st.floats(0, 15))
def test_a_higher_leg_never_gives_a_lower_value(degrees, more):
    (low,), (high,) = (values(task("slr_active"), raised(one)) for one in (degrees, degrees + more))
    assert high >= low


def test_a_bent_knee_does_not_count_and_is_said():
    steps = [0.0] * 75 + [60.0 * i / 25 for i in range(26)] + [60.0] * 40 + [0.0] * 25
    film = [Frame(i / FPS, None, lying(one, one * 1.5)) for i, one in enumerate(steps)]
    watcher, seen = watched(task("slr_active"), film)
    assert all(one.value < 45 for one in watcher.tries())
    assert "Keep the knee straight." in {one.words for one in seen}


def test_the_wrong_side_to_the_camera_is_said_and_nothing_is_measured():
    watcher, seen = watched(task("slr_active"), turned_round(raised(60)))
    assert watcher.tries() == []
    assert seen[-1].status is Status.OUT_OF_PLANE
    assert seen[-1].help is not None
    assert seen[-1].help.id == "side-left"


def turned_round(film: list[Frame]) -> list[Frame]:
    """With pictures, in which the right side is near."""
    found = []
    for frame in film:
        image = list(frame.world)
        for start in range(0, LENGTH, STRIDE):
            x, y, z = frame.world[start : start + 3]
            image[start : start + 3] = 0.5 - z / 3, y / 3 + 0.5, x / 3
        found.append(Frame(frame.time_s, image, None))
    return found


def test_ending_a_try_by_hand_keeps_it_and_the_way_back_is_no_other():
    film = frames(tries_of("slr_active", (1.0,), held_s=2.0))
    watcher, _ = watched(task("slr_active"), film[:170])
    watcher.end_try()
    for frame in film[170:]:
        watcher.frame(frame)
    (one,) = watcher.tries()
    assert one.said == "You ended this try."


def test_a_try_that_is_struck_out_is_asked_for_again():
    one = task("hip_ir_seated")
    watcher, _ = watched(one, frames(tries_of("hip_ir_seated")))
    assert watcher.proposal().enough
    watcher.drop(0)
    assert not watcher.proposal().enough
    assert proposed(watcher.tries(), one).range == pytest.approx(0, abs=0.5)


@pytest.mark.parametrize(("aspect", "size"), [(0.5625, 0.7), (1.0, 1.0), (1.7778, 1.2)])
def test_the_picture_may_be_upright_or_broad(aspect, size):
    film = [shaped(pictured(one, task("slr_active")), aspect, size) for one in raised(60)]
    assert values(task("slr_active"), film) == pytest.approx([60], abs=1)


def shaped(frame: Frame, aspect: float, size: float) -> Frame:
    """So much larger, in a picture so many times as broad as high."""
    image = list(frame.image)
    for start in range(0, LENGTH, STRIDE):
        x, y, z = image[start : start + 3]
        image[start : start + 3] = 0.5 + size * (x - 0.5) / aspect, 0.5 + size * (y - 0.5), z
    return Frame(frame.time_s, image, frame.world, aspect)


def test_sides_swap_in_the_mirror():
    assert other_side("left_foot_index") == "right_foot_index"
