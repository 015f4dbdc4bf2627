"""The hold timer runs while the position is held, and only then."""

from math import cos, pi

import pytest
from tests.motion.watching.signals import moments, trembling

from coxa.motion.watching.expected import Expected
from coxa.motion.watching.holds import Hold, HoldTimer

LUNGE = Expected(
    "stretch", "hold", "left", "hip_flexion", 0, -20, (2.0, 3.0, 2.0),
    pose={"hip_flexion_l": -20, "hip_flexion_r": 80, "knee_angle_l": 90, "knee_angle_r": 90},
)  # fmt: skip
PLANK = Expected(
    "plank", "hold", "both", "hip_flexion", 0, 0, (1.0, 3.0, 1.0),
    pose={"hip_flexion_l": 0, "hip_flexion_r": 0, "knee_angle_l": 0, "knee_angle_r": 0},
)  # fmt: skip


def lunge(hips: list[float | None], left: str = "l", right: str = "r"):
    n = len(hips)
    return {
        f"hip_flexion_{left}": hips,
        f"hip_flexion_{right}": [80.0] * n,
        f"knee_angle_{left}": [90.0] * n,
        f"knee_angle_{right}": [90.0] * n,
    }


def held(columns, expected=LUNGE) -> list[Hold]:
    timer = HoldTimer(expected)
    for time_s, row in moments(columns):
        timer.add(time_s, row)
    timer.finish()
    return timer.found


IN = [-20.0] * 250  # ten seconds
OUT = [0.0] * 50


def test_ten_seconds_are_ten_seconds():
    (hold,) = held(lunge(OUT + IN + OUT))
    assert hold.lasted_s == pytest.approx(10, abs=0.1)
    assert hold.start_s == pytest.approx(2, abs=0.05)
    assert hold.side == "left"


def test_the_timer_shows_the_seconds_as_they_go():
    timer = HoldTimer(LUNGE)
    shown = []
    for time_s, row in moments(lunge(OUT + IN + OUT + OUT)):
        timer.add(time_s, row)
        shown.append(timer.held_s)
    assert shown[49] == 0
    assert shown[50 + 125] == pytest.approx(5, abs=0.1)
    assert shown[-1] == 0


def test_the_other_side_is_told_apart():
    (hold,) = held(lunge(OUT + IN, left="r", right="l"))
    assert hold.side == "right"


def test_less_range_than_the_figure_is_held_too():
    assert len(held(lunge([v * 0.7 for v in OUT + IN]))) == 1


def test_a_tremble_does_not_stop_the_clock():
    (hold,) = held(lunge([*OUT, *trembling([-16.0] * 250, 2.0, seed=2)]))
    assert hold.lasted_s > 9


def test_what_is_not_seen_for_a_second_is_still_held():
    (hold,) = held(lunge([*IN, *[None] * 25, *IN]))
    assert hold.lasted_s == pytest.approx(21, abs=0.1)


def test_leaving_the_picture_ends_the_hold_where_it_was_last_seen():
    first, second = held(lunge([*IN, *[None] * 100, *IN]))
    assert first.end_s == pytest.approx(10, abs=0.1)
    assert second.start_s == pytest.approx(14, abs=0.1)


def eased(start: float, end: float, seconds: float) -> list[float]:
    n = int(seconds * 25)
    return [start + (end - start) * (1 - cos(pi * i / n)) / 2 for i in range(n)]


@pytest.mark.parametrize("by_deg", [0.0, 1.0])
def test_who_leaves_slowly_has_held_until_they_began_to(by_deg):
    """Four seconds down: for the first of them the hip is within 3 degrees of where it was."""
    hips = [*OUT, *eased(0, -20, 2), *IN, *eased(-20, 0, 4), *OUT]
    (hold,) = held(lunge(trembling(hips, by_deg, seed=4)))
    assert hold.start_s == pytest.approx(4, abs=0.5)
    assert hold.end_s == pytest.approx(14, abs=1.0)


def test_coming_out_of_position_begins_a_new_hold():
    assert len(held(lunge(IN + OUT + IN))) == 2


def test_passing_through_is_not_holding():
    assert held(lunge([*OUT, *[-20.0] * 12, *OUT])) == []


def test_the_hip_alone_is_not_the_position():
    columns = lunge(OUT + IN) | {"hip_flexion_r": [0.0] * 300, "knee_angle_r": [0.0] * 300}
    assert held(columns) == []


def test_one_position_is_held_while_near_it():
    flat = {name: [5.0] * 250 for name in PLANK.pose}
    sagging = {name: [60.0 if name.startswith("hip") else 5.0] * 250 for name in PLANK.pose}
    assert len(held(flat, PLANK)) == 1
    assert held(sagging, PLANK) == []


def test_asking_does_not_end_the_hold():
    timer = HoldTimer(LUNGE)
    for time_s, row in moments(lunge(OUT + IN)):
        timer.add(time_s, row)
    assert len(timer.ended()) == 1
    assert timer.found == []
    assert timer.held_s > 9
