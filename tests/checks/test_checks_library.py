"""The self-checks as shipped: true to the table, kind to a first visit, refused whole when bad."""

import shutil
from pathlib import Path

import pytest

from coxa.checks.check import Check
from coxa.checks.library import FOLDER, checks, load_checks
from coxa.coaching.assess import findings, first_checks
from coxa.programmes.library import habits
from coxa.reading.faults import FaultyInputError
from coxa.safety.flags import messages
from coxa.training.person import Person
from tests.reference.tables import rows, words

TABLE = rows("checks.csv")
SIDES = {"yes": "each", "no": "together", "compare": "compare"}
KINDS = {"grade": "grade", "bool": "yes_no", "enum": "choice"}


def person(age: int = 40, **given: object) -> Person:
    base: dict[str, object] = {"age": age, "minutes_per_session": 10, "days_per_week": 7}
    return Person.model_validate(base | given)


def severities(check_id: str, value: object, age: int = 40, sex: str | None = None) -> list[str]:
    who = person(age, sex=sex, checks={check_id: value})
    return [one.severity for one in findings(who)]


def test_there_is_one_check_for_every_row_of_the_table() -> None:
    assert set(checks()) == set(TABLE)


@pytest.mark.parametrize("check_id", TABLE)
def test_a_check_is_measured_as_the_table_says(check_id: str) -> None:
    check, row = checks()[check_id], TABLE[check_id]
    unit = row["unit"].split()[0]
    assert check.sides == SIDES[row["per_side"]]
    assert sorted(check.tags) == sorted(words(row["tags"]))
    assert check.measure.better == row["better"]
    assert check.measure.kind == KINDS.get(unit, "number")
    assert check.measure.unit == ("" if unit in KINDS else unit)


@pytest.mark.parametrize("check_id", TABLE)
def test_a_check_has_the_error_of_the_table(check_id: str) -> None:
    cell, measure = TABLE[check_id]["repeat_error"], checks()[check_id].measure
    assert measure.error == (float(cell.split()[0]) if cell else None)
    assert measure.error_note, "where no error is known the check says so"


@pytest.mark.parametrize("check_id", TABLE)
def test_a_check_holds_back_and_brings_in_what_the_table_names(check_id: str) -> None:
    check, row = checks()[check_id], TABLE[check_id]
    for exercise in check.holds_back.exercises:
        assert exercise in row["holds_back"]
    for tag in check.holds_back.tags:
        assert tag in row["holds_back"] or check_id == "hip_ir_seated"  # there in words only
    for exercise in check.adds.include:
        assert exercise in row["adds"] + row["holds_back"]
    for muscle in check.adds.stretch + check.adds.strength:
        assert str(muscle) in row["adds"]
    assert check.adds.balance == ("balance" in row["adds"])
    assert set(check.adds.habits) <= set(habits())


@pytest.mark.parametrize("check", checks().values(), ids=lambda one: one.id)
def test_a_grade_has_a_word_for_every_step(check: Check) -> None:
    measure = check.measure
    if measure.kind == "grade":
        _, _, span = TABLE[check.id]["unit"].partition(" ")
        low, high = map(int, span.split("-"))
        assert (measure.low, measure.high) == (low, high)
        assert len(measure.options) == high - low + 1
    elif measure.kind == "number":
        assert measure.low is not None
        assert measure.high is not None
        assert measure.low < measure.high


@pytest.mark.parametrize("check", checks().values(), ids=lambda one: one.id)
def test_every_message_of_a_flag_has_words(check: Check) -> None:
    assert {code for flag in check.flags for code in flag.messages} <= set(messages())


def test_kinder_checks_never_lead_in_a_circle() -> None:
    for check in checks().values():
        seen = [check.id]
        while (instead := checks()[seen[-1]].instead) is not None:
            assert instead not in seen
            seen.append(instead)


@pytest.mark.parametrize("reason", [None, "pain", "recovering", "prevention", "performance"])
@pytest.mark.parametrize("age", [18, 40, 64, 65, 90])
def test_a_first_visit_offers_two_to_four_checks_in_four_minutes(
    age: int, reason: str | None
) -> None:
    chosen = first_checks(person(age, reason=reason))
    assert 2 <= len(chosen) <= 4
    assert sum(check.minutes for check in chosen) <= 4


def test_a_first_visit_looks_at_balance_and_legs_first_from_65() -> None:
    chosen = [check.id for check in first_checks(person(70))]
    assert chosen[:2] == ["chair_stand_30s", "single_leg_stance"]


