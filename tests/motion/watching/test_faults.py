"""Each fault is named when it is there, and not when it is not or cannot be seen."""

from collections.abc import Iterable
from dataclasses import replace
from math import cos, radians, sin

import pytest
from tests.motion.watching.seen_person import Person, seen

from coxa.anatomy.sides import Side
from coxa.motion.watching.angles import readings
from coxa.motion.watching.expected import Expected
from coxa.motion.watching.faults import BY_ID, FAULTS, Moment
from coxa.motion.watching.faults.fault import Limits
from coxa.motion.watching.faults.finder import FaultFinder, Latch
from coxa.motion.watching.faults.meant import Meant
from coxa.motion.watching.points import Frame, at
from coxa.motion.watching.repetitions import Repetition
from coxa.motion.watching.view import View

STANDING = Person()
CAMERA_DEG = {View.FRONT: 0.0, View.LEFT: 90.0, View.RIGHT: -90.0}
SQUAT = Expected("x_squat", "repetitions", "both", "knee_angle", 5.0, 100.0, (1.5, 0.5, 1.5))
FULL = Repetition(0.0, 1.5, 3.5, "both", 100.0, full=True, quality=1.0, height_deg=95.0)


VIEW = View.FRONT


def held(person: Person, view: View, seconds: float = 1.0) -> list[Frame]:
    """The person still, ten pictures a second."""
    return [seen(person, CAMERA_DEG[view], i / 10) for i in range(int(seconds * 10) + 1)]


def named(
    frames: Iterable[Frame], view: View, expected: Expected | None = None
) -> set[tuple[str, str | None]]:
    """Which faults on which sides."""
    finder = FaultFinder(expected)
    for frame in frames:
        finder.add(Moment(frame, view, readings(frame, view), expected))
    return {(one.id, one.side) for one in finder.found}


def later(frames: Iterable[Frame], by_s: float) -> list[Frame]:
    return [replace(frame, time_s=frame.time_s + by_s) for frame in frames]


def moved(frame: Frame, **by: tuple[float, float, float]) -> Frame:
    """The same frame with points moved in the world (metres: right of picture, down, away)."""
    world = list(frame.world or ())
    for name, steps in by.items():
        for i, step in enumerate(steps):
            world[at(name) + i] += step
    return replace(frame, world=world)


def in_space(frames: Iterable[Frame]) -> list[Frame]:
    """As markers would have it: no picture, all measured."""
    return [replace(frame, image=None) for frame in frames]


def test_who_stands_well_has_no_faults():
    for view in CAMERA_DEG:
        assert named(held(STANDING, view), view) == set()


def test_a_knee_that_caves_in_is_named_with_its_side():
    frames = [moved(frame, left_knee=(-0.08, 0.0, 0.0)) for frame in held(STANDING, View.FRONT)]
    assert named(in_space(frames), View.FRONT) == {("knee_in", Side.LEFT)}


def test_a_knee_that_goes_out_is_no_fault():
    frames = [moved(frame, left_knee=(0.08, 0.0, 0.0)) for frame in held(STANDING, View.FRONT)]
    assert named(in_space(frames), View.FRONT) == set()


def test_the_knee_of_a_lifted_leg_may_go_where_it_likes():
    lifted = Person(hip_flexion=60.0, knee_angle=90.0, right={"hip_flexion": 0, "knee_angle": 0})
    frames = [moved(frame, left_knee=(-0.15, 0.0, 0.0)) for frame in held(lifted, View.FRONT)]
    assert ("knee_in", Side.LEFT) not in named(in_space(frames), View.FRONT)


def test_a_trunk_far_forward_is_named_from_the_side_only():
    bowed = Person(hip_flexion=60.0, lean=60.0)
    assert named(held(bowed, View.LEFT), View.LEFT) == {("trunk_lean", None)}
    assert named(held(bowed, View.FRONT), View.FRONT) == set()


def test_where_bending_forward_is_the_exercise_it_is_no_fault():
    hinge = Expected("x_hinge", "repetitions", "both", "hip_flexion", 0.0, 80.0)
    bowed = Person(hip_flexion=60.0, lean=60.0)
    assert named(held(bowed, View.LEFT), View.LEFT, hinge) == set()


def test_a_trunk_to_the_side_is_named():
    frames = [
        moved(
            frame,
            left_shoulder=(0.12, 0.0, 0.0),
            right_shoulder=(0.12, 0.0, 0.0),
        )
        for frame in held(STANDING, View.FRONT)
    ]
    assert named(in_space(frames), View.FRONT) == {("trunk_lean", None)}


def test_the_free_hip_that_sinks_is_named_on_one_leg_only():
    lifted = Person(hip_flexion=40.0, knee_angle=90.0, right={"hip_flexion": 0, "knee_angle": 0})
    down = {"left_hip": (0.0, 0.02, 0.0), "right_hip": (0.0, -0.02, 0.0)}
    on_one = [moved(frame, **down) for frame in held(lifted, View.FRONT)]
    on_two = [moved(frame, **down) for frame in held(STANDING, View.FRONT)]
    assert ("pelvic_drop", Side.LEFT) in named(in_space(on_one), View.FRONT)
    assert named(in_space(on_two), View.FRONT) == set()


