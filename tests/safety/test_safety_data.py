"""The safety tables as shipped: complete, bound to the library, and refused as a whole when bad."""

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest

from coxa.exercises.exercise import Exercise
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import TAGS, Equipment, Kind, met_by
from coxa.reading.faults import FaultyInputError
from coxa.safety.flags import messages, red_flags, screen_questions, stop_rules
from coxa.safety.profiles import TABLE, Profile, load_profiles, profiles

NEW_HIPS = {"thr_posterior", "thr_anterior", "thr_lateral"}
WITH_WEEKS = NEW_HIPS | {"hip_surgery", "pregnant", "postpartum"}
WITHOUT_WEEKS = {
    "pelvic_girdle_pain",
    "lateral_hip_pain_left",
    "lateral_hip_pain_right",
    "fai",
    "hip_oa",
    "hip_dysplasia",
    "hypermobility",
    "proximal_hamstring_tendinopathy",
    "osteoporosis",
    "osteoporosis_vertebral_fracture",
    "fall_last_year",
    "unsteady",
    "uncontrolled_hypertension",
    "glaucoma",
    "hernia",
    "knee_pain",
    "wrist_pain",
    "shoulder_pain",
    "acute_back_pain",
    "anticoagulants",
}
RED_FLAGS = {
    "red_trauma_weightbearing",
    "red_cauda_equina",
    "red_infection",
    "red_night_pain_systemic",
    "red_bone_stress",
    "red_child_limp",
    "red_vascular",
    "red_rapid_change",
    "red_neuro",
    "red_cardiac",
    "red_bone_drug",
    "red_not_the_hip",
    "red_new_hip",
}
MESSAGES = {
    "emergency",
    "see_clinician",
    "post_op_precautions",
    "follow_surgeon",
    "pregnancy_stop_signs",
    "load_management",
    "avoid_crossing_and_side_lying",
    "osteoporosis_precautions",
    "fall_risk",
    "pain_rule",
    "recheck",
    "recheck_knee_control",
    "rescreen",
    "needs_clearance",
    "hypertension_breathing",
    "gentle_only",
    "lighter_week",
    "welcome_back",
    "first_strength_soreness",
    "under_16",
}
AT_HOME = frozenset({Equipment.WALL, Equipment.CHAIR})


def of(code: str, week: int = 0) -> Profile:
    """The one row that counts for a condition in a week."""
    rows = [r for r in profiles() if r.code == code and r.from_week <= week <= r.until_week]
    assert len(rows) == 1, f"{code} in week {week} has {len(rows)} rows"
    return rows[0]


def left_out(profile: Profile, one: Exercise) -> bool:
    tags = profile.exclude_tags
    if one.kind is Kind.STRENGTH:
        tags |= profile.exclude_tags_strength
    narrowed = bool(profile.only_tags or profile.only_ids)
    beyond = narrowed and not (one.tag_set & profile.only_tags or one.id in profile.only_ids)
    return bool(tags & one.tag_set) or one.id in profile.exclude_ids or beyond


def left_in(profile: Profile) -> set[str]:
    """What a beginner with a wall and a chair may still do."""
    level = min(profile.max_level, 2)
    return {
        one.id
        for one in exercises().values()
        if one.level <= level
        and met_by(one.equipment.required, AT_HOME)
        and not left_out(profile, one)
    }


def test_every_condition_word_has_a_row() -> None:
    assert {row.code for row in profiles()} == WITH_WEEKS | WITHOUT_WEEKS


def test_only_words_with_weeks_count_weeks() -> None:
    assert {row.code for row in profiles() if row.counts_weeks} == WITH_WEEKS


@pytest.mark.parametrize("code", sorted(WITH_WEEKS | WITHOUT_WEEKS))
def test_every_week_of_a_condition_falls_in_exactly_one_row(code: str) -> None:
    for week in (*range(60), 500):
        of(code, week)


def test_every_exercise_a_row_names_is_in_the_library() -> None:
    named = {(r.code, i) for r in profiles() for i in r.exclude_ids | r.only_ids | r.prefer_ids}
    assert not {pair for pair in named if pair[1] not in exercises()}


def test_every_tag_a_row_narrows_to_is_known() -> None:
    assert all(row.only_tags <= TAGS.keys() for row in profiles())


def test_no_row_prefers_what_it_leaves_out() -> None:
    library = exercises()
    wrong = {(r.code, i) for r in profiles() for i in r.prefer_ids if left_out(r, library[i])}
    assert not wrong


@pytest.mark.parametrize("row", profiles(), ids=lambda r: f"{r.code}_from_{r.from_week}")
def test_every_condition_leaves_exercises_for_who_has_a_wall_and_a_chair(row: Profile) -> None:
    kinds = {exercises()[one].kind for one in left_in(row)}
    assert len(left_in(row)) >= 5
    assert kinds & {Kind.STRENGTH, Kind.DRILL}


def test_sore_and_healing_hips_hurt_no_more_than_four() -> None:
    capped = {*WITH_WEEKS, "hip_oa", "acute_back_pain", "pelvic_girdle_pain"}
    for code in capped:
        assert of(code, 5).pain_cap == 4
    assert all(row.pain_cap <= 5 for row in profiles())


def test_operations_and_wild_blood_pressure_need_a_professionals_word() -> None:
    asking = {row.code for row in profiles() if row.needs_clearance}
    assert asking == NEW_HIPS | {"hip_surgery", "uncontrolled_hypertension"}