def test_a_first_visit_under_65_looks_at_range_and_the_knee() -> None:
    chosen = [check.id for check in first_checks(person(34))]
    assert chosen == [
        "check_reach_past_shins",
        "check_ankle_over_knee",
        "thomas_angle",
        "check_knee_cave_lunge",
    ]


def test_somebody_with_pain_is_not_asked_to_lunge_on_a_first_visit() -> None:
    chosen = {check.id for check in first_checks(person(34, reason="pain"))}
    assert "check_knee_cave_lunge" not in chosen


@pytest.mark.parametrize(
    ("check_id", "value", "found"),
    [
        ("check_reach_past_shins", 1, ["clear"]),
        ("check_reach_past_shins", 2, []),
        ("check_ankle_over_knee", {"left": True, "right": False}, ["clear"]),
        ("check_ankle_over_knee", {"left": True, "right": True}, []),
        ("check_shoe_wear", "left", ["mild"]),
        ("check_shoe_wear", "same", []),
        ("check_knee_cave_lunge", {"left": 2, "right": 0}, ["clear"]),
        ("check_knee_cave_lunge", {"left": 1, "right": 0}, ["watch"]),
        ("check_hip_drop_bridge", {"left": True, "right": False}, ["clear"]),
        ("thomas_angle", {"left": -6, "right": 1}, ["clear"]),
        ("thomas_angle", {"left": -6, "right": 0}, ["mild"]),
        ("thomas_angle", {"left": -15, "right": -5}, ["mild"]),
        ("thomas_angle", {"left": -14, "right": -5}, []),
        ("thomas_knee", {"left": 66, "right": 67}, ["clear"]),
        ("faber_height", {"left": 18, "right": 14}, []),
        ("faber_height", {"left": 17, "right": 12}, ["mild"]),
        ("faber_height", {"left": 19, "right": 18}, ["clear"]),
        ("single_leg_squat_control", {"left": 1, "right": 2}, ["clear"]),
        ("side_plank_hold", {"left": 19, "right": 20}, ["clear"]),
        ("side_plank_hold", {"left": 25, "right": 34}, []),
        ("side_plank_hold", {"left": 40, "right": 50}, []),
        ("side_plank_hold", {"left": 20, "right": 30}, ["clear"]),
        ("single_leg_bridge_reps", {"left": 7, "right": 10}, ["clear"]),
        ("single_leg_bridge_reps", {"left": 8, "right": 10}, []),
        ("single_leg_bridge_reps", {"left": 17, "right": 20}, []),
        ("trendelenburg_30s", {"left": 29, "right": 30}, ["clear"]),
        ("y_reach_anterior_diff", 4, []),
        ("y_reach_anterior_diff", 5, ["clear"]),
        ("check_back_arch_form", {"left": False, "right": True}, ["clear"]),
        ("hip_abduction_range", {"left": 29, "right": 31}, ["clear"]),
        ("hip_abduction_range", {"left": 34, "right": 45}, ["mild"]),
        ("hip_flexor_hold", {"left": 20, "right": 30}, ["clear"]),
        ("hip_flexor_hold", {"left": 21, "right": 30}, []),
    ],
)
def test_a_value_is_found_where_the_rule_of_the_table_says(
    check_id: str, value: object, found: list[str]
) -> None:
    assert severities(check_id, value) == found


@pytest.mark.parametrize(
    ("sex", "degrees", "found"),
    [
        ("M", 64, ["mild"]),
        ("M", 65, []),
        ("F", 69, ["mild"]),
        ("F", 70, []),
        ("F", 59, ["clear"]),
        (None, 59, ["clear"]),
        (None, 64, []),
    ],
)
def test_a_straight_leg_raise_is_judged_by_sex_only_where_it_is_given(
    sex: str | None, degrees: int, found: list[str]
) -> None:
    assert severities("slr_active", {"left": degrees, "right": degrees}, sex=sex) == found


@pytest.mark.parametrize(
    ("age", "least"), [(18, 30), (49, 30), (50, 25), (59, 25), (60, 10), (69, 10), (70, 5), (95, 5)]
)
def test_standing_on_one_leg_is_judged_by_age(age: int, least: int) -> None:
    enough = {"left": least, "right": least}
    short = {"left": least - 0.1, "right": least}
    assert severities("single_leg_stance", enough, age=age) == []
    assert severities("single_leg_stance", short, age=age) == ["clear"]


@pytest.mark.parametrize("age", [20, 55, 65, 80])
def test_standing_less_than_five_seconds_counts_as_a_risk_of_falls_at_any_age(age: int) -> None:
    (found,) = findings(person(age, checks={"single_leg_stance": {"left": 4, "right": 40}}))
    assert found.messages == ("fall_risk",)


