"""The figures that are committed are those that the motions' words make."""

import hashlib
import json

import numpy as np
import pytest

from coxa.checks.library import checks
from coxa.exercises.library import exercises
from coxa.motion.body import read_body
from coxa.motion.clip import Clip
from coxa.motion.gltf.clip import clip_glb
from coxa.motion.kinematics import Skeleton
from coxa.motion.library import clip, described, shown_by, solved_folder
from coxa.motion.solving.clips import solve
from coxa.motion.telling import told

FIGURES = solved_folder().parent
ABOUT = json.loads((FIGURES / "figures.json").read_text(encoding="utf-8"))
KEYS = sorted(described())
MOST_BYTES_OF_A_CLIP = 15_000
MAKE = "run `make figures` and commit what it changes"


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_exercise_has_a_motion():
    assert [id for id in exercises() if shown_by(id) != id] == []


def test_every_check_that_moves_is_shown():
    still = {"check_shoe_wear"}  # one looks at a pair of shoes
    assert {id for id in checks() if not shown_by(id)} == still


def test_what_shows_another_exists_itself():
    assert {shown_by(id) for id in checks() if shown_by(id)} <= {d.id for d in described().values()}


def test_there_is_a_figure_for_every_motion_and_none_without():
    assert sorted(ABOUT["motions"]) == KEYS, MAKE
    for folder, end in (("clips", "glb"), ("solved", "json")):
        assert sorted(p.stem for p in (FIGURES / folder).glob(f"*.{end}")) == KEYS, MAKE


@pytest.mark.parametrize("key", KEYS)
def test_the_files_are_those_that_were_made(key):
    assert {name: sha256(FIGURES / name) for name in ABOUT["motions"][key]["sha256"]} == (
        ABOUT["motions"][key]["sha256"]
    ), MAKE


def test_the_body_is_the_one_that_the_figures_were_made_with():
    assert sha256(FIGURES / "body.glb") == ABOUT["body"]["sha256"], MAKE


@pytest.mark.parametrize("key", KEYS)
def test_a_clip_is_small_and_is_made_again_to_the_same_bytes(key):
    raw = (FIGURES / "clips" / f"{key}.glb").read_bytes()
    assert len(raw) <= MOST_BYTES_OF_A_CLIP
    assert clip_glb(clip(key)) == raw, MAKE


# Another processor may round a sum otherwise; a change of words or of the solver moves more than
# this.
DEGREES, METRES = 0.3, 0.002


@pytest.mark.parametrize("key", KEYS)
def test_the_words_still_make_the_motion(key):
    one, kept = described()[key], clip(key)
    fresh = solve(Skeleton(read_body()), one.shown, one.id, one.title, one.variant, one.tempo).clip
    fresh = Clip.from_json(json.loads(json.dumps(fresh.to_json())))
    assert fresh.names == kept.names
    assert np.allclose(fresh.times, kept.times, atol=1e-3), MAKE
    apart = np.abs(fresh.values - kept.values).max(axis=0)
    moved = [name.startswith("pelvis_t") and name != "pelvis_tilt" for name in fresh.names]
    assert apart[~np.array(moved)].max() < DEGREES, MAKE
    assert apart[np.array(moved)].max() < METRES, MAKE
    assert [(h.point, h.on, h.first, h.last) for h in fresh.contacts] == [
        (h.point, h.on, h.first, h.last) for h in kept.contacts
    ]


@pytest.mark.parametrize("key", KEYS)
def test_the_picture_is_told_in_words_from_the_motion_itself(key):
    assert ABOUT["motions"][key]["alt"] == told(described()[key]), MAKE
    assert all(20 < len(words) < 420 for words in told(described()[key]).values())
