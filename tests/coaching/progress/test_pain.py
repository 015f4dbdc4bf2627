"""Pain over time: what counts as a change, and from which answers that is said."""

from datetime import timedelta

import pytest

from coxa.coaching.progress.judging import Verdict, judged
from coxa.coaching.progress.pain import pain_of
from coxa.coaching.progress.summaries import pain_says
from coxa.coaching.progress.told import told
from tests.cast import MONDAY, Diary, alice, farid, item

LATER = MONDAY + timedelta(weeks=12)


def told_usual(*usual: float) -> Diary:
    """Farid, with his usual pain told each Monday."""
    diary = Diary().knows(farid(pain={"now": usual[0], "location": "groin"}))
    for value in usual[1:]:
        diary.later(7).weekly(pain={"groin": value})
    return diary


def of(diary: Diary, today=LATER):
    return pain_of(told(diary.entries, today))


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [
        (6, 4, Verdict.BETTER),  # 2 points
        (5, 3.5, Verdict.BETTER),  # 30 %
        (5, 4, Verdict.CHANCE),
        (5, 5, Verdict.SAME),
        (3, 4, Verdict.WORSE),  # a third
        (5, 6, Verdict.CHANCE),
        (8, 6, Verdict.BETTER),
    ],
)
def test_a_change_counts_from_two_points_or_thirty_percent(first, last, verdict):
    assert of(told_usual(first, last)).judged.verdict is verdict


def test_one_answer_is_no_change():
    found = of(told_usual(5))
    assert found.judged.verdict is Verdict.FIRST
    assert "5 of 10" in pain_says(found)


def test_the_band_holds_what_may_be_chance_and_stays_on_the_scale():
    assert (of(told_usual(5, 4)).band.low, of(told_usual(5, 4)).band.high) == (3.5, 6.5)
    assert of(told_usual(9.5, 9)).band.high == 10


@pytest.mark.parametrize("last", [0, 2, 3.4, 3.6, 5, 6.4, 6.6, 9])
def test_what_lies_within_the_band_is_never_called_a_change(last):
    found = of(told_usual(5, last))
    assert (found.band.low < last < found.band.high) == (not found.judged.is_real)


def test_a_verdict_names_its_rule_and_source():
    found = of(told_usual(6, 3)).judged
    assert found.rule == "nrs"
    assert "Farrar" in found.source
    assert found.status == "confirmed"


def trained(*pains: float | None) -> Diary:
    """Alice, whose pain was never asked for but after sessions, one every third day."""
    diary = Diary().knows(alice())
    for pain in pains:
        diary.session(item("glute_bridge"), pain_now=pain)
        diary.later(3)
    return diary


def test_without_a_usual_pain_the_weeks_at_both_ends_are_compared():
    found = of(trained(4, 4, 4, 3, 3, 2, 1, 1, 1))
    assert found.basis == "after"
    assert (found.judged.first, found.judged.last) == (4, 1)
    assert found.judged.verdict is Verdict.BETTER


def test_ends_less_than_two_weeks_apart_are_not_compared():
    assert of(trained(4, 4, 4, 1)).judged.verdict is Verdict.FIRST


def test_a_session_without_an_answer_is_no_painless_one():
    found = of(trained(4, None, 4))
    assert [one.value for one in found.after] == [4, 4]


def test_nothing_told_is_said_so():
    found = of(Diary())
    assert not found.told
    assert found.judged is None
    assert "not told" in pain_says(found)


def test_a_corrected_answer_counts_as_it_was_put_right():
    diary = told_usual(6)
    diary.later(7).weekly(pain={"groin": 1})
    wrong = diary.last
    diary.correct(wrong, wrong.body.model_copy(update={"pain": {"groin": 6}}))
    assert of(diary).judged.verdict is Verdict.SAME


def test_what_is_dated_after_today_is_not_known_yet():
    assert len(of(told_usual(6, 3), today=MONDAY).usual) == 1


def test_overall_counts_from_much_better_and_never_as_worse():
    assert judged("pgic", (4, 6)).verdict is Verdict.BETTER
    assert judged("pgic", (6, 1)).verdict is Verdict.CHANCE
