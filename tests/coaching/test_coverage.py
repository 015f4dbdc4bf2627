"""From muscle vectors to what counts: bands, trust, sides, and what someone decided."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from tools import muscle_tags_page

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.coaching import muscle_tags
from coxa.coaching.coverage import coverage, coverage_of, sides_of
from coxa.coaching.disagreements import disagreements
from coxa.coaching.muscle_tags import Decided
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind, Sides
from coxa.mechanics.measured import Measured
from coxa.mechanics.trust import Confidence
from coxa.mechanics.uses import MuscleUse, uses
from coxa.reading.faults import FaultyInputError
from coxa.training.coverage import COUNTED, TAGS, WHOLE, Origin, Share

RAISE = exercises()["side_lying_leg_raise"]  # one-sided; names glute_med, and tfl_itb as a helper
BRIDGE = exercises()["glute_bridge"]  # both sides together
REACH = exercises()["x_hip_hinge_seated_reach"]  # a stretch of the hamstrings
STUDY = Measured(
    percent=70, sd=None, people=20, statistic="mean", study="A study", doi="", pmid="1",
    exercise="a raise",
)  # fmt: skip


class Use(MuscleUse):
    """Works as hard as its load says: how a load is read is another test's matter."""

    @property
    def strength(self) -> float:
        return self.measured.percent / 100 if self.measured else self.load_peak


def use(muscle: Muscle, side: Side = Side.LEFT, load: float = 0.0, **more) -> MuscleUse:
    usual = {"length_min": 0.0, "length_max": 0.0, "stretch": 0.0, "confidence": Confidence.HIGH}
    return Use(muscle, side, load, load, **usual | more)


def both(left: MuscleUse, right_load: float = 0.0) -> list[MuscleUse]:
    return [left, replace(left, side=Side.RIGHT, load_peak=right_load, measured=None)]


def share(exercise, rows: Iterable[MuscleUse], counts: str = "") -> Share:
    """Of the muscle of the first row."""
    rows = list(rows)
    muscle = rows[0].muscle
    looked = {}
    if counts:
        one = {"exercise": exercise.id, "muscle": muscle, "counts": counts, "seen": "In a test."}
        looked[exercise.id, muscle] = Decided.model_validate(one)
    made = coverage_of([exercise], lambda _: rows, looked)
    return made.of(exercise, muscle)


@pytest.mark.parametrize(("load", "halves"), [(0.8, 2), (0.61, 2), (0.41, 2), (0.39, 1), (0.21, 1)])
def test_high_loads_count_whole_and_moderate_ones_half(load, halves):
    assert share(RAISE, both(use(Muscle.GLUTE_MED, load=load))).own == halves


def test_a_stretch_counts_by_length_and_not_by_load():
    rows = both(use(Muscle.HAMSTRINGS, load=0.9, stretch=0.3))
    assert share(REACH, rows).own == 1


def test_what_was_measured_counts_before_what_is_computed():
    rows = both(use(Muscle.GLUTE_MED, load=0.25, measured=STUDY, confidence=Confidence.LOW))
    assert share(RAISE, rows) == Share(WHOLE, 0, Origin.MEASURED)


def test_a_load_computed_with_low_confidence_leaves_the_tag_alone():
    rows = both(use(Muscle.GLUTE_MED, load=0.25, confidence=Confidence.LOW))
    assert share(RAISE, rows) == TAGS.of(RAISE, Muscle.GLUTE_MED)


def test_the_other_side_of_a_one_sided_exercise_has_its_own_share():
    assert share(RAISE, both(use(Muscle.GLUTE_MED, load=0.9), 0.3)).other == 1


def test_where_sides_work_together_the_better_one_speaks_for_both():
    assert BRIDGE.sides is Sides.TOGETHER
    found = share(BRIDGE, both(use(Muscle.GLUTE_MAX, load=0.3), 0.5))
    assert (found.own, found.other) == (WHOLE, WHOLE)


def test_a_helpers_set_is_an_indirect_one():
    assert Muscle.TFL_ITB in RAISE.muscles.secondary
    assert share(RAISE, both(use(Muscle.TFL_ITB, load=0.9))).own == 1
    assert share(RAISE, both(use(Muscle.TFL_ITB, load=0.1))).own == 0


