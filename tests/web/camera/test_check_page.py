"""The page on which a camera measures a check, without a browser."""

import json
import re
from datetime import UTC, datetime, time

import pytest
from django.test import Client

from coxa.checks.library import checks
from coxa.motion.watching.checking.task import Task
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household.models import Profile
from tests.cast import CAST, MONDAY, Diary, alice, chen, dora

pytestmark = pytest.mark.django_db

BY_CAMERA = [check for check in checks().values() if check.camera]
BY_HAND_ONLY = [check for check in checks().values() if not check.camera]
SCRIPT = re.compile(r'<script id="check-page" type="application/json">(.+?)</script>')


@pytest.fixture
def of(entered: Client, monkeypatch: pytest.MonkeyPatch):
    """The browser of someone of the cast, on the Monday of the tests."""
    monkeypatch.setattr(clock, "now", lambda: datetime.combine(MONDAY, time(9), UTC))
    entered.get("/safety/")

    def client(person) -> Client:
        store.append(Profile.objects.get(), Diary().knows(person).entries)
        return entered

    return client


def page_of(client: Client, check_id: str, more: str = "") -> str:
    answer = client.get(f"/camera/check/{check_id}/{more}")
    assert answer.status_code == 200
    return answer.content.decode().replace("&#x27;", "'").replace("&quot;", '"')


def told(page: str) -> dict:
    return json.loads(SCRIPT.search(page)[1])


def is_offered(page: str) -> bool:
    return "data-start" in page


def test_safety_comes_before_the_camera(entered: Client):
    assert entered.get("/camera/check/slr_active/")["Location"] == "/safety/"


def test_a_check_that_no_camera_can_do_has_no_such_page(of):
    client = of(alice())
    for check_id in (BY_HAND_ONLY[0].id, "handstand"):
        assert client.get(f"/camera/check/{check_id}/").status_code == 404


@pytest.mark.parametrize("check", BY_CAMERA, ids=lambda check: check.id)
def test_the_page_says_how_and_what_before_it_starts(of, check):
    page = page_of(of(alice()), check.id)
    said = (check.stop, check.camera.view_words, check.camera.measured, check.camera.cannot_tell)
    for words in (*said, *check.camera.set_up, check.camera.error.says):
        assert words in page


@pytest.mark.parametrize("check", BY_CAMERA, ids=lambda check: check.id)
def test_the_script_is_told_a_task_for_each_side_and_nothing_of_the_person(of, check):
    page = told(page_of(of(alice()), check.id))
    assert set(page) == {"files", "tasks", "rest_s"}
    sides = ["left", "right"] if check.sides == "each" else ["both"]
    assert list(page["tasks"]) == sides
    assert [Task.from_json(task).side for task in page["tasks"].values()] == sides


@pytest.mark.parametrize("person", CAST, ids=lambda person: person.__name__)
def test_what_safety_leaves_out_is_not_measured_either(of, person):
    client = of(person())
    left_out = {row["check"].id for row in client.get("/checks/").context["left_out"]}
    for check in BY_CAMERA:
        assert is_offered(page_of(client, check.id)) == (check.id not in left_out)


def test_chen_with_a_new_hip_is_told_why_and_offered_a_kinder_check(of):
    answer = of(chen()).get("/camera/check/check_reach_past_shins/")
    assert answer.context["why"].reason
    assert "Left out for you" in answer.content.decode()
    assert "camera.js" not in answer.content.decode()


def test_dora_who_is_unsteady_is_not_put_on_one_bent_leg_before_a_camera(of):
    assert not is_offered(page_of(of(dora()), "single_leg_squat_control"))


def test_the_check_leads_to_the_camera_and_back(of):
    client = of(alice())
    assert 'href="/camera/check/slr_active/"' in page_of_check(client, "slr_active")
    assert 'action="/checks/slr_active/"' in page_of(client, "slr_active")
    assert "/camera/" not in page_of_check(client, BY_HAND_ONLY[0].id)


def test_a_first_visit_stays_one_all_the_way(of):
    client = of(alice())
    assert 'href="/camera/check/slr_active/?first=1"' in page_of_check(
        client, "slr_active", "?first=1"
    )
    assert 'action="/checks/slr_active/?first=1"' in page_of(client, "slr_active", "?first=1")


def page_of_check(client: Client, check_id: str, more: str = "") -> str:
    return client.get(f"/checks/{check_id}/{more}").content.decode()


def test_without_scripts_there_is_a_way_by_hand(of):
    page = page_of(of(alice()), "slr_active")
    assert "This page needs JavaScript" in page
    assert page.count("Answer by hand") >= 2


def test_the_page_may_use_the_camera_and_only_it(of):
    client = of(alice())
    allowed = client.get("/camera/check/slr_active/")["Permissions-Policy"]
    assert "camera=(self)" in allowed
    assert "camera=()" in client.get("/checks/slr_active/")["Permissions-Policy"]
