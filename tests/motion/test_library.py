"""Every motion of the library is fit to be shown, on either side. None is left out.

What fails is named with its figures. To judge files while writing them:
.venv/bin/python -m coxa.motion.judging src/coxa/exercises/library/glute_bridge.toml
"""

from dataclasses import replace
from functools import cache

import pytest

from coxa.motion.body import read_body
from coxa.motion.clip import Clip, mirrored
from coxa.motion.judging.judge import judge
from coxa.motion.judging.meaning import meaning
from coxa.motion.judging.mirror import mirroring
from coxa.motion.judging.seen import Seen
from coxa.motion.kinematics import Skeleton
from coxa.motion.library import clip, described, solved_folder
from coxa.motion.solving.clips import solve

KEYS = list(described())


@cache
def shown(key: str) -> Clip:
    """The motion as it is shown. One that is not solved yet is solved here, for its author."""
    if (solved_folder() / f"{key}.json").exists():
        return clip(key)
    one = described()[key]
    solved = solve(Skeleton(read_body()), one.shown, one.id, one.title, one.variant, one.tempo)
    return solved.clip


def test_there_are_motions():
    assert KEYS


@pytest.mark.parametrize("key", KEYS)
def test_a_motion_is_fit_to_be_shown(key: str):
    found = judge(shown(key), meaning(described()[key]))
    assert not found, f"{key}\n" + "\n".join(map(str, found))


@pytest.mark.parametrize("key", KEYS)
def test_a_motion_is_as_fit_on_the_other_side(key: str):
    meant = meaning(described()[key])
    other = replace(meant, side=meant.side.other) if meant else None
    found = judge(mirrored(shown(key)), other)
    assert not found, f"{key}, mirrored\n" + "\n".join(map(str, found))


@pytest.mark.parametrize("key", KEYS)
def test_the_other_side_is_its_mirror_image(key: str):
    found = mirroring(Seen(shown(key), read_body()))
    assert not found, f"{key}\n" + "\n".join(map(str, found))
