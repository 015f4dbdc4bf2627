"""Every page in a language of brackets: what stands outside them stays English for everyone."""

import pytest
from django.conf import settings
from django.test import Client

from coxa.web import clock
from coxa.web.access.links import new_token
from coxa.web.diary import store
from coxa.web.household.models import Profile
from tests.cast import Diary, greta, item
from tests.language import pseudo

BEFORE = [
    "/welcome/",
    "/safety/",
    "/safety/start-now/",
    "/library/",
    "/week/",
    "/me/",
    "/programmes/",
]


@pytest.fixture(scope="module")
def brackets(tmp_path_factory):
    folder = tmp_path_factory.mktemp("locale")
    with pseudo.spoken_everywhere(folder):
        yield folder


@pytest.fixture
def reader(db, brackets, monkeypatch) -> Client:
    monkeypatch.setattr(settings, "LOCALE_PATHS", [brackets / "pages"])
    client = Client(headers={"host": "127.0.0.1", "accept-language": pseudo.TAG})
    client.get(f"/enter/{new_token(clock.now())}/")
    client.post("/household/new/", {"name": "Greta"})
    return client


def greta_for_a_while() -> Diary:
    diary = Diary(clock.now().date()).later(-9).knows(greta())
    diary.check("check_ankle_over_knee", {"left": False, "right": True})
    diary.check("hip_abduction_range", {"left": 20, "right": 34})
    planned = (item("glute_bridge"), item("figure4_supine"))
    diary.later(1).session(*planned, feels="looser").later(1).morning("better")
    diary.later(1).session(*planned, feels="stiffer", pain_now=3).later(1).morning("worse")
    return diary.weekly(stiffness=4).later(3).session(*planned, feels="same")


def left_on(client: Client, address: str) -> list[str]:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    html = answer.content.decode()
    assert pseudo.commas_for_machines(html) == [], "put it between localize tags"
    return pseudo.left_in_english(html)


@pytest.mark.parametrize("address", BEFORE)
def test_who_has_said_nothing_yet_reads_no_english(reader, address):
    assert left_on(reader, address) == []


PAGES = [
    "/today/", "/today/weekly/", "/week/", "/me/", "/household/", "/household/new/", "/library/",
    "/library/glute_bridge/", "/library/seated_slr/", "/library/hip_flexor_release/",
    "/library/habits/", "/library/habits/habit_even_stance/", "/anatomy/", "/anatomy/glute_med/",
    "/anatomy/glute_med/curves/", "/learn/", "/camera/", "/camera/glute_bridge/",
    "/camera/check/thomas_angle/", "/programmes/", "/programmes/p003/",
    "/programmes/p003/?form=as_written", "/mydata/", "/mydata/erase/", "/safety/", "/about/time/",
    "/about/things/", "/about/aim/", "/about/where/", "/about/sore/", "/about/life/", "/checks/",
    "/checks/first/", "/checks/thomas_angle/", "/checks/hip_abduction_range/",
    "/checks/hip_abduction_range/result/", "/session/start-now/", "/session/desk/", "/progress/",
    "/progress/pain/", "/progress/sessions/", "/progress/muscles/", "/progress/profile/",
    "/progress/checks/", "/progress/milestones/", "/report/", "/reminders/", "/offline/", "/trust/",
]  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_who_trains_reads_no_english(reader, address):
    store.append(Profile.objects.get(name="Greta"), greta_for_a_while().entries)
    assert left_on(reader, address) == []
