import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coxa.interchange.archive import to_archive
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.diary.models import EntryRow
from coxa.web.household import store as household
from coxa.web.household.models import Profile
from coxa.web.mydata import store as mydata
from tests.cast import Diary, greta, item

pytestmark = pytest.mark.django_db(transaction=True)


def diary() -> Diary:
    days_ago = clock.today() - timedelta(days=3)
    return Diary(days_ago).knows(greta()).session(item("glute_bridge"))


@pytest.fixture
def greta_here(entered: Client) -> Client:
    entered.post("/household/new/", {"name": "Greta"})
    store.append(Profile.objects.get(name="Greta"), diary().entries)
    return entered


def upload(client: Client, content: bytes | dict, name: str = "coxa.json"):
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return client.post("/mydata/import/", {"file": SimpleUploadedFile(name, data)})


def test_everything_comes_out_in_one_file_named_after_the_person(greta_here: Client):
    answer = greta_here.get("/mydata/everything.json")
    assert answer["Content-Disposition"].startswith('attachment; filename="coxa-greta-')
    assert len(json.loads(answer.content)["entries"]) == len(diary().entries)


def test_the_sets_come_out_as_a_table(greta_here: Client):
    lines = greta_here.get("/mydata/sets.csv").content.decode().splitlines()
    assert len(lines) == 1 + item("glute_bridge").sets
    assert "Glute bridge" in lines[1]


def test_what_came_out_goes_in_once_and_only_once(greta_here: Client):
    out = greta_here.get("/mydata/everything.json").content
    greta_here.post("/household/new/", {"name": "Greta two"})
    assert b"Your diary has grown" in upload(greta_here, out).content
    assert b"Nothing new in it" in upload(greta_here, out).content
    assert len(store.everything(Profile.objects.get(name="Greta two"))) == len(diary().entries)


def test_a_file_with_faults_adds_nothing_and_says_all_of_them(entered: Client):
    entered.get("/mydata/")
    archive = to_archive("Greta", diary().entries)
    archive["entries"][0]["zone"] = "Rome"
    archive["entries"][1]["body"]["age"] = 300
    answer = upload(entered, archive)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "2 things in this file are not right. Nothing was added." in html
    assert "entries.0.zone" in html
    assert "entries.1.body.about_answered.age" in html
    assert not EntryRow.objects.exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"Dear diary", "is not JSON: line 1"),
        (b"{}", "is not a Coxa archive"),
        (b'{"format": "coxa-archive", "version": 9}', "newer Coxa"),
    ],
)
def test_another_file_is_refused_in_plain_words(entered: Client, content: bytes, says: str):
    entered.get("/mydata/")
    answer = upload(entered, content)
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_an_import_without_a_file_asks_for_one(entered: Client):
    entered.get("/mydata/")
    assert "Choose a file first." in entered.post("/mydata/import/").content.decode()


def test_erasing_asks_for_the_word_and_does_nothing_without_it(greta_here: Client):
    answer = greta_here.post("/mydata/erase/", {"word": "yes"})
    assert answer.status_code == 422
    assert "Nothing was erased" in answer.content.decode()
    assert EntryRow.objects.exists()


def test_erased_is_erased_and_the_others_of_the_household_keep_theirs(greta_here: Client):
    other = household.add("Bruno", clock.now())
    store.append(other, diary().entries)
    answer = greta_here.post("/mydata/erase/", {"word": " Erase "})
    assert "It is all gone" in answer.content.decode()
    assert '"storage"' in answer["Clear-Site-Data"]
    assert not Profile.objects.filter(name="Greta").exists()
    assert len(store.everything(other)) == len(diary().entries)


def test_a_profile_that_holds_nothing_is_erased_too(entered: Client):
    entered.get("/mydata/")
    mydata.erase(household.profiles())
    assert household.how_many() == 0
