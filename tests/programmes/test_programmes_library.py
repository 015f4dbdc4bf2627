"""The five programmes and the habits as shipped: honest about whose figure each one is."""

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from coxa.checks.library import checks
from coxa.exercises.dose import Dose
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.programmes.library import (
    DOSE_FIELDS,
    FOLDER,
    HABITS_FOLDER,
    habits,
    load_programmes,
    programmes,
)
from coxa.programmes.programme import Programme, ProgrammeItem, ProgrammeSession, Version
from coxa.reading.faults import FaultyInputError
from tests.reference.tables import catalogue, words

HABITS = catalogue("habit")
ORDERS = {  # of the sources, item by item
    "p000": [
        "butterfly_seated",
        "bar_duck_under",
        "hip_flexor_release",
        "wall_psoas_hold",
        "side_mountain_climber",
        "half_kneeling_hip_flexor",
        "hip_rotator_stretch_internal",
        "hip_rotator_stretch_external",
        "floor_hip_stretch",
        "hip_adductor_stretch_short",
        "hip_adductor_stretch_long",
        "hip_extensor_stretch",
        "itb_stretch",
    ],
    "p001": [
        "standing_forward_bend",
        "seated_figure4",
        "seated_lateral_hip_twist",
        "half_kneeling_hip_flexor",
        "side_lying_leg_raise",
        "glute_bridge",
        "bridge_alt_leg_extension",
    ],
    "p002": [
        "side_lying_leg_raise",
        "hip_thrust",
        "fire_hydrant",
        "standing_hip_flexor_lunge",
        "butterfly_supine",
        "figure4_supine",
    ],
    "p003": [
        "seated_slr",
        "psoas_march_band",
        "hanging_knee_raise",
        "l_sit",
        "half_kneeling_hip_flexor",
        "couch_stretch",
    ],
    "p004": [
        "leg_swings",
        "seated_rotations",
        "hip_circles_quadruped",
        "side_plank",
        "banded_clamshell",
        "glute_bridge",
        "single_leg_squat",
        "lunge",
    ],
}


def items(version: Version) -> Iterator[ProgrammeItem]:
    for session in version.sessions:
        yield from session.items


def minutes(session: ProgrammeSession) -> float:
    """Of a filled session, by the one time model."""
    return sum(exercises()[one.exercise_id].seconds(dose(one)) for one in session.items) / 60


def dose(item: ProgrammeItem) -> Dose:
    given = {name: getattr(item, name) for name in DOSE_FIELDS}
    return Dose.model_validate(given)


def each_programme() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("one", programmes().values(), ids=lambda one: one.id)


def test_there_are_five_programmes_one_for_each_source() -> None:
    assert [one.source for one in programmes().values()] == ["000", "001", "002", "003", "004"]
    assert set(programmes()) == set(ORDERS)


@each_programme()
def test_a_programme_as_written_keeps_the_order_of_its_source(one: Programme) -> None:
    assert [item.exercise_id for item in items(one.as_written)] == ORDERS[one.id]


@each_programme()
def test_every_exercise_of_a_programme_names_that_source(one: Programme) -> None:
    for item in [*items(one.as_written), *items(one.filled)]:
        assert one.source in words(catalogue()[item.exercise_id]["sources"])


@each_programme()
def test_a_figure_that_the_source_does_not_give_is_marked_as_filled(one: Programme) -> None:
    written = {item.exercise_id: item for item in items(one.as_written)}
    for item in items(one.filled):
        source = written[item.exercise_id]
        for name in DOSE_FIELDS:
            if name not in item.filled:
                assert getattr(item, name) == getattr(source, name), (item.exercise_id, name)


@each_programme()
def test_the_programme_as_written_fills_nothing_in(one: Programme) -> None:
    for item in items(one.as_written):
        assert not item.filled
        assert not item.filled_from
        assert item.note, "what the source says, or that it says nothing"


def test_dose_figures_stand_only_where_the_tables_say_that_the_source_gives_them() -> None:
    silent = ("", "not given")
    columns = {"sets": "sets_source", "reps": "reps_source", "hold_s": "hold_s_source"}
    for one in programmes().values():
        for item in items(one.as_written):
            row = catalogue()[item.exercise_id]
            for name, column in columns.items():
                if getattr(item, name) is not None:
                    assert row[column] not in silent, (one.id, item.exercise_id, name)
            assert item.rest_s is None, "no source gives a rest in seconds"


def test_the_sources_without_doses_stay_without_doses() -> None:
    for one in (programmes()["p002"], programmes()["p004"]):
        for item in items(one.as_written):
            assert [getattr(item, name) for name in DOSE_FIELDS] == [None] * 4


