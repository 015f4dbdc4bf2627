import json
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.interchange.archive import from_archive, to_archive
from coxa.interchange.reading import parse_json
from coxa.interchange.sets_csv import sets_csv
from coxa.reading.faults import FaultyInputError
from coxa.training.log import Corrected, Entry, SessionDoneEntry, SessionStarted, SetDone

SESSION = UUID(int=7)


def entry(number: int, body: object, day: date = date(2026, 3, 2)) -> Entry:
    at = datetime(day.year, day.month, day.day, 8, number % 60, tzinfo=UTC)
    return Entry(id=UUID(int=number), at=at, day=day, zone="Europe/Rome", body=body)


def a_week() -> tuple[Entry, ...]:
    return (
        entry(1, SessionStarted(session_id=SESSION)),
        entry(2, SetDone(session_id=SESSION, exercise_id="glute_bridge", set_number=1, reps=10)),
        entry(3, SessionDoneEntry(session_id=SESSION, pain_now=2, note="über-gut")),
        entry(4, Corrected(entry_id=UUID(int=3), body=None)),
    )


def faults_of(data: object) -> list[str]:
    with pytest.raises(FaultyInputError) as caught:
        from_archive(data, "mine.json")
    return [str(fault) for fault in caught.value.faults]


def test_what_goes_out_comes_back_the_same_corrections_included():
    written = json.dumps(to_archive("Alice", a_week()))
    read = from_archive(parse_json(written.encode(), "mine.json"))
    assert read.profile_name == "Alice"
    assert read.entries == a_week()


def test_the_same_log_gives_the_same_document_in_whatever_order_it_is_handed_over():
    assert to_archive("Alice", reversed(a_week())) == to_archive("Alice", a_week())


@settings(deadline=None)  # the first run also reads the library
@given(st.lists(st.floats(0, 10, allow_nan=False), max_size=5), st.text(max_size=40))
def test_any_pain_and_any_note_survive_the_way_out_and_in(pains, note):
    log = tuple(
        entry(n, SessionDoneEntry(session_id=SESSION, pain_now=pain, note=note))
        for n, pain in enumerate(pains)
    )
    written = json.dumps(to_archive("Alice", log), ensure_ascii=False)
    encoded = written.encode("utf-8", "surrogatepass")
    assert from_archive(parse_json(encoded, "x")).entries == log


def test_the_document_says_what_it_is_and_which_version():
    written = to_archive("Alice", ())
    assert (written["format"], written["version"]) == ("coxa-archive", 1)


def test_every_fault_of_every_entry_is_said_at_once():
    data = to_archive("Alice", a_week())
    data["entries"][1]["body"]["exercise_id"] = "glute_brige"
    data["entries"][2]["body"]["pain_now"] = 11
    data["entries"][2]["zone"] = "Rome"
    data["entries"][0]["at"] = "2026-03-02T08:01:00"
    said = faults_of(data)
    assert any("entries.1.body.exercise_id" in one and "glute_bridge" in one for one in said)
    assert any("entries.2.body.session_done.pain_now = 11" in one for one in said)
    assert any("entries.0.at" in one and "offset" in one for one in said)


def test_a_file_of_something_else_is_refused_by_what_it_should_be():
    assert faults_of({"resourceType": "Patient"}) == [
        "mine.json: is not a Coxa archive: it must be a table with format = 'coxa-archive'"
    ]
    assert faults_of([1, 2])


def test_an_archive_of_a_newer_coxa_is_refused_as_such():
    data = to_archive("Alice", ()) | {"version": 2, "colour": "teal"}
    assert "newer Coxa" in faults_of(data)[0]


def test_two_entries_with_one_id_that_say_different_things_are_a_fault():
    data = to_archive("Alice", a_week())
    data["entries"].append(data["entries"][0] | {"zone": "Europe/Paris"})
    assert "two entries have this id" in faults_of(data)[0]


def test_the_same_entry_twice_is_no_fault():
    data = to_archive("Alice", a_week())
    data["entries"].append(data["entries"][0])
    assert from_archive(data).profile_name == "Alice"


def test_a_wrong_correction_is_found_before_it_takes_the_place_of_an_entry():
    log = (entry(1, Corrected(entry_id=UUID(int=3), body={"kind": "set_done", "reps": -1})),)
    said = faults_of(to_archive("Alice", log))
    assert any("entries.0.body.body" in one and "reps" in one for one in said)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "line 1, column 2"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_file_that_is_no_json_is_said_with_its_place(content: bytes, says: str):
    with pytest.raises(FaultyInputError, match=says):
        parse_json(content, "mine.json")


def test_sets_stand_one_a_line_with_where_they_come_from():
    lines = sets_csv(a_week()).splitlines()
    assert lines[0].startswith("day,time_utc,session,from,exercise_id")
    assert lines[1].startswith(f"2026-03-02,08:02:00,{SESSION},plan,glute_bridge,")
    assert len(lines) == 2


def test_what_looks_like_a_formula_stays_text_in_a_spreadsheet():
    done = SetDone(session_id=SESSION, exercise_id="glute_bridge", set_number=1, band="=1+1")
    assert ",'=1+1," in sets_csv((entry(1, done),))
