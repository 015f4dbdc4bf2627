"""The checks: offered one at a time, skippable, their result said plainly."""

import pytest
from django.test import Client

from coxa.checks.library import checks
from coxa.training.log import CheckDone
from coxa.training.person import Sided
from coxa.web.checks.forms import AnswerForm
from coxa.web.diary import store
from coxa.web.household.models import Profile

pytestmark = pytest.mark.django_db

TIME = {"age": "66", "minutes_per_session": "15", "days_per_week": "4", "sessions_per_day": "1"}


@pytest.fixture
def known(entered: Client) -> Client:
    entered.post("/safety/", {"none": "on", "floor": "yes"})
    entered.post("/about/time/", TIME)
    return entered


def last() -> CheckDone:
    body = store.log_of(Profile.objects.get())[-1].body
    assert isinstance(body, CheckDone)
    return body


def test_safety_comes_before_any_check(entered: Client):
    for address in ("/checks/", "/checks/first/", "/checks/single_leg_stance/"):
        assert entered.get(address)["Location"] == "/safety/"


def test_a_first_visit_offers_at_most_four(known: Client):
    page = known.get("/checks/first/").content.decode()
    offered = [check for check in checks().values() if check.name in page]
    assert 1 <= len(offered) <= 4
    assert sum(check.minutes for check in offered) <= 4


def test_skipping_through_the_first_checks_ends_at_the_week(known: Client):
    seen, address = [], known.get("/checks/first/").context["checks"][0].id
    address = f"/checks/{address}/?first=1"
    while address != "/week/":
        page = known.get(address)
        seen.append(page.context["check"].id)
        address = known.get(page.context["skip"])["Location"]
    assert seen == [check.id for check in known.get("/checks/first/").context["checks"]]


@pytest.mark.parametrize("check", checks().values(), ids=lambda check: check.id)
def test_every_check_has_a_page_with_steps_stop_line_and_worth(known: Client, check):
    page = known.get(f"/checks/{check.id}/")
    if "form" not in page.context:
        assert page.context["why"].reason
        return
    shown = page.content.decode()
    for words in (*check.steps, check.stop, check.worth):
        assert words.replace("'", "&#x27;").replace('"', "&quot;") in shown


@pytest.mark.parametrize("check", checks().values(), ids=lambda check: check.id)
def test_every_check_can_be_answered_and_read_back(check):
    fields = ("left", "right") if check.sides == "each" else ("value",)
    middle = check.measure.low if check.measure.low is not None else 1
    options = {"yes_no": "yes", "grade": "0", "number": str(middle)}
    told = options.get(check.measure.kind) or check.measure.choices[0]
    form = AnswerForm(check, dict.fromkeys(fields, told))
    assert form.is_valid(), form.errors
    assert form.done().check_id == check.id


def test_one_side_may_be_left_open(known: Client):
    known.post("/checks/single_leg_stance/", {"left": "30"})
    assert last().value == Sided(left=30)


def test_an_empty_answer_is_not_kept(known: Client):
    answer = known.post("/checks/single_leg_stance/", {})
    assert answer.status_code == 422
    assert "at least one side" in answer.content.decode()


def test_a_number_out_of_range_comes_back_with_what_was_typed(known: Client):
    answer = known.post("/checks/single_leg_stance/", {"left": "4000", "right": "12"})
    assert answer.status_code == 422
    assert "Give a number from" in answer.content.decode()
    assert 'value="12"' in answer.content.decode()


def test_a_flagged_result_says_what_follows(known: Client):
    known.post("/checks/single_leg_stance/", {"left": "3", "right": "30"})
    result = known.get("/checks/single_leg_stance/result/")
    assert result.context["findings"]
    assert result.context["findings"][0].says in result.content.decode().replace("&#x27;", "'")


def test_a_clear_result_says_that_nothing_stands_out(known: Client):
    known.post("/checks/single_leg_stance/", {"left": "40", "right": "40"})
    page = known.get("/checks/single_leg_stance/result/").content.decode()
    assert "Nothing stands out" in page


def test_a_small_change_is_called_chance(known: Client):
    known.post("/checks/faber_height/", {"left": "12", "right": "12"})
    known.post("/checks/faber_height/", {"left": "13", "right": "17"})
    left, right = known.get("/checks/faber_height/result/").context["changes"]
    assert "may be chance" in left
    assert "may be chance" not in right


def test_the_list_shows_last_values(known: Client):
    known.post("/checks/faber_height/", {"left": "12", "right": "14"})
    assert "left 12 cm, right 14 cm" in known.get("/checks/").content.decode()


def test_a_check_that_safety_leaves_out_is_shown_with_its_reason(known: Client):
    told = {"screen": "bones", "conditions": "osteoporosis", "floor": "yes"}
    known.post("/safety/", told)
    page = known.get("/checks/check_reach_past_shins/")
    assert "form" not in page.context
    assert "Left out for you" in page.content.decode()
    left_out = {row["check"].id for row in known.get("/checks/").context["left_out"]}
    assert "check_reach_past_shins" in left_out


def test_an_unknown_check_is_not_found(known: Client):
    assert known.get("/checks/handstand/").status_code == 404
