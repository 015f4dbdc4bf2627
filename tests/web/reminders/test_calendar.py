"""The calendar at its address: no cookie, its token alone, and nothing more than chosen."""

import re
from datetime import datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from icalendar import Calendar

from coxa.training.log import RemindersChosen
from coxa.training.reminding import Reminding, SittingBreaks
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household import store as household
from coxa.web.household.models import Profile
from coxa.web.reminders import calendar_view, tokens
from tests.cast import ZONE, Diary, alice
from tests.web.reminders.telling import tell

pytestmark = pytest.mark.django_db(transaction=True)
HOST = {"host": "127.0.0.1"}


@pytest.fixture(autouse=True)
def _nobody_asked_before():
    calendar_view.OF_ONE_CALENDAR.forget()
    calendar_view.OF_STRANGERS.forget()


def person(name: str = "Alice", **wanted) -> Profile:
    """Someone with a plan since the week began, and wishes."""
    profile = household.add(name, clock.now())
    today = clock.today()
    diary = Diary(today - timedelta(days=today.weekday())).knows(alice(days_per_week=7))
    wishes = {"session_at": time(7, 30), "quiet": None} | wanted
    diary.write(RemindersChosen(wanted=Reminding(**wishes)))
    store.append(profile, diary.entries)
    return profile


def address_of(profile: Profile) -> str:
    made = tokens.renew(profile, clock.now())
    return f"/calendar/{made.id}/{tokens.token_of(made)}.ics"


def ask(address: str, **headers: str):
    """As a calendar does: no cookie, nothing but the address."""
    return Client(headers=HOST | headers).get(address)


def events(answer) -> list:
    assert answer.status_code == 200
    return list(Calendar.from_ical(answer.content).events)


def test_a_calendar_reads_it_without_a_session_and_leaves_none():
    answer = ask(address_of(person()))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert len(events(answer)) >= 7
    assert not answer.cookies
    assert not Session.objects.exists()


def test_each_event_is_private_does_not_block_time_and_leads_back_to_coxa():
    for one in events(ask(address_of(person()))):
        assert one["CLASS"] == "PRIVATE"
        assert one["TRANSP"] == "TRANSPARENT"
        assert one["URL"].startswith("http://127.0.0.1/today/")


def test_neutral_titles_say_nothing_and_named_ones_the_session():
    neutral = ask(address_of(person()))
    named = ask(address_of(person("Bruno", neutral=False)))
    assert {str(one["SUMMARY"]).split(",")[0] for one in events(neutral)} == {"Time for yourself"}
    for word in (b"Alice", b"stretch", b"Coxa:", b"hip"):
        assert word not in neutral.content.replace(b"the open hip coach", b"")
    assert b"Bruno" in named.content
    assert b"tretch" in named.content


def test_a_break_comes_back_and_opens_the_two_minutes():
    profile = person(session_at=None, sitting=SittingBreaks(start=time(9), end=time(11)))
    (one,) = events(ask(address_of(profile)))
    assert one["RRULE"]["BYDAY"] == ["MO", "TU", "WE", "TH", "FR"]
    assert one["URL"].endswith("/session/desk/")
    assert one.start.time() == time(10)


def test_the_same_thing_keeps_its_uid_through_a_new_time_and_a_new_address():
    profile = person()
    before = {str(one["UID"]) for one in events(ask(address_of(profile)))}
    tell(profile, RemindersChosen(wanted=Reminding(session_at=time(19), quiet=None)))
    again = events(ask(address_of(profile)))
    assert {str(one["UID"]) for one in again} == before
    assert {one.start.astimezone(ZoneInfo(ZONE)).time() for one in again} == {time(19)}
    assert len(before) == len(again)


def test_two_people_never_share_a_uid():
    mine, yours = (
        {str(one["UID"]) for one in events(ask(address_of(person(name))))}
        for name in ("Alice", "Bruno")
    )
    assert not mine & yours


def test_nothing_new_is_answered_in_few_bytes_by_either_validator():
    address = address_of(person())
    first = ask(address)
    for header, value in (
        ("if-none-match", first["ETag"]),
        ("if-modified-since", first["Last-Modified"]),
    ):
        again = ask(address, **{header: value})
        assert (again.status_code, again.content) == (304, b"")
    assert ask(address).content == first.content