def test_a_new_hip_keeps_its_rules_until_the_surgeon_lifts_them() -> None:
    for code in NEW_HIPS:
        assert of(code, 5) == of(code, 500)
    assert not {"hip_thrust", "wall_psoas_hold", "x_sit_to_stand"} & left_in(of("thr_posterior", 5))
    assert "x_isometric_abduction" not in left_in(of("thr_lateral", 5))
    assert "x_split_squat_supported" not in left_in(of("thr_anterior", 5))


def test_lying_on_the_back_ends_with_week_fifteen_of_a_pregnancy() -> None:
    assert "glute_bridge" in left_in(of("pregnant", 15))
    assert "glute_bridge" not in left_in(of("pregnant", 16))


def test_after_a_birth_only_seated_work_and_tilts_until_the_check() -> None:
    allowed = left_in(of("postpartum", 7))
    assert "x_pelvic_tilt" in allowed
    assert all("seated" in exercises()[i].tags for i in allowed - {"x_pelvic_tilt"})
    assert "glute_bridge" in left_in(of("postpartum", 8))


def test_a_pinching_hip_is_kept_from_what_pinches() -> None:
    pinching = {
        "hip_rotator_stretch_internal",
        "seated_lateral_hip_twist",
        "side_mountain_climber",
        "hanging_knee_raise",
        "hip_extensor_stretch",
    }
    assert all(left_out(of("fai"), exercises()[one]) for one in pinching)


def test_pain_at_the_side_of_the_hip_is_not_lain_on_or_crossed() -> None:
    for side in ("left", "right"):
        allowed = left_in(of(f"lateral_hip_pain_{side}"))
        assert not allowed & {"itb_stretch", "seated_lateral_hip_twist", "x_clamshell"}
        assert allowed >= {"x_isometric_abduction", "glute_bridge"}


def test_long_holds_are_kept_from_pressure_eyes_and_hernias() -> None:
    for code in ("uncontrolled_hypertension", "glaucoma", "hernia"):
        assert of(code).max_hold_s == 10
        assert left_out(of(code), exercises()["l_sit"])


def test_every_message_of_the_table_has_its_words() -> None:
    assert messages().keys() >= MESSAGES
    assert "streak_lost_penalty" not in messages()


def test_every_message_that_rows_and_questions_send_has_its_words() -> None:
    sent = {code for row in profiles() for code in row.messages}
    sent |= {code for question in screen_questions() for code in question.messages}
    assert sent <= messages().keys()


def test_every_condition_is_offered_by_exactly_one_question() -> None:
    offered = [code for question in screen_questions() for code in question.conditions]
    assert sorted(offered) == sorted(WITH_WEEKS | WITHOUT_WEEKS)


def test_a_question_that_leads_to_conditions_offers_some() -> None:
    for question in screen_questions():
        assert question.conditions or question.leads_to != "conditions"
        assert question.messages or question.leads_to == "conditions"


def test_whoever_starts_now_is_asked_what_could_harm_them_now() -> None:
    asked = [question for question in screen_questions() if question.on_start_now]
    offered = {code for question in asked for code in question.conditions}
    assert offered >= WITH_WEEKS | {"osteoporosis", "fall_last_year", "fai", "hip_oa"}
    assert {"heart_or_lung", "faint_or_dizzy", "blood_pressure"} <= {one.code for one in asked}


def test_every_red_flag_of_the_evidence_is_asked() -> None:
    assert red_flags().keys() == RED_FLAGS


def test_an_emergency_names_the_numbers_to_call() -> None:
    for flag in red_flags().values():
        if flag.urgency == "emergency":
            steps = " ".join(flag.do)
            assert all(number in steps for number in ("112", "911", "999")), flag.code


def test_every_answer_to_it_hurts_leads_to_a_red_flag() -> None:
    led = {answer for flag in red_flags().values() for answer in flag.hurts}
    assert led == {"sharp_or_locking", "numb_or_weak", "cannot_stand", "calf_or_chest"}


def test_codes_stand_once() -> None:
    codes = [question.code for question in screen_questions()]
    assert len(codes) == len(set(codes))


def test_stop_rules_and_surroundings_are_there() -> None:
    assert len(stop_rules().rules) >= 7
    assert len(stop_rules().surroundings) >= 5


def test_bad_rows_are_reported_all_at_once_with_line_field_value_and_what_is_right(
    tmp_path: Path,
) -> None:
    table = tmp_path / "conditions.csv"
    rows = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
    rows[0]["pain_cap"] = "eleven"
    rows[1]["exclude_tags"] = "hip_flexion_gt_09"
    rows[2]["why"] = ""
    rows[2]["max_level"] = "9"
    _write(table, rows)

    with pytest.raises(FaultyInputError) as caught:
        load_profiles(table)

    told = {(fault.file, fault.field): fault for fault in caught.value.faults}
    assert told.keys() == {
        ("conditions.csv:2", "pain_cap"),
        ("conditions.csv:3", "exclude_tags"),
        ("conditions.csv:4", "why"),
        ("conditions.csv:4", "max_level"),
    }
    assert told["conditions.csv:2", "pain_cap"].value == "'eleven'"
    assert "whole number" in told["conditions.csv:2", "pain_cap"].right
    assert "hip_flexion_gt_90" in told["conditions.csv:3", "exclude_tags"].right
    assert "missing" in told["conditions.csv:4", "why"].right
    assert "9" in told["conditions.csv:4", "max_level"].value


def _write(table: Path, rows: Iterable[dict[str, str]]) -> None:
    rows = list(rows)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
