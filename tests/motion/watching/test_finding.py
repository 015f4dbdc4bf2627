"""A movement that nobody has named is counted by what goes there and back."""

import pytest
from tests.motion.watching.signals import both, moments, series_of, there_and_back, trembling

from coxa.motion.watching.finding import Finder, find, guess


def squats(times: int = 5) -> dict[str, list[float]]:
    knee = there_and_back([100] * times)
    tremble = trembling([0.0] * len(knee), 1.5, seed=1)
    return {
        **both([a + b for a, b in zip(knee, tremble, strict=True)]),
        **both([0.2 * v for v in knee], "ankle_angle"),
        "trunk_lean": trembling([5.0] * len(knee), 3.0, seed=2),
    }


def test_squats_are_counted_without_a_name():
    assert len(find(series_of(squats()))) == 5


def test_the_coordinate_that_moves_most_regularly_is_chosen():
    expected = guess(series_of(squats()))
    assert (expected.primary, expected.side) == ("knee_angle", "both")
    assert expected.far_deg - expected.start_deg == pytest.approx(100, abs=10)


def test_standing_still_repeats_nothing():
    still = both(trembling([3.0] * 400, 2.0, seed=3))
    assert find(series_of(still)) == []
    assert find(series_of({})) == []


def test_a_coordinate_that_falls_is_counted_from_where_it_rests():
    seated = {name: [110 - v for v in column] for name, column in squats().items()}
    assert len(find(series_of(seated))) == 5
    expected = guess(series_of(seated))
    assert expected.start_deg > expected.far_deg


@pytest.mark.parametrize("seated", [False, True])
@pytest.mark.parametrize("cut_s", [0.5, 0.7, 0.85])
def test_a_recording_that_begins_on_the_way_out_has_as_many_as_far_ends(cut_s, seated):
    """The end tells where the rest is, as the middle of a movement cannot."""
    knee = there_and_back([100] * 6, rests_s=0.2)[5 + round(cut_s * 25) :]
    values = [110 - v for v in knee] if seated else knee
    found = find(series_of(both(values)))
    assert len(found) == 6
    assert found[-1].peak_deg == pytest.approx(10 if seated else 100, abs=3)


def test_one_leg_is_named():
    moving = there_and_back([60] * 4)
    still = trembling([0.0] * len(moving), 1.0, seed=5)
    found = find(series_of({"hip_flexion_l": still, "hip_flexion_r": moving}))
    assert [one.side for one in found] == ["right"] * 4


def test_marching_is_counted_leg_by_leg():
    left, right = there_and_back([60, 0, 60, 0]), there_and_back([0, 60, 0, 60])
    found = find(series_of({"hip_flexion_l": left, "hip_flexion_r": right}))
    assert [one.side for one in found] == ["left", "right", "left", "right"]


def test_what_no_joint_can_do_is_not_a_movement():
    """A thigh that points at the camera: its direction in the picture turns over."""
    columns = squats() | both([1.8 * v for v in there_and_back([100] * 5)], "hip_adduction")
    assert guess(series_of(columns)).primary == "knee_angle"


def test_live_it_says_the_same_number_soon_after():
    finder = Finder()
    live = [one for t, row in moments(squats(8)) if (one := finder.add(t, row))]
    assert len(live) == len(find(series_of(squats(8)))) == 8


def test_live_another_movement_is_found_after_a_while():
    knee = [*there_and_back([100] * 4), *[0.0] * 500, *[0.0] * 16 * 25]
    hip = [
        *[0.0] * len(there_and_back([100] * 4)),
        *[0.0] * 500,
        *there_and_back([60] * 4)[: 16 * 25],
    ]
    columns = {"knee_angle_l": knee, "hip_flexion_l": [*hip, *[0.0] * (len(knee) - len(hip))]}
    finder = Finder()
    live = [one for t, row in moments(columns) if (one := finder.add(t, row))]
    assert len(live) >= 7
