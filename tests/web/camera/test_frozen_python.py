"""The Python that the browser wakes: frozen whole, so that it has nothing left to look up."""

import gzip
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from coxa.web.built import FOLDER, built

HERE = Path(__file__).resolve()
RUNNER = HERE.parents[3] / "benchmarks" / "_watching.mjs"
NODE = shutil.which("node")
NOBODY = [0.5, 0.5, 0.0, 0.0] * 33  # landmarks of which none was seen


def folder() -> Path:
    return FOLDER / built().file("camera/pyodide")


def test_its_library_is_empty_as_all_of_it_is_in_the_frozen_memory():
    assert (folder() / "python_stdlib.zip").stat().st_size == 22  # an archive of nothing
    memory = gzip.decompress((folder() / "python.snapshot").read_bytes())
    assert b"coxa.motion.watching.watch" in memory
    assert str(HERE.parents[3]).encode() not in memory  # nothing of where it was built


@pytest.mark.skipif(NODE is None, reason="no Node here")
def test_it_wakes_and_watches():
    frames = [[at / 30, NOBODY, NOBODY] for at in range(3)]
    asked = json.dumps({"expected": None, "frames": frames, "rounds": 1})
    answer = subprocess.run(
        [NODE, RUNNER, folder()], input=asked, capture_output=True, text=True, check=True
    )
    assert json.loads(answer.stdout.splitlines()[-1])["reps"] == 0
