"""Every motion of the library: it can be held, and what stands ready of it is what is computed."""

import pytest

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.exercises.library import exercises
from coxa.mechanics.loads import loads
from coxa.mechanics.stretch import stretch
from coxa.mechanics.uses import NUMBERS, of_motion, uses
from coxa.motion.library import clip, described

NEAR = 0.01  # processors round differently, and a solver ends where it is near enough


@pytest.mark.parametrize("key", list(described()))
def test_it_can_be_held_and_its_figures_are_up_to_date(key: str) -> None:
    """`python -m tools.muscles.make_uses` renews the figures."""
    one, moving = described()[key], clip(key)
    worked = loads(moving, one.shown)
    assert worked.misfits == []
    for now, ready in zip(
        of_motion(one.id, worked, stretch(moving), moving), uses(key), strict=True
    ):
        assert (now.muscle, now.side, now.confidence) == (
            ready.muscle,
            ready.side,
            ready.confidence,
        )
        for name in NUMBERS:
            assert getattr(ready, name) == pytest.approx(getattr(now, name), abs=NEAR), name


def test_every_exercise_has_figures_of_all_muscles_on_both_sides() -> None:
    for id in exercises():
        assert [(u.muscle, u.side) for u in uses(id)] == [(m, s) for m in Muscle for s in Side]
