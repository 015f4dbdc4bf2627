"""`coxa motion`: the figure's motions for other programs, and what bad input gets."""

import json
import struct
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.conftest import COXA

from coxa.motion.clip_json import from_json
from coxa.motion.mot import parse_mot, read_mot

ID = "glute_bridge"
BEND = """\
id = "my_bend"
name = "My bend"

[motion]
view = "left"
tempo = { out_s = 1, hold_s = 0.5, back_s = 1 }

[[motion.poses]]
name = "tall"
angles = { hip_flexion = 0, knee_angle = 2 }
contacts = ["both feet flat on floor"]

[[motion.poses]]
name = "bent"
angles = { hip_flexion = 30, knee_angle = 40, ankle_angle = 20, pelvis_tilt = -10 }
contacts = ["both feet flat on floor"]

[[motion.variants]]
name = "small"
title = "less deep"
kind = "easier"

[[motion.variants.poses]]
name = "bent a little"
angles = { hip_flexion = 12, knee_angle = 20, ankle_angle = 10 }
contacts = ["both feet flat on floor"]
"""


@pytest.fixture(scope="module")
def bend(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A file that tests read; solving it takes seconds."""
    file = tmp_path_factory.mktemp("motions") / "bend.toml"
    file.write_text(BEND)
    return str(file)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A file that a test writes anew."""
    return tmp_path / "bend.toml"


@cache
def written(*arguments: str) -> bytes:
    """What the command writes to standard output, to the byte. The same question is asked once."""
    ran = subprocess.run([COXA, "motion", *arguments], capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout


def refused(coxa, *arguments: str) -> str:
    answer = coxa("motion", *arguments)
    assert answer.returncode == 2, (answer.stdout, answer.stderr)
    assert not answer.stdout
    assert "Traceback" not in answer.stderr
    return answer.stderr


def test_a_motion_of_ones_own_is_written_as_a_figure_in_3d(bend: str):
    raw = written(bend, "--format", "glb")
    assert struct.unpack_from("<4sII", raw) == (b"glTF", 2, len(raw))
    (length,) = struct.unpack_from("<I", raw, 12)
    document = json.loads(raw[20 : 20 + length])
    assert document["asset"]["extras"]["title"] == "My bend"
    assert document["skins"]
    assert document["animations"]


def test_a_motion_of_ones_own_is_written_for_opensim(bend: str):
    recording = parse_mot(written(bend, "--format", "mot").decode(), "bend.mot")
    assert recording.times[-1] == pytest.approx(2.5)
    knee = recording.values[:, recording.names.index("knee_angle_l")]
    assert 30 < knee.max() < 50


def test_a_motion_of_ones_own_is_written_as_json(bend: str):
    clip = from_json(json.loads(written(bend, "--format", "json")), "bend.json")
    assert (clip.id, clip.title, clip.length_s) == ("my_bend", "My bend", 2.5)
    assert any(held.point.startswith("heel") and held.planted for held in clip.contacts)


def test_a_motion_of_ones_own_is_written_as_a_picture(bend: str):
    picture = Image.open(BytesIO(written(bend, "--format", "png")))
    assert (picture.format, picture.width) == ("PNG", 720)


def test_a_variant_is_written_by_its_name(bend: str):
    clip = from_json(json.loads(written(bend, "--format", "json", "--variant", "small")), "")
    assert clip.variant == "small"
    assert "less deep" in clip.title


def test_left_and_right_are_exchanged(bend: str):
    usual, other = (
        json.loads(written(bend, "--format", "json", *more))["coordinates"]
        for more in ((), ("--mirrored",))
    )
    assert other["knee_angle_l"] == usual["knee_angle_r"]


@pytest.mark.parametrize("form", ["glb", "mot", "json", "png"])
def test_a_file_gets_what_its_ending_says(coxa, bend: str, tmp_path: Path, form: str):
    file = tmp_path / f"bend.{form}"
    assert coxa("motion", bend, "--out", str(file)).returncode == 0
    again = coxa("motion", bend, "--out", str(file))
    assert (again.returncode, again.stdout) == (0, "")
    assert file.read_bytes() == written(bend, "--format", form)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_what_does_not_fit_in_a_file_of_ones_own_is_said(coxa, faulty: Path):
    faulty.write_text(BEND.replace("knee_angle = 40", "knee_angle = 120"))
    answer = coxa("motion", str(faulty), "--format", "json")
    assert answer.returncode == 0
    assert "bend.toml: bent: " in answer.stderr


def test_an_exercise_is_written_by_its_id(coxa, tmp_path: Path):
    file = tmp_path / "bridge.mot"
    assert coxa("motion", ID, "--out", str(file)).returncode == 0
    assert read_mot(file).name == ID
    assert json.loads(written(ID, "--format", "json"))["id"] == ID


def test_a_motion_never_imports_django(bend: str):
    code = (
        "import sys; from coxa.cli import main; sys.argv = ['coxa', *sys.argv[1:]]\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "assert 'django' not in sys.modules"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "motion", bend, "--format", "png"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr.decode()


def test_bad_input_is_answered_with_what_would_be_right(coxa, bend: str, tmp_path: Path):
    for arguments, says in (
        ((bend,), "--format: name one: glb, mot, json or png"),
        ((bend, "--format", "jsn"), "'jsn' is not a format; did you mean json"),
        ((bend, "--out", "bend.pdf"), "'pdf' is not a format"),
        (("no_such_thing", "--format", "glb"), "ID: 'no_such_thing' is not a known motion"),
        ((bend, "--format", "mot", "--variant", "smal"), "did you mean small"),
        ((str(tmp_path / "none.toml"), "--format", "mot"), "none.toml: cannot be read: no such"),
        ((bend, "--format", "mot", "--out", str(tmp_path)), "is a folder"),
        ((bend, "--out", str(tmp_path / "none" / "a.mot")), "its folder does not exist"),
    ):
        assert says in refused(coxa, *arguments)


def test_a_file_that_is_something_else_is_not_written_over(coxa, bend: str, tmp_path: Path):
    diary = tmp_path / "diary.json"
    diary.write_text('{"mine": 1}')
    assert "is there already and is no json file of ours" in refused(
        coxa, bend, "--out", str(diary)
    )
    assert diary.read_text() == '{"mine": 1}'


def test_every_fault_of_a_motion_file_is_said_at_once(coxa, faulty: Path):
    faulty.write_text(BEND.replace("knee_angle", "knee_angel").replace("tall", "t"))
    said = refused(coxa, str(faulty), "--format", "glb")
    assert "4 things are wrong" in said
    assert "did you mean knee_angle" in said


def test_a_file_without_a_motion_says_what_it_needs(coxa, faulty: Path):
    faulty.write_text('id = "x"\n')
    assert "needs a [motion] table" in refused(coxa, str(faulty), "--format", "glb")
