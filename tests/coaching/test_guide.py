import json

import pytest

from coxa.coaching.guide import has_strength, nominal_s, script, session_notes
from coxa.exercises.library import exercises
from coxa.safety.flags import stop_rules
from tests.cast import item

SESSION = (
    item("leg_swings"),
    item("x_sit_to_stand"),
    item("side_lying_leg_raise", first_side="right"),
    item("glute_bridge"),
    item("half_kneeling_hip_flexor"),
)


def works(steps):
    return [one for one in steps if one.kind == "work"]


def test_every_set_on_every_side_is_played():
    played = [(s.exercise_id, s.set_number, s.side) for s in works(script(SESSION))]
    assert len(played) == len(set(played)) == 4 + 2 + 4 + 2 + 4


def test_the_first_side_is_the_weaker_one():
    steps = script([item("half_kneeling_hip_flexor", first_side="right")])
    assert [(s.set_number, s.side) for s in works(steps)] == [
        (1, "right"),
        (1, "left"),
        (2, "right"),
        (2, "left"),
    ]


def test_lying_on_a_side_all_its_sets_come_before_the_turn():
    steps = script([item("side_lying_leg_raise", first_side="right")])
    assert [s.side for s in works(steps)] == ["right", "right", "left", "left"]
    assert [s.kind for s in steps].count("side") == 1


def test_a_change_of_side_lies_within_the_rest():
    steps = script([item("side_plank", sets=1)])
    assert [(s.kind, s.seconds) for s in steps[1:5]] == [
        ("work", 15),
        ("side", 5),
        ("rest", 40),
        ("work", 15),
    ]
    assert steps[2].voice == "Change to your right side."


def test_one_side_alone_is_not_changed():
    steps = script([item("side_plank", side="left")])
    assert {s.side for s in works(steps)} == {"left"}
    assert "side" not in {s.kind for s in steps}


def test_a_tap_is_waited_for_at_each_change_of_position():
    ready = [s for s in script(SESSION) if s.kind == "ready"]
    assert [(s.exercise_id, s.waits) for s in ready] == [
        ("leg_swings", True),
        ("x_sit_to_stand", False),
        ("side_lying_leg_raise", True),
        ("glute_bridge", False),
        ("half_kneeling_hip_flexor", False),
    ]
    assert [s.seconds for s in ready if not s.waits] == [5, 5, 5]


def test_a_move_for_any_position_stays_where_one_is():
    ready = [s for s in script([item("glute_bridge"), item("x_pelvic_tilt")]) if s.kind == "ready"]
    assert [s.waits for s in ready] == [True, False]


def test_the_voice_names_position_and_side():
    steps = script([item("side_lying_leg_raise", first_side="right")])
    assert steps[0].voice == "Side-lying leg raise, lying on your side. Right side first."
    assert steps[0].lying
    assert works(steps)[0].voice == "Right side. Set 1 of 2. 10 times."


def test_a_hold_is_counted_in_seconds_and_a_repetition_in_its_tempo():
    hold = works(script([item("side_plank")]))[0]
    assert (hold.mode, hold.seconds, hold.low, hold.high) == ("hold", 15, 10, 30)
    reps = works(script([item("glute_bridge", lowering_s=4)]))[0]
    assert (reps.mode, reps.count, reps.low, reps.high) == ("reps", 10, 10, 15)
    assert (reps.tempo.up, reps.tempo.hold, reps.tempo.down) == (2, 2, 4)


@pytest.mark.parametrize("exercise", sorted(exercises()))
def test_counting_out_the_tempo_takes_as_long_as_the_set(exercise):
    for step in works(script([item(exercise, lowering_s=3)])):
        if step.tempo:
            once = step.halves * (step.tempo.up + step.tempo.hold + step.tempo.down)
            assert step.count * once == pytest.approx(step.seconds)


def test_effort_is_asked_once_after_the_last_set_of_a_strength_exercise():
    steps = script([item("glute_bridge"), item("side_plank"), item("side_plank", side="left")])
    asked = [s.exercise_id for s in steps if s.kind == "effort"]
    assert asked == ["glute_bridge", "side_plank"]
    assert not [s for s in script([item("leg_swings")]) if s.kind == "effort"]


def test_a_set_more_on_one_side_counts_on_in_the_log():
    steps = script([item("side_plank", sets=2), item("side_plank", sets=1, side="left")])
    last = works(steps)[-1]
    assert (last.set_number, last.sets, last.log_set) == (1, 1, 3)


def test_each_step_knows_what_comes_next():
    steps = script([item("glute_bridge"), item("x_pelvic_tilt")])
    assert steps[0].next == "Glute bridge, set 1 of 2"
    assert steps[-2].next == "The end"


def test_only_forms_that_screening_allows_are_offered():
    step = script([item("glute_bridge")], allowed={"hip_thrust"})[0]
    assert (step.easier, step.harder) == ((), ("hip_thrust",))
    assert "x_pelvic_tilt" in script([item("glute_bridge")])[0].easier


def test_the_first_step_carries_the_stop_rules_and_what_to_expect():
    notes = session_notes(first_strength=has_strength(SESSION))
    first = script(SESSION, notes=notes)[0]
    assert first.stop_rules == stop_rules().rules
    assert "not harm" in first.notes[0]
    assert session_notes(first_strength=False) == ()


@pytest.mark.parametrize(
    "items",
    [
        SESSION,
        (item("leg_swings"), item("seated_rotations"), item("hip_circles_quadruped")),
        (item("seated_figure4"), item("x_hip_hinge_seated_reach"), item("x_seated_march")),
        (item("side_plank"), item("banded_clamshell"), item("bridge_alt_leg_extension")),
    ],
)
def test_playing_takes_about_as_long_as_planned(items):
    planned = sum(one.seconds(exercises()[one.exercise_id]) for one in items)
    assert nominal_s(script(items)) == pytest.approx(planned, rel=0.15)


def test_a_script_goes_to_the_player_as_json():
    data = json.loads(json.dumps([one.as_json() for one in script(SESSION)]))
    assert data[0]["kind"] == "ready"
    assert data[-1]["kind"] == "done"