def test_the_hip_workout_is_daily_and_takes_its_honest_half_hour() -> None:
    (session,) = programmes()["p001"].filled.sessions
    assert session.days == (1, 2, 3, 4, 5, 6, 7)
    assert 29 <= minutes(session) <= 32
    stretches = session.items[:4]
    assert {(i.sets, i.reps, i.hold_s) for i in stretches} == {(5, 1, 30)}


def test_the_drills_of_source_004_fit_into_five_minutes_twice_a_day() -> None:
    drills, *later = programmes()["p004"].filled.sessions
    assert drills.times_a_day == 2
    assert 4 <= minutes(drills) <= 5
    assert all(session.from_week >= 2 for session in later)


@each_programme()
def test_filled_strength_falls_on_days_that_do_not_follow_each_other(one: Programme) -> None:
    for session in one.filled.sessions:
        kinds = {exercises()[item.exercise_id].kind for item in session.items}
        if Kind.STRENGTH in kinds and one.id != "p001":  # whose author wants it daily
            assert all(later - earlier > 1 for earlier, later in pairwise(session.days))
            assert session.days[0] + 7 - session.days[-1] > 1


@each_programme()
def test_weeks_days_and_bonds_of_a_programme_hold(one: Programme) -> None:
    for version in (one.as_written, one.filled):
        ids = [session.id for session in version.sessions]
        assert len(set(ids)) == len(ids)
        for session in version.sessions:
            assert session.from_week <= session.to_week <= one.weeks
            assert list(session.days) == sorted(set(session.days))
    assert set(one.habits) <= set(habits())
    assert set(one.checks) <= set(checks())
    assert one.honest


def test_there_is_one_habit_for_every_row_of_the_table() -> None:
    assert set(habits()) == set(HABITS)
    for key, row in HABITS.items():
        assert habits()[key].source in words(row["sources"])


def test_the_interval_for_breaking_up_sitting_is_owned_as_our_choice() -> None:
    habit = habits()["habit_break_up_sitting"]
    assert "30 to 60 minutes" in habit.when
    assert "our choice" in habit.when
    assert "our choice" in habit.interpretation


def test_bad_programmes_are_refused_with_all_their_faults_at_once(tmp_path: Path) -> None:
    for name in ("p001", "p002", "p003", "p004"):
        shutil.copy(FOLDER / f"{name}.toml", tmp_path)
    change(tmp_path / "p001.toml", "weeks = 12", "weeks = 60")
    change(tmp_path / "p002.toml", "publisher", "publsher")
    change(tmp_path / "p003.toml", 'source = "003"', 'source = "005"')
    change(tmp_path / "p004.toml", "days = [1, 2", "days = [0, 2")
    with pytest.raises(FaultyInputError) as refused:
        load_programmes(tmp_path)
    found = {(fault.file, fault.field): fault for fault in refused.value.faults}
    assert set(found) == {
        ("p001.toml", "weeks"),
        ("p002.toml", "publisher"),
        ("p002.toml", "publsher"),
        ("p003.toml", "source"),
        ("p004.toml", "as_written.sessions.0.days.0"),
    }
    assert found["p001.toml", "weeks"].value == "60"
    assert "26" in found["p001.toml", "weeks"].right
    assert "'004'" in found["p003.toml", "source"].right


def test_an_unknown_exercise_and_a_gap_in_the_filled_version_are_both_named(
    tmp_path: Path,
) -> None:
    for name in ("p002", "p004"):
        shutil.copy(FOLDER / f"{name}.toml", tmp_path)
    change(tmp_path / "p002.toml", '"fire_hydrant"', '"fire_hidrant"')
    change(tmp_path / "p004.toml", "sets = 1, reps = 12, hold_s = 0,", "sets = 1, hold_s = 0,")
    with pytest.raises(FaultyInputError) as refused:
        load_programmes(tmp_path)
    unknown, gap = refused.value.faults
    assert (unknown.file, unknown.field, unknown.value) == (
        "p002.toml",
        "as_written.six.items.3",
        "'fire_hidrant'",
    )
    assert "did you mean fire_hydrant" in unknown.right
    assert (gap.file, gap.field) == ("p004.toml", "filled.drills.items.2.reps")
    assert gap.right == "the filled version gives every figure"


def test_bad_habits_are_refused_with_all_their_faults_at_once(tmp_path: Path) -> None:
    for name in ("habit_even_stance", "habit_slow_control"):
        shutil.copy(HABITS_FOLDER / f"{name}.toml", tmp_path)
    change(tmp_path / "habit_even_stance.toml", "how = [", "hows = [")
    change(tmp_path / "habit_slow_control.toml", '"habit_slow_control"', '"habit_slow"')
    with pytest.raises(FaultyInputError) as refused:
        habits(tmp_path)
    assert [(fault.file, fault.field) for fault in refused.value.faults] == [
        ("habit_even_stance.toml", "how"),
        ("habit_even_stance.toml", "hows"),
        ("habit_slow_control.toml", "id"),
    ]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
