"""What the explorer shows of a pose, and the exercises that reach a muscle."""

import pytest

from coxa.anatomy.muscles import Muscle
from coxa.exercises.library import exercises
from coxa.mechanics.exploring import SIDE, moved_by, out_of_reach
from coxa.mechanics.muscle import lines
from coxa.mechanics.uses import uses
from coxa.web.anatomy.asked import asked, ends
from coxa.web.anatomy.explorer import Row, reading
from coxa.web.anatomy.pages import group_page
from coxa.web.anatomy.reach import LEAST, reached
from coxa.web.anatomy.starts import starts
from coxa.web.anatomy.strokes import stroke
from coxa.web.anatomy.where import best_view, views_of
from coxa.web.anatomy.words import PULLS, WAYS


def read(muscle: Muscle, **query: object):
    return reading(muscle, asked({name: str(value) for name, value in query.items()}, muscle))


def row(muscle: Muscle, name: str, **query: object) -> Row:
    return next(one for one in read(muscle, **query).rows if one.name == name)


def turning(one: Row) -> tuple[int, str]:
    cell = next(cell for cell in one.cells if cell.title == "Turning the leg")
    return cell.millimetres, cell.words


class TestAsked:
    def test_who_asks_for_nothing_stands_upright(self):
        assert set(asked({}, Muscle.GLUTE_MED).pose.values()) == {0}
        assert asked({}, Muscle.QUADS).along == "knee_angle"

    def test_beyond_the_end_of_a_slider_is_at_its_end(self):
        low, high = ends("hip_flexion")
        found = asked({"hip_flexion": "900", "knee_angle": "-900"}, Muscle.HAMSTRINGS).pose
        assert found["hip_flexion"] == high
        assert found["knee_angle"] == ends("knee_angle")[0]
        assert low < 0 < high

    @pytest.mark.parametrize("words", ["", "bent", "nan", "inf", "1e999", "٣٠٠٠٠", "--3", "12px"])
    def test_what_is_no_angle_harms_nothing(self, words: str):
        low, high = ends("hip_flexion")
        assert low <= asked({"hip_flexion": words}, Muscle.CORE).pose.get("hip_flexion", 0) <= high
        assert low <= asked({"hip_flexion": words}, Muscle.TFL_ITB).pose["hip_flexion"] <= high

    def test_a_joint_that_the_group_is_not_explored_with_is_left_aside(self):
        found = asked({"along": "elbow_flex", "elbow_flex": "90"}, Muscle.GLUTE_MAX)
        assert found.along == "hip_flexion"
        assert "elbow_flex" not in found.pose


class TestReading:
    def test_piriformis_turns_a_straight_hip_out_and_a_bent_one_in(self):
        straight = turning(row(Muscle.DEEP_ROTATORS, "piriformis"))
        bent = turning(row(Muscle.DEEP_ROTATORS, "piriformis", hip_flexion=90, knee_angle=90))
        assert straight[1] == "turns out"
        assert bent[1] == "turns in"

    def test_the_front_of_gluteus_medius_turns_in_more_as_the_hip_bends(self):
        name = "gluteus medius, front part"
        levers = [
            turning(row(Muscle.GLUTE_MED, name, hip_flexion=angle))[0] for angle in (0, 40, 80)
        ]
        assert levers == sorted(levers)
        assert levers[-1] > 2 * levers[0]

    def test_a_lever_too_short_to_tell_is_called_next_to_nothing(self):
        cell = row(Muscle.RECTUS_FEMORIS, "rectus femoris").cells[2]
        assert cell.is_little
        assert cell.words == "next to nothing"

    def test_a_part_that_does_not_cross_a_joint_says_so_and_is_not_drawn(self):
        found = read(Muscle.HAMSTRINGS)
        at = next(i for i, one in enumerate(found.rows) if one.name.endswith("short head"))
        assert [cell.crosses for cell in found.rows[at].cells] == [False, False, False, True]
        bending, knee = found.charts[1], found.charts[-1]
        assert at + 1 not in bending.numbers
        assert at + 1 in knee.numbers

    def test_a_position_out_of_reach_is_said_with_its_reason(self):
        (one,) = read(Muscle.HAMSTRINGS, hip_flexion=130).beyond
        assert "Bend the hip" in one.words
        assert "95° bent" in one.words
        assert "back of the thigh" in one.why
        assert not read(Muscle.HAMSTRINGS, hip_flexion=130, knee_angle=120).beyond

    def test_what_is_said_counts_the_parts(self):
        words = read(Muscle.GLUTE_MED, hip_flexion=90, knee_angle=90).said
        assert "Bend the hip: 90° bent." in words
        assert "Turning the leg: turns in (all 6)." in words

    @pytest.mark.parametrize("muscle", Muscle)
    def test_every_group_can_be_drawn_along_each_of_its_joints(self, muscle: Muscle):
        for name in moved_by(muscle):
            found = read(muscle, along=name)
            assert found.along == WAYS[name].move
            assert len(found.charts) == 1 + len(found.titles)


