"""My week: each item with its why, and changed by hand with what that does said plainly."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from coxa.exercises.library import exercises
from coxa.training.log import BlockChosen, WeekAdjusted
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household.models import Profile

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
TIME = {"age": "52", "minutes_per_session": "20", "days_per_week": "5", "sessions_per_day": "1"}


@pytest.fixture
def at_home(entered: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Someone who answered everything on a Monday morning."""
    moments = (MONDAY + timedelta(seconds=n) for n in range(1000))
    monkeypatch.setattr(clock, "now", lambda: next(moments))
    entered.post("/safety/", {"none": "on", "floor": "yes"})
    entered.post("/about/time/", TIME)
    entered.post("/about/things/", {"equipment": ["wall", "chair", "towel", "couch"]})
    return entered


def days(client: Client):
    return client.get("/week/").context["days"]


def first_day(client: Client):
    return next(day for day in days(client) if day.can_change)


def change(client: Client, day, what: str, **more: str):
    return client.post("/week/adjust/", {"day": f"{day.date}", "change": what, **more}, follow=True)


def said(answer) -> str:
    return " ".join(answer.context["changed"])


def test_before_any_question_the_week_invites(entered: Client):
    page = entered.get("/week/").content.decode()
    assert "No week yet" in page
    assert 'href="/safety/"' in page


def test_a_week_has_seven_days_and_each_item_has_dose_and_reason(at_home: Client):
    shown = days(at_home)
    assert [day.date.isoweekday() for day in shown] == [1, 2, 3, 4, 5, 6, 7]
    items = [item for day in shown for session in day.sessions for item in session.items]
    assert items
    assert all(item.dose and item.reasons for item in items)


def test_no_session_is_longer_than_was_said(at_home: Client):
    minutes = [session.minutes for day in days(at_home) for session in day.sessions]
    assert all(int(words.split()[0]) <= 20 for words in minutes)


def test_six_minutes_today_makes_today_short_and_says_so(at_home: Client):
    day = first_day(at_home)
    answer = change(at_home, day, "shorten", minutes="6")
    assert f"{day.date:%A} takes" in said(answer)
    (session,) = next(one for one in answer.context["days"] if one.date == day.date).sessions
    assert int(session.minutes.split()[0]) <= 6


def test_no_floor_leaves_nothing_that_lies_down(at_home: Client):
    floors = [
        day for day in days(at_home)
        if any("floor" in i.exercise.tags for s in day.sessions for i in s.items)
    ]  # fmt: skip
    answer = change(at_home, floors[0], "no_floor")
    today = next(one for one in answer.context["days"] if one.date == floors[0].date)
    assert not [i for s in today.sessions for i in s.items if "floor" in i.exercise.tags]
    assert floors[0].date.strftime("%A") in said(answer)


def test_a_swapped_exercise_is_gone_from_that_day_and_both_are_named(at_home: Client):
    day = first_day(at_home)
    gone = day.sessions[0].items[0].exercise
    answer = change(at_home, day, "swap", exercise_id=gone.id)
    now = next(one for one in answer.context["days"] if one.date == day.date)
    assert gone.id not in [i.exercise.id for s in now.sessions for i in s.items]
    assert gone.name in said(answer)


def test_a_session_moves_to_another_day_or_the_week_says_why_not(at_home: Client):
    """Strength keeps a day of rest between: some days give way, others do not."""
    day, moved, refused = first_day(at_home), 0, 0
    for other in day.other_days:
        answer = change(at_home, day, "move", to_day=f"{other}")
        if answer.context["is_different"]:
            moved += 1
            assert f"{other:%A}: Moved here from {day.date:%A}." in said(answer)
        else:
            refused += 1
            assert f"Not moved to {other:%A}" in said(answer)
        change(at_home, day, "restore")
    assert moved
    assert refused


def test_a_moved_day_goes_back_together_with_the_day_it_changed_places_with(at_home: Client):
    before, day = days(at_home), first_day(at_home)
    for other in day.other_days:
        answer = change(at_home, day, "move", to_day=f"{other}")
        moved = next(one for one in answer.context["days"] if one.date == other)
        change(at_home, moved, "restore")
        assert days(at_home) == before


