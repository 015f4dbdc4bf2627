from typing import Any

import pytest

from coxa.coaching.programme import programme_week
from coxa.exercises.library import exercises
from coxa.programmes.library import programmes
from coxa.programmes.programme import Programme
from tests.cast import CAST, MONDAY, alice, bruno, chen, dora, ester, greta


def written(**items: dict[str, Any]) -> Programme:
    """A small programme of one source: daily, its figures given only where `items` says so."""
    full = {"sets": 3, "reps": 10, "hold_s": 0, "rest_s": 45, "filled_from": "our choice"}

    def version(fill: bool) -> dict[str, Any]:
        lines = [{"exercise_id": i} | (full if fill else {}) | known for i, known in items.items()]
        session = {"id": "daily", "name": "Daily", "days": (1, 3, 5), "items": lines}
        return {"says": "What the source says of it.", "sessions": [session]}

    return Programme.model_validate(
        {
            "id": "p001",
            "source": "001",
            "name": "A programme",
            "publisher": "Somebody",
            "summary": "A programme for the tests.",
            "frequency": "three days a week",
            "weeks": 12,
            "rules": (),
            "honest": (),
            "as_written": version(False),
            "filled": version(True),
        }
    )


BRIDGE = written(glute_bridge={"sets": 5, "reps": 1, "hold_s": 15}, x_sit_to_stand={})


def test_a_programme_is_followed_on_its_days_with_honest_minutes():
    week = programme_week(BRIDGE, "filled", alice(), MONDAY)
    assert [one.day for one in week.days] == [1, 3, 5]
    (session,) = week.days[0].sessions
    again = sum(i.seconds(exercises()[i.exercise_id]) for i in session.items)
    assert session.seconds == again
    assert week.seconds == 3 * session.seconds


def test_as_written_the_missing_figures_are_filled_for_the_player_and_marked():
    bridge, stand = programme_week(BRIDGE, "as_written", alice(), MONDAY).days[0].lines[0]
    assert (bridge.item.sets, bridge.item.hold_s, bridge.item.rest_s) == (5, 15, 45)
    assert bridge.not_in_source == ("rest_s",)
    assert stand.not_in_source == ("sets", "reps", "hold_s", "rest_s")
    assert (stand.item.sets, stand.filled_from) == (3, "our choice")


def test_a_band_nobody_owns_is_left_out_for_the_easier_form():
    week = programme_week(written(banded_clamshell={}), "filled", alice(), MONDAY)
    (gone,) = week.left_out
    assert (gone.exercise_id, gone.instead) == ("banded_clamshell", "x_clamshell")
    (line,) = week.days[0].lines[0]
    assert line.stands_in_for == "banded_clamshell"
    assert "Stands in for" in line.item.reasons[0]


def test_a_novice_who_chose_a_programme_gets_its_level():
    week = programme_week(written(lunge={}, side_plank={}), "filled", alice(), MONDAY)
    assert week.left_out == ()


def test_what_a_condition_excludes_is_left_out():
    week = programme_week(written(itb_stretch={}, glute_bridge={}), "filled", greta(), MONDAY)
    assert [one.exercise_id for one in week.left_out] == ["itb_stretch"]


def test_doras_programme_keeps_off_the_floor():
    week = programme_week(written(glute_bridge={}, x_sit_to_stand={}), "filled", dora(), MONDAY)
    assert "glute_bridge" in {one.exercise_id for one in week.left_out}
    used = {i.exercise_id for d in week.days for s in d.sessions for i in s.items}
    assert all("floor" not in exercises()[i].tags for i in used)


def test_a_red_flag_leaves_no_programme():
    week = programme_week(BRIDGE, "filled", alice(red_flags=("red_neuro",)), MONDAY)
    assert (week.status, week.days) == ("refer_urgent", ())
    assert "red_neuro" in week.messages


def test_a_programme_moves_on_from_week_to_week():
    filled = BRIDGE.filled.sessions[0].model_copy(update={"from_week": 3, "to_week": 6})
    later = BRIDGE.model_copy(
        update={"filled": BRIDGE.filled.model_copy(update={"sessions": (filled,)})}
    )
    assert programme_week(later, "filled", alice(), MONDAY, 2).days == ()
    assert programme_week(later, "filled", alice(), MONDAY, 3).days


@pytest.mark.parametrize("person", CAST)
@pytest.mark.parametrize("form", ["as_written", "filled"])
def test_every_programme_keeps_everyone_safe(person, form):
    for programme in programmes().values():
        week = programme_week(programme, form, person(), MONDAY)
        gone = {one.exercise_id for one in week.left_out}
        used = {i.exercise_id for d in week.days for s in d.sessions for i in s.items}
        assert not gone & used


def test_the_cast_does_train():
    for person in (alice, bruno, chen, ester):
        assert programme_week(BRIDGE, "filled", person(), MONDAY).days
