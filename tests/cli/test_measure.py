"""`coxa measure`: marker files, coordinates, landmarks and videos; what bad input gets."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from tests.conftest import COXA

from coxa.interchange.landmark_files import landmarks_of, npz_bytes
from coxa.interchange.markers import Markers
from coxa.interchange.trc import trc_text
from coxa.motion.clip import Clip
from coxa.motion.expecting import figure_frames, figure_points
from coxa.motion.library import clip
from coxa.motion.mot import mot_text, parse_mot, recorded
from coxa.motion.watching.points import POINTS, Frame

KEYS = [
    "view", "time_s", "angles", "confidence", "repetitions", "holds", "faults", "notes",
]  # fmt: skip
REPEATED = 3


@pytest.fixture(scope="module")
def squats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the figure's own chair stands, three of them, in every kind of file."""
    folder = tmp_path_factory.mktemp("squats")
    one = clip("x_sit_to_stand")
    times = np.concatenate([one.times + n * (one.times[-1] + 0.1) for n in range(REPEATED)])
    (folder / "squat.trc").write_text(trc_text(as_markers(one, times)))
    frames = as_frames(one, times)
    (folder / "squat.npz").write_bytes(npz_bytes(landmarks_of(frames)))
    (folder / "squat.mot").write_text(mot_text(recorded(one)))
    return folder


def as_markers(one: Clip, times: np.ndarray) -> Markers:
    points = np.tile(figure_points(one), (REPEATED, 1, 1))
    return Markers("squat", times, POINTS, points)


def as_frames(one: Clip, times: np.ndarray) -> list[Frame]:
    every = figure_frames(one) * REPEATED
    return [Frame(float(t), f.image, f.world) for t, f in zip(times, every, strict=True)]


def ran(*arguments: object) -> subprocess.CompletedProcess[str]:
    words = [str(one) for one in arguments]
    return subprocess.run([COXA, "measure", *words], capture_output=True, text=True, check=False)


def answer(*arguments: object) -> Any:
    done = ran(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", ["squat.trc", "squat.npz"])
def test_repetitions_of_an_exercise_are_counted(squats: Path, name: str) -> None:
    found = answer(squats / name, "--exercise", "x_sit_to_stand")
    assert list(found) == KEYS
    assert len(found["repetitions"]) == REPEATED
    assert all(one["full"] for one in found["repetitions"])
    assert {len(values) for values in found["angles"].values()} == {len(found["time_s"])}
    assert found["angles"].keys() == found["confidence"].keys()


def test_markers_and_landmarks_of_one_movement_give_the_same_angles(squats: Path) -> None:
    one, other = answer(squats / "squat.trc"), answer(squats / "squat.npz")
    ours, theirs = (np.array(found["angles"]["knee_angle_l"], float) for found in (one, other))
    np.testing.assert_allclose(ours, theirs, atol=0.5)


def test_any_movement_is_counted_without_its_name(squats: Path) -> None:
    assert len(answer(squats / "squat.trc")["repetitions"]) == REPEATED


def test_coordinates_come_straight_from_a_mot_file(squats: Path) -> None:
    found = answer(squats / "squat.mot", "--exercise", "x_sit_to_stand")
    knees = parse_mot((squats / "squat.mot").read_text(), "squat.mot")
    column = knees.values[:, knees.names.index("knee_angle_l")]
    np.testing.assert_allclose(found["angles"]["knee_angle_l"], column, atol=1e-3)
    assert set(found["confidence"]["knee_angle_l"]) == {1.0}


def test_what_is_written_as_csv_can_be_measured_again(squats: Path, tmp_path: Path) -> None:
    done = ran(squats / "squat.npz", "--csv", "--out", tmp_path / "squat.csv")
    assert done.returncode == 0, done.stderr
    header = (tmp_path / "squat.csv").read_text().splitlines()[0].split(",")
    assert header[0] == "time_s"
    assert "knee_angle_l" in header
    assert "knee_angle_l_confidence" in header
    again = answer(tmp_path / "squat.csv")
    assert len(again["repetitions"]) == REPEATED


def test_opensim_gets_what_was_measured(squats: Path) -> None:
    done = ran(squats / "squat.trc", "--mot")
    assert done.returncode == 0, done.stderr
    written = parse_mot(done.stdout, "out.mot")
    measured = answer(squats / "squat.trc")["angles"]["knee_angle_l"]
    column = written.values[:, written.names.index("knee_angle_l")]
    assert column.max() == pytest.approx(max(measured), abs=1)
    assert len(set(np.round(np.diff(written.times), 5))) == 1  # even steps


def test_a_plot_is_a_picture(squats: Path, tmp_path: Path) -> None:
    done = ran(squats / "squat.trc", "--plot", tmp_path / "out.png")
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / "out.png") as picture:
        assert picture.width == 1200
    assert "3 repetitions" in done.stdout


