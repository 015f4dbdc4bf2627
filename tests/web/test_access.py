import signal
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client

from coxa.web import clock
from coxa.web.access.links import new_token, use_token
from coxa.web.access.models import EntryLink
from coxa.web.headers import CONTENT_SECURITY_POLICY

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def stranger() -> Client:
    return Client(headers={"host": "127.0.0.1"})


@pytest.fixture
def token() -> str:
    return new_token(clock.now())


def test_a_token_works_once():
    token = new_token(NOON)
    assert use_token(token, NOON)
    assert not use_token(token, NOON)


@pytest.mark.parametrize(
    ("later", "good"),
    [(timedelta(minutes=9, seconds=59), True), (timedelta(minutes=10), False)],
)
def test_a_token_lives_ten_minutes(later: timedelta, good: bool):
    assert use_token(new_token(NOON), NOON + later) is good


def test_a_token_has_128_bits_and_is_kept_as_a_digest_only():
    token = new_token(NOON)
    assert len(token) >= 128 / 6
    assert token not in EntryLink.objects.get().digest


def test_links_that_ran_out_are_forgotten():
    new_token(NOON)
    new_token(NOON + timedelta(minutes=11))
    assert EntryLink.objects.count() == 1


def test_a_link_lets_in_and_leaves_the_address_at_once(stranger: Client, token: str):
    answer = stranger.get(f"/enter/{token}/")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Cache-Control"] == "no-store"
    assert stranger.get("/household/").status_code == 200


@pytest.mark.parametrize(
    "looking",
    [
        lambda client, path: client.head(path),
        lambda client, path: client.get(path, headers={"sec-purpose": "prefetch;prerender"}),
        lambda client, path: client.get(path, headers={"purpose": "prefetch"}),
    ],
)
def test_looking_at_a_link_does_not_use_it_up(looking, stranger: Client, token: str):
    looking(stranger, f"/enter/{token}/")
    assert stranger.get("/household/").status_code == 403
    assert stranger.get(f"/enter/{token}/").status_code == 302


def test_a_used_link_says_so_and_lets_nobody_in(entered: Client, stranger: Client, token: str):
    entered.get(f"/enter/{token}/")
    answer = stranger.get(f"/enter/{token}/")
    assert answer.status_code == 403
    assert "used up" in answer.content.decode()
    assert stranger.get("/household/").status_code == 403


@pytest.mark.parametrize(
    "path", ["/", "/household/", "/household/new/", "/no/such/page/", "/style/"]
)
def test_without_a_session_every_page_is_closed_and_says_how_to_come_in(
    stranger: Client, path: str
):
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert "coxa link" in answer.content.decode()


def test_health_is_told_to_anyone_without_a_query(stranger: Client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = stranger.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"


def test_a_stranger_leaves_no_trace_in_the_database(stranger: Client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = stranger.get("/")
    assert not answer.cookies


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_this_machine_is_answered(stranger: Client, host: str):
    assert stranger.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.9", "coxa.local"]
)
def test_a_page_that_points_its_own_name_here_is_refused(entered: Client, host: str):
    assert entered.get("/household/", headers={"host": host}).status_code == 400


def test_the_one_cookie_stays_on_this_site_and_out_of_scripts(stranger: Client, token: str):
    cookies = stranger.get(f"/enter/{token}/").cookies
    assert list(cookies) == ["coxa_session"]
    assert cookies["coxa_session"]["httponly"]
    assert cookies["coxa_session"]["samesite"] == "Strict"


@pytest.mark.parametrize(
    "path", ["/healthz", "/household/", "/no/such/page/", "/enter/x/", "/offline/"]
)
def test_every_answer_carries_the_strict_headers(entered: Client, path: str):
    answer = entered.get(path)
    assert answer["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "no-store"
    assert "camera=()" in answer["Permissions-Policy"]


def test_the_content_policy_is_the_agreed_one():
    assert CONTENT_SECURITY_POLICY == (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
        "object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


def test_a_form_from_elsewhere_is_refused(token: str):
    client = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    client.get(f"/enter/{token}/")
    assert client.post("/household/new/", {"name": "Mallory"}).status_code == 403


def test_coxa_link_prints_a_link_that_lets_a_second_browser_in(coxa, server):
    printed = coxa("link", COXA_DATA_DIR=str(server.data_dir))
    assert printed.returncode == 0, printed.stderr
    link = printed.stdout.strip()
    assert link.startswith(f"{server.address}/enter/")
    assert link != server.link
    assert urlsplit(link).path.count("/") == 3


def test_coxa_link_says_when_coxa_does_not_run(coxa):
    printed = coxa("link")
    assert printed.returncode == 0
    assert "coxa start" in printed.stderr


def test_after_a_power_cut_coxa_link_knows_that_coxa_does_not_run(coxa, own_server):
    own_server.process.kill()
    own_server.process.wait()
    printed = coxa("link", COXA_DATA_DIR=str(own_server.data_dir))
    assert "does not seem to be running" in printed.stderr


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_coxa_ends_quietly_when_it_is_stopped(own_server, name: str):
    own_server.process.send_signal(signal.Signals[name])
    _, complaints = own_server.process.communicate(timeout=60)
    assert (own_server.process.returncode, complaints) == (0, "")


def test_a_taken_port_is_named_with_what_to_type(coxa, server):
    port = server.address.rpartition(":")[2]
    refused = coxa("start", "--port", port, "--no-browser")
    assert refused.returncode == 1
    assert f"Port {port} is taken" in refused.stderr
    assert f"coxa start --port {int(port) + 1}" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_key_and_the_folder_are_the_owners_alone(server):
    assert (server.data_dir.stat().st_mode & 0o777) == 0o700
    for name in ("secret.key", "coxa.sqlite3"):
        assert ((server.data_dir / name).stat().st_mode & 0o777) == 0o600


def test_when_the_sessions_cannot_be_read_the_answer_is_still_our_page(
    entered: Client, monkeypatch
):
    def unreadable(*_: object) -> None:
        raise OSError("disk gone")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", unreadable)
    entered.raise_request_exception = False
    answer = entered.get("/household/")
    assert answer.status_code == 500
    assert "our mistake" in answer.content.decode()
