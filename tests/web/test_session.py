"""Today and the session page without a browser: what they show, and what they write down."""

import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest

from coxa.coaching.sessions import sessions_of
from coxa.training.log import (
    AboutAnswered,
    EffortGiven,
    HurtReported,
    MorningAnswered,
    SafetyAnswered,
    SessionDoneEntry,
    SessionStarted,
    SetDone,
    WeeklyAnswered,
)
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.diary.models import EntryRow
from coxa.web.household.models import Profile
from coxa.web.session import after, hurts

pytestmark = pytest.mark.django_db
ABOUT = AboutAnswered(
    age=44,
    minutes_per_session=12,
    days_per_week=7,
    equipment=("wall", "chair", "band_loop"),
    pain={"groin": 3},
    activities=({"name": "Stairs", "rating": 5},),
)


@pytest.fixture
def me(entered) -> Profile:
    entered.get("/household/")
    return Profile.objects.get(name="Me")


def say(profile, *bodies, days_ago=0):
    from coxa.training.log import Entry

    at = clock.now() - timedelta(days=days_ago)
    entries = [Entry(id=uuid4(), at=at, day=at.date(), zone="UTC", body=body) for body in bodies]
    store.append(profile, entries)


def script_on(answer) -> dict:
    text = re.search(r'id="session-script" type="application/json">(.*?)</script>', answer.text)[1]
    return json.loads(text)


@pytest.fixture
def planned(entered, me) -> str:
    """The address of today's planned session."""
    say(me, SafetyAnswered(), ABOUT)
    return re.search(r'href="(/session/[^"]+)"', entered.get("/today/").text)[1]


def test_who_is_new_is_welcomed(entered, me):
    assert entered.get("/today/").headers["Location"] == "/welcome/"


def test_without_the_safety_page_nothing_is_played(entered, me):
    assert entered.get("/session/start-now/").headers["Location"] == "/safety/start-now/"


def test_a_red_flag_leads_to_the_stop_page(entered, me):
    say(me, SafetyAnswered(red_flags=("red_cardiac",), whole=False))
    assert entered.get("/session/start-now/").headers["Location"] == "/safety/stop/"


def test_an_old_safety_answer_does_not_count(entered, me):
    say(me, SafetyAnswered(whole=False), days_ago=40)
    assert entered.get("/session/start-now/").headers["Location"] == "/safety/start-now/"


def test_the_session_page_says_the_stop_rules_and_every_exercise(entered, me):
    say(me, SafetyAnswered(whole=False))
    answer = entered.get("/session/start-now/")
    script = script_on(answer)
    assert script["origin"] == "start_now"
    assert "When to stop" in answer.text
    assert {one["exercise_id"] for one in script["items"]} == {
        one["exercise_id"] for one in script["steps"]
    }


def test_todays_session_is_played_with_its_easier_and_harder_forms(entered, planned):
    script = script_on(entered.get(planned))
    assert script["origin"] == "plan"
    assert len(script["forms"]) == len(script["items"])
    offered = {form for forms in script["forms"] for form in forms}
    assert offered <= set(script["positions"])


def test_a_link_to_a_session_that_is_gone_leads_to_today(entered, planned):
    assert entered.get("/session/2001-01-01.1/").headers["Location"] == "/today/"


def test_without_scripts_a_session_is_logged_at_once(entered, me, planned):
    answer = entered.post(planned)
    assert answer.headers["Location"].startswith("/session/done/")
    (session,) = sessions_of(store.log_of(me))
    assert session.finished
    assert set(session.exercise_ids) == {one.exercise_id for one in session.planned}
    assert "Done for today" in entered.get("/today/").text
    # Asked for again, it shows what was done and does not start anew.
    assert entered.get(planned).headers["Location"] == answer.headers["Location"]


def test_how_it_was_can_be_set_right_later(entered, me):
    done = SessionDoneEntry(session_id=uuid4(), pain_now=7, seconds=300)
    say(me, SessionStarted(session_id=done.session_id), done)
    address = f"/session/done/{done.session_id}/"
    assert 'value="7" id="id_pain_now_7" checked' in entered.get(address).text
    entered.post(address, {"pain_now": "2", "feels": "looser", "note": "It was the chair."})
    (session,) = sessions_of(store.log_of(me))
    assert (session.done.pain_now, session.done.feels) == (2, "looser")
    assert session.done.seconds == 300
    assert EntryRow.objects.count() == 3