def test_a_day_goes_back_to_how_it_was_planned(at_home: Client):
    before = days(at_home)
    day = first_day(at_home)
    changed = change(at_home, day, "shorten", minutes="6")
    assert next(one for one in changed.context["days"] if one.date == day.date).adjusted
    change(at_home, day, "restore")
    assert days(at_home) == before


def test_every_change_is_kept_in_the_log(at_home: Client):
    day = first_day(at_home)
    change(at_home, day, "shorten", minutes="6")
    body = store.log_of(Profile.objects.get())[-1].body
    assert body == WeekAdjusted(day=day.date, change="shorten", minutes=6)


@pytest.mark.parametrize(
    "told",
    [
        {"change": "shorten"},
        {"change": "swap", "exercise_id": "handstand"},
        {"change": "swap"},
        {"change": "move"},
        {"change": "move", "to_day": "2027-01-01"},
        {"change": "burn"},
        {"day": "someday", "change": "no_floor"},
    ],
)
def test_a_change_that_makes_no_sense_leaves_the_week_as_it_was(at_home: Client, told):
    kept = len(store.log_of(Profile.objects.get()))
    answer = at_home.post("/week/adjust/", {"day": "2026-11-23"} | told)
    assert answer.status_code == 422
    assert "the week is as it was" in answer.content.decode()
    assert len(store.log_of(Profile.objects.get())) == kept


def test_a_red_flag_empties_the_week(at_home: Client):
    at_home.post("/safety/", {"flags": "red_neuro", "floor": "yes"})
    page = at_home.get("/week/").content.decode()
    assert "/safety/stop/" in page
    assert not [one.name for one in exercises().values() if one.name in page]


def test_what_is_left_out_is_named_with_its_reason(at_home: Client):
    told = {"screen": "other_sore_places", "conditions": "knee_pain", "floor": "yes"}
    at_home.post("/safety/", told)
    page = at_home.get("/week/")
    groups = page.context["left_out"]
    named = {name for group in groups for name, _ in group.exercises}
    assert {one.name for one in exercises().values() if "kneeling" in one.tags} <= named
    assert all(group.reason in page.content.decode() for group in groups)


def test_the_picture_of_the_week_holds_no_code(at_home: Client):
    """Ids and underscores are for files."""
    page = re.sub(r"<[^>]+>", " ", at_home.get("/week/").content.decode())
    assert not re.findall(r"\b[a-z]+_[a-z_]+\b", page)


@pytest.mark.parametrize("choice", ["maintain", "new_block", "see_professional"])
def test_after_twelve_weeks_there_are_three_ways_on(at_home: Client, choice):
    told = {"choice": choice, "goal": "strength"}
    answer = at_home.post("/week/next/", told)
    assert answer.status_code == (200 if choice == "see_professional" else 302)
    goal = "strength" if choice == "new_block" else None
    assert store.log_of(Profile.objects.get())[-1].body == BlockChosen(choice=choice, goal=goal)


def test_a_choice_has_to_be_made(at_home: Client):
    assert at_home.post("/week/next/", {}).status_code == 422


def test_no_floor_is_offered_only_where_something_is_done_on_the_floor(at_home: Client):
    day = next(day for day in days(at_home) if day.can_change and day.on_floor)
    change(at_home, day, "no_floor")
    after = next(one for one in days(at_home) if one.date == day.date)
    assert not after.on_floor
    page = at_home.get("/week/").content.decode()
    assert page.count('value="no_floor"') == sum(one.on_floor for one in days(at_home))


def test_checking_again_is_spoken_of_when_its_week_has_come(
    at_home: Client, monkeypatch: pytest.MonkeyPatch
):
    at_home.post("/checks/check_reach_past_shins/", {"value": "0"})
    assert "Time to check again" not in at_home.get("/week/").content.decode()
    at_home.post(f"/session/{first_day(at_home).sessions[0].key}/")
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(weeks=3))
    assert "Time to check again" in at_home.get("/week/").content.decode()
    assert 'href="/checks/"' in at_home.get("/today/").content.decode()


def test_days_that_are_over_are_folded(at_home: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(days=5))
    page = at_home.get("/week/").content.decode()
    over = [one for day in days(at_home) if day.is_past for one in day.sessions]
    assert over
    assert page.count("day--past") == sum(day.is_past for day in days(at_home))
    assert page.count('class="disclosure"><summary>') >= len(over)
