"""What a camera is told to look for is what it would read from the figure."""

import numpy as np
import pytest

from coxa.motion.expecting import expected, figure_frames, read_from_figure
from coxa.motion.library import clip, described
from coxa.motion.watching.angles import COORDINATES
from coxa.motion.watching.points import POINTS, Frame
from coxa.motion.watching.repetitions import Counter
from coxa.motion.watching.watch import Watcher


def of(key: str, **how):
    return expected(clip(key), described()[key], **how)


def again(key: str, times: int) -> list[Frame]:
    """The figure as a person before the camera, who does it some times without a stop."""
    one = clip(key)
    frames = figure_frames(one)
    return [
        Frame(n * one.length_s + frame.time_s, None, frame.world)
        for n in range(times)
        for frame in frames[:-1]
    ]


def test_standing_up_is_told_by_hips_or_knees_of_both_sides():
    found = of("x_sit_to_stand")
    assert found.primary in ("hip_flexion", "knee_angle")
    assert (found.side, found.kind) == ("both", "repetitions")
    assert found.start_deg > 80
    assert found.far_deg < 15
    assert found.views[0] == "side-left"


def test_a_leg_to_the_side_is_told_by_the_working_hip():
    found = of("x_standing_abduction_supported")
    assert (found.primary, found.side) == ("hip_adduction", "left")
    assert found.far_deg < found.start_deg
    assert found.views == ("back", "front")


def test_the_bridge_is_told_by_the_hips():
    assert of("glute_bridge").primary == "hip_flexion"


@pytest.mark.parametrize("key", ["side_plank", "couch_stretch", "half_kneeling_hip_flexor"])
def test_what_is_held_has_a_pose(key):
    found = of(key)
    assert found.kind == "hold"
    assert f"{found.primary}_l" in found.pose or found.primary in found.pose


def test_whoever_asks_may_say_whether_it_is_held():
    assert of("glute_bridge", hold=True).kind == "hold"
    assert of("couch_stretch", hold=False).kind == "repetitions"


def test_the_tempo_is_the_figures():
    one = described()["x_sit_to_stand"].tempo
    assert of("x_sit_to_stand").tempo_s == (one.out_s, one.hold_s, one.back_s)


@pytest.mark.parametrize("key", sorted(described()))
def test_every_motion_of_the_library_can_be_watched(key):
    found = of(key)
    assert found.primary in {name.removesuffix("_l").removesuffix("_r") for name in COORDINATES}
    assert bool(found.views) is (key not in FROM_ABOVE)
    assert set(found.needed) <= set(POINTS)
    assert np.isfinite([found.start_deg, found.far_deg]).all()


# Lying on the back or on all fours and moving to the side: a camera would have to hang above.
FROM_ABOVE = {"butterfly_supine", "check_ankle_over_knee", "fire_hydrant", "hip_abduction_range"}
# Under the bar and back under it is one clip, and round and back round: two of what is counted.
THERE_AND_BACK = {"bar_duck_under", "hip_circles_quadruped"}
REPEATED = [k for k in sorted(described()) if of(k).kind == "repetitions"]


@pytest.mark.parametrize("key", [k for k in REPEATED if k not in THERE_AND_BACK])
def test_the_figure_itself_is_counted(key):
    frames = again(key, 4)
    watcher = Watcher(of(key))
    for frame in frames:
        watcher.frame(frame)
    assert len(watcher.repetitions()) == 4
    assert all(one.full for one in watcher.repetitions())


@pytest.mark.parametrize("key", [k for k in sorted(described()) if of(k).kind == "hold"])
def test_the_figure_itself_is_in_position(key):
    one = clip(key)
    far = figure_frames(one)[int(np.searchsorted(one.times, one.out_s + one.hold_s / 2))]
    watcher = Watcher(of(key))
    for i in range(100):
        seen = watcher.frame(Frame(i / 25, None, far.world))
    assert seen.hold_s > 3


def test_the_figure_reads_what_its_own_coordinates_say():
    """Knees are bent by the knee alone, so the figure's landmarks must give the knee's angle."""
    one = clip("x_sit_to_stand")
    read = read_from_figure(one)["knee_angle_l"]
    assert np.abs(read - one.coordinate("knee_angle_l")).max() < 6


def test_a_counter_can_be_made_of_any():
    assert Counter(of("lunge")).found == []