def test_by_the_other_door_it_is_another_document_of_the_same_age():
    address = address_of(person())
    here = ask(address)
    there = Client(headers=HOST).get(address, secure=True)
    assert here["ETag"] != there["ETag"]
    assert here["Last-Modified"] == there["Last-Modified"]
    assert b"URL:https://127.0.0.1/today/" in there.content


def test_a_new_wish_is_new_for_both_validators(monkeypatch):
    profile = person()
    address = address_of(profile)
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(seconds=1))
    first = ask(address)
    tell(profile, RemindersChosen(wanted=Reminding(session_at=time(19), quiet=None)))
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(seconds=9))
    for headers in (
        {"if-none-match": first["ETag"]},
        {"if-modified-since": first["Last-Modified"]},
    ):
        assert ask(address, **headers).status_code == 200


def test_a_wrong_token_a_wrong_calendar_and_anothers_token_open_nothing():
    mine, yours = address_of(person()), address_of(person("Bruno"))
    folder, _, token = mine.rpartition("/")
    for wrong in (
        f"{folder}/{'A' * 43}.ics",
        f"/calendar/{uuid4()}/{token}",
        f"{yours.rpartition('/')[0]}/{token}",
        f"{folder}/{token[:-5]}.ics",
    ):
        answer = ask(wrong)
        assert answer.status_code == 404
        assert b"VCALENDAR" not in answer.content


def test_renewed_the_old_address_stops_and_revoked_none_works():
    profile = person()
    old, new = address_of(profile), address_of(profile)
    assert ask(old).status_code == 404
    assert ask(new).status_code == 200
    tokens.revoke(profile)
    assert ask(new).status_code == 404


def test_the_token_is_nowhere_in_the_database_and_can_be_shown_again(settings):
    made = tokens.renew(person(), clock.now())
    token = tokens.token_of(made)
    assert token
    assert len(token) >= 43
    made.refresh_from_db()
    assert token not in "".join(str(value) for value in vars(made).values())
    settings.SECRET_KEY = "another computer's"  # noqa: S105
    assert tokens.token_of(made) is None


def test_a_calendar_gone_wild_is_told_to_wait_and_another_is_not():
    mine, yours = address_of(person()), address_of(person("Bruno"))
    statuses = [ask(mine).status_code for _ in range(calendar_view.OF_ONE_CALENDAR.times + 1)]
    assert statuses[-2:] == [200, 429]
    assert ask(yours).status_code == 200


def test_whoever_tries_addresses_is_told_to_wait_and_shuts_nobody_out():
    mine = address_of(person())
    wrong = f"{mine.rpartition('/')[0]}/no.ics"
    statuses = [ask(wrong).status_code for _ in range(calendar_view.OF_STRANGERS.times + 1)]
    assert statuses[-2:] == [404, 429]
    assert ask(mine).status_code == 200


def test_the_words_are_those_of_the_profiles_language_whatever_the_calendar_asks():
    profile = person()
    household.speak(profile, "en")
    assert b"Time for yourself" in ask(address_of(profile), **{"accept-language": "fr"}).content


def test_it_is_noted_to_the_hour_when_a_calendar_asked_last():
    profile = person()
    address = address_of(profile)
    assert tokens.of(profile).asked_at is None
    ask(address)
    first = tokens.of(profile).asked_at
    ask(address)
    assert isinstance(first, datetime)
    assert tokens.of(profile).asked_at == first


def test_nobody_can_write_to_it():
    assert Client(headers=HOST).post(address_of(person())).status_code == 405


def test_the_file_to_download_holds_the_same_events(entered: Client):
    profile = person()
    entered.post(f"/household/{profile.id}/choice/")
    answer = entered.get("/reminders/coxa.ics")
    assert answer["Content-Disposition"] == 'attachment; filename="coxa.ics"'
    uids = re.findall(rb"UID:\S+", answer.content)
    assert uids == re.findall(rb"UID:\S+", ask(address_of(profile)).content)


def test_removing_the_person_closes_the_calendar():
    profile = person()
    address = address_of(profile)
    profile.delete()
    assert ask(address).status_code == 404
