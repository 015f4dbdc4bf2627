"""The questions for a clinician: each made by a named rule, or written by the person."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from coxa.coaching.report.questions import MOST_A_RULE, RULES, Asked
from coxa.coaching.report.report import report_of
from coxa.coaching.week import week_of
from coxa.training.log import ChangeAnswered, QuestionNoted
from tests.cast import MONDAY, Diary, bruno, farid, item, safety


def asked(diary: Diary, days: int = 83) -> tuple[Asked, ...]:
    """Without a plan, which takes seconds to make and which only one rule looks at."""
    return report_of("Farid", diary.entries, None, MONDAY + timedelta(days=days)).questions


def rules(diary: Diary, days: int = 83) -> list[str]:
    return [one.rule for one in asked(diary, days)]


def trained(pains: Sequence[float], **about: object) -> Diary:
    """One session a week, with the usual pain told after it."""
    diary = Diary().knows(farid(**about))
    for week, pain in enumerate(pains):
        diary.on(MONDAY + timedelta(weeks=week)).session(item("glute_bridge"), pain_now=pain)
        diary.weekly(pain={"groin": pain})
    return diary


def test_nothing_is_asked_where_nothing_stands_out():
    assert asked(Diary()) == ()
    assert asked(Diary().knows(bruno())) == ()
    assert asked(trained((3, 3, 2, 2, 2, 1, 1, 1))) == ()


@pytest.mark.parametrize(
    ("pains", "wanted"),
    [
        ((3,) * 8, ["pain_did_not_change"]),
        ((3, 4, 3, 3, 2, 3, 3, 3), ["pain_did_not_change"]),
        ((3,) * 8 + (1,), []),  # two points less: it changed
        ((3, 4, 4, 5, 5, 5, 5, 5), ["pain_got_worse"]),
        ((3, 3, 3, 3, 3, 3, 4, 5), ["pain_got_worse", "pain_rises"]),
    ],
)
def test_pain_asks_by_what_it_did(pains: Sequence[float], wanted: list[str]):
    assert rules(trained(pains), days=7 * len(pains) - 1) == wanted


def test_pain_that_has_not_changed_asks_only_after_six_weeks():
    assert rules(trained((3,) * 6), days=41) == []
    assert rules(trained((3,) * 7), days=42) == ["pain_did_not_change"]


def test_it_says_how_long_and_how_much_was_trained():
    (one,) = asked(trained((3,) * 8), days=55)
    assert "in 7 weeks: 3 of 10 at first, 3 now" in one.text
    assert "% of the planned days were trained" in one.text


def test_who_had_no_pain_is_not_asked_why_it_did_not_change():
    assert rules(trained((0,) * 8, pain={"now": 0}), days=55) == []


def test_a_warning_sign_is_asked_about_also_when_it_is_gone():
    diary = Diary().knows(farid())
    diary.later(1).write(safety(farid(), red_flags=("red_neuro",)))
    diary.later(1).write(safety(farid()))
    (one,) = asked(diary, days=10)
    assert one.rule == "red_flag_reported"
    assert "Is numbness spreading down your leg" in one.text


def test_what_hurt_badly_is_asked_about_once_for_each_exercise():
    diary = Diary().knows(farid())
    hurts = [{"exercise_id": "lunge", "what": "sharp_or_locking"}]
    for _ in range(3):
        diary.later(2).session(item("lunge"), hurts=hurts)
    (one,) = asked(diary, days=8)
    assert (one.rule, one.text) == (
        "hurt_badly",
        "In week 1 there was sharp or locking pain in “Lunge”. What does it come from?",
    )


def test_an_exercise_that_the_plan_took_out_is_asked_about():
    diary = Diary().knows(farid())
    for _ in range(2):
        hurts = [{"exercise_id": "lunge", "what": "none_of_these", "pain": 8}]
        diary.later(2).session(item("lunge"), hurts=hurts)
    today = MONDAY + timedelta(days=8)
    plan = week_of(diary.entries, today)
    (one,) = report_of("Farid", diary.entries, plan, today).questions
    assert (one.rule, one.text) == (
        "exercise_stopped",
        "“Lunge” hurt too much twice and was taken out. What can replace it?",
    )


def test_an_ordinary_hurt_is_no_question():
    diary = Diary().knows(farid())
    diary.session(item("lunge"), hurts=[{"exercise_id": "lunge", "what": "none_of_these"}])
    assert rules(diary, days=3) == []


def test_an_activity_that_got_harder_is_asked_about_by_its_name():
    diary = Diary().knows(bruno(activities=({"name": "Stairs", "rating": 8},)))
    diary.later(30).weekly(activities=({"name": "Stairs", "rating": 4},))
    assert asked(diary) == (
        Asked("activity_got_worse", "“Stairs” went from 8 to 4 of 10. What makes it harder?"),
    )


@pytest.mark.parametrize(
    ("rating", "wanted"), [(4, []), (3, ["worse_overall"]), (1, ["worse_overall"])]
)
def test_feeling_worse_overall_is_asked_about(rating: int, wanted: list[str]):
    diary = Diary().knows(bruno()).later(28).write(ChangeAnswered(rating=rating))
    assert rules(diary) == wanted


def test_a_check_that_got_really_worse_is_asked_about_and_a_small_step_is_not():
    diary = Diary().knows(bruno()).check("slr_active", {"left": 80, "right": 80})
    diary.later(28).check("slr_active", {"left": 66, "right": 78})
    (one,) = asked(diary)
    assert one.rule == "check_got_worse"
    assert "the left side is really worse, from 80 degrees to 66 degrees" in one.text


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ({"left": 6, "right": -6}, {"left": 5, "right": -7}, ["left"]),
        ({"left": 6, "right": -6}, {"left": -6, "right": -7}, []),  # it caught up
        ({"left": -6, "right": -6}, {"left": -5, "right": -7}, []),  # it never was
        ({"left": -7, "right": 6}, {"left": -8, "right": 5}, ["right"]),
    ],
)
def test_a_side_that_stays_behind_is_asked_about(first: dict, last: dict, wanted: list[str]):
    diary = Diary().knows(bruno()).check("thomas_angle", first)
    found = asked(diary.later(28).check("thomas_angle", last))
    assert [one.rule for one in found] == ["side_difference_stays"] * len(wanted)
    assert all(f"{side} stays behind" in one.text for side, one in zip(wanted, found, strict=True))


def test_one_reading_of_a_difference_is_no_question_yet():
    diary = Diary().knows(bruno()).check("thomas_angle", {"left": 6, "right": -6})
    assert asked(diary) == ()


def test_the_persons_own_questions_stand_first_and_can_be_taken_back():
    diary = trained((3,) * 8).on(MONDAY + timedelta(days=50))
    diary.write(QuestionNoted(text="May I ski?"))
    assert [one.rule for one in asked(diary)] == ["own_question", "pain_did_not_change"]
    assert asked(diary)[0].text == "May I ski?"
    diary.correct(diary.last, None)
    assert rules(diary) == ["pain_did_not_change"]


def test_no_rule_fills_the_page_by_itself():
    codes = ("red_bone_drug", "red_infection", "red_neuro", "red_not_the_hip", "red_vascular")
    diary = Diary().knows(farid()).write(safety(farid(), red_flags=codes))
    assert rules(diary, days=1) == ["red_flag_reported"] * MOST_A_RULE


def test_every_rule_has_a_name_of_its_own():
    names = [rule.__name__ for rule in RULES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("word", ["diagnos", "cause of", "you have ", "injur", "arthritis", "must"])
def test_a_question_names_no_illness(word: str):
    diary = trained((3, 3, 3, 3, 3, 3, 4, 5))
    diary.check("thomas_angle", {"left": 6, "right": -6})
    assert word not in " ".join(one.text.lower() for one in asked(diary))
