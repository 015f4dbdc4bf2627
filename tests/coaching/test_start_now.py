from datetime import timedelta

import pytest

from coxa.coaching.start_now import BLOCK, WITHOUT_FLOOR, block, total_s
from coxa.exercises.library import exercises
from coxa.training.log import SafetyAnswered
from tests.cast import CAST, MONDAY, alice, chen, dora, ester, greta, hugo, safety


def ids(answer) -> tuple[str, ...]:
    return tuple(one.exercise_id for one in answer.items)


def test_the_block_is_that_of_the_source_in_five_minutes():
    answer = block(safety(alice()), MONDAY)
    assert answer.status == "ok"
    assert ids(answer) == BLOCK
    assert answer.seconds == total_s(answer.items) == 281  # 4.7 minutes


@pytest.mark.parametrize("floor", ["with_support", "no"])
def test_who_does_not_get_to_the_floor_freely_stays_up(floor):
    answer = block(SafetyAnswered(floor=floor, whole=False), MONDAY)
    assert ids(answer) == WITHOUT_FLOOR
    assert answer.seconds <= 300
    assert any("Do it standing" in reason for reason in answer.items[-1].reasons)


@pytest.mark.parametrize("person", CAST)
def test_nobody_gets_more_than_five_minutes_or_what_their_condition_excludes(person):
    answer = block(safety(person()), MONDAY)
    assert answer.seconds <= 300
    assert len(set(ids(answer))) == len(ids(answer))
    gone = {one.exercise_id for one in answer.left_out}
    assert not gone & set(ids(answer))
    assert all(one.reason for one in answer.left_out)


@pytest.mark.parametrize(
    ("flag", "status"),
    [("red_cardiac", "refer_urgent"), ("red_neuro", "refer_urgent"), ("red_child_limp", "refer")],
)
def test_a_red_flag_stops_everything_and_says_what_to_do(flag, status):
    answer = block(safety(alice(), red_flags=(flag,)), MONDAY)
    assert (answer.status, answer.items) == (status, ())
    assert flag in answer.messages


@pytest.mark.parametrize(
    "code", ["heart_or_lung", "faint_or_dizzy", "ill_today", "other_operation"]
)
def test_a_yes_on_the_screen_waits_for_a_professional(code):
    answer = block(safety(alice(), screen=(code,)), MONDAY)
    assert (answer.status, answer.items) == ("refer", ())
    assert answer.messages


def test_a_professionals_yes_lifts_a_yes_on_the_screen_but_not_a_fever():
    heart = safety(alice(), screen=("heart_or_lung",), clearance=True)
    assert block(heart, MONDAY).items
    ill = safety(alice(), screen=("ill_today",), clearance=True)
    assert not block(ill, MONDAY).items


def test_a_recent_operation_waits_for_the_surgeon():
    waiting = safety(chen(), clearance=None)
    assert block(waiting, MONDAY).status == "refer"
    unnamed = SafetyAnswered(surgery_date=MONDAY - timedelta(weeks=25), whole=False)
    assert block(unnamed, MONDAY).status == "refer"
    assert block(unnamed, MONDAY + timedelta(weeks=2)).items


def test_chens_new_hip_turns_neither_in_nor_across():
    answer = block(safety(chen()), MONDAY)
    tags = frozenset().union(*(exercises()[i].tag_set for i in ids(answer)))
    assert not tags & {"hip_internal_rotation", "hip_adduction_past_midline"}
    assert "seated_rotations" in {one.exercise_id for one in answer.left_out}
    assert answer.items


def test_what_is_left_out_comes_with_its_reason_and_a_substitute():
    answer = block(safety(greta()), MONDAY)
    (gone,) = answer.left_out
    assert gone.exercise_id == "leg_swings"
    assert "sore side" in gone.reason
    assert gone.instead is None or gone.instead in ids(answer)


def test_dora_never_swings_nor_kneels():
    answer = block(safety(dora()), MONDAY)
    assert not {"leg_swings", "hip_circles_quadruped"} & set(ids(answer))


def test_ester_is_not_laid_on_her_back():
    answer = block(safety(ester()), MONDAY)
    assert all("supine" not in exercises()[i].tags for i in ids(answer))


def test_hugo_is_too_young():
    assert block(safety(hugo()), MONDAY).messages[0] == "under_16"


@pytest.mark.parametrize("person", CAST)
def test_nobody_goes_down_to_the_floor_twice(person):
    answer = block(safety(person()), MONDAY)
    down = ["floor" in exercises()[i].tags for i in ids(answer)]
    assert down == sorted(down)


def test_a_mended_hip_still_gets_something_gentle():
    lateral = safety(chen(), conditions=("thr_lateral",), floor="yes")
    answer = block(lateral, MONDAY)
    assert set(ids(answer)) == {"x_heel_slide", "x_pelvic_tilt"}
