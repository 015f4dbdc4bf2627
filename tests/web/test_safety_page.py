"""The safety page: nothing moves before it, and a red flag is a full stop."""

from datetime import timedelta

import pytest
from django.test import Client

from coxa.exercises.library import exercises
from coxa.safety.flags import red_flags, screen_questions
from coxa.training.log import SafetyAnswered
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household.models import Profile

pytestmark = pytest.mark.django_db

WELL = {"none": "on", "floor": "yes"}


def answered() -> SafetyAnswered:
    body = store.log_of(Profile.objects.get())[-1].body
    assert isinstance(body, SafetyAnswered)
    return body


def test_every_red_flag_and_every_question_is_asked(entered: Client):
    page = entered.get("/safety/").content.decode()
    for question in (*red_flags().values(), *screen_questions()):
        assert question.question in page


def test_start_now_asks_only_its_few_questions(entered: Client):
    page = entered.get("/safety/start-now/").content.decode()
    asked = {question.code for question in screen_questions() if question.question in page}
    assert asked == {one.code for one in screen_questions() if one.on_start_now} - {"under_16"}


def test_none_of_these_leads_to_about_me(entered: Client):
    answer = entered.post("/safety/", WELL)
    assert answer["Location"] == "/about/time/"
    assert answered() == SafetyAnswered(floor="yes", whole=True)


def test_none_of_these_before_start_now_leads_to_moving(entered: Client):
    answer = entered.post("/safety/start-now/", WELL | {"age": "16"})
    assert answer["Location"] == "/session/start-now/"
    assert answered() == SafetyAnswered(floor="yes", age=16, whole=False)


@pytest.mark.parametrize("code", red_flags())
@pytest.mark.parametrize("address", ["/safety/", "/safety/start-now/"])
def test_a_red_flag_ends_in_a_full_stop_without_exercises(entered: Client, code, address):
    answer = entered.post(address, {"flags": code, "floor": "yes", "age": "16"}, follow=True)
    assert answer.redirect_chain == [("/safety/stop/", 302)]
    page = answer.content.decode()
    assert red_flags()[code].heading in page
    assert all(line in page for line in red_flags()[code].do)
    assert not [one.name for one in exercises().values() if one.name in page]


def test_the_gravest_flag_gives_the_page_its_heading(entered: Client):
    told = {"flags": ["red_neuro", "red_vascular"], "floor": "yes"}
    page = entered.post("/safety/", told, follow=True).content.decode()
    assert f"<h1>{red_flags()['red_vascular'].heading}</h1>" in page


@pytest.mark.parametrize("code", ["heart_or_lung", "ill_today", "other_operation"])
def test_an_answer_that_needs_a_professional_stops_too(entered: Client, code):
    answer = entered.post("/safety/", {"screen": code, "floor": "yes"})
    assert answer["Location"] == "/safety/stop/"


def test_a_professionals_yes_opens_the_way(entered: Client):
    told = {"screen": "heart_or_lung", "clearance": "yes", "floor": "yes"}
    assert entered.post("/safety/", told)["Location"] == "/about/time/"
    assert answered().clearance is True


def test_who_is_under_16_is_stopped_before_start_now(entered: Client):
    answer = entered.post("/safety/start-now/", WELL | {"age": "15"})
    assert answer["Location"] == "/safety/stop/"
    assert "under_16" in answered().screen


def test_a_new_hip_is_kept_with_its_date(entered: Client):
    told = {
        "screen": "hip_operation", "conditions": "thr_anterior", "surgery_date": "2020-03-01",
        "clearance": "yes", "floor": "with_support",
    }  # fmt: skip
    entered.post("/safety/", told)
    assert answered().conditions == ("thr_anterior",)
    assert str(answered().surgery_date) == "2020-03-01"


def test_not_knowing_how_a_hip_was_put_in_keeps_to_the_limits_of_all_ways(entered: Client):
    told = {
        "screen": "hip_operation", "conditions": "thr_unknown", "surgery_date": "2020-03-01",
        "clearance": "yes", "floor": "yes",
    }  # fmt: skip
    entered.post("/safety/", told)
    assert answered().conditions == ("thr_posterior", "thr_anterior", "thr_lateral")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"floor": "yes"}, "Tick what is true for you"),
        ({"none": "on", "screen": "cancer", "floor": "yes"}, "something else as well"),
        ({"none": "on"}, "so that no move asks too much"),
        ({"screen": "bones", "floor": "yes"}, "Choose what fits"),
        ({"screen": "hip_operation", "conditions": "hip_surgery", "floor": "yes"}, "Give the date"),
    ],
)
def test_what_is_missing_is_said_and_what_was_ticked_is_kept(entered: Client, told, words):
    answer = entered.post("/safety/", told)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    for name, value in told.items():
        written = f'name="{name}" value="{value}"' if name not in ("none",) else 'name="none"'
        at = page.index(written)
        assert "checked" in page[at : page.index(">", at)]
    assert not store.log_of(Profile.objects.get())


def test_asked_again_the_answers_stand_there_but_red_flags_are_asked_anew(entered: Client):
    entered.post("/safety/", {"screen": ["cancer"], "floor": "with_support"})
    page = entered.get("/safety/").content.decode()
    at = page.index('value="cancer"')
    assert "checked" in page[at : page.index(">", at)]
    assert not any(
        "checked" in page[page.index(f'value="{code}"') :].partition(">")[0] for code in red_flags()
    )


def test_the_stop_page_leads_on_when_nothing_stops(entered: Client):
    entered.post("/safety/", WELL)
    assert entered.get("/safety/stop/").status_code == 302


def test_that_time_has_passed_is_said_only_on_another_day(
    entered: Client, monkeypatch: pytest.MonkeyPatch
):
    entered.post("/safety/start-now/", WELL | {"age": "16_to_64"})
    assert "Some time has passed" not in entered.get("/safety/").content.decode()
    entered.post("/safety/", WELL)
    later = clock.now() + timedelta(days=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "Some time has passed" in entered.get("/safety/").content.decode()
