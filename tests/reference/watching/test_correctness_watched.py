"""Right or wrong, from whole recordings: repetitions are found first, and then judged.

A subject's repetitions are joined, right and wrong ones apart, and watched as a recording is.
Rules are fitted on the other subjects. So this is what `coxa measure` would give for the markers of
a stranger.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.reference.watching.fit_correctness import AIMS, Case, area, fitted
from tests.reference.watching.ui_prmd import HZ, MOVEMENTS, Episode, episodes, folder

from coxa.cli.movements import movement
from coxa.motion.expecting import expected
from coxa.motion.watching import watch
from coxa.motion.watching.correctness.terms import terms_of
from coxa.motion.watching.expected import Expected

pytestmark = [pytest.mark.reference, pytest.mark.slow]

MOTIONS = Path(__file__).parent.parent / "motions"


@pytest.mark.parametrize("number", MOVEMENTS)
def test_the_quality_of_found_repetitions_tells_right_from_wrong(number, monkeypatch):
    at = folder()
    if at is None:
        pytest.skip("COXA_REFERENCE_DATA names no folder with ui_prmd_open")
    name, known = MOVEMENTS[number], list(episodes(at, number))
    cases = [Case(one.subject, one.wrong, terms_of(one.frames)) for one in known]
    looked_for = _expected(name)
    good: list[float] = []
    bad: list[float] = []
    for subject in sorted({one.subject for one in known}):
        rules = fitted(name, [case for case in cases if case.subject != subject])
        monkeypatch.setattr(watch, "rules_for", lambda _, rules=rules: rules)
        for wrong, into in ((False, good), (True, bad)):
            chosen = [one for one in known if (one.subject, one.wrong) == (subject, wrong)]
            into += _qualities(looked_for, chosen)
    assert area(good, bad) >= AIMS[name]


def _expected(name: str) -> Expected:
    file = MOTIONS / f"{name}.toml"
    described, clip = movement(str(file) if file.exists() else name, "")
    return expected(clip, described)


def _qualities(looked_for: Expected, joined: Sequence[Episode]) -> list[float]:
    watcher = watch.Watcher(looked_for)
    frames = [frame for episode in joined for frame in episode.frames]
    for i, frame in enumerate(frames):
        watcher.frame(replace(frame, time_s=i / HZ))
    return [one.quality for one in watcher.repetitions()]