def test_a_session_of_someone_else_is_not_found(entered, me):
    bob = Profile.objects.create(name="Bob", created_at=clock.now())
    done = SessionDoneEntry(session_id=uuid4())
    say(bob, done)
    assert entered.get(f"/session/done/{done.session_id}/").status_code == 404
    assert entered.get(f"/session/done/{done.session_id}/change/").status_code == 404


def test_the_morning_question_is_asked_and_kept(entered, me):
    say(me, SafetyAnswered(), ABOUT, days_ago=1)
    say(me, SessionDoneEntry(session_id=uuid4()), days_ago=1)
    page = entered.get("/today/")
    assert "How is the hip this morning?" in page.text
    about = re.search(r'name="about" value="([^"]+)"', page.text)[1]
    answer = {"about": about, "sore_spot": "same", "tired_muscles": "yes"}
    entered.post("/today/morning/", answer)
    (morning,) = (e.body for e in store.log_of(me) if isinstance(e.body, MorningAnswered))
    assert (morning.sore_spot, morning.tired_muscles) == ("same", True)
    assert "How is the hip this morning?" not in entered.get("/today/").text


def test_half_an_answer_is_asked_for_again_with_what_was_said(entered, me):
    say(me, SafetyAnswered(), ABOUT, days_ago=1)
    say(me, SessionDoneEntry(session_id=uuid4()), days_ago=1)
    answer = entered.post("/today/morning/", {"about": "2026-03-01", "sore_spot": "worse"})
    assert answer.status_code == 422
    assert "Choose yes or no." in answer.text
    assert re.search(r'value="worse"[^>]*checked', answer.text)


def test_the_weekly_page_asks_what_was_named_before(entered, me):
    say(me, SafetyAnswered(), ABOUT)
    page = entered.get("/today/weekly/").text
    assert "Stairs" in page
    assert "Groin" in page
    entered.post("/today/weekly/", {"activity_0": "7", "stiffness": "", "pain_groin": "2"})
    (week,) = (e.body for e in store.log_of(me) if isinstance(e.body, WeeklyAnswered))
    assert week.activities[0].rating == 7
    assert week.pain == {"groin": 2}
    assert week.stiffness is None


def _record(*bodies):
    from coxa.training.log import Entry

    at = clock.now()
    entries = [Entry(id=uuid4(), at=at, day=at.date(), zone="UTC", body=body) for body in bodies]
    return sessions_of(entries)[0]


def test_what_a_session_changes_is_said_most_careful_first():
    sid = uuid4()
    one_set = SetDone(session_id=sid, exercise_id="x_clamshell", set_number=1, reps=12)
    plenty = EffortGiven(session_id=sid, exercise_id="x_clamshell", left="4+")
    sore = HurtReported(session_id=sid, exercise_id="x_clamshell", what="none_of_these")
    sharp = HurtReported(session_id=sid, exercise_id="x_clamshell", what="sharp_or_locking")
    said = after.sentence
    assert said(_record(one_set), is_first=False) == after.STEADY
    assert "plenty" in said(_record(one_set, plenty), is_first=False)
    assert said(_record(one_set, plenty), is_first=True) == after.FIRST
    assert "Clamshell" in said(_record(one_set, plenty, sore), is_first=True)
    assert said(_record(one_set, sore, sharp), is_first=True) == after.ENDED


def test_every_answer_that_stops_says_what_to_do():
    assert [stop.what for stop in hurts.stops()] == [
        "sharp_or_locking", "numb_or_weak", "cannot_stand", "calf_or_chest",
    ]  # fmt: skip
    for stop in hurts.stops():
        assert stop.flags, stop.what
        urgencies = [hurts.GRAVEST_FIRST.index(flag.urgency) for flag in stop.flags]
        assert urgencies == sorted(urgencies)
