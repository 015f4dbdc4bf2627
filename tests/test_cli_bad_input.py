"""Bad input is answered with 2, every fault of it, and what would be right. Nothing is done."""

import json
from pathlib import Path

import pytest

GOOD = {"age": 34, "minutes_per_session": 10, "days_per_week": 5}


def refused(coxa, *arguments: str) -> str:
    answer = coxa(*arguments)
    assert answer.returncode == 2, (answer.stdout, answer.stderr)
    assert not answer.stdout
    assert "Traceback" not in answer.stderr
    return answer.stderr


def person(tmp_path: Path, text: str, name: str = "her.yaml") -> str:
    file = tmp_path / name
    file.write_bytes(text.encode("latin-1"))
    return str(file)


def test_all_faults_of_a_person_are_said_at_once(coxa, tmp_path: Path):
    text = "age: old\nminutes_per_session: 2\ngaol: both\nequipment: [chair, trampoline]\n"
    said = refused(coxa, "plan", person(tmp_path, text))
    assert "5 things are wrong; nothing was done." in said
    for words in (
        "her.yaml: age = 'old': must be a whole number",
        "her.yaml: minutes_per_session = 2",
        "her.yaml: gaol = 'both': is not a field here",
        "her.yaml: days_per_week: is missing and must be given",
        "her.yaml: equipment.1 = 'trampoline'",
    ):
        assert words in said


def test_a_table_that_is_no_table_is_said_in_plain_words(coxa, tmp_path):
    said = refused(coxa, "plan", person(tmp_path, json.dumps(GOOD | {"history": 3})))
    assert "her.yaml: history = 3: must be a table of names and values" in said


def test_an_unknown_condition_is_refused_by_name_with_the_nearest_known_ones(coxa, tmp_path):
    text = json.dumps(GOOD | {"conditions": ["knee_pains"]})
    said = refused(coxa, "plan", person(tmp_path, text, "her.json"))
    assert "'knee_pains' is not a condition; did you mean knee_pain" in said


def test_an_unknown_exercise_in_the_history_is_refused_by_name(coxa, tmp_path):
    text = json.dumps(GOOD | {"history": {"log": [{"exercise_id": "glute_brigde"}]}})
    said = refused(coxa, "plan", person(tmp_path, text, "her.json"))
    assert "history.log.0.exercise_id" in said
    assert "glute_bridge" in said


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("her.yaml", "age: 34\n  days: [1\n", "is not YAML: line"),
        ("her.yaml", "age: 34\nage: 35\n", "'age' stands twice"),
        ("her.yaml", "a: &a [1]\nb: *a\n", "references"),
        ("her.yaml", "just words", "must be a table"),
        ("her.yaml", "", "must be a table"),
        ("her.yaml", "age: \xff", "not UTF-8"),
        ("her.yaml", "[" * 5000, "is"),
        ("her.json", '{"age": 34,}', "is not JSON: line 1, column"),
        ("her.json", '{"age": 34, "age": 35}', "stands twice"),
        ("her.txt", "age: 34", "must end in .yaml"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(coxa, tmp_path, name, text, says):
    said = refused(coxa, "plan", person(tmp_path, text, name))
    assert name in said
    assert says in said


def test_a_file_that_is_not_there_is_named(coxa, tmp_path):
    assert "no such file" in refused(coxa, "plan", str(tmp_path / "nobody.yaml"))
    assert "is a directory" in refused(coxa, "plan", "--batch", str(tmp_path))


def test_a_plan_without_a_person_says_what_to_name(coxa):
    assert "--batch" in refused(coxa, "plan")


@pytest.mark.parametrize(
    "options", [("--weeks", "0"), ("--weeks", "many"), ("--today", "soon"), ("--seed", "-1")]
)
def test_an_option_out_of_its_range_is_refused(coxa, tmp_path, options):
    file = person(tmp_path, json.dumps(GOOD), "her.json")
    assert options[0] in refused(coxa, "plan", file, *options)


@pytest.mark.parametrize("name", ["exercises", "programmes", "checks", "habits"])
def test_an_unknown_id_is_refused(coxa, name):
    assert "is not a known" in refused(coxa, name, "no_such_thing")


def test_the_nearest_known_id_is_offered(coxa):
    assert "did you mean hip_thrust" in refused(coxa, "exercises", "hip_thrus")


def test_an_import_with_a_fault_adds_nothing_of_it(coxa, tmp_path):
    entry = {
        "id": "00000000-0000-0000-0000-000000000001",
        "at": "2026-03-02T08:00:00Z",
        "day": "2026-03-02",
        "zone": "Europe/Rome",
        "body": {"kind": "change_answered", "rating": 5},
    }
    wrong = entry | {"id": "2", "zone": "Rome", "body": {"kind": "change_answered", "rating": 9}}
    archive = {"format": "coxa-archive", "version": 1, "profile": {"name": "Alice"}}
    file = person(tmp_path, json.dumps(archive | {"entries": [entry, wrong]}), "me.json")
    said = refused(coxa, "import", file)
    assert "entries.1.id" in said
    assert "entries.1.body.change_answered.rating = 9" in said
    assert json.loads(coxa("log", "--json").stdout) == []


def test_nobody_of_that_name_is_said_with_who_there_is(coxa):
    assert "nobody here has this name" in refused(coxa, "log", "--profile", "Zoe")


def test_a_morning_answer_that_nobody_asked_for_is_refused(coxa):
    assert "no morning question is open" in refused(coxa, "log", "morning", "same")
    assert "better, same, worse" in refused(coxa, "log", "morning", "fine")


def test_a_folder_is_no_file_to_write_to(coxa, tmp_path):
    assert "is a folder" in refused(coxa, "export", str(tmp_path))
    assert "does not exist" in refused(coxa, "backup", str(tmp_path / "none" / "copy.sqlite3"))
