"""How long resting fibres are, and how hard they pull."""

import numpy as np
import pytest
from tests.mechanics.poses import along, pose, spread

from coxa.mechanics import paths
from coxa.mechanics.fibres import LONGEST, at_rest, curves
from coxa.mechanics.model import model
from coxa.mechanics.muscle import lines

OF = model().fibres


def lengths_between(shortest: float, longest: float) -> np.ndarray:
    """(200, M, 2): every muscle from the one share of its own length in standing to the other."""
    standing = paths.lengths(pose())
    return standing * np.linspace(shortest, longest, 200)[:, None, None]


def test_a_longer_muscle_never_has_shorter_fibres_or_pulls_less():
    found = at_rest(lengths_between(0.7, 1.4))
    assert (np.diff(found.fibre, axis=0) >= 0).all()
    assert (np.diff(found.passive_n, axis=0) >= 0).all()


def test_fibres_and_tendon_pull_alike():
    lengths = paths.lengths(spread(300))
    found = at_rest(lengths)
    across = np.sin(OF.pennation)[:, None]
    cosine = np.sqrt(1 - (across / found.fibre) ** 2)
    force = curves().passive(found.fibre) * cosine
    assert found.passive_n / OF.max_force[:, None] == pytest.approx(force, abs=5e-3)
    whole = OF.fibre[:, None] * found.fibre * cosine + OF.tendon[:, None] * (
        1 + curves().tendon_stretch(force)
    )
    # But for those that are slack: they cannot get shorter than their shortest.
    taut = lengths > whole - 1e-4
    assert np.abs(whole - lengths)[taut].max() < 2e-4


def test_a_slack_muscle_does_not_pull():
    assert (at_rest(lengths_between(0.5, 0.6)).passive_n == 0).all()


def test_no_pose_needs_fibres_that_the_table_does_not_have():
    assert at_rest(paths.lengths(spread(3000))).fibre.max() < LONGEST


def test_standing_hardly_pulls_on_anything():
    pull = at_rest(paths.lengths(pose())).passive_n[0, :, 0] / OF.max_force
    # The model's ankle muscles are tight in standing; none of the hip's has a tenth of its force.
    hip = [line.column for line in lines().values() if line.group]
    assert pull[hip].max() < 0.1


@pytest.mark.parametrize(
    ("muscle", "coordinate", "low", "high"),
    [
        ("semimem", "hip_flexion", 0, 95),  # a straight knee lets the hip bend no further
        ("rect_fem", "knee_angle", 0, 155),
        ("soleus", "ankle_angle", -40, 35),
        ("grac", "hip_adduction", 20, -50),
        ("glut_med1", "hip_adduction", -40, 30),
    ],
)
def test_a_muscle_gets_tighter_as_its_joint_turns_away_from_it(
    muscle: str, coordinate: str, low: float, high: float
):
    poses = along(f"{coordinate}_l", np.linspace(low, high, 60))
    pull = at_rest(paths.lengths(poses)).passive_n[:, lines()[muscle].column, 0]
    assert (np.diff(pull) >= 0).all()
    assert pull[-1] > pull[0]
