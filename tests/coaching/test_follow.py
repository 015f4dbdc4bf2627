from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.coaching.follow import history_from, person_from, safety_in_force
from coxa.training.log import BlockChosen, SafetyAnswered
from tests.cast import MONDAY, Diary, about, alice, ester, farid, item, safety

BRIDGE = item("glute_bridge")
RAISE = item("side_lying_leg_raise")
STRETCH = item("seated_figure4")
DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def test_nobody_is_known_before_safety_and_about_are_answered():
    assert person_from((), MONDAY) is None
    assert person_from(Diary().write(safety(alice())).entries, MONDAY) is None
    assert person_from(Diary().write(about(alice())).entries, MONDAY) is None


def test_alice_is_as_she_described_herself():
    person = person_from(Diary().knows(alice()).entries, MONDAY)
    assert person.model_copy(update={"history": alice().history}) == alice()
    assert person.history.week == 1
    assert person.history.adherence is None


def test_the_newest_answers_are_the_person():
    diary = Diary().knows(alice()).later(3).write(about(alice(), days_per_week=3))
    assert person_from(diary.entries, diary.day).days_per_week == 3


def test_weeks_said_in_words_grow_with_the_days():
    words = safety(ester(), conditions=("pregnant_weeks_28",), due_date=None)
    diary = Diary().write(words, about(ester()))
    assert person_from(diary.entries, MONDAY + 3 * WEEK).conditions == ("pregnant_weeks_31",)


def test_a_shorter_safety_page_renews_the_red_flags_and_adds_conditions():
    diary = Diary().knows(alice())
    short = SafetyAnswered(red_flags=("red_neuro",), conditions=("knee_pain",), whole=False)
    person = person_from(diary.later(1).write(short).entries, diary.day)
    assert person.red_flags == ("red_neuro",)
    assert person.conditions == ("knee_pain",)


def test_a_yes_on_the_screen_stays_until_the_whole_page_is_answered_again():
    diary = Diary().write(safety(alice(), screen=("heart_or_lung",))).later(1)
    diary.write(SafetyAnswered(whole=False))
    assert safety_in_force(diary.entries, diary.day).screen == ("heart_or_lung",)
    diary.write(safety(alice()))
    assert safety_in_force(diary.entries, diary.day).screen == ()


@pytest.mark.parametrize(
    ("start", "today", "week"),
    [(0, 0, 1), (0, 6, 1), (0, 7, 2), (3, 6, 1), (3, 7, 2), (0, 7 * 11, 12)],
)
def test_weeks_start_on_monday(start, today, week):
    diary = Diary(MONDAY + start * DAY).knows(alice()).session(BRIDGE)
    assert history_from(diary.entries, MONDAY + today * DAY).week == week


def test_who_fills_in_the_questions_and_comes_back_later_is_still_in_week_one():
    diary = Diary().knows(alice())
    assert history_from(diary.entries, MONDAY + 4 * WEEK).week == 1
    diary.on(MONDAY + 4 * WEEK).session(BRIDGE)
    assert history_from(diary.entries, MONDAY + 5 * WEEK).week == 2


def test_a_new_block_starts_again_with_its_first_session():
    diary = Diary().knows(alice()).session(BRIDGE).on(MONDAY + 12 * WEEK)
    diary.write(BlockChosen(choice="new_block", goal="strength")).session(BRIDGE)
    person = person_from(diary.entries, MONDAY + 13 * WEEK)
    assert person.history.week == 2
    assert person.goal == "strength"
    assert not person.history.maintaining


def test_choosing_to_maintain_goes_on_counting():
    diary = Diary().knows(alice()).session(BRIDGE).on(MONDAY + 12 * WEEK)
    history = history_from(diary.write(BlockChosen(choice="maintain")).entries, diary.day)
    assert history.maintaining
    assert history.week == 13


def test_adherence_is_the_share_of_planned_days_done_in_past_weeks():
    diary = Diary().knows(alice(), days_per_week=4)
    for days in (0, 2, 4):
        diary.on(MONDAY + days * DAY).session(BRIDGE)
    assert history_from(diary.entries, MONDAY + 6 * DAY).adherence is None
    assert history_from(diary.entries, MONDAY + WEEK).adherence == 0.75


def test_adherence_does_not_blame_a_week_begun_late_nor_praise_beyond_all():
    diary = Diary(MONDAY + 5 * DAY).knows(alice(), days_per_week=5)
    diary.session(BRIDGE).later(1).session(BRIDGE).session(BRIDGE)
    assert history_from(diary.entries, MONDAY + WEEK).adherence is None
    for days in range(7):
        diary.on(MONDAY + WEEK + days * DAY).session(BRIDGE)
    assert history_from(diary.entries, MONDAY + 2 * WEEK).adherence == 1.0


def test_the_log_holds_what_the_rules_ask_for():
    diary = Diary().knows(farid()).session(RAISE, pain_now=3, effort="2-3").later(1).morning("same")
    history = history_from(diary.entries, diary.day)
    one = history.of("side_lying_leg_raise")
    assert one.range.reps == (10, 15)
    assert one.range.sets == 2
    assert one.dose == RAISE.dose
    (done,) = one.sessions
    assert (done.day, done.sets, done.reps, done.hold_s) == (-1, 2, (10, 10), (2, 2))
    assert (done.rir, done.pain_during, done.pain_next_morning, done.form_ok) == (2, 3, 3, True)


@pytest.mark.parametrize(("effort", "rir"), [("0-1", 0), ("2-3", 2), ("4+", 4), (None, None)])
def test_effort_is_read_as_repetitions_in_reserve(effort, rir):
    diary = Diary().knows(alice()).session(BRIDGE, effort=effort)
    assert history_from(diary.entries, MONDAY).of("glute_bridge").sessions[0].rir == rir


