"""What to expect goes to the browser and comes back the same."""

import json

import pytest
from tests.motion.watching.signals import SQUAT

from coxa.motion.watching.expected import Expected

HELD = Expected(
    "stretch", "hold", "left", "hip_flexion", 10, -20, (2, 3, 2),
    ("side-left",), {"hip_flexion_l": -20.0}, ("left_hip", "left_knee"),
    {"heel_lifts_r": 32.2},
)  # fmt: skip


@pytest.mark.parametrize("expected", [SQUAT, HELD])
def test_it_survives_json(expected):
    assert Expected.from_json(json.loads(json.dumps(expected.to_json()))) == expected


def test_the_way_has_a_length_and_a_direction():
    assert (HELD.way_deg, HELD.sign) == (30, -1)
    assert (SQUAT.way_deg, SQUAT.sign) == (100, 1)


@pytest.mark.parametrize(("kind", "side"), [("jump", "left"), ("hold", "middle")])
def test_a_word_that_means_nothing_is_refused(kind, side):
    with pytest.raises(ValueError, match="must be one of"):
        Expected("x", kind, side, "knee_angle", 0, 90)
