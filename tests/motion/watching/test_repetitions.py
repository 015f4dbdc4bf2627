"""Repetitions are counted as a person beside you would count them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.motion.watching.signals import (
    RAISE,
    SQUAT,
    both,
    moments,
    there_and_back,
    trembling,
)

from coxa.motion.watching.expected import Expected
from coxa.motion.watching.repetitions import Counter, Repetition, settled, with_faults


def counted(columns, expected: Expected = SQUAT, **how) -> list[Repetition]:
    """What is said live, picture by picture, with the last one at the end."""
    counter = Counter(expected)
    live = [one for t, row in moments(columns, **how) if (one := counter.add(t, row))]
    last = counter.finish()
    assert counter.found == live + ([last] if last else [])
    return counter.found


def test_five_squats_are_five():
    found = counted(both(there_and_back([100] * 5)))
    assert len(found) == 5
    assert all(one.full and one.side == "both" for one in found)


def test_a_repetition_says_when_it_began_turned_and_ended():
    (one,) = counted(both(there_and_back([100], lasts_s=3.0, rests_s=1.0)))
    assert one.start_s == pytest.approx(1.4, abs=0.15)  # at 15 % of the height
    assert one.peak_s == pytest.approx(2.5, abs=0.1)
    assert one.end_s == pytest.approx(3.6, abs=0.15)
    assert one.peak_deg == pytest.approx(100, abs=1)


def test_standing_still_is_no_repetition():
    assert counted(both(trembling([0.0] * 500, 2.0, seed=1))) == []


def test_half_a_squat_is_in_part():
    found = counted(both(there_and_back([100, 100, 45, 100])))
    assert [one.full for one in found] == [True, True, False, True]


def test_who_has_less_range_still_does_full_repetitions():
    found = counted(both(there_and_back([58] * 6)))
    assert len(found) == 6
    assert all(one.full for one in found)


def test_half_of_less_range_is_in_part_too():
    found = settled(counted(both(there_and_back([75, 75, 75, 45, 75]))), SQUAT.way_deg)
    assert [one.full for one in found] == [True, True, True, False, True]


def test_a_fidget_does_not_count():
    assert len(counted(both(there_and_back([100, 12, 100, 15])))) == 2


def test_repetitions_without_a_rest_in_between_are_counted():
    assert len(counted(both(there_and_back([100] * 8, rests_s=0.0)))) == 8


def test_not_coming_all_the_way_home_still_counts():
    values = [v if v > 30 else 30 for v in there_and_back([100] * 4, rests_s=0.0)]
    assert len(counted(both(values))) == 4


def test_a_stop_on_the_way_is_not_a_second_repetition():
    up = [i * 2.0 for i in range(51)]
    stop = [*up[:30], *[58.0] * 40, *up[30:], *reversed(up)]
    assert len(counted(both([0.0] * 10 + stop + [0.0] * 20))) == 1


def test_a_tremble_at_the_far_end_is_not_a_second_repetition():
    dip = [100.0, 90.0, 80.0, 75.0, 80.0, 90.0, 100.0]
    out = [i * 4.0 for i in range(26)]
    assert len(counted(both([*out, *dip, *dip, *reversed(out), 0.0, 0.0]))) == 1


@pytest.mark.parametrize("seed", range(5))
def test_noise_does_not_add_or_lose_any(seed):
    assert len(counted(both(trembling(there_and_back([100] * 6), 4.0, seed)))) == 6


def test_a_point_that_jumps_for_one_picture_does_not_count():
    values = there_and_back([100] * 3)
    for at in (10, 150, 260):
        values[at] = 170.0
    assert len(counted(both(values))) == 3


def test_what_is_not_seen_for_a_moment_does_not_matter():
    values: list[float | None] = [*there_and_back([100] * 4)]
    for at in range(0, len(values), 9):
        values[at : at + 4] = [None] * len(values[at : at + 4])
    assert len(counted(both(values))) == 4


def test_a_person_who_left_and_came_back_is_not_a_repetition():
    values = there_and_back([100, 100])
    column: list[float | None] = [*values, *[None] * 200, *[90.0] * 60, *[0.0] * 60]
    assert len(counted(both(column))) == 2


def test_a_slow_drift_is_not_a_movement():
    values = [v + i * 0.05 for i, v in enumerate(there_and_back([100] * 5))]
    assert len(counted(both(values))) == 5
    assert counted(both([i * 0.05 for i in range(1000)])) == []


def test_starting_in_the_middle_of_the_way_out_counts():
    assert len(counted(both(there_and_back([100] * 3)[45:]))) == 3


def test_starting_on_the_way_home_does_not_count_as_one():
    assert len(counted(both(there_and_back([100] * 3)[25 + 50 :]))) == 2


def test_who_starts_at_the_far_end_does_as_many():
    """Standing before sitting down, where the figure begins seated."""
    seated = Expected("stand", "repetitions", "both", "knee_angle", 100, 0, (1.5, 0.2, 1.5))
    assert len(counted(both(there_and_back([100] * 5)), seated)) == 5


def test_two_halves_at_the_ends_of_a_recording_are_one():
    """Cut out of a longer one: on the way home first, at the far end last."""
    values = there_and_back([100] * 4, rests_s=0.0)
    assert len(counted(both(values[38:-36]))) == 3


def test_who_stands_sits_down_and_then_begins_is_not_counted_once_too_often():
    seated = Expected("stand", "repetitions", "both", "knee_angle", 100, 0, (1.5, 0.2, 1.5))
    sits_down = there_and_back([100])[: 25 + 38]
    stands = [100 - v for v in there_and_back([100] * 3)]
    assert len(counted(both([*sits_down, *stands]), seated)) == 3


def begun_standing(times: int, stands_s: float, first_s: float) -> list[float]:
    """Knees: stands, and each time sits down and stands up again; the first pause is its own."""
    once = there_and_back([100], rests_s=0.0)
    rest = [0.0] * round(stands_s * 25)
    return [0.0] * round(first_s * 25) + (once + rest) * times


@pytest.mark.parametrize("first_s", [0.0, 0.5, 2.0])
def test_who_begins_at_the_far_end_and_rests_there_is_counted_live_from_there(first_s):
    """Every one is counted by the time it is done, not when the next one is half done."""
    seated = Expected("stand", "repetitions", "both", "knee_angle", 100, 0, (1.5, 0.2, 1.5))
    counter = Counter(seated)
    for time_s, row in moments(both(begun_standing(6, stands_s=2.0, first_s=first_s))):
        counter.add(time_s, row)
    assert len(counter.found) == 6
    assert len(counter.ended()) == 6
    assert all(one.full for one in counter.found)


def test_who_never_rests_at_the_far_end_is_counted_once_for_each_all_the_same():
    seated = Expected("stand", "repetitions", "both", "knee_angle", 100, 0, (1.5, 0.2, 1.5))
    assert len(counted(both(begun_standing(6, stands_s=0.0, first_s=0.0)), seated)) == 6


def test_one_cut_out_from_far_end_to_far_end_lasts_as_long_as_it_lasted():
    """Not half as long: a half would be called too fast."""
    seated = Expected("stand", "repetitions", "both", "knee_angle", 100, 0, (1.5, 0.2, 1.5))
    (one,) = counted(both(there_and_back([100], lasts_s=3.0, rests_s=0.2)), seated)
    assert one.end_s - one.start_s > 2.0
    assert one.terms["tempo"] > 0.6


def test_an_angle_that_is_read_anew_from_another_view_has_not_moved():
    """In space, until it is known that the camera is in front; from then on in the picture."""
    counter = Counter(RAISE)
    column = trembling([0.0] * 12 + [15.0] * 100 + [0.0] * 100, 0.5, seed=6)
    for i, (time_s, row) in enumerate(moments(both(column, "hip_flexion"))):
        if i in (12, 112):
            counter.seen_from("front")
        counter.add(time_s, row)
    assert counter.ended() == []


def test_a_pause_at_the_far_end_that_belongs_to_it_is_not_its_rest():
    """Cut into at the top of a long hold: from then on it is counted at home, as it is meant."""
    holding = Expected("bridge", "repetitions", "both", "hip_flexion", 50, 0, (1.5, 2.0, 1.5))
    once = there_and_back([50], rests_s=0.0)
    hips = [0.0] * 10 + (once[:38] + [50.0] * 5 + once[38:] + [0.0] * 50) * 4
    found = counted(both(hips, "hip_flexion"), holding)
    assert [one.peak_deg for one in found] == pytest.approx([0] * 4, abs=2)


def test_the_other_leg_does_not_count_once_more_at_the_end():
    moving = there_and_back([70] * 2, rests_s=0.5)[:-15]
    along = [0.3 * v for v in moving]
    found = counted({"hip_flexion_l": along, "hip_flexion_r": moving}, RAISE)
    assert [one.side for one in found] == ["right"] * 2


def test_a_coordinate_that_becomes_smaller_is_counted_likewise():
    seated = Expected("stand", "repetitions", "both", "knee_angle", 100, 0, (1.5, 0.2, 1.5))
    found = counted(both([100 - v for v in there_and_back([100] * 3)]), seated)
    assert len(found) == 3
    assert found[0].peak_deg == pytest.approx(0, abs=1)


def test_the_side_that_works_is_named():
    moving = there_and_back([70] * 3)
    still = trembling([2.0] * len(moving), 1.0, seed=3)
    left = counted({"hip_flexion_l": moving, "hip_flexion_r": still}, RAISE)
    right = counted({"hip_flexion_l": still, "hip_flexion_r": moving}, RAISE)
    assert [one.side for one in left] == ["left"] * 3
    assert [one.side for one in right] == ["right"] * 3


def test_sides_that_take_turns_are_told_apart():
    left = there_and_back([70, 0, 70, 0])
    right = there_and_back([0, 70, 0, 70])
    found = counted({"hip_flexion_l": left, "hip_flexion_r": right}, RAISE)
    assert [one.side for one in found] == ["left", "right", "left", "right"]


def test_the_leg_that_goes_along_is_not_counted_twice():
    moving = there_and_back([70] * 4)
    along = [0.6 * v for v in moving]
    found = counted({"hip_flexion_l": along, "hip_flexion_r": moving}, RAISE)
    assert [one.side for one in found] == ["right"] * 4


def test_a_leg_that_comes_home_first_is_not_counted_for_the_one_that_goes_farther():
    quick = there_and_back([40], lasts_s=2.0, rests_s=1.0) + [0.0] * 25
    slow = there_and_back([70], lasts_s=3.0, rests_s=1.0)
    found = counted({"hip_flexion_l": quick, "hip_flexion_r": slow}, RAISE)
    assert [one.side for one in found] == ["right"]


def test_the_far_leg_that_nobody_sees_well_does_not_spoil_the_count():
    values = there_and_back([100] * 4)
    counter = Counter(SQUAT)
    shaky = trembling([50.0] * len(values), 25.0, seed=4)
    for (t, row), other in zip(moments(both(values)), shaky, strict=True):
        poor = row["knee_angle_r"]._replace(value=other, confidence=0.15)
        counter.add(t, {**row, "knee_angle_r": poor})
    assert len(counter.found) == 4


def test_five_pictures_a_second_are_enough():
    assert len(counted(both(there_and_back([100] * 6, fps=5)), fps=5)) == 6


def test_a_quick_repetition_has_less_quality_and_says_why():
    (slow,) = counted(both(there_and_back([100], lasts_s=4.0)))
    (quick,) = counted(both(there_and_back([100], lasts_s=1.2)))
    assert quick.quality < slow.quality
    assert quick.terms["tempo"] < slow.terms["tempo"]
    assert quick.terms["range"] == pytest.approx(slow.terms["range"], abs=0.02)


def test_uneven_sides_have_less_symmetry():
    values = there_and_back([100])
    uneven = {"knee_angle_l": values, "knee_angle_r": [0.6 * v for v in values]}
    (one,) = counted(uneven)
    assert one.terms["symmetry"] == pytest.approx(0.6, abs=0.05)


def test_a_fault_takes_quality_away_and_is_named_once():
    (one,) = counted(both(there_and_back([100])))
    faulty = with_faults(one, ["knee_valgus", "knee_valgus"])
    assert faulty.faults == ("knee_valgus",)
    assert faulty.quality < with_faults(one, []).quality


@settings(max_examples=60)
@given(
    heights=st.lists(st.floats(80, 130), min_size=1, max_size=8),
    lasts_s=st.floats(1.5, 6.0),
    rests_s=st.floats(0.0, 3.0),
    fps=st.sampled_from([10.0, 25.0, 60.0]),
)
def test_live_and_afterwards_agree_on_a_clean_signal(heights, lasts_s, rests_s, fps):
    found = counted(both(there_and_back(heights, lasts_s, rests_s, fps)), fps=fps)
    assert len(found) == len(heights)
    assert settled(found, SQUAT.way_deg) == found


@settings(max_examples=40)
@given(st.floats(0.5, 1.3), st.integers(1, 9))
def test_the_same_repetition_again_and_again_is_judged_the_same(share, times):
    found = counted(both(there_and_back([share * SQUAT.way_deg * 1.02] * times)))
    assert settled(found, SQUAT.way_deg) == found
    assert all(one.full for one in found)
