"""The app on a home screen, and what its worker is told, without a browser."""

import json
import re
import struct
from pathlib import Path

import pytest
from django.test import Client

import coxa.web
from coxa.training.log import AboutAnswered, SafetyAnswered, SessionDoneEntry, SessionStarted
from coxa.web.built import FOLDER, built
from coxa.web.headers import content_security_policy
from coxa.web.household.models import Profile
from coxa.web.offline.app import PAPER, worker_of
from tests.web.test_session import say

pytestmark = pytest.mark.django_db
TOKENS = Path(coxa.web.__file__).parent / "assets/css/tokens.css"


@pytest.fixture
def me(entered) -> Profile:
    entered.get("/household/")
    return Profile.objects.get(name="Me")


@pytest.fixture
def manifest(db) -> dict:
    """As a browser asks for it: without a cookie."""
    return Client(headers={"host": "127.0.0.1"}).get("/manifest.webmanifest").json()


def test_the_app_can_be_installed(manifest):
    assert manifest["display"] == "standalone"
    assert manifest["start_url"] == manifest["scope"] == "/"
    assert {one["sizes"] for one in manifest["icons"]} >= {"192x192", "512x512"}
    assert {one["purpose"] for one in manifest["icons"]} == {"any", "maskable"}
    assert "/today/" in [one["url"] for one in manifest["shortcuts"]]


def test_an_icon_is_as_large_as_it_is_said_to_be(manifest):
    for icon in manifest["icons"]:
        file = (FOLDER / icon["src"].removeprefix("/static/")).read_bytes()
        width, height = struct.unpack(">II", file[16:24])  # of a PNG's first chunk
        assert f"{width}x{height}" == icon["sizes"]


def test_the_system_paints_around_it_in_the_colour_of_our_paper(entered):
    papers = re.findall(r"--paper: (#\w+)", TOKENS.read_text(encoding="utf-8"))
    assert papers[:2] == [PAPER["light"], PAPER["dark"]]
    page = entered.get("/household/").text
    assert all(f'content="{colour}"' in page for colour in PAPER.values())


def test_only_our_own_worker_and_manifest_are_allowed():
    policy = content_security_policy("/")
    assert "worker-src 'self'" in policy
    assert "manifest-src 'self'" in policy


def test_the_worker_is_asked_for_anew_each_time_and_by_everyone(db):
    answer = Client(headers={"host": "127.0.0.1"}).get("/worker.js")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-cache"
    assert answer["Content-Type"].startswith("text/javascript")


def test_the_worker_is_another_one_as_soon_as_anything_built_is_another():
    from dataclasses import replace

    now = built()
    other = replace(now, files=now.files | {"app.css": "app-00000000.css"})
    assert worker_of(now, "…") == worker_of(built(), "…")
    assert worker_of(now, "…") != worker_of(other, "…")
    assert worker_of(now, "one") != worker_of(now, "another")


def test_every_file_that_scripts_load_later_is_there():
    assert built().later
    assert all((FOLDER / one).exists() for one in built().later)


def test_nothing_is_kept_for_who_has_no_diary(entered, me):
    assert entered.get("/offline/pages/").json()["pages"] == []


def test_today_the_week_and_its_sessions_are_kept(entered, me):
    say(me, SafetyAnswered(), AboutAnswered(age=44, minutes_per_session=12, days_per_week=7))
    told = entered.get("/offline/pages/").json()
    assert told["profile"] == str(me.id)
    assert told["pages"][:2] == ["/today/", "/week/"]
    assert any(re.match(r"/session/\d{4}-\d\d-\d\d\.\d/$", one) for one in told["pages"])
    for page in told["pages"]:
        answer = entered.get(page)
        assert (answer.status_code, answer["X-Coxa-Profile"]) == (200, str(me.id)), page
        assert answer["Cache-Control"] == "no-store"


def test_a_new_entry_makes_another_stamp(entered, me):
    from uuid import uuid4

    before = entered.get("/offline/pages/").json()["stamp"]
    assert entered.get(f"/offline/pages/?has={before}").json() == {
        "profile": str(me.id),
        "stamp": before,
    }
    done = SessionDoneEntry(session_id=uuid4(), seconds=300)
    say(me, SessionStarted(session_id=done.session_id), done)
    after = entered.get(f"/offline/pages/?has={before}").json()
    assert after["stamp"] != before
    assert after["pages"]


def test_a_stranger_is_not_told_what_is_kept(db):
    answer = Client(headers={"host": "127.0.0.1"}).get("/offline/pages/")
    assert answer.status_code == 403
    assert "X-Coxa-Profile" not in answer.headers


def test_signing_out_ends_the_session_and_empties_the_browser(entered, me):
    assert "Sign out" in entered.get("/leave/").text
    answer = entered.post("/leave/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert "You are signed out" in answer.text
    assert str(me.id) not in answer.text
    assert entered.get("/today/").status_code == 403


def test_the_page_for_offline_says_nothing_about_anyone(entered, me):
    say(me, SafetyAnswered())
    assert (
        entered.get("/offline/").text == Client(headers={"host": "127.0.0.1"}).get("/offline/").text
    )


def test_what_the_worker_is_told_is_json(db):
    text = Client(headers={"host": "127.0.0.1"}).get("/worker.js").text
    told = json.loads(text.partition("self.COXA = ")[2].partition(";\n")[0])
    assert told["away"] == "/offline/"
    assert all(one.startswith("/static/") for one in told["later"])