@pytest.mark.parametrize("muscle", Muscle)
def test_every_start_is_a_position_that_people_get_into(muscle: Muscle):
    assert starts(muscle)
    for start in starts(muscle):
        assert not out_of_reach(start.pose), start.name
        assert asked({k: str(v) for k, v in start.pose.items()}, muscle).pose == start.pose


@pytest.mark.parametrize("line", [one.name for one in lines().values() if one.group])
def test_every_line_of_a_group_has_a_stroke(line: str):
    assert stroke(line).startswith("stroke--")


@pytest.mark.parametrize("muscle", Muscle)
def test_no_two_parts_of_a_group_are_drawn_alike(muscle: Muscle):
    strokes = [stroke(one.name) for one in lines().values() if one.group is muscle]
    assert len(set(strokes)) == len(strokes)


def test_a_line_without_a_stroke_is_refused():
    with pytest.raises(LookupError, match="soleus"):
        stroke("soleus")


def test_words_name_every_joint_that_can_be_moved():
    assert set(WAYS) == set(PULLS) == {name for muscle in Muscle for name in moved_by(muscle)}


@pytest.mark.parametrize("name", WAYS)
def test_an_angle_is_said_with_its_direction(name: str):
    ways = WAYS[name]
    assert ways.angle(12) == f"12° {ways.plus}"
    assert ways.angle(-12) == f"12° {ways.minus}"
    assert ways.angle(0.2) == ways.zero


@pytest.mark.parametrize("muscle", Muscle)
def test_every_group_is_to_be_seen_in_the_view_that_shows_it_best(muscle: Muscle):
    assert any(part.muscle is muscle for part in best_view(muscle).parts)
    assert best_view(muscle) in views_of(muscle)


@pytest.mark.parametrize("muscle", Muscle)
def test_exercises_stand_with_the_most_first(muscle: Muscle):
    for one in (reached(muscle).loads, reached(muscle).stretches):
        steps = [reach.steps for reach in one]
        assert steps == sorted(steps, reverse=True)
        assert min(steps, default=LEAST) >= LEAST


def test_an_exercise_that_was_measured_says_by_whom():
    for reach in reached(Muscle.GLUTE_MED).loads:
        studies = {use.measured.study for use in uses(reach.id) if use.measured}
        assert not reach.measured or reach.measured in studies


def test_the_library_has_something_for_every_group():
    for muscle in Muscle:
        assert group_page(muscle).loads, muscle
        assert all(reach.id in exercises() for reach in reached(muscle).stretches)


def test_the_parts_are_those_of_the_model():
    part = group_page(Muscle.RECTUS_FEMORIS).parts[0]
    assert part.force_n == round(lines()["rect_fem"].max_force_n)
    assert SIDE == "left"
