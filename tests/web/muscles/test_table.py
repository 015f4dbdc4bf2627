"""The map as a table."""

from dataclasses import replace

from coxa.anatomy.muscles import Muscle
from coxa.mechanics.uses import Band
from coxa.web.muscles.bands import Kind
from coxa.web.muscles.table import Row, table
from tests.web.muscles.made_up import LIFT, STUDY, use


def rows(kind: Kind = Kind.LOAD) -> dict[Muscle, Row]:
    return {row.muscle: row for row in table(LIFT, kind)}


def test_every_muscle_has_a_row_the_hardest_worked_first():
    assert len(rows()) == len(Muscle)
    order = list(rows())
    assert order[:2] == [Muscle.GLUTE_MED, Muscle.DEEP_ROTATORS]
    assert next(iter(rows(Kind.STRETCH))) is Muscle.HAMSTRINGS


def test_sides_that_agree_are_said_once():
    core = rows()[Muscle.CORE]
    assert [(one.side, one.band) for one in core.load] == [("", Band.MODERATE)]
    buttock = rows()[Muscle.GLUTE_MAX]
    assert [(one.side, one.band) for one in buttock.load] == [
        ("left", Band.MODERATE),
        ("right", Band.NONE),
    ]


def test_a_measured_figure_says_who_measured_it_in_how_many():
    (origin,) = rows()[Muscle.GLUTE_MED].measured
    assert origin.said == "81 % of its maximum on average (left)"
    assert (origin.study, origin.people) == ("Doe and others 2009", 21)
    assert origin.address == "https://doi.org/10.1000/x"


def test_a_study_without_a_doi_has_no_address():
    bare = replace(STUDY, doi="", statistic="peak")
    row = use(Muscle.QUADS, LIFT[0].side, measured=bare)
    (origin,) = next(one.measured for one in table((row,)) if one.muscle is Muscle.QUADS)
    assert origin.address == ""
    assert "at its most" in origin.said


def test_a_study_of_both_sides_is_named_once_and_nothing_is_computed_beside_it():
    both = [use(Muscle.QUADS, side, measured=STUDY) for side in (LIFT[0].side, LIFT[1].side)]
    row = next(one for one in table(both) if one.muscle is Muscle.QUADS)
    (origin,) = row.measured
    assert origin.said == "81 % of its maximum on average"
    assert not row.computed


def test_low_confidence_is_said_where_something_is_shown():
    assert rows()[Muscle.GLUTE_MAX].unsure
    assert not rows()[Muscle.CORE].unsure
    idle = replace(LIFT[2], load_peak=0.0)
    assert not next(one for one in table((idle,)) if one.muscle is Muscle.GLUTE_MAX).unsure
