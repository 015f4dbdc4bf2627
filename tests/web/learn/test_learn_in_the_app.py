"""Learn as a person opens it: the index, each page, how each check is read, and the ways in."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from coxa.checks.library import checks
from coxa.safety.flags import red_flags
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household import store as household
from coxa.web.learn.checks_read import check_read
from coxa.web.learn.shelf import pages
from coxa.web.learn.shown import page_shown
from tests.cast import Diary, alice, item

pytestmark = pytest.mark.django_db


def html_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_index_names_every_page(entered: Client):
    html = html_of(entered, "/learn/")
    assert [i for i in pages() if f'href="/learn/{i}/"' not in html] == []


@pytest.mark.parametrize("page_id", sorted(pages()))
def test_every_number_in_the_text_leads_to_its_source(entered: Client, page_id: str):
    html = html_of(entered, f"/learn/{page_id}/")
    cited = set(re.findall(r'href="#source-(\d+)"', html))
    listed = re.findall(r'<li id="source-(\d+)"', html)
    assert cited == set(listed)
    assert listed == [str(n) for n in range(1, len(listed) + 1)]


@pytest.mark.parametrize("page_id", sorted(pages()))
def test_a_page_leads_to_what_it_names(entered: Client, page_id: str):
    html = html_of(entered, f"/learn/{page_id}/")
    inside = set(re.findall(r'href="(/(?:library|learn|anatomy)/[^"#?]*)"', html))
    assert all(entered.get(address).status_code == 200 for address in inside)


def test_a_link_to_elsewhere_tells_nobody_where_one_comes_from(entered: Client):
    html = html_of(entered, "/learn/pain_rule/")
    out = re.findall(r'<a [^>]*href="https?://[^>]*>', html)
    assert out
    assert all('rel="external noopener noreferrer"' in link for link in out)


def test_one_source_known_in_two_ways_stands_twice():
    shown = page_shown(pages()["stretching"])
    statuses = [one.status for one in shown.sources if "Ingram" in one.title]
    assert len(statuses) == len(set(statuses)) == 2


def test_when_to_see_somebody_asks_for_no_less_than_the_safety_page(entered: Client):
    html = html_of(entered, "/learn/see_somebody/")
    shown = page_shown(pages()["see_somebody"])
    asked = [question for part in shown.parts for question in part.questions]
    assert sorted(asked) == sorted(flag.question for flag in red_flags().values())
    assert html.count("Answer the safety questions") == 1


@pytest.mark.parametrize("check_id", sorted(checks()))
def test_every_check_has_a_page_that_says_how_it_is_read(entered: Client, check_id: str):
    check = checks()[check_id]
    html = html_of(entered, f"/learn/checks/{check_id}/")
    assert f'href="/checks/{check_id}/"' in html
    assert html_of(entered, "/learn/reading_checks/").count(f"/learn/checks/{check_id}/") == 1
    read = check_read(check)
    told = [reading for mark in read.marks for reading, _ in mark.readings]
    assert len(told) == len(check.flags)
    assert all(told)


@pytest.mark.parametrize(
    ("check_id", "reading", "who"),
    [
        ("chair_stand_30s", "Below 14 times", "men, 60 to 64 years"),
        ("check_ankle_over_knee", "No", ""),
        ("check_knee_cave_lunge", "Falls inside the big toe", ""),
        ("check_shoe_wear", "Anything but “same”", ""),
        ("faber_height", "Above 18 cm", ""),
        ("faber_height", "More than 4 cm between the sides", ""),
        ("hip_ir_seated", "Below 24 degrees", "from 51 years, with pain: Groin"),
        ("side_plank_hold", "10 seconds or more between the sides, and more than 30 %", ""),
        ("thomas_angle", "10 degrees or more between the sides", ""),
    ],
)
def test_a_reading_that_stands_out_is_said_in_words(check_id: str, reading: str, who: str):
    readings = [pair for mark in check_read(checks()[check_id]).marks for pair in mark.readings]
    assert (reading, who) in readings


def test_an_unknown_page_or_check_is_not_found(entered: Client):
    assert entered.get("/learn/no_such_page/").status_code == 404
    assert entered.get("/learn/checks/no_such_check/").status_code == 404


def test_the_library_leads_to_learn(entered: Client):
    assert 'href="/learn/"' in html_of(entered, "/library/")


def test_the_morning_question_says_how_sore_and_hurt_differ(entered: Client):
    html_of(entered, "/library/")
    yesterday = clock.today() - timedelta(days=1)
    diary = Diary(yesterday).knows(alice()).session(item("glute_bridge"))
    store.append(household.profiles()[0], diary.entries)
    assert 'href="/learn/sore_or_hurt/"' in html_of(entered, "/today/")


def test_the_reasons_of_a_plan_lead_to_how_the_dose_is_chosen(entered: Client):
    html_of(entered, "/library/")
    store.append(household.profiles()[0], Diary(clock.today()).knows(alice()).entries)
    assert 'href="/learn/dose/"' in html_of(entered, "/week/")
