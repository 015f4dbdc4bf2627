"""In which language a page is answered, and where one chooses it."""

import pytest
from django.test import Client

from coxa.web import clock
from coxa.web.access.links import new_token
from coxa.web.household.models import Profile


def lang(answer) -> str:
    return answer.content.decode().partition('<html lang="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("asks", "reads"),
    [
        ("", "en"),
        ("en-US,en;q=0.9", "en"),
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("de, fr;q=0.5", "fr"),
        ("de", "en"),
        ("*", "en"),
        ("nonsense;;;q=x", "en"),
    ],
)
def test_a_page_is_in_the_language_that_the_browser_asks_for(entered: Client, asks, reads):
    answer = entered.get("/household/", headers={"accept-language": asks})
    assert lang(answer) == reads
    assert answer["Content-Language"] == reads
    assert "Accept-Language" in answer["Vary"]


def test_who_is_not_let_in_reads_why_in_their_language(db):
    stranger = Client(headers={"host": "127.0.0.1", "accept-language": "fr"})
    answer = stranger.get("/me/")
    assert (answer.status_code, lang(answer)) == (403, "fr")


def test_a_page_that_is_not_there_is_in_the_readers_language_too(entered: Client):
    assert lang(entered.get("/nowhere/", headers={"accept-language": "fr"})) == "fr"


def test_what_a_person_chose_comes_before_what_the_browser_asks_for(entered: Client):
    assert entered.post("/language/", {"language": "fr"}).headers["Location"] == "/me/"
    answer = entered.get("/me/", headers={"accept-language": "en"})
    assert lang(answer) == "fr"
    assert '<option value="fr" selected>Français</option>' in answer.content.decode()


def test_the_choice_belongs_to_the_profile(entered: Client):
    entered.post("/language/", {"language": "fr"})
    entered.post("/household/new/", {"name": "Bruno"})
    assert lang(entered.get("/me/")) == "en"


def test_the_browser_decides_again_when_one_wants_it_to(entered: Client):
    entered.post("/language/", {"language": "fr"})
    entered.post("/language/", {"language": ""})
    assert lang(entered.get("/me/")) == "en"


def test_a_language_that_there_is_not_changes_nothing(entered: Client):
    entered.post("/language/", {"language": "tlh"})
    entered.get("/me/")
    assert Profile.objects.get().language == ""


def test_the_next_page_of_somebody_else_is_in_their_own_language(entered: Client):
    assert lang(entered.get("/welcome/", headers={"accept-language": "fr"})) == "fr"
    other = Client(headers={"host": "127.0.0.1"})
    other.get(f"/enter/{new_token(clock.now())}/")
    assert lang(other.get("/household/")) == "en"


def test_a_page_in_english_brings_no_words_for_scripts_along(entered: Client):
    assert b'id="phrases"' not in entered.get("/me/").content
    french = entered.get("/me/", headers={"accept-language": "fr"})
    assert "Série {n} sur {sets}" in french.content.decode()
