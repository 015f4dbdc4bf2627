"""What the rest of a week may become after something hurt."""

from datetime import timedelta

import pytest

from coxa.coaching.screen import screen
from coxa.coaching.week import week_of
from tests.cast import MONDAY, Diary, alice, chen, item


@pytest.mark.parametrize("sore", ["x_march_supine", "x_split_squat_supported", "glute_bridge"])
def test_an_easier_form_is_never_one_that_a_condition_bars(sore: str):
    who = chen()
    diary = Diary().knows(who)
    diary.session(item(sore), hurts=[{"exercise_id": sore, "what": "none_of_these", "pain": 7}])
    view = week_of(diary.entries, MONDAY + timedelta(days=1))
    assert view is not None
    ahead = [one for day in view.days if day.date > MONDAY for one in day.sessions]
    planned = {one.exercise_id for session in ahead for one in session.items}
    assert not planned & set(screen(who, MONDAY).limits.barred)


def test_too_sore_for_load_is_still_a_day_of_gentle_movement():
    diary = Diary().knows(alice(), pain_now=7, pain={"groin": 7})
    view = week_of(diary.entries, MONDAY)
    assert view is not None
    assert view.status == "hold"
    assert any(day.sessions for day in view.days)
