"""Which changes matter, and which can be chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.training.outcomes import judged, measures
from coxa.training.person import OutcomeDone


def judge(measure, first, last):
    return judged(OutcomeDone(measure=measure, first=first, last=last))


@pytest.mark.parametrize(
    ("measure", "first", "last", "meaningful"),
    [
        ("nrs", 5, 5, False),
        ("nrs", 8, 6, True),
        ("nrs", 8, 7, False),
        ("nrs", 3, 2, True),  # a third
        ("nrs", 5, 3.5, True),  # 30 % exactly
        ("nrs", 4, 3, False),
        ("nrs", 3, 6, False),
        ("nrs", 0, 0, False),
        ("psfs_average", 4, 6, True),
        ("psfs_average", 4, 5.9, False),
        ("psfs_activity", 4, 6, False),
        ("psfs_activity", 4, 7, True),
        ("lefs", 40, 48, False),
        ("lefs", 40, 49, True),
        ("hoos_pain", 50, 59, False),
        ("hoos_pain", 50, 60, True),
        ("hoos_sport", 50, 60, False),
        ("ihot12", 50, 64, True),
        ("hagos", 40, 70, False),
        ("pgic", 4, 6, True),
        ("pgic", 4, 5, False),
        ("chair_stand_30s", 10, 12, True),
        ("tea_leaves", 1, 9, False),
    ],
)
def test_thresholds(measure, first, last, meaningful):
    assert judge(measure, first, last).meaningful is meaningful


def test_the_sentence_says_which():
    assert "matters" in judge("nrs", 6, 3).says
    assert "chance" in judge("nrs", 6, 5).says
    assert "worse" in judge("nrs", 3, 6).says
    assert "no figure" in judge("tea_leaves", 1, 9).says


def test_every_threshold_names_its_source():
    assert all(one.source and one.status for one in measures().values())


@given(st.sampled_from(["nrs", "lefs", "psfs_average"]), st.integers(0, 10), st.integers(0, 10))
def test_there_and_back_cannot_both_be_better(measure, one, other):
    there, back = judge(measure, one, other), judge(measure, other, one)
    assert not (there.meaningful and back.meaningful)
