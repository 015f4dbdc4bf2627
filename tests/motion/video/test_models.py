"""Pose models are found, checked, and asked for in words where they are not there."""

import zipfile
from pathlib import Path

import pytest

from coxa.motion.video.models import DETECTOR, LANDMARKS, SETTING, folder, load
from coxa.reading.faults import FaultyInputError


def task(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(f"{name}.tflite", content)
    return path


def refusal(name: str, where: Path) -> str:
    with pytest.raises(FaultyInputError) as refused:
        load(name, where)
    return str(refused.value)


def test_a_setting_names_the_folder() -> None:
    assert folder({SETTING: "/somewhere"}) == Path("/somewhere")
    assert folder({}).parts[-4:] == ("web", "static", "built", "camera")


def test_an_unknown_model_is_refused_by_name(tmp_path: Path) -> None:
    assert "'ful' is not a pose model; did you mean full?" in refusal("ful", tmp_path)


def test_an_absent_model_says_how_to_get_it(tmp_path: Path) -> None:
    words = refusal("full", tmp_path)
    assert "make assets" in words
    assert SETTING in words


def test_what_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "full.task").write_bytes(b"not a zip")
    assert "cannot be read as a pose model" in refusal("full", tmp_path)
    task(tmp_path / "full.task", pose_detector=b"x")
    assert f"{LANDMARKS}: cannot be read" in refusal("full", tmp_path)


def test_another_network_than_the_tested_one_is_refused(tmp_path: Path) -> None:
    task(tmp_path / "full-1A2B3C4D.task", pose_detector=b"x", pose_landmarks_detector=b"y")
    assert f"{DETECTOR}: is not the network that Coxa was tested with" in refusal("full", tmp_path)
