"""What the page's script hears of a check: JSON, picture by picture."""

import json

import pytest

from coxa.motion.watching.checking.pictured import pictured
from coxa.web.camera.in_browser import Checker
from tests.motion.watching.checking.filmed import frames, staying, task, tries_of

KEYS = {
    "phase", "help", "words", "view", "view_words", "value", "value_words", "unit", "status",
    "seconds", "seconds_of", "reps", "side", "tries_done", "tries_of", "share", "tries",
}  # fmt: skip


def shown(checker: Checker, check_id: str, worlds) -> list[dict]:
    film = (pictured(one, task(check_id)) for one in frames(worlds))
    return [json.loads(checker.frame(one.time_s, one.image, one.world, one.aspect)) for one in film]


def checker(check_id: str) -> Checker:
    return Checker(json.dumps(task(check_id).to_json()))


def test_a_check_goes_through_its_phases_and_is_done():
    one = checker("slr_active")
    told = shown(one, "slr_active", tries_of("slr_active"))
    assert set(told[0]) == KEYS
    phases = [now["phase"] for now in told]
    assert list(dict.fromkeys(phases)) == ["getting_ready", "ready", "running", "done"]
    assert told[-1]["tries_done"] == told[-1]["tries_of"] == 3
    assert told[-1]["view_words"] == "left side to the camera"
    assert json.loads(one.proposal())["value"] == pytest.approx(70, abs=2)


def test_nobody_there_is_said_and_nothing_is_proposed():
    one = checker("single_leg_stance")
    told = [json.loads(one.frame(i / 10, None, None, 1.0)) for i in range(30)]
    assert told[-1]["help"].startswith("I cannot see you yet.")
    assert json.loads(one.proposal())["value"] is None


def test_a_clock_tells_how_far_it_is():
    one = checker("single_leg_stance")
    told = shown(one, "single_leg_stance", tries_of("single_leg_stance", (1.0,), held_s=6))
    running = [now for now in told if now["phase"] == "running"]
    assert running[0]["seconds_of"] == 45
    assert running[-1]["seconds"] > running[0]["seconds"]
    assert running[-1]["share"] == pytest.approx(running[-1]["seconds"] / 45, abs=0.02)


def test_a_try_may_be_ended_and_struck_out():
    one = checker("side_plank_hold")
    shown(one, "side_plank_hold", staying("side_plank", 8))
    one.end_try()
    assert json.loads(one.proposal())["enough"]
    one.drop(0)
    assert json.loads(one.proposal())["tries"] == []


def test_an_answer_of_yes_is_a_boolean():
    one = checker("check_ankle_over_knee")
    shown(one, "check_ankle_over_knee", tries_of("check_ankle_over_knee", (1.0,), held_s=4))
    proposal = json.loads(one.proposal())
    assert proposal["value"] is True
    assert proposal["tries"] == [True]
