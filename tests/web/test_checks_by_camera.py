"""What the camera proposed and the person confirmed: judged like any input, and said so."""

import json
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client

from coxa.checks.library import checks
from coxa.training.log import CheckDone
from coxa.training.person import Sided
from coxa.web import clock
from coxa.web.checks.forms import AnswerForm
from coxa.web.diary import store
from coxa.web.household.models import Profile
from tests.cast import MONDAY, Diary, alice

pytestmark = pytest.mark.django_db

NINE = datetime.combine(MONDAY, time(9), UTC)
LEFT = {"left": {"tries": [60.5, 62.0, 61.4], "proposed": 62}}
BOTH_SIDES = LEFT | {"right": {"tries": [70, 71, 69], "proposed": 71}}


@pytest.fixture
def known(entered: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Alice's browser. Each look at the clock is a second later, so that entries have an order."""
    moments = (NINE + timedelta(seconds=n) for n in range(1000))
    monkeypatch.setattr(clock, "now", lambda: next(moments))
    entered.get("/safety/")
    store.append(Profile.objects.get(), Diary().knows(alice()).entries)
    return entered


def post(client: Client, check_id: str, camera: Any, **answer: str):
    text = camera if isinstance(camera, str) else json.dumps(camera)
    return client.post(f"/checks/{check_id}/", answer | {"camera": text})


def last() -> CheckDone:
    body = store.log_of(Profile.objects.get())[-1].body
    assert isinstance(body, CheckDone)
    return body


def shown(client: Client, check_id: str) -> str:
    return client.get(f"/checks/{check_id}/result/").content.decode()


def test_a_confirmed_value_is_kept_with_its_tries(known: Client):
    assert post(known, "slr_active", LEFT, left="62")["Location"] == "/checks/slr_active/result/"
    done = last()
    assert (done.method, done.value) == ("camera", Sided(left=62))
    assert done.tries == {"left": (60.5, 62.0, 61.4)}
    assert done.proposed is None


def test_both_sides_are_kept_together(known: Client):
    post(known, "slr_active", BOTH_SIDES, left="62", right="71")
    assert last().value == Sided(left=62, right=71)
    assert set(last().tries) == {"left", "right"}


def test_a_changed_value_is_the_persons_and_what_the_camera_said_stays_beside_it(known: Client):
    post(known, "slr_active", BOTH_SIDES, left="58", right="71")
    assert last().value == Sided(left=58, right=71)
    assert last().proposed == Sided(left=62, right=71)
    page = shown(known, "slr_active")
    assert "The camera said left 62 degrees, right 71 degrees; you changed it." in page


def test_of_a_side_that_was_discarded_nothing_is_kept(known: Client):
    post(known, "slr_active", BOTH_SIDES, left="", right="71")
    assert last().value == Sided(right=71)
    assert last().tries == {"right": (70.0, 71.0, 69.0)}


def test_an_answer_by_hand_is_no_answer_by_camera(known: Client):
    known.post("/checks/slr_active/", {"left": "62"})
    assert (last().method, last().tries) == ("by_hand", {})
    assert "camera" not in shown(known, "slr_active")


def test_the_result_says_that_it_was_measured_and_by_which_tries(known: Client):
    post(known, "slr_active", BOTH_SIDES, left="62", right="71")
    page = shown(known, "slr_active")
    assert "Measured with the camera." in page
    assert "Tries on the left: 60.5, 62 and 61.4 degrees." in page
    assert "you changed it" not in page


@pytest.mark.parametrize(
    ("check_id", "tries", "proposed", "answer", "words"),
    [
        ("chair_stand_30s", [12], 12, "12", "Tries: 12 times."),
        ("check_reach_past_shins", [2, 3, 2], 3, "3", "at the ankles, at the toes"),
    ],
)
def test_checks_of_the_whole_body_have_one_row_of_tries(
    known: Client, check_id: str, tries, proposed, answer: str, words: str
):
    post(known, check_id, {"both": {"tries": tries, "proposed": proposed}}, value=answer)
    assert last().value == float(proposed)
    assert words in shown(known, check_id)


def test_a_yes_is_kept_as_a_yes(known: Client):
    camera = {"left": {"tries": [True, True, False], "proposed": True}}
    post(known, "check_ankle_over_knee", camera, left="yes")
    assert last().value == Sided(left=True)
    assert last().tries == {"left": (True, True, False)}
    assert "Tries on the left: yes, yes and no." in shown(known, "check_ankle_over_knee")


NOT_WHAT_A_CAMERA_PAGE_SENDS = {
    "no JSON": "{",
    "a list": "[]",
    "null": "null",
    "a number": "62",
    "too deep": "[" * 1500,
    "an endless number": '{"left": {"tries": [1e999], "proposed": 62}}',
    "no number": '{"left": {"tries": [NaN], "proposed": 62}}',
    "no tries": {"left": {"tries": [], "proposed": 62}},
    "too many tries": {"left": {"tries": [62] * 11, "proposed": 62}},
    "nothing proposed": {"left": {"tries": [62]}},
    "more than a leg can": {"left": {"tries": [62], "proposed": 400}},
    "less than none": {"left": {"tries": [-1], "proposed": 62}},
    "a word": {"left": {"tries": ["62"], "proposed": 62}},
    "a yes for a number": {"left": {"tries": [True], "proposed": 62}},
    "a picture": {"left": {"tries": [62], "proposed": 62, "picture": "data:image/png;base64,AA"}},
    "both for a side": {"both": {"tries": [62], "proposed": 62}},
    "a third side": {"up": {"tries": [62], "proposed": 62}},
    "too long": LEFT | {"right": {"tries": [62], "proposed": 62, "more": "x" * 3000}},
}


@pytest.mark.parametrize(
    "camera", NOT_WHAT_A_CAMERA_PAGE_SENDS.values(), ids=NOT_WHAT_A_CAMERA_PAGE_SENDS
)
def test_what_no_camera_page_sends_is_left_out_and_the_answer_stays(known: Client, camera):
    before = len(store.log_of(Profile.objects.get()))
    answer = post(known, "slr_active", camera, left="62")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert len(store.log_of(Profile.objects.get())) == before
    assert "could not be read and is left out" in page
    assert 'value="62"' in page
    known.post("/checks/slr_active/", {"left": "62", "camera": ""})
    assert last().method == "by_hand"


def test_tries_of_hours_and_halves_of_grades_are_none(known: Client):
    long = {"left": {"tries": [1e9], "proposed": 45}}
    assert post(known, "single_leg_stance", long, left="45").status_code == 422
    half = {"both": {"tries": [2.5], "proposed": 3}}
    assert post(known, "check_reach_past_shins", half, value="3").status_code == 422


def test_a_wrong_number_comes_back_with_what_the_camera_said(known: Client):
    answer = post(known, "slr_active", LEFT, left="4000")
    assert answer.status_code == 422
    assert "Give a number from" in answer.content.decode()
    kept = answer.context["form"]["camera"].value()
    assert json.loads(kept) == LEFT


def test_a_check_that_no_camera_measures_takes_nothing_from_one(known: Client):
    post(known, "faber_height", LEFT, left="12", right="12")
    assert last().method == "by_hand"


def test_what_safety_leaves_out_is_not_taken_from_a_camera_either(known: Client):
    told = {"screen": "bones", "conditions": "osteoporosis", "floor": "yes"}
    known.post("/safety/", told)
    before = len(store.log_of(Profile.objects.get()))
    post(known, "check_reach_past_shins", {"both": {"tries": [3], "proposed": 3}}, value="3")
    assert len(store.log_of(Profile.objects.get())) == before


@pytest.mark.parametrize(
    "check", [one for one in checks().values() if one.camera], ids=lambda check: check.id
)
def test_every_check_by_camera_can_be_confirmed(check):
    lowest = {"yes_no": True, "grade": 0}.get(check.measure.kind, max(check.measure.low or 0, 0))
    answer = {"yes_no": "yes", "grade": "0"}.get(check.measure.kind, f"{lowest}")
    sides = ("left", "right") if check.sides == "each" else ("both",)
    camera = {side: {"tries": [lowest], "proposed": lowest} for side in sides}
    fields = {"value" if side == "both" else side: answer for side in sides}
    form = AnswerForm(check, fields | {"camera": json.dumps(camera)})
    assert form.is_valid(), form.errors
    assert form.done().method == "camera"
    assert form.done().proposed is None