@pytest.mark.parametrize(
    ("hurt", "after", "pain"),
    [
        (None, 2, 2),
        (None, None, 3),  # nothing said: the usual
        ({"what": "none_of_these", "pain": 4}, 1, 4),
        ({"what": "none_of_these", "pain": 4}, 5, 5),
        ({"what": "none_of_these"}, None, None),  # not said: no figure is made up
        ({"what": "sharp_or_locking", "pain": 2}, 0, 6),
    ],
)
def test_pain_in_an_exercise_is_what_hurt_in_it(hurt, after, pain):
    hurts = [hurt | {"exercise_id": "glute_bridge"}] if hurt else []
    diary = Diary().knows(farid()).session(BRIDGE, pain_now=after, hurts=hurts)
    done = history_from(diary.entries, MONDAY).of("glute_bridge").sessions[0]
    assert done.pain_during == pain


@pytest.mark.parametrize(("said", "pain"), [("better", 3), ("same", 3), ("worse", 5)])
def test_the_morning_after_is_told_against_the_usual(said, pain):
    diary = Diary().knows(farid()).session(BRIDGE).later(1).morning(said)
    done = history_from(diary.entries, diary.day).of("glute_bridge").sessions[0]
    assert done.pain_next_morning == pain


def test_a_session_of_today_has_had_no_morning_after_it():
    diary = Diary().knows(farid()).session(BRIDGE).morning("same", days_before=0)
    done = history_from(diary.entries, diary.day).of("glute_bridge").sessions[0]
    assert done.pain_next_morning is None


def test_strength_sets_are_those_of_the_last_week_that_had_any():
    diary = Diary().knows(alice()).session(BRIDGE, RAISE, STRETCH).later(2).session(RAISE)
    assert history_from(diary.entries, diary.day).last_week_strength_sets is None
    history = history_from(diary.entries, MONDAY + 2 * WEEK)
    assert history.last_week_strength_sets == 6  # sides are not counted twice, stretches not at all
    assert history.last_session_days_ago == 12


def test_a_session_with_only_its_end_known_counts_as_planned():
    diary = Diary().knows(alice()).session(BRIDGE, RAISE, sets=False)
    history = history_from(diary.entries, MONDAY + WEEK)
    assert history.last_week_strength_sets == 4
    assert history.log == ()


def test_sessions_older_than_eight_weeks_say_nothing_about_the_next():
    diary = Diary().knows(alice()).session(BRIDGE)
    assert history_from(diary.entries, MONDAY + 9 * WEEK).log == ()


def test_outcomes_compare_first_with_last():
    run, stairs, sit = (
        {"name": n, "rating": r} for n, r in (("run", 2), ("stairs", 4), ("sit", 1))
    )
    diary = Diary().knows(farid(), activities=(run, stairs)).session(BRIDGE).later(7)
    better = ({"name": "run", "rating": 5}, {"name": "stairs", "rating": 7}, sit)
    diary.weekly(pain={"groin": 1}, activities=better)
    history = history_from(diary.entries, diary.day)
    assert {(one.measure, one.first, one.last) for one in history.outcomes} == {
        ("nrs", 3, 1),
        ("psfs_average", 3, 6),
    }
    assert history.weekly_pain == (0, 1)


def test_pain_now_is_the_newest_word_on_it():
    diary = Diary().knows(farid()).session(BRIDGE, pain_now=2)
    assert person_from(diary.entries, MONDAY).pain.now == 2
    assert person_from(diary.entries, MONDAY).pain.worst_24h == 3
    diary.later(3).session(BRIDGE, pain_now=1)
    pain = person_from(diary.entries, diary.day).pain
    assert (pain.now, pain.worst_24h, pain.location) == (1, 1, "groin")


def test_wishes_are_what_was_tapped():
    swap = {"exercise_id": "glute_bridge", "change": "swapped", "to_exercise": "hip_thrust"}
    easier = {"exercise_id": "side_lying_leg_raise", "change": "easier"}
    diary = Diary().knows(alice()).session(BRIDGE, RAISE, changes=[swap]).later(2)
    assert person_from(diary.entries, diary.day).wishes.never == ()
    diary.session(RAISE, changes=[swap, easier])
    wishes = person_from(diary.entries, diary.day).wishes
    assert wishes.never == ("glute_bridge",)
    assert wishes.levels == -1
    assert wishes.familiar == ("side_lying_leg_raise",)


def test_easier_because_it_hurts_is_no_wish_about_the_level():
    tap = {"exercise_id": "glute_bridge", "change": "easier"}
    hurt = {"exercise_id": "glute_bridge", "what": "none_of_these", "pain": 4}
    diary = Diary().knows(alice()).session(BRIDGE, changes=[tap], hurts=[hurt])
    assert person_from(diary.entries, MONDAY).wishes.levels == 0


def test_a_correction_changes_the_person():
    diary = Diary().knows(alice())
    diary.correct(diary.last, about(alice(), age=43))
    assert person_from(diary.entries, MONDAY).age == 43


def _a_month_of_farid() -> tuple:
    diary = Diary().knows(farid())
    for days in range(0, 28, 2):
        diary.on(MONDAY + days * DAY).session(BRIDGE, RAISE, pain_now=days % 5)
        diary.later(1).morning("worse" if days % 3 else "same")
        if days % 7 == 0:
            diary.weekly(pain={"groin": days % 4})
    return diary.entries


@settings(max_examples=25)
@given(st.permutations(_a_month_of_farid()))
def test_the_same_entries_in_any_order_tell_of_the_same_person(shuffled):
    today = MONDAY + 28 * DAY
    assert person_from(shuffled, today) == person_from(_a_month_of_farid(), today)
