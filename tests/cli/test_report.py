"""coxa report, run as a person runs it."""

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.cast import MONDAY
from tests.twelve_weeks import twelve_weeks

from coxa.interchange.archive import to_archive


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("farid") / "farid.json"
    file.write_text(json.dumps(to_archive("Farid", twelve_weeks(weeks=2).entries)))
    return file


@pytest.fixture
def filled(coxa, archive: Path, tmp_path: Path) -> Path:
    data = tmp_path / "data"
    assert coxa("import", str(archive), "--data", str(data)).returncode == 0
    return data


def test_it_writes_two_pages_of_that_day_and_writes_them_again(coxa, filled: Path, tmp_path: Path):
    out = tmp_path / "report.pdf"
    told = ("report", "--data", str(filled), "--today", f"{MONDAY:%Y-%m}-12", "--out", str(out))
    for _ in range(2):
        answer = coxa(*told)
        assert answer.returncode == 0, answer.stderr
        assert "The report of Farid" in answer.stdout
    pdf = PdfReader(io.BytesIO(out.read_bytes()))
    assert len(pdf.pages) == 2
    assert "12 March 2026" in pdf.pages[0].extract_text()
    assert out.stat().st_mode & 0o077 == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data", "report.pdf"]


def test_a_file_that_is_not_ours_is_left_alone(coxa, filled: Path, tmp_path: Path):
    out = tmp_path / "mine.pdf"
    out.write_bytes(b"%PDF-1.7 my own letter")
    answer = coxa("report", "--data", str(filled), "--out", str(out))
    assert answer.returncode == 2
    assert "was not written by Coxa" in answer.stderr
    assert out.read_bytes() == b"%PDF-1.7 my own letter"


def test_a_name_that_nobody_has_is_named(coxa, filled: Path, tmp_path: Path):
    out = tmp_path / "report.pdf"
    answer = coxa("report", "--data", str(filled), "--profile", "Zoe", "--out", str(out))
    assert answer.returncode == 2
    assert "there is" in answer.stderr
    assert not out.exists()
