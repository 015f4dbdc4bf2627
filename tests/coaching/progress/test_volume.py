"""Muscles over weeks: the same counting as the week's own table, for all weeks in one pass."""

from datetime import timedelta

import pytest

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.coaching.blocks import WEEK
from coxa.coaching.coverage import coverage
from coxa.coaching.progress.summaries import muscles_say, volume_words
from coxa.coaching.progress.told import told
from coxa.coaching.progress.volume import SHOWN, volume_of
from coxa.coaching.week_muscles import done_work, totals
from coxa.exercises.vocabulary import Kind
from tests.cast import MONDAY, Diary, item
from tests.twelve_weeks import twelve_weeks

END = MONDAY + timedelta(weeks=12) - timedelta(days=1)
RAISE = "side_lying_leg_raise"


@pytest.fixture(scope="module")
def diary() -> Diary:
    return twelve_weeks()


def volume(diary: Diary, today=END):
    return volume_of(told(diary.entries, today), coverage())


def test_each_week_is_what_the_weeks_own_table_says(diary):
    found = volume(diary)
    for n, monday in enumerate(found.mondays):
        expected = totals(done_work(diary.entries, monday), coverage())
        shown = {
            (one.kind, one.muscle, one.side): one.weeks[n] for one in found.muscles if one.weeks[n]
        }
        assert shown == expected


def test_the_means_are_of_whole_weeks(diary):
    found = volume(diary)
    row = next(o for o in found.of(Kind.STRENGTH) if o.muscle is Muscle.GLUTE_MAX)
    assert found.whole == 4
    assert row.lately == sum(row.weeks[-5:-1]) / 4
    assert row.at_first == sum(row.weeks[:4]) / 4


def test_in_the_first_week_what_is_done_so_far_counts():
    first = Diary().session(item(RAISE, sets=2))
    found = volume(first, today=MONDAY)
    row = next(o for o in found.of(Kind.STRENGTH) if o.muscle is Muscle.GLUTE_MED)
    assert (found.whole, row.lately) == (0, 2)


def test_one_side_alone_is_counted_on_that_side():
    found = volume(Diary().session(item(RAISE, sets=2, side="left")), today=MONDAY)
    rows = {o.side: o.lately for o in found.of(Kind.STRENGTH) if o.muscle is Muscle.GLUTE_MED}
    assert rows[Side.LEFT] > rows[Side.RIGHT]


def test_of_a_long_log_half_a_year_is_shown_and_its_beginning_is_kept():
    long = twelve_weeks(weeks=40)
    found = volume(long, today=MONDAY + 40 * WEEK - timedelta(days=1))
    assert len(found.mondays) == SHOWN
    row = next(o for o in found.of(Kind.STRENGTH) if o.muscle is Muscle.GLUTE_MAX)
    early = volume(twelve_weeks())
    assert row.at_first == next(
        o.at_first for o in early.of(Kind.STRENGTH) if o.muscle is Muscle.GLUTE_MAX
    )


def test_without_sessions_there_is_nothing():
    found = volume(Diary(), today=MONDAY)
    assert (found.mondays, found.muscles) == ((), ())
    assert "No strength" in muscles_say(found, Kind.STRENGTH)


@pytest.mark.parametrize(
    ("kind", "amount", "words"),
    [
        (Kind.STRENGTH, 1, "1 set"),
        (Kind.STRENGTH, 4.5, "4.5 sets"),
        (Kind.STRETCH, 60, "1 minute"),
        (Kind.STRETCH, 150, "2.5 minutes"),
    ],
)
def test_amounts_have_their_unit(kind, amount, words):
    assert volume_words(kind, amount) == words
