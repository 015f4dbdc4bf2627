"""The exercise library against the evidence tables, and what no library text may claim."""

import re
import shutil
from pathlib import Path

import pytest

from coxa.checks import library as checks_library
from coxa.exercises.library import FOLDER, exercises, load_exercises
from coxa.exercises.vocabulary import Position
from coxa.programmes import library as programmes_library
from coxa.reading.faults import FaultyInputError
from tests.reference.tables import catalogue, words

TABLE = catalogue()
SIDES = {"yes": "each", "no": "together", "alternating": "alternating"}
LIBRARIES = (
    FOLDER,
    checks_library.FOLDER,
    programmes_library.FOLDER,
    programmes_library.HABITS_FOLDER,
)
DROPPED = {  # claims of the sources that are not carried over, and how they would show
    "posture can be corrected": r"(correct|improv|better|fix|straighten)\w*\W+(your |the )?postur",
    "posture is promised": r"postur\w*\W+(correct|improv)",
    "the spine is put in line": r"spin(e|al)\W+align|forward head",
    "muscles fall asleep": r"(switch(es|ed)?|turn(s|ed)?|shuts?) off|sleepy? glute|glute amnesia",
    "sitting shortens muscles for good": r"chronic(ally)?\W+short",
    "pain goes almost for certain": r"almost always|eliminate|get rid of",
    "a company's own figure": r"68\s?(%|per ?cent)",
    "one muscle is above all": r"most important muscle",
    "weak hips cause trouble in the foot": r"caus\w* .{0,30}\b(foot|feet)\b",
    "stretching prevents injury": r"prevent\w*\W+injur|injury prevention",
    "butterflies train the pelvic floor": r"strengthens? .{0,20}pelvic floor",
    "wear shows the favoured leg for sure": r"(proves?|shows) (which|that).{0,20}favou?r",
}


def test_there_is_one_exercise_for_every_row_of_the_tables() -> None:
    assert set(exercises()) == set(TABLE)


@pytest.mark.parametrize("exercise_id", TABLE)
def test_an_exercise_is_what_the_table_says(exercise_id: str) -> None:
    one, row = exercises()[exercise_id], TABLE[exercise_id]
    assert one.kind == row["kind"]
    assert one.position == Position(row["position"])
    assert one.sides == SIDES[row["per_side"]]
    assert one.level == int(row["level"])
    assert one.family == row["family"]


@pytest.mark.parametrize("exercise_id", TABLE)
def test_an_exercise_has_the_tags_muscles_and_equipment_of_the_table(exercise_id: str) -> None:
    one, row = exercises()[exercise_id], TABLE[exercise_id]
    assert one.tag_set == set(words(row["tags"]))
    assert [str(muscle) for muscle in one.muscles.primary] == words(row["muscles_primary"])
    assert [str(muscle) for muscle in one.muscles.secondary] == words(row["muscles_secondary"])
    assert sorted(one.equipment.required) == sorted(words(row["equipment_required"]))


@pytest.mark.parametrize("exercise_id", TABLE)
def test_an_exercise_starts_with_the_dose_of_the_table(exercise_id: str) -> None:
    dose, row = exercises()[exercise_id].dose, TABLE[exercise_id]
    assert dose.rep_s == int(row["rep_s"])
    for name in ("sets", "reps", "hold_s", "rest_s"):
        assert getattr(dose, name) == int(row[f"default_{name}"]), name


@pytest.mark.parametrize("exercise_id", TABLE)
def test_an_exercise_names_the_sources_of_the_table(exercise_id: str) -> None:
    named = {source.number for source in exercises()[exercise_id].sources if source.number}
    cell = TABLE[exercise_id]["sources"]
    assert named == (set() if cell.startswith("none") else set(words(cell)))


@pytest.mark.parametrize("folder", LIBRARIES, ids=lambda one: f"{one.parent.name} {one.name}")
@pytest.mark.parametrize("claim", DROPPED)
def test_no_text_of_a_library_claims_that(claim: str, folder: Path) -> None:
    files = sorted(folder.glob("*.toml"))
    assert files
    said = {
        file.name: found.group()
        for file in files
        if (found := re.search(DROPPED[claim], file.read_text(encoding="utf-8"), re.IGNORECASE))
    }
    assert said == {}


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("posture can be corrected", "It corrects your posture."),
        ("muscles fall asleep", "Your glutes switch off."),
        ("sitting shortens muscles for good", "chronic shortening"),
        ("a company's own figure", "68 % less pain"),
        ("one muscle is above all", "the most important muscle of all"),
        ("stretching prevents injury", "This prevents injuries."),
    ],
)
def test_a_dropped_claim_would_be_noticed(claim: str, text: str) -> None:
    assert re.search(DROPPED[claim], text, re.IGNORECASE)


def test_bad_exercises_are_refused_with_all_their_faults_at_once(tmp_path: Path) -> None:
    for name in ("x_pelvic_tilt", "l_sit", "couch_stretch", "lunge"):
        shutil.copy(FOLDER / f"{name}.toml", tmp_path)
    change(tmp_path / "x_pelvic_tilt.toml", "level = 1", "level = 9")
    change(tmp_path / "x_pelvic_tilt.toml", 'kind = "drill"', 'kind = "dril"')
    change(tmp_path / "l_sit.toml", '"wrist_load"', '"wrist_lode"')
    change(tmp_path / "couch_stretch.toml", '["wall_or_bench"]', '["wall_or_bed"]')
    (tmp_path / "lunge.toml").write_text("= nothing", encoding="utf-8")
    with pytest.raises(FaultyInputError) as refused:
        load_exercises(tmp_path)
    found = {(fault.file, fault.field): fault for fault in refused.value.faults}
    assert set(found) == {
        ("x_pelvic_tilt.toml", "level"),
        ("x_pelvic_tilt.toml", "kind"),
        ("l_sit.toml", "tags"),
        ("couch_stretch.toml", "equipment.required"),
        ("lunge.toml", ""),
    }
    assert found["x_pelvic_tilt.toml", "level"].value == "9"
    assert "5" in found["x_pelvic_tilt.toml", "level"].right
    assert "'drill'" in found["x_pelvic_tilt.toml", "kind"].right
    assert "did you mean wrist_load" in found["l_sit.toml", "tags"].right
    assert "did you mean wall_or_bench" in found["couch_stretch.toml", "equipment.required"].right
    assert "is not TOML" in found["lunge.toml", ""].right


def test_broken_ladders_and_short_stretches_are_named_together(tmp_path: Path) -> None:
    for file in FOLDER.glob("*.toml"):
        shutil.copy(file, tmp_path)
    change(tmp_path / "couch_stretch.toml", "hold_s = 30", "hold_s = 20")
    change(tmp_path / "x_sit_to_stand.toml", "easier = []", 'easier = ["lunge"]')
    change(tmp_path / "glute_bridge.toml", '"hip_thrust"', '"hip_trust"')
    with pytest.raises(FaultyInputError) as refused:
        load_exercises(tmp_path)
    couch, bridge, chair = refused.value.faults
    assert (couch.file, couch.field, couch.value) == ("couch_stretch.toml", "dose.hold_s", "20")
    assert couch.right == "a stretch is held at least 30 s"
    assert (bridge.file, bridge.field) == ("glute_bridge.toml", "ladder.harder")
    assert bridge.value == "'hip_trust'"
    assert "did you mean hip_thrust" in bridge.right
    assert (chair.file, chair.field) == ("x_sit_to_stand.toml", "ladder.easier")
    assert chair.right == "'lunge' is level 3, this is level 1"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
