"""Force of fibres and tendon by their length. Truths of Thelen 2003."""

import numpy as np
import pytest

from coxa.mechanics.fibres import curves

CURVES = curves()
LENGTHS = np.linspace(0.3, 2.2, 500)


@pytest.mark.parametrize(
    ("fibre", "force"),
    [(0.5, 0), (1.0, 0), (1.6, 1)],  # 1 at 60 % of strain
)
def test_resting_fibres_pull_only_when_they_are_long(fibre: float, force: float):
    assert CURVES.passive(np.array([fibre])) == pytest.approx(force)


def test_the_pull_of_resting_fibres_only_grows():
    assert (np.diff(CURVES.passive(LENGTHS)) >= 0).all()


def test_fibres_work_best_at_their_best_length():
    force = CURVES.active(LENGTHS)
    assert LENGTHS[np.argmax(force)] == pytest.approx(1, abs=0.005)
    assert CURVES.active(np.array([1.0])) == pytest.approx(1)


def test_a_tendon_gives_as_much_as_the_model_says_at_the_greatest_force():
    assert CURVES.tendon_stretch(np.array([0.0])) == pytest.approx(0)
    # The two parts of Thelen's curve are rounded figures: they meet within a few per cent.
    assert CURVES.tendon_stretch(np.array([1.0])) == pytest.approx(0.033, rel=0.01)


def test_a_tendon_gives_more_under_more_force_and_never_jumps():
    stretch = CURVES.tendon_stretch(np.linspace(0, 2, 2001))
    assert (np.diff(stretch) > 0).all()
    assert np.diff(stretch).max() < 0.0005
