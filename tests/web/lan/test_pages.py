import html
import re
from datetime import UTC, datetime
from ipaddress import ip_address

import pytest
from cryptography import x509
from django.conf import settings
from django.test import Client

from coxa.web import clock
from coxa.web.access.links import new_token
from coxa.web.lan.certificates import fingerprint
from coxa.web.lan.keeping import ready
from coxa.web.whereabouts import AWAY, remember

pytestmark = pytest.mark.django_db
HOUSE = "https://192.168.1.20:8443"


@pytest.fixture
def for_the_house(monkeypatch, tmp_path):
    """Coxa runs with --lan, as far as its pages can tell."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", [*settings.ALLOWED_HOSTS, "192.168.1.20"])
    remember(tmp_path, "http://127.0.0.1:8000", HOUSE)
    return ready(tmp_path, "kitchen", [ip_address("192.168.1.20")], datetime.now(UTC))


@pytest.fixture
def stranger() -> Client:
    return Client(headers={"host": "192.168.1.20:8443"})


@pytest.fixture
def phone(for_the_house, stranger: Client) -> Client:
    """A browser that came in from the house."""
    stranger.get(f"/enter/{new_token(clock.now())}/", secure=True)
    return stranger


def words_of(answer) -> str:
    return html.unescape(answer.content.decode())


def test_a_stranger_may_read_how_to_trust_and_nothing_else(for_the_house, stranger: Client):
    answer = stranger.get("/trust/", secure=True)
    assert answer.status_code == 200
    pairs = re.findall(r"<span>([0-9A-F]{2})</span>", words_of(answer))
    assert " ".join(pairs) == fingerprint(for_the_house.authority)
    for path in ("/phone/", "/", "/me/"):
        assert stranger.get(path, secure=True).status_code == 403


@pytest.mark.parametrize("path", ["/me/", "/enter/x/"])
def test_a_phone_is_told_what_to_type_on_the_computer(for_the_house, stranger: Client, path: str):
    assert "coxa link --lan" in words_of(stranger.get(path, secure=True))
    assert "--lan" not in words_of(stranger.get(path))


def test_the_certificate_is_the_authoritys_and_brings_no_key(for_the_house, stranger: Client):
    answer = stranger.get("/trust/coxa.crt", secure=True)
    assert answer["Content-Type"] == "application/x-x509-ca-cert"
    assert x509.load_pem_x509_certificate(answer.content) == for_the_house.authority
    assert b"PRIVATE" not in answer.content


def test_before_it_was_ever_served_there_is_nothing_to_trust(
    stranger: Client, monkeypatch, tmp_path
):
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", ["192.168.1.20"])
    assert "coxa start --lan" in words_of(stranger.get("/trust/"))
    assert stranger.get("/trust/coxa.crt").status_code == 404


def test_without_lan_the_page_says_how_to_start_it(entered: Client, monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    for answer in (entered.get("/phone/"), entered.post("/phone/")):
        assert "coxa start --lan" in words_of(answer)
        assert "<form" not in words_of(answer).partition("<main")[2]


def test_in_no_network_the_page_waits_for_one(entered: Client, monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    remember(tmp_path, "http://127.0.0.1:8000", AWAY)
    for answer in (entered.get("/phone/"), entered.post("/phone/")):
        assert "Waiting for a network" in words_of(answer)
        assert "/enter/" not in words_of(answer)


def test_a_code_is_made_when_asked_for_and_lets_in_once(
    entered: Client, stranger: Client, for_the_house
):
    assert "/enter/" not in words_of(entered.get("/phone/"))
    answer = entered.post("/phone/")
    assert answer["Cache-Control"] == "no-store"
    path = re.search(rf"{re.escape(HOUSE)}(/enter/\S+?/)<", words_of(answer))[1]
    assert '<svg viewBox="0 0 41 41" class="qr">' in words_of(answer)
    assert stranger.get(path, secure=True).status_code == 302
    assert stranger.get("/me/", secure=True).status_code == 200
    assert Client(headers={"host": "192.168.1.20"}).get(path, secure=True).status_code == 403


def test_me_leads_to_it(entered: Client):
    assert 'href="/phone/"' in words_of(entered.get("/me/"))


def test_the_cookie_of_https_never_travels_without_it(phone: Client, entered: Client):
    assert phone.cookies["coxa_session"]["secure"]
    assert phone.cookies["coxa_session"]["httponly"]
    assert not entered.cookies["coxa_session"]["secure"]  # a browser would drop it on 127.0.0.1


def test_who_came_in_by_one_door_is_not_in_by_the_other(phone: Client, entered: Client):
    assert phone.get("/me/", secure=True).status_code == 200
    assert phone.get("/me/", secure=False).status_code == 403
    assert entered.get("/me/").status_code == 200
    assert entered.get("/me/", secure=True).status_code == 403


def test_no_browser_is_told_to_insist_on_https(phone: Client):
    assert "Strict-Transport-Security" not in phone.get("/me/", secure=True).headers


def test_a_form_of_the_phone_is_taken_and_one_from_elsewhere_is_not(for_the_house):
    strict = Client(enforce_csrf_checks=True, headers={"host": "192.168.1.20:8443"})
    strict.get(f"/enter/{new_token(clock.now())}/", secure=True)
    page = words_of(strict.get("/phone/", secure=True))
    token = {"csrfmiddlewaretoken": re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)[1]}
    ours, theirs = {"origin": HOUSE}, {"origin": "https://192.168.1.99:8443"}
    assert strict.post("/phone/", token, secure=True, headers=ours).status_code == 200
    assert strict.post("/phone/", token, secure=True, headers=theirs).status_code == 403
    assert strict.post("/phone/", secure=True, headers=ours).status_code == 403


def test_all_phones_can_be_let_out_and_this_computer_stays_in(phone: Client, entered: Client):
    assert "1 phone or other device came in" in words_of(entered.get("/phone/"))
    entered.post("/phone/out/")
    assert phone.get("/me/", secure=True).status_code == 403
    assert entered.get("/me/").status_code == 200
    assert "came in" not in words_of(entered.get("/phone/"))


def test_letting_out_is_not_done_by_a_link(entered: Client):
    assert entered.get("/phone/out/").status_code == 405
