"""The camera of a session, without a browser: what to look for, and which pages may have one."""

import pytest
from django.test import Client

from coxa.web.headers import CONTENT_SECURITY_POLICY

ADDRESS = "/camera/of-a-session/"


def test_counted_and_held_exercises_are_told_as_they_are_done_in_this_session(entered: Client):
    told = entered.get(f"{ADDRESS}?reps=lunge&hold=side_plank").json()
    assert told["expected"]["reps"]["lunge"]["kind"] == "repetitions"
    assert told["expected"]["hold"]["side_plank"]["kind"] == "hold"
    assert told["files"]["pose"].startswith("/static/camera-pose-")


def test_a_bridge_is_counted_or_held_as_the_session_does_it(entered: Client):
    told = entered.get(f"{ADDRESS}?reps=glute_bridge&hold=glute_bridge").json()["expected"]
    assert told["reps"]["glute_bridge"]["kind"] == "repetitions"
    assert told["hold"]["glute_bridge"]["kind"] == "hold"


def test_what_hardly_moves_is_not_counted(entered: Client):
    told = entered.get(f"{ADDRESS}?reps=side_plank&hold=side_plank").json()["expected"]
    assert told["reps"]["side_plank"] is None
    assert told["hold"]["side_plank"] is not None


def test_an_exercise_that_there_is_not_is_not_found(entered: Client):
    assert entered.get(f"{ADDRESS}?reps=moonwalk").status_code == 404


@pytest.mark.parametrize(
    ("address", "camera"),
    [
        ("/session/start-now/", True),
        ("/session/done/00000000-0000-0000-0000-000000000000/", False),
        ("/today/", False),
        ("/sessions/", False),
    ],
)
def test_only_pages_that_show_a_camera_may_use_it(entered: Client, address: str, camera: bool):
    answer = entered.get(address)
    assert ("camera=(self)" in answer["Permissions-Policy"]) is camera
    assert (answer["Content-Security-Policy"] != CONTENT_SECURITY_POLICY) is camera
    assert "wasm" not in answer["Content-Security-Policy"]
