"""Obturator internus and externus: what anatomy says of them, with the data switched on."""

import json

import numpy as np
import pytest
from tools.muscles.additions import similarity

from coxa.mechanics.measuring import Sums
from coxa.mechanics.model import AT, COORDINATES, FILE, of_json
from coxa.mechanics.paths import Measure

WHOLE = of_json(json.loads(FILE.read_text(encoding="utf-8")))
INTERNUS, EXTERNUS = (WHOLE.names.index(name) for name in ("obt_int", "obt_ext"))


def measured(**angles: float) -> tuple[np.ndarray, np.ndarray]:
    """Lengths (M,) and arms (C, M) of the right side in mm; angles in degrees."""
    pose = np.zeros((len(COORDINATES), 1))
    for name, angle in angles.items():
        pose[AT[name]] = np.radians(angle)
    lengths = np.empty((len(WHOLE.names), 1))
    arms = np.zeros((len(COORDINATES), len(WHOLE.names), 1))
    Measure(WHOLE)(pose, Sums(lengths, arms))
    return 1000 * lengths[:, 0], 1000 * arms[:, :, 0]


def arm(muscle: int, way: str, **angles: float) -> float:
    return float(measured(**angles)[1][AT[f"hip_{way}"], muscle])


def test_internus_turns_a_straight_hip_out():
    # Its neighbours, the gemelli, have the same lever: all three end at one place.
    assert arm(INTERNUS, "rotation") == pytest.approx(
        arm(WHOLE.names.index("gem"), "rotation"), 0.1
    )
    assert -40 < arm(INTERNUS, "rotation") < -25


def test_internus_spreads_a_bent_hip():
    assert arm(INTERNUS, "adduction", hip_flexion=90) < -15


def test_externus_turns_a_bent_hip_out_more_than_a_straight_one():
    straight, bent = (arm(EXTERNUS, "rotation", hip_flexion=angle) for angle in (0, 90))
    assert bent < 2 * straight < 0


def test_externus_draws_the_thigh_in():
    assert arm(EXTERNUS, "adduction") > 10


def test_internus_is_longest_in_a_bent_hip_drawn_in():
    # Vaarbakken and others 2014 (Clin Biomech 29:794): 30 mm longer at 105 and 10 degrees.
    bent, _ = measured(hip_flexion=105, hip_adduction=10)
    straight, _ = measured()
    spread, _ = measured(hip_flexion=-15, hip_adduction=-30)
    assert spread[INTERNUS] < straight[INTERNUS] + 10 < bent[INTERNUS]
    assert 12 < bent[INTERNUS] - straight[INTERNUS] < 35


@pytest.mark.parametrize(("muscle", "share"), [(INTERNUS, 2.57 / 2.7), (EXTERNUS, 2.64 / 2.7)])
def test_in_standing_their_fibres_are_as_long_as_they_were_found(muscle: int, share: float):
    lengths, _ = measured()
    of = WHOLE.fibres
    along = lengths[muscle] / 1000 - of.tendon[muscle]
    across = of.fibre[muscle] * np.sin(of.pennation[muscle])
    assert np.hypot(along, across) / of.fibre[muscle] == pytest.approx(share, abs=1e-3)


def test_a_turn_and_a_scale_are_found_again():
    chance = np.random.default_rng(4)
    turn = np.linalg.qr(chance.normal(size=(3, 3)))[0]
    turn *= np.sign(np.linalg.det(turn))
    given = chance.normal(size=(12, 3))
    found, scale = similarity(given, 0.9 * given @ turn.T)
    assert found == pytest.approx(turn)
    assert scale == pytest.approx(0.9)