def test_a_person_reads_a_summary(squats: Path) -> None:
    text = ran(squats / "squat.trc", "--exercise", "x_sit_to_stand").stdout
    assert "3 repetitions" in text
    assert "left knee angle" in text
    assert "Up is y in this file." in text


def test_many_files_are_answered_in_order_and_a_bad_one_stops_none(
    squats: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.npz"
    bad.write_bytes(b"PK not really")
    empty = tmp_path / "empty.trc"
    empty.write_bytes(b"")
    inputs = [squats / "squat.trc", bad, squats / "squat.mot", empty, tmp_path / "none.csv"]
    done = ran(*inputs, "--json")
    assert done.returncode == 2
    found = json.loads(done.stdout)
    assert [one["input"] for one in found] == [str(one) for one in inputs]
    assert [("errors" in one) for one in found] == [False, True, False, True, True]
    assert "is no .npz file" in found[1]["errors"][0]["right"]
    assert "3 of 5 files could not be measured" in done.stderr


def test_several_files_are_written_into_a_folder(squats: Path, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    copy = tmp_path / "other.trc"
    copy.write_bytes((squats / "squat.trc").read_bytes())
    done = ran(squats / "squat.trc", copy, "--csv", "--out", folder)
    assert done.returncode == 0, done.stderr
    assert sorted(file.name for file in folder.iterdir()) == ["other.csv", "squat.csv"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.trc", None, "no such file"),
        ("empty.npz", b"", "is empty"),
        ("notes.txt", b"hello", "nothing that can be measured"),
        ("cut.trc", b"PathFileType\t4", "has no line that names the columns"),
        ("film.mp4", b"not a film at all", "cannot be read as a video"),
        ("other.mot", b"x\nversion=1\ninDegrees=yes\nendheader\ntime\tleg\n0\t1\n", "coordinate"),
    ],
)
def test_bad_input_is_answered_with_what_would_be_right(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    done = ran(file)
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert not done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--json", "--csv"], "one of them at a time"),
        (["--exercise", "x_sit_to_stnad"], "did you mean x_sit_to_stand"),
        (["--up", "x"], "must be y or z"),
        (["--model", "huge"], "not a pose model"),
        (["--out", "somewhere"], "needs --json, --csv or --mot"),
        (["--video", "out.mp4"], "draws over a video only"),
    ],
)
def test_options_that_do_not_fit_are_refused(squats: Path, arguments: list[str], said: str) -> None:
    done = ran(squats / "squat.trc", *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_the_input_is_never_written_over(squats: Path) -> None:
    before = (squats / "squat.mot").read_bytes()
    done = ran(squats / "squat.mot", "--mot", "--out", squats / "squat.mot")
    assert done.returncode == 2
    assert "is the input itself" in done.stderr
    assert (squats / "squat.mot").read_bytes() == before


def test_no_file_of_somebody_else_is_written_over(squats: Path, tmp_path: Path) -> None:
    other = tmp_path / "mine.csv"
    other.write_text("my,own,table\n")
    done = ran(squats / "squat.mot", "--csv", "--out", other)
    assert done.returncode == 2
    assert other.read_text() == "my,own,table\n"


@pytest.mark.reference
def test_squats_in_opensim_s_own_file_are_counted() -> None:
    """Five squats, as its authors recorded them; the deepest knee is 88 degrees."""
    folder = os.environ.get("COXA_REFERENCE_DATA")
    if not folder:
        pytest.skip("COXA_REFERENCE_DATA names no folder with outside data")
    found = answer(Path(folder) / "opencap_squat" / "example_squats.mot")
    assert len(found["repetitions"]) == 5
    assert max(found["angles"]["knee_angle_l"]) == pytest.approx(88, abs=1)
