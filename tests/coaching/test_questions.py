from datetime import timedelta

from coxa.coaching.questions import due
from coxa.training.log import BlockChosen, ChangeAnswered, HurtReported, SafetyAnswered
from tests.cast import MONDAY, Diary, alice, item, safety

BRIDGE = item("glute_bridge")
DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def kinds(diary: Diary, today) -> list[str]:
    return [one.kind for one in due(diary.entries, today)]


def trained(weeks: int) -> Diary:
    """Alice, once a week, in so many weeks."""
    diary = Diary().knows(alice(), days_per_week=1)
    for week in range(weeks):
        diary.on(MONDAY + week * WEEK).session(BRIDGE)
    return diary


def test_safety_is_asked_before_all_else():
    assert kinds(Diary(), MONDAY) == ["safety"]
    assert kinds(Diary().write(SafetyAnswered(whole=False)), MONDAY) == ["safety"]


def test_on_the_first_day_only_a_few_checks_are_offered():
    assert kinds(Diary().knows(alice()), MONDAY) == ["recheck"]


def test_the_first_checks_are_offered_once_a_week_until_four_are_done():
    diary = Diary().knows(alice()).check("reach_past_shins", 5)
    assert "recheck" not in kinds(diary, MONDAY + DAY)
    assert "recheck" in kinds(diary, MONDAY + WEEK)
    for name in ("a", "b", "c"):
        diary.check(name, 1)
    assert "recheck" not in kinds(diary, MONDAY + WEEK)


def test_safety_is_asked_again_after_four_weeks_away():
    diary = Diary().knows(alice()).session(BRIDGE)
    assert "safety" not in kinds(diary, MONDAY + 20 * DAY)
    assert "week 5" in due(diary.entries, MONDAY + 28 * DAY)[0].reason
    assert "away" in due(diary.entries, MONDAY + 29 * DAY)[0].reason
    diary.on(MONDAY + 29 * DAY).write(safety(alice()))
    assert "safety" not in kinds(diary, diary.day)


def test_safety_is_asked_again_four_weeks_after_the_last_answer_if_nothing_was_done():
    assert "safety" in kinds(Diary().knows(alice()), MONDAY + 29 * DAY)


def test_yesterdays_session_is_asked_about_this_morning():
    diary = Diary().knows(alice()).session(BRIDGE)
    assert "morning" not in kinds(diary, MONDAY)
    (asked,) = [one for one in due(diary.entries, MONDAY + DAY) if one.kind == "morning"]
    assert asked.about == MONDAY
    assert "morning" in kinds(diary, MONDAY + 2 * DAY)
    assert "morning" not in kinds(diary, MONDAY + 3 * DAY)
    assert "morning" not in kinds(diary.later(1).morning("same"), MONDAY + DAY)


def test_the_weekly_questions_start_in_week_two_and_come_once_a_week():
    diary = trained(2)
    assert "weekly" not in kinds(trained(1), MONDAY + 6 * DAY)
    assert "weekly" in kinds(diary, MONDAY + WEEK)
    diary.on(MONDAY + WEEK).weekly(stiffness=3)
    assert "weekly" not in kinds(diary, MONDAY + 2 * WEEK - DAY)
    assert "weekly" in kinds(diary, MONDAY + 2 * WEEK)


def test_weeks_four_eight_and_twelve_look_back():
    for week in (4, 8, 12):
        diary = trained(week - 1).on(MONDAY).check("a", 1)
        today = MONDAY + (week - 1) * WEEK
        assert {"safety", "change", "recheck"} <= set(kinds(diary, today))
        diary.on(today).write(safety(alice()), ChangeAnswered(rating=6)).check("a", 2)
        assert not {"safety", "change", "recheck"} & set(kinds(diary, today + DAY))


def test_other_weeks_do_not_look_back():
    diary = trained(5).on(MONDAY + 3 * WEEK).write(safety(alice()))
    assert not {"safety", "change"} & set(kinds(diary, MONDAY + 4 * WEEK))


def test_a_safety_page_missed_in_its_week_is_asked_in_the_next():
    diary = trained(3)
    assert "safety" in kinds(diary, MONDAY + 4 * WEEK)
    diary.on(MONDAY + 4 * WEEK).write(safety(alice()))
    assert "safety" not in kinds(diary, MONDAY + 4 * WEEK)
    assert "safety" not in kinds(diary, MONDAY + 5 * WEEK)


def test_the_block_ends_with_one_choice():
    assert "block" not in kinds(trained(11), MONDAY + 11 * WEEK)
    assert "block" in kinds(trained(12), MONDAY + 11 * WEEK)
    diary = trained(12)
    assert "block" in kinds(diary, MONDAY + 12 * WEEK)
    diary.on(MONDAY + 12 * WEEK).write(BlockChosen(choice="maintain"))
    assert "block" not in kinds(diary, MONDAY + 12 * WEEK)


def test_seeing_a_professional_is_an_answer_too():
    diary = trained(12).on(MONDAY + 12 * WEEK).write(BlockChosen(choice="see_professional"))
    assert "block" not in kinds(diary, diary.day)


def test_a_sharp_pain_asks_the_safety_page_again_before_the_next_session():
    diary = Diary().knows(alice()).session(BRIDGE)
    diary.write(HurtReported(what="sharp_or_locking", exercise_id="glute_bridge"))
    assert "safety" in kinds(diary, MONDAY)
    diary.on(MONDAY + DAY).write(safety(alice()))
    assert "safety" not in kinds(diary, MONDAY + DAY)


def test_an_ordinary_ache_does_not_ask_it():
    diary = Diary().knows(alice()).session(BRIDGE)
    diary.write(HurtReported(what="none_of_these", exercise_id="glute_bridge", pain=3))
    assert "safety" not in kinds(diary, MONDAY)
