"""The data file of the muscles, and what is in it."""

import json

import numpy as np
import pytest

from coxa.mechanics.model import COORDINATES, FILE, as_published, model, of_json
from coxa.motion.turns import COLUMN

DATA = json.loads(FILE.read_text(encoding="utf-8"))
PUBLISHED, WHOLE = of_json(as_published(DATA)), of_json(DATA)
ADDED = {"obt_int", "obt_ext"}


def test_gait2392_has_46_muscles_a_side():
    assert len(PUBLISHED.names) == len(set(PUBLISHED.names)) == 46


def test_the_obturators_are_added_to_them():
    assert set(WHOLE.names) - set(PUBLISHED.names) == ADDED


def test_what_is_added_changes_nothing_else():
    kept = [i for i, name in enumerate(WHOLE.names) if name not in ADDED]
    assert [WHOLE.names[i] for i in kept] == list(PUBLISHED.names)
    for field in ("max_force", "fibre", "tendon", "pennation"):
        assert np.array_equal(getattr(WHOLE.fibres, field)[kept], getattr(PUBLISHED.fibres, field))
    assert np.array_equal(WHOLE.longest[kept], PUBLISHED.longest)
    assert np.array_equal(WHOLE.fixed[kept], PUBLISHED.fixed)


@pytest.mark.parametrize("one", [PUBLISHED, WHOLE], ids=["as published", "with additions"])
def test_every_muscle_has_a_path(one):
    parts = (*one.strings, one.knee, one.thigh, one.calf, one.brim)
    assert {i for part in parts for i in range(part.lines.start, part.lines.stop)} == set(
        range(len(one.names))
    )


@pytest.mark.parametrize("one", [PUBLISHED, WHOLE], ids=["as published", "with additions"])
def test_every_part_has_a_row_for_each_of_its_muscles(one):
    for part, rows in (
        *((strings, strings.squared) for strings in one.strings),
        (one.knee, one.knee.length),
        (one.thigh, one.thigh.way),
        (one.calf, one.calf.way),
        (one.brim, one.brim.low),
    ):
        assert len(rows) == part.lines.stop - part.lines.start


def test_every_coordinate_is_one_of_the_figures():
    names = {name if name.startswith("lumbar") else f"{name}_l" for name in COORDINATES}
    assert names <= set(COLUMN)


def test_the_body_weighs_what_the_model_says():
    # gait2392 weighs 75.16 kg; ours has one leg, the other is its mirror image.
    of = model().bodies
    midline = sum(of[name].mass for name in ("pelvis", "torso"))
    leg = sum(body.mass for name, body in of.items() if name not in ("pelvis", "torso"))
    assert midline + 2 * leg == pytest.approx(75.16, abs=0.01)


def test_muscles_that_do_not_stand_together_are_refused():
    wrong = {**DATA, "knee": {**DATA["knee"], "muscles": ["sar", "vas_med"]}}
    with pytest.raises(ValueError, match="do not stand together"):
        of_json(wrong)
