"""The camera page and what comes with it, without a browser."""

import json
import re

import pytest
from django.test import Client

from coxa.web.headers import CONTENT_SECURITY_POLICY

PAGE = "/camera/lunge/"
SCRIPT = re.compile(r'<script id="coach-page" type="application/json">(.+?)</script>')


def said_to_script(page: str) -> dict:
    return json.loads(SCRIPT.search(page)[1])


def test_an_exercise_that_moves_can_be_tried_with_the_camera(entered: Client):
    page = entered.get("/library/lunge/").content.decode()
    assert f'href="{PAGE}"' in page
    assert entered.get(PAGE).status_code == 200


def test_an_exercise_that_there_is_not_has_no_camera_page(entered: Client):
    assert entered.get("/camera/moonwalk/").status_code == 404


def test_the_page_tells_the_script_what_to_look_for(entered: Client):
    told = said_to_script(entered.get(PAGE).content.decode())
    assert told["kind"] == "repetitions"
    assert told["goal"] == 8
    assert told["expected"]["primary"] == "knee_angle"
    assert told["expected"]["far_deg"] - told["expected"]["start_deg"] > 60


def test_a_held_exercise_is_timed_not_counted(entered: Client):
    told = said_to_script(entered.get("/camera/half_kneeling_hip_flexor/").content.decode())
    assert told["kind"] == "hold"
    assert told["goal"] == 30


def test_without_an_exercise_whatever_repeats_is_counted(entered: Client):
    told = said_to_script(entered.get("/camera/").content.decode())
    assert told["expected"] is None
    assert told["kind"] == "repetitions"


def test_every_file_that_the_script_asks_for_is_served_from_here(entered: Client):
    told = said_to_script(entered.get(PAGE).content.decode())
    for name, address in told["files"].items():
        assert address.startswith("/static/"), name
        file = f"{address}pyodide.mjs" if name == "pyodide" else address
        answer = entered.get(file)
        assert answer.status_code == 200, file
        assert "immutable" in answer["Cache-Control"], file


def test_the_page_says_where_to_stand_and_that_nothing_leaves(entered: Client):
    page = entered.get(PAGE).content.decode()
    assert "Turn one side to the camera" in page
    assert "The picture never leaves this device." in page
    assert "This page needs JavaScript" in page


def test_only_the_camera_page_may_use_the_camera(entered: Client):
    assert "camera=(self)" in entered.get(PAGE)["Permissions-Policy"]
    assert "camera=()" in entered.get("/library/lunge/")["Permissions-Policy"]
    policy = entered.get(PAGE)["Content-Security-Policy"]
    assert "media-src 'self' blob: mediastream:" in policy
    assert "wasm" not in policy


@pytest.mark.parametrize("worker", ["pose", "watch"])
def test_only_the_workers_may_run_webassembly(entered: Client, worker: str):
    told = said_to_script(entered.get(PAGE).content.decode())
    policy = entered.get(told["files"][worker])["Content-Security-Policy"]
    changed = CONTENT_SECURITY_POLICY.replace(
        "script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"
    )
    assert policy == changed


def test_nothing_else_is_allowed_more_than_before(entered: Client):
    assert entered.get("/library/")["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
