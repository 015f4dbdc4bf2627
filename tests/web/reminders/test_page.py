"""The page Reminders, and the one offer on Today."""

from datetime import time, timedelta

import pytest
from django.test import Client

from coxa.coaching.reminders import wishes_of
from coxa.training.log import RemindersChosen
from coxa.training.reminding import Quiet, Reminding, SittingBreaks
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household.models import Profile
from coxa.web.reminders import tokens
from tests.cast import ZONE, Diary, about, alice, item
from tests.web.reminders.telling import tell

pytestmark = pytest.mark.django_db(transaction=True)

FILLED = {
    "session": "on", "session_at": "07:15", "second_at": "18:00", "morning": "on",
    "morning_at": "08:00", "checks_at": "10:00",
    "sitting": "on", "sitting_days": ["1", "2"], "sitting_start": "09:00", "sitting_end": "12:00",
    "sitting_every": "45", "quiet": "on", "quiet_start": "22:00", "quiet_end": "07:00",
    "alarm": "10", "titles": "named",
}  # fmt: skip


@pytest.fixture
def alice_here(entered: Client) -> Client:
    entered.cookies["zone"] = ZONE  # whatever this machine's is: the diary is written in it
    entered.post("/household/new/", {"name": "Alice"})
    today = clock.today()
    start = today - timedelta(days=today.weekday())
    store.append(here(), Diary(start).knows(alice()).entries)
    return entered


def here() -> Profile:
    return Profile.objects.get(name="Alice")


def wishes() -> Reminding:
    return wishes_of(store.log_of(here()))


def test_nothing_is_on_before_something_is_chosen(alice_here: Client):
    html = alice_here.get("/reminders/").content.decode()
    assert 'name="session" id="id_session">' in html
    assert wishes() == Reminding()


def test_what_is_chosen_is_kept_in_the_log_and_shown_again(alice_here: Client):
    answer = alice_here.post("/reminders/", FILLED)
    assert answer.status_code == 302
    assert wishes() == Reminding(
        session_at=time(7, 15),
        morning_at=time(8),
        sitting=SittingBreaks(days=(1, 2), start=time(9), end=time(12), every_min=45),
        quiet=Quiet(start=time(22), end=time(7)),
        alarm_min=10,
        neutral=False,
    )
    html = alice_here.get("/reminders/").content.decode()
    assert 'value="07:15"' in html


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"session_at": "23:30"}, "23:30 lies in your quiet hours"),
        ({"session_at": ""}, "Give a time"),
        ({"session_at": "half past"}, "Write the time as in 07:30."),
        ({"sitting_days": []}, "Choose at least one day."),
        ({"sitting_end": "08:00"}, "Must be later"),
        ({"quiet_end": ""}, "Give a time"),
    ],
)
def test_a_wish_that_cannot_be_comes_back_with_what_would_be_right(
    alice_here: Client, changes, says
):
    answer = alice_here.post("/reminders/", FILLED | changes)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert wishes() == Reminding()


def test_a_wrong_time_of_what_is_switched_off_does_not_matter(alice_here: Client):
    assert alice_here.post("/reminders/", FILLED | {"second_at": "23:00"}).status_code == 302


def test_the_address_is_made_shown_renewed_and_closed(alice_here: Client):
    assert "/calendar/" not in alice_here.get("/reminders/").content.decode()
    alice_here.post("/reminders/address/", {"do": "renew"})
    first = tokens.token_of(tokens.of(here()))
    assert first in alice_here.get("/reminders/").content.decode()
    alice_here.post("/reminders/address/", {"do": "renew"})
    html = alice_here.get("/reminders/").content.decode()
    assert first not in html
    assert tokens.token_of(tokens.of(here())) in html
    alice_here.post("/reminders/address/", {"do": "stop"})
    assert tokens.of(here()) is None


def test_no_link_can_make_or_close_an_address(alice_here: Client):
    assert alice_here.get("/reminders/address/").status_code == 405


def steady() -> None:
    """Five mornings at about the same time."""
    today = clock.today()
    diary = Diary(today - timedelta(days=6)).knows(alice())  # its first two ids are known already
    for _ in range(5):
        diary.session(item("glute_bridge")).later(1)
    store.append(here(), diary.entries)


def test_the_usual_time_is_offered_once_and_taken(alice_here: Client):
    assert "You often begin" not in alice_here.get("/today/").content.decode()
    steady()
    assert "You often begin around" in alice_here.get("/today/").content.decode()
    answer = alice_here.post("/reminders/offer/", {"answer": "take"})
    assert answer["Location"] == "/reminders/"
    assert wishes().session_at is not None
    assert "You often begin" not in alice_here.get("/today/").content.decode()


def test_declined_it_is_not_offered_again(alice_here: Client):
    steady()
    alice_here.post("/reminders/offer/", {"answer": "decline"})
    assert wishes() == Reminding(offer="declined")
    assert "You often begin" not in alice_here.get("/today/").content.decode()


def test_saving_the_page_keeps_the_answer_to_the_offer(alice_here: Client):
    steady()
    alice_here.post("/reminders/offer/", {"answer": "decline"})
    alice_here.post("/reminders/", FILLED)
    assert wishes().offer == "declined"


def test_wishes_come_out_with_everything_else_and_go_in_again(alice_here: Client):
    alice_here.post("/reminders/", FILLED)
    out = alice_here.get("/mydata/everything.json").json()
    assert out["entries"][-1]["body"]["kind"] == RemindersChosen.model_fields["kind"].default
    assert "token" not in str(out)


def test_the_second_time_is_asked_of_whoever_trains_twice(alice_here: Client):
    words = "The second session of the day"
    assert words not in alice_here.get("/reminders/").content.decode()
    tell(here(), about(alice(minutes_per_session=5, sessions_per_day=2)))
    assert words in alice_here.get("/reminders/").content.decode()
