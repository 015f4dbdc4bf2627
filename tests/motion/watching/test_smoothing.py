"""The 1 euro filter: still points stand still, quick ones are followed, nobody is mixed up."""

from dataclasses import replace
from math import cos, hypot, pi, radians, sin
from statistics import pstdev

import pytest
from tests.motion.watching.seen_person import ASPECT, HEIGHT_M, THIGH, Person, seen

from coxa.motion.watching.points import Frame, at
from coxa.motion.watching.smoothing import TRUNK_AND_LEGS, OneEuro, Smoother

KNEE = at("left_knee")


def tremble(n: int) -> float:
    """Between -1 and 1, different each time, and the same in every run."""
    return sin(1.7 * n * n + 0.3 * n)


def trembling(frame: Frame, by: float, n: int) -> Frame:
    assert frame.world is not None
    world = [v + by * tremble(140 * n + at) for at, v in enumerate(frame.world)]
    return Frame(frame.time_s, frame.image, world)


def test_the_first_value_passes_as_it_is():
    assert OneEuro().add(3.0, 7.0) == 7.0


def test_a_trembling_value_trembles_less():
    smooth = OneEuro(per_speed=0.1)
    raw = [tremble(n) for n in range(300)]
    kept = [smooth.add(n / 30, value) for n, value in enumerate(raw)]
    assert pstdev(kept[30:]) < 0.55 * pstdev(raw)


def test_time_that_stands_still_gives_the_value_before():
    smooth = OneEuro()
    smooth.add(1.0, 5.0)
    assert smooth.add(1.0, 9.0) == 5.0
    assert smooth.add(0.5, 9.0) == 5.0


def test_after_a_gap_a_value_starts_afresh():
    smooth = OneEuro()
    smooth.add(0.0, 5.0)
    assert smooth.add(2.0, 9.0) == 9.0


def test_a_still_person_trembles_half_as_much():
    smooth = Smoother()
    raw = [trembling(seen(Person(), time_s=n / 30), 0.008, n) for n in range(200)]
    kept = [smooth.add(frame) for frame in raw]
    before = pstdev(frame.world[KNEE] for frame in raw[30:] if frame.world)
    after = pstdev(frame.world[KNEE] for frame in kept[30:] if frame.world)
    assert after < 0.6 * before


@pytest.mark.parametrize("a_second", [25, 60])
def test_a_moving_knee_is_followed_within_forty_milliseconds(a_second):
    smooth = Smoother()
    worst = 0.0
    for n in range(4 * a_second):
        time_s = n / a_second
        raw = seen(
            Person(hip_flexion=50 - 50 * cos(pi * time_s)), 90, time_s
        )  # there and back: 2 s
        speed = THIGH * radians(50) * pi * abs(sin(pi * time_s))
        kept = smooth.add(raw)
        if speed > 0.6:
            worst = max(worst, apart_m(kept, raw) / speed)
    assert 0.0 < worst < 0.04


def apart_m(one: Frame, other: Frame) -> float:
    """How far the left knee is apart in two images, in metres."""
    assert one.image is not None
    assert other.image is not None
    x = (one.image[KNEE] - other.image[KNEE]) * ASPECT
    return HEIGHT_M * hypot(x, one.image[KNEE + 1] - other.image[KNEE + 1])


def test_the_raw_frame_is_left_as_it_was():
    smooth, frame = Smoother(), seen(Person(), time_s=0.1)
    smooth.add(seen(Person(knee_angle=60)))
    before = list(frame.world or [])
    smooth.add(frame)
    assert frame.world == before


def test_visibility_passes_as_it_is():
    smooth = Smoother()
    smooth.add(seen(Person()))
    kept = smooth.add(seen(Person(), time_s=0.1, visibility={"left_knee": 0.1}))
    assert kept.image is not None
    assert kept.image[KNEE + 3] == 0.1


def test_somebody_else_is_not_mixed_with_who_was_there():
    smooth = Smoother()
    for n in range(10):
        smooth.add(seen(Person(), time_s=n / 30, shift=-0.3))
    other = seen(Person(hip_flexion=60), time_s=10 / 30, shift=0.3)
    assert smooth.add(other).image == other.image


def test_who_comes_back_after_a_while_starts_afresh():
    smooth = Smoother()
    smooth.add(seen(Person()))
    assert smooth.add(Frame(0.1, None, None)).empty
    back = seen(Person(hip_flexion=60), time_s=2.0)
    assert smooth.add(back).image == back.image


def test_the_same_picture_again_changes_nothing():
    smooth = Smoother()
    smooth.add(seen(Person()))
    first = smooth.add(seen(Person(knee_angle=30), time_s=0.1))
    again = smooth.add(seen(Person(knee_angle=60), time_s=0.1))
    assert again.world == first.world


@pytest.mark.parametrize("markers", [False, True])
def test_of_a_picture_only_the_points_asked_for_are_smoothed(markers: bool):
    smooth = Smoother(TRUNK_AND_LEGS)
    for n in range(2):
        raw = trembling(seen(Person(), time_s=n / 30), 0.01, n)
        raw = replace(raw, image=None) if markers else raw
        kept = smooth.add(raw)
    nose, shoulder = at("nose"), at("left_shoulder")
    assert raw.world is not None
    assert kept.world is not None
    assert kept.world[shoulder] != raw.world[shoulder]
    assert (kept.world[nose] != raw.world[nose]) is markers
