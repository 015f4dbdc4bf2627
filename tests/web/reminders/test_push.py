"""Messages to a browser: off without keys, to push services only, sent once, for its eyes only."""

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.test import Client

from coxa.training.log import RemindersChosen
from coxa.training.reminding import Reminding
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household import store as household
from coxa.web.household.models import Profile
from coxa.web.reminders.models import PushDevice
from coxa.web.reminders.push import sending
from coxa.web.reminders.push.devices import is_push_service
from coxa.web.reminders.push.keys import keys_file, make_keys, public_key
from tests.cast import ZONE, Diary, alice

pytestmark = pytest.mark.django_db(transaction=True)
MOZILLA = "https://updates.push.services.mozilla.com/wpush/v2/abc"
BROWSER = ec.generate_private_key(ec.SECP256R1())
AUTH = b"sixteen bytes ok"


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def subscription(endpoint: str = MOZILLA) -> dict:
    return {"endpoint": endpoint, "keys": {"p256dh": b64(point(BROWSER)), "auth": b64(AUTH)}}


@pytest.fixture
def data_dir(tmp_path: Path, settings) -> Path:
    settings.DATA_DIR = tmp_path
    settings.PUSH_CONTACT = "mailto:alice@example.org"
    return tmp_path


@pytest.fixture
def half_past_seven(monkeypatch) -> datetime:
    """A little after Alice's session is due, on this machine's own today."""
    now = datetime.combine(clock.today(), time(7, 31), ZoneInfo(ZONE))
    monkeypatch.setattr(clock, "now", lambda: now)
    return now


def person(now: datetime, endpoint: str = MOZILLA) -> PushDevice:
    profile = household.add("Alice", now)
    today = now.date()
    diary = Diary(today - timedelta(days=today.weekday() + 7)).knows(alice(days_per_week=7))
    wanted = Reminding(session_at=time(7, 30), quiet=None)
    store.append(profile, diary.write(RemindersChosen(wanted=wanted)).entries)
    return PushDevice.objects.create(
        profile=profile, endpoint=endpoint, p256dh=b64(point(BROWSER)), auth=b64(AUTH),
        made_at=now, sent_until=now - timedelta(minutes=5),
    )  # fmt: skip


class Fake:
    """A post office of the tests: remembers what it was given, and answers as told."""

    def __init__(self, status: int = 201) -> None:
        self.status = status
        self.messages: list[dict] = []

    def __call__(self, _device: PushDevice, text: str) -> int:
        self.messages.append(json.loads(text))
        return self.status


def test_what_is_due_is_sent_once(half_past_seven: datetime):
    person(half_past_seven)
    office = Fake()
    assert sending.send_due(half_past_seven, office) == 1
    assert sending.send_due(half_past_seven + timedelta(minutes=1), office) == 0
    (message,) = office.messages
    assert message["title"].startswith("Time for yourself")
    assert message["text"] == ""
    assert message["address"] == "/today/"


def test_a_browser_that_took_its_wish_back_is_forgotten(half_past_seven: datetime):
    person(half_past_seven)
    sending.send_due(half_past_seven, Fake(status=410))
    assert not PushDevice.objects.exists()


@pytest.mark.parametrize("status", [0, 400, 429, 500])
def test_a_service_that_refuses_is_not_asked_again_and_the_browser_stays(
    half_past_seven: datetime, status: int
):
    person(half_past_seven)
    office = Fake(status)
    assert sending.send_due(half_past_seven, office) == 0
    sending.send_due(half_past_seven + timedelta(minutes=1), office)
    assert len(office.messages) == 1
    assert PushDevice.objects.exists()


def test_without_keys_or_a_contact_nothing_can_be_sent(
    half_past_seven: datetime, data_dir, settings
):
    person(half_past_seven)
    with pytest.raises(sending.NotReadyError, match="coxa push keys"):
        sending.send_due(half_past_seven)
    make_keys(data_dir)
    settings.PUSH_CONTACT = ""
    with pytest.raises(sending.NotReadyError, match="COXA_PUSH_CONTACT"):
        sending.send_due(half_past_seven)


def test_keys_are_made_once_and_for_their_owner_alone(data_dir: Path):
    assert public_key(data_dir) is None
    first = make_keys(data_dir)
    assert make_keys(data_dir) == first == public_key(data_dir)
    assert len(base64.urlsafe_b64decode(first + "=")) == 65
    assert keys_file(data_dir).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("endpoint", "right"),
    [
        (MOZILLA, True),
        ("https://fcm.googleapis.com/fcm/send/x", True),
        ("https://web.push.apple.com/x", True),
        ("https://db5.notify.windows.com/w/?token=x", True),
        ("http://fcm.googleapis.com/fcm/send/x", False),
        ("https://fcm.googleapis.com:8443/x", False),
        ("https://fcm.googleapis.com.example.org/x", False),
        ("https://example.org/fcm.googleapis.com", False),
        ("https://notify.windows.com.evil.example/x", False),
        ("https://me@fcm.googleapis.com/x", False),
        ("https://127.0.0.1/x", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_only_push_services_are_ever_called(endpoint: str, right: bool):
    assert is_push_service(endpoint) is right


def sent(client: Client, data: object, do: str = ""):
    return client.post(f"/reminders/device/{do}", data, content_type="application/json")


def test_a_browser_asks_for_messages_and_takes_it_back(entered: Client, data_dir: Path):
    entered.get("/household/")
    assert sent(entered, subscription()).status_code == 422  # there are no keys
    make_keys(data_dir)
    assert sent(entered, subscription()).status_code == 204
    assert sent(entered, subscription()).status_code == 204
    assert PushDevice.objects.get().profile == Profile.objects.get()
    assert sent(entered, subscription(), "?do=stop").status_code == 204
    assert not PushDevice.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [subscription("https://example.org/x"), {}, [], {"endpoint": MOZILLA}, "x",
     {"endpoint": MOZILLA, "keys": {"p256dh": "short", "auth": "short"}}],
)  # fmt: skip
def test_what_is_no_subscription_is_refused(entered: Client, data_dir: Path, wrong):
    make_keys(data_dir)
    assert sent(entered, wrong).status_code == 422
    assert not PushDevice.objects.exists()


@contextmanager
def post_office() -> Iterator[tuple[str, list]]:
    """A real server on this machine that takes a message as a push service would."""
    taken: list = []

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken.append(({name.lower(): said for name, said in self.headers.items()}, body))
            self.send_response(201)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quietly."""

    server = HTTPServer(("127.0.0.1", 0), Taking)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/push/1", taken
    finally:
        server.shutdown()
        server.server_close()


def test_a_message_is_signed_by_us_and_read_by_that_browser_alone(
    half_past_seven: datetime, data_dir: Path
):
    make_keys(data_dir)
    with post_office() as (address, taken):
        person(half_past_seven, endpoint=address)
        assert sending.send_due(half_past_seven) == 1
    ((headers, body),) = taken
    assert headers["ttl"] == "1800"
    assert public_key(data_dir) in headers["authorization"]
    assert b"Time for yourself" not in body
    read = http_ece.decrypt(body, private_key=BROWSER, auth_secret=AUTH, version="aes128gcm")
    assert json.loads(read)["title"].startswith("Time for yourself")


def test_a_service_that_is_not_there_is_no_disaster(half_past_seven: datetime, data_dir: Path):
    make_keys(data_dir)
    person(half_past_seven, endpoint="http://127.0.0.1:9/push")
    assert sending.send_due(half_past_seven) == 0
