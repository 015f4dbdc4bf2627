"""Two minutes at the desk: for a chair and standing, screened, and no training."""

import pytest

from coxa.coaching.desk import LONGEST_S, desk_break
from coxa.coaching.questions import due
from coxa.coaching.sessions import sessions_of
from coxa.coaching.start_now import total_s
from coxa.coaching.week import week_of
from coxa.exercises.library import exercises
from coxa.programmes.desk_blocks import desk_blocks
from tests.cast import CAST, MONDAY, Diary, alice, item, safety

TURNS = range(6)
UP_OR_SEATED = {"standing", "seated_chair", "standing_or_seated", "any"}


@pytest.mark.parametrize("block", desk_blocks().values(), ids=lambda one: one.id)
def test_a_block_is_for_a_chair_or_standing_with_nothing_but_a_chair_and_a_wall(block):
    for move in block.items:
        one = exercises()[move.exercise_id]
        assert one.position in UP_OR_SEATED
        assert one.level == 1
        assert set(one.equipment.required) <= {"chair", "wall"}


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("person", CAST)
def test_nobody_gets_more_than_two_minutes_or_what_their_condition_excludes(person, turn):
    answer = desk_break(safety(person()), MONDAY, turn)
    ids = [one.exercise_id for one in answer.items]
    assert ids
    assert len(ids) == len(set(ids))
    assert answer.seconds == total_s(answer.items) <= LONGEST_S


def test_the_next_break_is_another_one():
    blocks = [desk_break(safety(alice()), MONDAY, turn).items for turn in range(3)]
    assert len({tuple(one.exercise_id for one in items) for items in blocks}) == 3


def test_a_red_flag_stops_a_break_too():
    answer = desk_break(safety(alice(), red_flags=("red_cardiac",)), MONDAY)
    assert (answer.status, answer.items) == ("refer_urgent", ())


def test_a_break_is_no_session_of_the_day_and_nothing_is_asked_about_it_next_morning():
    diary = Diary().knows(alice())
    planned = week_of(diary.entries, MONDAY)
    diary.session(item("x_sit_to_stand"), origin="desk")
    assert week_of(diary.entries, MONDAY) == planned
    tomorrow = diary.later(1).day
    assert not [one for one in due(diary.entries, tomorrow) if one.kind == "morning"]


def test_a_break_is_in_the_diary_all_the_same():
    diary = Diary().knows(alice()).session(item("x_sit_to_stand"), origin="desk")
    assert not sessions_of(diary.entries)
    assert len(sessions_of(diary.entries, breaks=True)) == 1
