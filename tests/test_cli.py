"""The commands, run as a person runs them."""

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from coxa.cli import app

PERSON = """\
age: 34
minutes_per_session: 10
days_per_week: 5
equipment: [wall, chair]
floor: yes
"""
COMMANDS = sorted(typer.main.get_command(app).commands)
DOCUMENT = Path(__file__).parents[1] / "docs" / "commands.md"


@pytest.fixture
def alice(tmp_path: Path) -> Path:
    file = tmp_path / "alice.yaml"
    file.write_text(PERSON)
    return file


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str):
    assert re.search(rf"^### .*`coxa {name}\b", DOCUMENT.read_text(), re.MULTILINE)


def test_every_command_in_the_document_exists():
    named = re.findall(r"`coxa ([a-z]+)", DOCUMENT.read_text())
    assert set(named) <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(coxa, name: str):
    assert coxa(name, "--help").returncode == 0


@pytest.mark.parametrize(
    ("name", "kind"),
    [("exercises", None), ("programmes", "programme"), ("checks", "check"), ("habits", "habit")],
)
def test_a_list_is_an_array_of_objects_with_id_and_kind(coxa, name: str, kind: str | None):
    answer = coxa(name, "--json")
    things = json.loads(answer.stdout)
    assert answer.returncode == 0
    assert things
    assert all(thing["id"] for thing in things)
    assert all(thing["kind"] == (kind or thing["kind"]) for thing in things)


def test_the_five_programmes_have_their_ids(coxa):
    things = json.loads(coxa("programmes", "--json").stdout)
    assert [thing["id"] for thing in things] == ["p000", "p001", "p002", "p003", "p004"]


def test_one_exercise_is_shown_whole(coxa):
    shown = coxa("exercises", "hip_thrust")
    assert "Press both feet down" in shown.stdout
    assert json.loads(coxa("exercises", "hip_thrust", "--json").stdout)["id"] == "hip_thrust"


