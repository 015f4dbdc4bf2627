"""What an exercise asks of each muscle, in few numbers: bands, and what studies measured."""

from dataclasses import replace
from pathlib import Path

import pytest

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.exercises.library import exercises
from coxa.mechanics.measured import measured
from coxa.mechanics.trust import Confidence
from coxa.mechanics.uses import Band, MuscleUse, Source, mirrored, uses
from coxa.reading.faults import FaultyInputError


def use(key: str, muscle: Muscle, side: Side = Side.LEFT) -> MuscleUse:
    return next(u for u in uses(key) if u.muscle is muscle and u.side is side)


@pytest.mark.parametrize(
    ("key", "muscle", "side", "percent"),
    [
        ("side_lying_leg_raise", Muscle.GLUTE_MED, Side.LEFT, 81),
        ("glute_bridge", Muscle.GLUTE_MAX, Side.LEFT, 25),
        ("glute_bridge", Muscle.GLUTE_MAX, Side.RIGHT, 25),  # both legs do the same
        ("side_plank", Muscle.GLUTE_MED, Side.LEFT, 74),
    ],
)
def test_what_a_study_measured_stands_first(
    key: str, muscle: Muscle, side: Side, percent: float
) -> None:
    found = use(key, muscle, side)
    assert found.source is Source.MEASURED
    assert found.measured is not None
    assert found.measured.percent == percent
    assert found.strength == percent / 100


def test_a_figure_of_the_working_leg_says_nothing_of_the_other() -> None:
    assert use("side_lying_leg_raise", Muscle.GLUTE_MED, Side.RIGHT).measured is None


@pytest.mark.parametrize(
    ("peak", "band"),
    [
        (0.0, Band.NONE),
        (0.05, Band.LOW),
        (0.15, Band.MODERATE),
        (0.25, Band.HIGH),
        (0.6, Band.VERY_HIGH),
    ],
)
def test_a_computed_load_is_told_as_a_band(peak: float, band: Band) -> None:
    one = replace(use("lunge", Muscle.QUADS), load_peak=peak, measured=None)
    assert one.source is Source.COMPUTED
    assert one.load_band is band


def test_bands_are_words_a_person_reads() -> None:
    assert [band.words for band in Band] == ["none", "low", "moderate", "high", "very high"]


def test_opening_a_bent_hip_is_computed_with_low_confidence() -> None:
    assert use("banded_clamshell", Muscle.GLUTE_MED).confidence is Confidence.LOW
    assert use("side_lying_leg_raise", Muscle.GLUTE_MED).confidence is Confidence.MODERATE


def test_the_mirrored_exercise_is_the_same_on_the_other_side_and_twice_is_the_first() -> None:
    rows = uses("side_plank")
    turned = mirrored(rows)
    assert [r.side for r in turned] == [r.side for r in rows]
    assert turned[1].load_peak == rows[0].load_peak
    assert mirrored(turned) == rows


def test_a_check_shown_by_an_exercise_has_its_figures() -> None:
    assert uses("chair_stand_30s") == uses("x_sit_to_stand")


def test_what_has_no_motion_is_refused_with_what_is_near() -> None:
    with pytest.raises(FaultyInputError, match="did you mean glute_bridge"):
        uses("glute_brigde")


def test_every_measured_figure_is_of_an_exercise_or_check_that_is_shown() -> None:
    for key, muscle in measured():
        assert use(key, muscle).measured is measured()[key, muscle]


def test_measured_figures_are_those_of_the_evidence_table() -> None:
    """Grades A and B only: what was recalled from memory is not shown to anyone."""
    import csv

    table = Path(__file__).parent.parent / "reference" / "evidence" / "emg.csv"
    with table.open(encoding="utf-8") as file:
        read = {
            (row["pmid"].split()[0], float(row["mean_pct"]))
            for row in csv.DictReader(file)
            if row["confidence"] in ("A", "B") and row["pmid"]
        }
    for one in measured().values():
        assert (one.pmid, one.percent) in read


def test_a_strength_move_loads_something_that_it_is_meant_for() -> None:
    """Only where the computed load is to be trusted at all."""
    for exercise in exercises().values():
        if exercise.kind.value == "strength":
            meant = [use(exercise.id, muscle) for muscle in exercise.muscles.primary]
            assert any(u.strength >= 0.05 or u.confidence is Confidence.LOW for u in meant), (
                exercise.id
            )