def test_against_the_vector_a_named_muscle_counts_half_until_someone_has_looked():
    rows = both(use(Muscle.GLUTE_MED, load=0.02))
    assert share(RAISE, rows).own == 1
    assert share(RAISE, rows, counts="tag") == TAGS.of(RAISE, Muscle.GLUTE_MED)
    assert share(RAISE, rows, counts="vector").own == 0
    assert share(RAISE, rows, counts="half").own == 1


def test_a_muscle_that_nobody_named_counts_only_after_someone_has_looked():
    rows = both(use(Muscle.HAMSTRINGS, load=0.9))
    assert Muscle.HAMSTRINGS not in RAISE.muscles.primary + RAISE.muscles.secondary
    assert share(RAISE, rows).own == 0
    assert share(RAISE, rows, counts="vector").own == WHOLE


def test_contradictions_are_found_on_both_sides():
    rows = [*both(use(Muscle.GLUTE_MED, load=0.1)), *both(use(Muscle.HAMSTRINGS, load=0.9)),
            *both(use(Muscle.CORE, load=0.3)), *both(use(Muscle.TFL_ITB, load=0.9)),
            *both(use(Muscle.QUADS, load=0.9, confidence=Confidence.LOW))]  # fmt: skip
    counted = coverage_of([RAISE], lambda _: rows, {})
    found = disagreements([RAISE], lambda _: rows, {}, counted)
    assert [(one.muscle, one.tagged) for one in found] == [
        (Muscle.GLUTE_MED, True),
        (Muscle.HAMSTRINGS, False),
    ]


def test_of_the_whole_library_each_share_is_within_a_set():
    for (exercise_id, _), one in coverage().shares.items():
        assert exercises()[exercise_id].kind in COUNTED
        assert {one.own, one.other} <= {0, 1, WHOLE}
        if exercises()[exercise_id].sides is not Sides.EACH:
            assert one.own == one.other


def test_every_exercise_that_is_trained_counts_for_something():
    for exercise in exercises().values():
        if exercise.kind in COUNTED:
            assert any(coverage().of(exercise, muscle).each for muscle in Muscle), exercise.id


def test_every_strength_move_and_stretch_has_both_sides_of_every_muscle():
    for exercise in exercises().values():
        if exercise.kind in COUNTED:
            assert list(sides_of(uses(exercise.id))) == list(Muscle)


def test_a_decision_is_told_of_even_when_nothing_contradicts_it_any_more():
    rows = both(use(Muscle.GLUTE_MED, load=0.9))
    said = {"exercise": RAISE.id, "muscle": Muscle.GLUTE_MED, "counts": "tag", "seen": "In a test."}
    looked = {(RAISE.id, Muscle.GLUTE_MED): Decided.model_validate(said)}
    (one,) = disagreements([RAISE], lambda _: rows, looked, TAGS)
    assert not one.stands


def test_a_pair_is_decided_once(tmp_path, monkeypatch):
    file = tmp_path / "muscle_tags.toml"
    once = f"[[decided]]\nexercise = '{RAISE.id}'\nmuscle = 'core'\ncounts = 'tag'\nseen = 'x'\n"
    file.write_text(once * 2)
    monkeypatch.setattr(muscle_tags, "FILE", file)
    with pytest.raises(FaultyInputError, match="decided once"):
        muscle_tags.decided.__wrapped__()


def test_the_page_of_muscle_tags_is_made_from_the_vectors():
    assert muscle_tags_page.PAGE.read_text(encoding="utf-8") == muscle_tags_page.page(), (
        "run: .venv/bin/python -m tools.muscle_tags_page"
    )


def test_measured_figures_count_in_the_library():
    origins = {share.origin for share in coverage().shares.values()}
    assert {Origin.MEASURED, Origin.COMPUTED} <= origins
    kinds = {exercises()[key[0]].kind for key in coverage().shares}
    assert kinds == {Kind.STRENGTH, Kind.STRETCH}