def test_lists_and_plans_never_import_django(alice: Path):
    code = (
        "import sys; from coxa.cli import main; sys.argv = ['coxa', *sys.argv[1:]]\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "assert 'django' not in sys.modules"
    )
    for arguments in (
        ("exercises",), ("programmes", "--json"), ("checks",), ("habits",),
        ("plan", str(alice), "--weeks", "1"),
    ):  # fmt: skip
        ran = subprocess.run(
            [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr


def test_a_plan_shows_its_days_doses_and_reasons(coxa, alice: Path):
    shown = coxa("plan", str(alice), "--weeks", "2", "--today", "2026-03-02", COLUMNS="160")
    assert shown.returncode == 0, shown.stderr
    for words in ("You can train.", "Week 1", "Monday", "minutes", "Trains"):
        assert words in shown.stdout


def test_the_same_person_day_and_seed_give_the_same_plan(coxa, alice: Path):
    ask = ("plan", str(alice), "--weeks", "1", "--today", "2026-03-02", "--seed", "3", "--json")
    first, second = coxa(*ask), coxa(*ask)
    assert first.stdout == second.stdout
    assert len(json.loads(first.stdout)["weeks"]) == 1


def test_twelve_weeks_are_planned_where_nothing_is_said(coxa, alice: Path):
    assert len(json.loads(coxa("plan", str(alice), "--json").stdout)["weeks"]) == 12


def test_a_plan_that_sends_a_person_to_a_professional_is_done(coxa, tmp_path: Path):
    file = tmp_path / "hugo.json"
    file.write_text('{"age": 14, "minutes_per_session": 10, "days_per_week": 3}')
    answer = coxa("plan", str(file), "--json")
    assert answer.returncode == 0
    assert json.loads(answer.stdout)["status"] == "refer"
    assert "professional" in coxa("plan", str(file)).stdout


def lines_of(*persons: object) -> str:
    return "".join(json.dumps({"id": f"p{n}", "person": p}) + "\n" for n, p in enumerate(persons))


def test_a_batch_answers_in_the_order_of_its_lines_and_says_which_failed(coxa, tmp_path: Path):
    person = {"age": 34, "minutes_per_session": 10, "days_per_week": 3}
    file = tmp_path / "all.jsonl"
    file.write_text(
        lines_of(person, person | {"age": "old"}, person | {"age": 12}) + "\n{not json}\n"
    )
    answer = coxa("plan", "--batch", str(file), "--weeks", "1", "--today", "2026-03-02")
    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    assert answer.returncode == 2
    assert [line["id"] for line in lines] == ["p0", "p1", "p2", None]
    assert [set(line) for line in lines] == [
        {"id", "plan"}, {"id", "errors"}, {"id", "plan"}, {"id", "errors"},
    ]  # fmt: skip
    assert lines[1]["errors"][0]["file"] == "all.jsonl:2"
    assert lines[1]["errors"][0]["field"] == "age"
    assert "whole number" in lines[1]["errors"][0]["right"]


def test_a_batch_over_several_cores_gives_what_single_plans_give(coxa, alice, tmp_path: Path):
    persons = [{"age": age, "minutes_per_session": 10, "days_per_week": 2} for age in range(20, 29)]
    file = tmp_path / "all.jsonl"
    file.write_text(lines_of(*persons))
    answer = coxa("plan", "--batch", str(file), "--weeks", "1", "--today", "2026-03-02")
    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    assert answer.returncode == 0, answer.stderr
    assert [line["id"] for line in lines] == [f"p{n}" for n in range(9)]
    one = tmp_path / "one.json"
    one.write_text(json.dumps(persons[4]))
    alone = coxa("plan", str(one), "--weeks", "1", "--today", "2026-03-02", "--json")
    assert json.loads(alone.stdout) == lines[4]["plan"]


def test_everything_out_everything_gone_everything_back(coxa, tmp_path: Path):
    file, again = tmp_path / "me.json", tmp_path / "again.json"
    file.write_text(json.dumps(ARCHIVE))
    assert "2 entries added, 0" in coxa("import", str(file)).stdout
    assert "0 entries added, 2" in coxa("import", str(file)).stdout
    assert "2 entries" in coxa("export", str(again), "--profile", "alice").stdout
    assert coxa("erase", "--profile", "Alice", "--yes").returncode == 0
    assert coxa("export", str(again), "--profile", "Alice").returncode == 2
    assert "2 entries added" in coxa("import", str(again)).stdout
    assert [one["kind"] for one in json.loads(coxa("log", "--json").stdout)] == [
        "session_started",
        "session_done",
    ]


def test_what_is_erased_is_in_no_file_of_the_data_folder(coxa, tmp_path: Path):
    file = tmp_path / "me.json"
    file.write_text(json.dumps(ARCHIVE))
    coxa("import", str(file))
    coxa("restore", str(_backup(coxa, tmp_path)))  # leaves a copy in backups
    assert _holds(tmp_path / "data", b"very private")
    assert coxa("erase", "--yes").returncode == 0
    assert not _holds(tmp_path / "data", b"very private")


def _holds(folder: Path, words: bytes) -> bool:
    return any(words in one.read_bytes() for one in folder.rglob("*") if one.is_file())


def _backup(coxa, tmp_path: Path) -> Path:
    copy = tmp_path / "copy.sqlite3"
    assert coxa("backup", str(copy)).returncode == 0
    return copy


def test_erasing_asks_for_a_word_and_does_nothing_without_it(coxa, tmp_path: Path):
    file = tmp_path / "me.json"
    file.write_text(json.dumps(ARCHIVE))
    coxa("import", str(file))
    refused = coxa("erase")
    assert refused.returncode == 2
    assert "Nothing was erased" in refused.stderr
    assert len(json.loads(coxa("log", "--json").stdout)) == 2


def test_a_copy_is_put_back_and_what_was_there_is_kept(coxa, tmp_path: Path):
    file = tmp_path / "me.json"
    file.write_text(json.dumps(ARCHIVE))
    coxa("import", str(file))
    copy = _backup(coxa, tmp_path)
    coxa("erase", "--yes")
    answer = coxa("restore", str(copy))
    assert answer.returncode == 0, answer.stderr
    kept = Path(re.search(r"kept in (\S+)", answer.stdout)[1])
    assert kept.is_file()
    assert len(json.loads(coxa("log", "--json").stdout)) == 2


def test_a_copy_that_is_not_ours_or_newer_is_refused_and_changes_nothing(coxa, tmp_path: Path):
    file = tmp_path / "me.json"
    file.write_text(json.dumps(ARCHIVE))
    coxa("import", str(file))
    foreign, newer = tmp_path / "foreign.sqlite3", _backup(coxa, tmp_path)
    with sqlite3.connect(foreign) as database:
        database.execute("CREATE TABLE recipes (name)")
    with sqlite3.connect(newer) as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('diary', '9999_x', '2030')"
        )
    for wrong, says in ((foreign, "not a copy"), (newer, "newer Coxa"), (file, "not a copy")):
        answer = coxa("restore", str(wrong))
        assert answer.returncode == 2
        assert says in answer.stderr
    assert len(json.loads(coxa("log", "--json").stdout)) == 2


def test_a_file_that_coxa_did_not_write_is_never_overwritten(coxa, tmp_path: Path):
    letter = tmp_path / "letter.json"
    letter.write_text("Dear doctor")
    assert coxa("export", str(letter)).returncode == 2
    assert coxa("backup", str(letter)).returncode == 2
    assert letter.read_text() == "Dear doctor"


def test_today_says_what_to_do_before_anything_is_known(coxa):
    answer = coxa("today")
    assert answer.returncode == 0, answer.stderr
    assert "coxa start" in answer.stdout
    assert json.loads(coxa("today", "--json").stdout)["sessions"] == []


def test_where_several_train_one_says_whose(coxa, tmp_path: Path):
    for name in ("Alice", "Bruno"):
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps(ARCHIVE | {"profile": {"name": name}}))
        coxa("import", str(file))
    unsaid = coxa("log")
    assert unsaid.returncode == 2
    assert "Alice, Bruno" in unsaid.stderr
    assert coxa("log", "--profile", "bruno").returncode == 0


SESSION = "00000000-0000-0000-0000-000000000007"
ARCHIVE = {
    "format": "coxa-archive",
    "version": 1,
    "profile": {"name": "Alice"},
    "entries": [
        {
            "id": "00000000-0000-0000-0000-000000000001",
            "at": "2026-03-02T08:00:00Z",
            "day": "2026-03-02",
            "zone": "Europe/Rome",
            "body": {"kind": "session_started", "session_id": SESSION},
        },
        {
            "id": "00000000-0000-0000-0000-000000000002",
            "at": "2026-03-02T08:10:00Z",
            "day": "2026-03-02",
            "zone": "Europe/Rome",
            "body": {"kind": "session_done", "session_id": SESSION, "note": "very private"},
        },
    ],
}