def test_a_heel_that_lifts_is_named_and_toes_that_lift_are_not():
    up = [
        moved(f, left_heel=(0.0, -0.06, 0.0), left_ankle=(0.0, -0.06, 0.0))
        for f in held(STANDING, View.LEFT)
    ]
    toes = [moved(f, left_foot_index=(0.0, -0.06, 0.0)) for f in held(STANDING, View.LEFT)]
    up = [*held(STANDING, View.LEFT), *later(up, 1.1)]
    assert ("heel_lifts", Side.LEFT) in named(up, View.LEFT)
    assert named(toes, View.LEFT) == set()


def test_heels_lift_in_a_heel_raise():
    raising = Expected("x_heel_raise", "repetitions", "both", "ankle_angle", 0.0, -30.0)
    frames = [moved(f, left_heel=(0.0, -0.06, 0.0)) for f in held(STANDING, View.LEFT)]
    assert named(frames, View.LEFT, raising) == set()


@pytest.mark.parametrize(("ankle_deg", "faults"), [(40.0, set()), (62.0, {"knee_past_toe"})])
def test_a_knee_far_past_the_toes_is_named_and_a_little_past_is_not(ankle_deg, faults):
    # Soles flat: the shank leans forward by what the ankle is bent, the thigh back by as much.
    hip_deg, knee_deg = ankle_deg + 30.0, 2 * ankle_deg
    low = Person(hip_flexion=hip_deg, knee_angle=knee_deg, ankle_angle=ankle_deg, lean=30.0)
    found = named(held(low, View.LEFT), View.LEFT)
    assert {id_ for id_, _ in found} == faults


def lying(rolled_deg: float) -> list[Frame]:
    """On the right side, chest towards the camera; markers, so that depth is measured."""
    frames = []
    for frame in in_space(held(STANDING, View.FRONT)):
        world = list(frame.world or ())
        for i in range(0, len(world), 4):
            x, y, z = world[i : i + 3]
            turn = radians(rolled_deg)
            # Rolled about the trunk first: the left side goes back (away), then down on the right.
            x, z = x * cos(turn) - z * sin(turn), z * cos(turn) + x * sin(turn)
            world[i : i + 3] = [y, -x, z]
        frames.append(replace(frame, world=world))
    return frames


def test_hips_that_roll_back_are_named_lying_on_the_side():
    assert ("hips_roll_back", None) in named(lying(30.0), View.FRONT)


def test_stacked_hips_and_hips_that_roll_forward_are_not():
    for rolled in (0.0, -30.0):
        assert ("hips_roll_back", None) not in named(lying(rolled), View.FRONT)


def test_a_back_that_arches_is_named_in_an_exercise_of_the_hip():
    raising = Expected("x_extension", "repetitions", "left", "hip_flexion", 0.0, -10.0)
    arched, meant = Person(hip_flexion=-30.0), Person(hip_flexion=-12.0)
    assert ("back_arching", Side.LEFT) in named(held(arched, View.LEFT), View.LEFT, raising)
    assert ("back_arching", Side.LEFT) not in named(held(meant, View.LEFT), View.LEFT, raising)


def test_the_back_leg_of_a_lunge_is_no_arching_back():
    back = Person(hip_flexion=-25.0, ankle_angle=25.0)
    assert named(held(back, View.LEFT), View.LEFT, SQUAT) == set()


def test_the_standing_leg_of_a_leg_raise_is_no_arching_back():
    raising = Expected("x_raise", "repetitions", "left", "hip_flexion", 0.0, 80.0)
    standing = Person(hip_flexion=-25.0, ankle_angle=25.0)
    assert named(held(standing, View.LEFT), View.LEFT, raising) == set()


def test_what_is_hidden_is_not_named():
    bowed = Person(hip_flexion=60.0, lean=60.0)
    hidden = {f"{side}_shoulder": 0.1 for side in ("left", "right")}
    frames = [seen(bowed, 90.0, i / 10, hidden) for i in range(11)]
    assert named(frames, View.LEFT) == set()


def test_from_between_front_and_side_no_plane_is_shown():
    bowed = Person(hip_flexion=60.0, lean=60.0)
    frames = [seen(bowed, 45.0, i / 10) for i in range(11)]
    assert named(frames, View.UNKNOWN) == set()


@pytest.mark.parametrize(("full", "faults"), [(True, set()), (False, {"short_range"})])
def test_a_part_of_the_way_is_named_when_the_counter_says_so(full, faults):
    repetition = replace(FULL, full=full, height_deg=40.0)
    assert {one.id for one in FaultFinder(SQUAT).ended(repetition)} == faults


