"""Named terms say what was seen; weighed, they say how likely a repetition was done as meant."""

from dataclasses import replace

import pytest
from tests.motion.watching.seen_person import SHANK, THIGH, Person, seen

from coxa.motion.watching.correctness import judged, rules_for
from coxa.motion.watching.correctness.rules import Rules, Weighed, read_rules, shows, weighed
from coxa.motion.watching.correctness.terms import BY_ID, FEWEST, terms_of
from coxa.motion.watching.points import Frame
from coxa.motion.watching.view import View

LEG = THIGH + SHANK
PLAIN = Rules("x", ("x",), 0.0, {"trunk_forward": Weighed(30.0, 10.0, 1.0)})


PICTURES = 41


def way(i: int, pictures: int = PICTURES) -> float:
    """There, a moment of rest, and back: 0 to 1 to 0."""
    return min(1.0, 1.5 * (1.0 - abs(2 * i / (pictures - 1) - 1.0)))


def squat(
    deepest: float = 90.0, lean: float = 30.0, pictures: int = PICTURES, camera_deg: float = 0.0
) -> list[Frame]:
    """Down and up; hips and knees bend together so that the feet stay below."""
    frames = []
    for i in range(pictures):
        share = way(i, pictures)
        person = Person(
            hip_flexion=share * (deepest / 2 + lean), knee_angle=share * deepest, lean=share * lean
        )
        frames.append(replace(seen(person, camera_deg, i / 10), image=None))
    return frames


def test_the_trunk_and_the_depth_of_a_squat_are_what_they_are():
    terms = terms_of(squat(deepest=90.0, lean=30.0))
    assert terms["trunk_forward"] == pytest.approx(30.0, abs=3.0)
    straight, bent = LEG, (THIGH + SHANK) * 0.7071
    assert terms["hips_go_down"] == pytest.approx(100 * (straight - bent) / LEG, abs=3.0)


def test_who_is_even_has_no_tipping_and_no_turning():
    terms = terms_of(squat())
    for id_ in ("shoulders_tip", "pelvis_tips", "shoulders_turn", "foot_goes_up"):
        assert terms[id_] == pytest.approx(0.0, abs=0.5)


def test_the_working_leg_is_the_one_that_moves():
    frames = []
    for i in range(PICTURES):
        share = way(i)
        still = {"hip_flexion": 0.0, "knee_angle": 0.0}
        person = Person(hip_flexion=90.0 * share, knee_angle=90.0 * share, right=still)
        frames.append(replace(seen(person, 0.0, i / 10), image=None))
    terms = terms_of(frames)
    assert terms["other_leg_bends"] == pytest.approx(0.0, abs=0.5)
    assert terms["foot_goes_up"] == pytest.approx(100 * THIGH / LEG, abs=4.0)


def test_which_way_the_person_faces_does_not_matter():
    one, turned = terms_of(squat()), terms_of(squat(camera_deg=70.0))
    assert turned == pytest.approx(one, abs=0.01)


def test_of_too_few_pictures_nothing_is_said():
    assert terms_of(squat(pictures=FEWEST)[1:]) == {}
    assert terms_of([Frame(0.0, None, None)] * 30) == {}


def test_more_of_a_fault_never_raises_the_score():
    scores = [weighed({"trunk_forward": float(deg)}, PLAIN) for deg in range(0, 90, 10)]
    values = [one.score for one in scores if one]
    assert values == sorted(values, reverse=True)
    assert len(values) == 9


def test_the_usual_is_a_toss_up_and_the_reasons_are_named():
    usual, far = weighed({"trunk_forward": 30.0}, PLAIN), weighed({"trunk_forward": 50.0}, PLAIN)
    assert usual is not None
    assert usual.score == pytest.approx(0.5)
    assert usual.reasons == ()
    assert far is not None
    assert far.reasons == ("the trunk leans forward",)


def test_where_too_little_was_seen_there_is_no_score():
    two = replace(PLAIN, terms={**PLAIN.terms, "pelvis_tips": Weighed(5.0, 2.0, 3.0)})
    assert weighed({"trunk_forward": 60.0}, two) is None


def test_a_camera_in_front_does_not_judge_a_forward_lean():
    frames = [replace(frame, image=(0.0,) * 132) for frame in squat(lean=60.0)]
    assert judged(frames, PLAIN, View.FRONT) is None
    assert judged(frames, PLAIN, View.LEFT) is not None


def test_no_camera_judges_how_the_shoulders_turn():
    assert not any(shows(view, "shoulders_turn") for view in View)
    assert shows(View.FRONT, "pelvis_tips")
    assert not shows(View.LEFT, "pelvis_tips")
    assert shows(View.LEFT, "hips_go_down")
    assert not shows(View.UNKNOWN, "hips_go_down")


def test_an_exercise_without_data_has_no_rules():
    assert rules_for("clamshell") is None
    assert rules_for("deep_squat") is not None


def test_no_weight_goes_against_what_its_term_means():
    for rules in read_rules():
        assert rules.terms
        for id_, one in rules.terms.items():
            assert one.weight * BY_ID[id_].worse > 0, (rules.movement, id_)
            assert one.spread > 0
