"""`coxa measure --check`: a self-check read from a file; what bad input gets."""

import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
from tests.conftest import COXA
from tests.motion.watching.checking.filmed import frames, tries_of

from coxa.motion.watching.points import POINTS


@pytest.fixture(scope="module")
def raises(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The figure raises its left leg twice, as landmarks in space."""
    film = frames(tries_of("slr_active", (1.0, 1.0), held_s=1.5), 0.005)
    world = np.array([one.world for one in film]).reshape(len(film), len(POINTS), 4)
    file = tmp_path_factory.mktemp("film") / "raises.npz"
    np.savez(file, time_s=[one.time_s for one in film], world=world)
    return file


def coxa(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COXA, *map(str, words)], capture_output=True, text=True, check=False, timeout=120
    )


def test_the_tries_and_what_they_propose_are_printed(raises):
    done = coxa("measure", raises, "--check", "slr_active")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Left side. Try ") == 2
    assert "the best of 2 tries." in done.stdout
    assert "Right side" not in done.stdout


def test_the_json_has_each_side_with_its_tries_and_proposal(raises):
    report = json.loads(coxa("measure", raises, "--check", "slr_active", "--json").stdout)
    assert list(report) == ["input", "check", "sides", "notes"]
    left, right = report["sides"]
    assert [one["side"] for one in (left, right)] == ["left", "right"]
    assert left["proposal"]["value"] == pytest.approx(70, abs=2)
    assert right["tries"] == []
    assert right["proposal"]["value"] is None


def test_one_side_may_be_named(raises):
    words = ("measure", raises, "--check", "slr_active", "--side", "left", "--json")
    assert [one["side"] for one in json.loads(coxa(*words).stdout)["sides"]] == ["left"]


def test_a_file_in_which_the_check_is_not_done_says_so(raises):
    done = coxa("measure", raises, "--check", "single_leg_stance")
    assert done.returncode == 0
    assert "No try was found in it." in done.stdout


def test_many_files_are_answered_in_order_and_a_bad_one_stops_none(raises, tmp_path):
    """Six of landmarks are worth a second process."""
    bad = tmp_path / "bad.npz"
    bad.write_bytes(b"PK not really")
    inputs = [raises, bad, *[raises] * 4]
    done = coxa("measure", *inputs, "--check", "slr_active", "--side", "left", "--json")
    assert done.returncode == 2
    found = json.loads(done.stdout)
    assert [one["input"] for one in found] == [str(one) for one in inputs]
    assert "is no .npz file" in found[1]["errors"][0]["right"]
    values = [one["sides"][0]["proposal"]["value"] for one in found if "sides" in one]
    assert values == [pytest.approx(70, abs=2)] * 5
    assert "1 of 6 files could not be measured" in done.stderr


def test_many_files_are_told_to_a_person_one_after_the_other(raises, tmp_path):
    other = tmp_path / "other.npz"
    other.write_bytes(raises.read_bytes())
    text = coxa("measure", raises, other, "--check", "slr_active").stdout
    assert text.count("the best of 2 tries.") == 2
    whole = text.replace("\n", "")  # a long path is broken where the terminal ends
    assert whole.index("raises.npz") < whole.index("other.npz")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--check", "slr_activ"), "did you mean slr_active?"),
        (("--check", "faber_height"), "no camera can do it"),
        (("--check", "slr_active", "--side", "both"), "must be left or right"),
        (("--check", "slr_active", "--csv"), "--csv"),
        (("--side", "left"), "--check"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(raises, words, said):
    done = coxa("measure", raises, *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
