from datetime import timedelta

from coxa.coaching.sessions import sessions_of
from coxa.training.log import SetDone
from tests.cast import MONDAY, Diary, item, session_id

BRIDGE = item("glute_bridge")


def test_a_session_is_put_together_from_its_entries():
    diary = Diary().session(BRIDGE, pain_now=2, name="first").later(1).morning("better")
    (record,) = sessions_of(diary.entries)
    assert record.day == MONDAY
    assert record.planned == (BRIDGE,)
    assert len(record.sets) == BRIDGE.sets
    assert record.effort_of("glute_bridge").left == "2-3"
    assert record.done.pain_now == 2
    assert record.morning.sore_spot == "better"
    assert record.finished


def test_a_set_given_twice_counts_once_as_it_was_given_last():
    diary = Diary().session(BRIDGE, name="first", finished=False)
    again = SetDone(
        session_id=session_id("first"), exercise_id="glute_bridge", set_number=1, reps=7
    )
    (record,) = sessions_of(diary.write(again).entries)
    assert [one.reps for one in record.sets] == [7, 10]


def test_a_session_left_in_the_middle_has_trained_but_is_not_finished():
    (record,) = sessions_of(Diary().session(BRIDGE, finished=False).entries)
    assert record.trained
    assert not record.finished


def test_a_session_whose_beginning_never_arrived_is_still_there():
    diary = Diary().session(BRIDGE)
    (record,) = sessions_of(diary.entries[1:])
    assert record.planned == ()
    assert record.finished


def test_sessions_stand_in_the_order_in_which_they_began():
    diary = Diary().session(BRIDGE, name="a").later(2).session(BRIDGE, name="b")
    assert [one.day for one in sessions_of(reversed(diary.entries))] == [
        MONDAY,
        MONDAY + timedelta(days=2),
    ]


def test_what_a_later_version_wrote_beside_an_item_is_passed_over():
    diary = Diary().session(BRIDGE)
    start = diary.entries[0]
    planned = ({**start.body.planned[0], "colour": "blue"},)
    newer = start.model_copy(update={"body": start.body.model_copy(update={"planned": planned})})
    (record,) = sessions_of((newer, *diary.entries[1:]))
    assert record.planned == (BRIDGE,)