@pytest.mark.parametrize(
    ("meant_s", "end_s", "faults"),
    [
        (3.5, 3.5, set()),
        (3.5, 1.2, set()),
        (3.5, 0.8, {"too_fast"}),
        (9.0, 1.2, {"too_fast"}),
        (1.8, 0.8, set()),
    ],
)
def test_only_haste_is_too_fast_and_not_what_is_meant_to_be_quick(meant_s, end_s, faults):
    squat = replace(SQUAT, tempo_s=(meant_s / 2, 0.0, meant_s / 2))
    repetition = replace(FULL, end_s=end_s)
    assert {one.id for one in FaultFinder(squat).ended(repetition)} == faults


def test_without_an_exercise_nothing_is_too_fast_or_too_short():
    repetition = replace(FULL, end_s=0.6, full=False)
    assert FaultFinder(None).ended(repetition) == []


def test_a_repetition_has_the_faults_that_were_seen_while_it_lasted():
    finder = FaultFinder(SQUAT)
    for frame in held(Person(hip_flexion=60.0, lean=60.0), View.LEFT):
        finder.add(Moment(frame, View.LEFT, readings(frame, View.LEFT), SQUAT))
    later = replace(FULL, start_s=5.0, peak_s=6.5, end_s=8.5)
    assert [one.id for one in finder.ended(FULL)] == ["trunk_lean"]
    assert finder.ended(later) == []


LIMITS = Limits(on=10.0, off=6.0, least_s=0.2)


def states(values: Iterable[float | None], step_s: float = 0.1) -> list[bool]:
    latch = Latch(LIMITS)
    return [latch.add(i * step_s, value) for i, value in enumerate(values)]


def test_a_fault_has_to_last_before_it_has_a_name():
    assert states([11, 11, 0, 11, 11, 11]) == [False, False, False, False, False, True]


def test_between_the_two_limits_a_fault_stays_what_it_was():
    assert states([8, 8, 8, 8]) == [False] * 4
    assert states([11, 11, 11, 8, 8, 5, 8]) == [False, False, True, True, True, False, False]


def test_a_moment_unseen_does_not_end_a_fault_and_a_long_one_does():
    assert states([11, 11, 11, None, 8])[-1]
    assert not states([11, 11, 11, *[None] * 8, 8])[-1]


def test_limits_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="must not be above"):
        Limits(on=5.0, off=6.0)


def test_every_fault_has_its_words_and_says_what_it_needs():
    assert len(BY_ID) == len(FAULTS) == 9
    for fault in FAULTS:
        assert (fault.measure is None) != (fault.of_repetition is None)
        assert fault.measure is None or (fault.needs and fault.views)
        assert len({fault.cue, fault.better}) == 2


def test_no_cue_diagnoses_scolds_or_orders():
    words = " ".join(fault.cue + fault.better for fault in FAULTS).lower()
    for unkind in ("wrong", "bad", "weak", "injur", "must keep", "fault", "fail", "n't"):
        assert unkind not in words


@pytest.mark.parametrize("up_m", [0.03, 0.06])
def test_a_heel_whose_landmark_lies_high_is_not_lifted(up_m):
    """As landmark models have it: flat soles read 9 to 20 degrees."""
    flat = [moved(f, left_heel=(0.0, -up_m, 0.0)) for f in held(STANDING, View.LEFT, 3.0)]
    assert not {id_ for id_, _ in named(flat, View.LEFT)} & {"heel_lifts"}


def test_what_an_exercise_means_is_no_fault_in_it():
    caving = held(Person(hip_flexion=40, hip_adduction=10, hip_rotation=15, knee_angle=70), VIEW)
    squat = Expected("x", "repetitions", "both", "knee_angle", 0, 90)
    assert ("knee_in", Side.LEFT) in named(caving, VIEW, squat)
    meant = {"knee_in_l": 25.0, "knee_in_r": 25.0}
    assert named(caving, VIEW, replace(squat, meant=meant)) == set()


ONE_LEGGED = Expected(
    "x", "repetitions", "left", "hip_flexion", 5, 70, meant={"knee_in_r": 30.0, "trunk_lean": 9.0}
)


def beyond(*sides: str) -> dict[tuple[str, Side | None], float]:
    """What is meant beyond the limits after repetitions of these sides."""
    meant = Meant(ONE_LEGGED)
    for side in sides:
        meant.worked(side)
    return dict(meant.now)


def test_until_a_side_is_known_either_may_show_what_is_meant():
    assert beyond()["knee_in", Side.LEFT] == beyond()["knee_in", Side.RIGHT] > 0


@pytest.mark.parametrize(("done", "free"), [("left", Side.RIGHT), ("right", Side.LEFT)])
def test_what_is_meant_is_meant_of_the_free_side_only(done, free):
    assert set(beyond(done)) == {("knee_in", free), ("trunk_lean", None)}


def test_sides_that_take_turns_may_both_show_it():
    assert beyond("left", "right") == beyond()


def test_more_than_the_figure_shows_and_a_margin_is_a_fault_again():
    """A third more than 30, and the 4 degrees that the limits lie apart."""
    more = beyond("left")["knee_in", Side.RIGHT]
    assert BY_ID["knee_in"].limits.on + more == pytest.approx(30 / 0.75 + 4)


def test_an_exercise_that_shows_nothing_has_nothing_beyond():
    assert Meant(SQUAT).now == {} == Meant(None).now