CHAIR_STANDS = {  # below average if under: age from, men, women
    60: (14, 12),
    65: (12, 11),
    70: (12, 10),
    75: (11, 10),
    80: (10, 9),
    85: (8, 8),
    90: (7, 4),
}


@pytest.mark.parametrize("older", [0, 4])
@pytest.mark.parametrize("age", CHAIR_STANDS)
def test_chair_stands_are_judged_by_age_and_sex(age: int, older: int) -> None:
    men, women = CHAIR_STANDS[age]
    for sex, least in (("M", men), ("F", women), ("X", women), (None, women)):
        assert severities("chair_stand_30s", least, age + older, sex) == []
        assert severities("chair_stand_30s", least - 1, age + older, sex) == ["clear"]


@pytest.mark.parametrize("age", [59, 95])
def test_chair_stands_have_no_norm_outside_the_ages_of_the_table(age: int) -> None:
    assert severities("chair_stand_30s", 1, age=age, sex="M") == []


@pytest.mark.parametrize(
    ("degrees", "age", "location", "pain", "found"),
    [
        (14, 30, None, 0, False),
        (14, 30, "knee", 3, True),
        (23, 51, "groin", 3, True),
        (23, 50, "groin", 3, False),
        (23, 70, "buttock", 3, False),
        (24, 70, "groin", 3, False),
    ],
)
def test_a_stiff_turn_inward_sends_to_a_professional_only_with_pain(
    degrees: int, age: int, location: str | None, pain: int, found: bool
) -> None:
    sore = {"now": pain, "worst_24h": pain, "location": location}
    value = {"left": degrees, "right": degrees}
    who = person(age, pain=sore, checks={"hip_ir_seated": value})
    assert [one.messages for one in findings(who)] == ([("see_clinician",)] if found else [])


def test_bad_files_are_refused_with_all_their_faults_at_once(tmp_path: Path) -> None:
    for name in ("thomas_angle", "faber_height", "slr_active", "side_plank_hold"):
        shutil.copy(FOLDER / f"{name}.toml", tmp_path)
    change(tmp_path / "thomas_angle.toml", 'sides = "each"', 'sides = "every"')
    change(tmp_path / "thomas_angle.toml", "minutes = 2", 'minutes = "two"')
    change(tmp_path / "faber_height.toml", '"wide_abduction"', '"wide_abducton"')
    (tmp_path / "slr_active.toml").write_text("id = ", encoding="utf-8")
    change(tmp_path / "side_plank_hold.toml", "stop =", "halt =")
    with pytest.raises(FaultyInputError) as refused:
        load_checks(tmp_path)
    found = {(fault.file, fault.field): fault for fault in refused.value.faults}
    assert set(found) == {
        ("thomas_angle.toml", "sides"),
        ("thomas_angle.toml", "minutes"),
        ("faber_height.toml", "tags"),
        ("slr_active.toml", ""),
        ("side_plank_hold.toml", "stop"),
        ("side_plank_hold.toml", "halt"),
    }
    assert found["thomas_angle.toml", "sides"].value == "'every'"
    assert "'each'" in found["thomas_angle.toml", "sides"].right
    assert found["thomas_angle.toml", "minutes"].right == "must be a number"
    assert "did you mean wide_abduction" in found["faber_height.toml", "tags"].right
    assert "missing" in found["side_plank_hold.toml", "stop"].right


def test_an_exercise_or_check_that_is_not_there_is_named_with_its_nearest(tmp_path: Path) -> None:
    for name in ("thomas_angle", "side_plank_hold", "trendelenburg_30s", "chair_stand_30s"):
        shutil.copy(FOLDER / f"{name}.toml", tmp_path)
    change(tmp_path / "thomas_angle.toml", '"couch_stretch"', '"coach_stretch"')
    change(tmp_path / "side_plank_hold.toml", '"trendelenburg_30s"', '"trendelenburg_30"')
    with pytest.raises(FaultyInputError) as refused:
        load_checks(tmp_path)
    first, second = refused.value.faults
    assert (first.file, first.field, first.value) == (
        "side_plank_hold.toml",
        "instead",
        "'trendelenburg_30'",
    )
    assert "did you mean trendelenburg_30s" in first.right
    assert (second.file, second.field, second.value) == (
        "thomas_angle.toml",
        "holds_back",
        "'coach_stretch'",
    )
    assert "did you mean couch_stretch" in second.right


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
