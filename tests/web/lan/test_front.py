"""The TLS front with a small application behind it, spoken to over real sockets."""

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from coxa.web.lan import front
from coxa.web.lan.addresses import House, Place
from coxa.web.lan.opening import Door, certificates_for, opened
from coxa.web.listening import listen

# As if 127.0.0.1 were an address of the house: no other is sure to be there.
LOOPBACK = House(Place(ip_address("127.0.0.1"), "lo"))
LARGE = 8_000_000


def application(environ, start_response):
    """Tells what reached it; at /large, more than any buffer holds."""
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "text/plain")])
    if environ["PATH_INFO"] == "/large":
        return [b"x" * LARGE]
    told = f"{environ['wsgi.url_scheme']} {environ['HTTP_HOST']} {len(body)}"
    return [told.encode()]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[SimpleNamespace]:
    from waitress import create_server

    door = Door(LOOPBACK, "kitchen", listen("127.0.0.1", 0))
    kept = certificates_for(door, tmp_path, datetime.now(UTC))
    # The authority is for private addresses, and 127.0.0.1 is none: the client looks at the rest.
    context = ssl.create_default_context(
        cadata=kept.authority.public_bytes(Encoding.PEM).decode("ascii")
    )
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    sockets: dict = {}
    server = create_server(application, map=sockets, sockets=[listen("127.0.0.1", 0)], threads=1)
    with opened(door, kept, application, sockets):
        threading.Thread(target=server.run, daemon=True).start()
        yield SimpleNamespace(port=door.port, address=door.address, context=context)
    server.close()


@pytest.fixture
def client(served) -> Iterator[http.client.HTTPSConnection]:
    connection = http.client.HTTPSConnection(
        "127.0.0.1", served.port, context=served.context, timeout=10
    )
    with contextlib.closing(connection):
        yield connection


def said(client: http.client.HTTPConnection, *request, **more) -> tuple[int, bytes]:
    client.request(*request, **more)
    answer = client.getresponse()
    return answer.status, answer.read()


def plainly(port: int, words: bytes) -> bytes:
    """What comes back to who speaks to the port without TLS, until it hangs up."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(words)
        return b"".join(iter(lambda: line.recv(4096), b""))


def test_a_request_comes_through_as_https_and_the_line_is_kept(served, client):
    expected = (200, f"https 127.0.0.1:{served.port} 0".encode())
    assert said(client, "GET", "/") == expected
    line = client.sock
    assert said(client, "GET", "/") == expected
    assert client.sock is line


def test_what_a_client_says_of_itself_changes_nothing(client):
    claims = {"X-Forwarded-Proto": "http", "X-Forwarded-Host": "evil.example", "Forwarded": "x=y"}
    status, told = said(client, "GET", "/", headers=claims)
    assert (status, told.split()[0]) == (200, b"https")
    assert b"evil" not in told


def test_much_goes_through_whole_both_ways(client):
    assert said(client, "POST", "/", body=b"y" * LARGE)[1].endswith(str(LARGE).encode())
    assert len(said(client, "GET", "/large")[1]) == LARGE


def test_more_than_a_diary_holds_is_refused(client):
    client.putrequest("POST", "/")
    client.putheader("Content-Length", str(17 * 1024 * 1024))
    client.endheaders()
    assert client.getresponse().status == 413


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("kitchen.local:{port}", 200),
        ("KITCHEN.local:{port}", 200),
        ("127.0.0.1", 421),  # the port belongs to it
        ("kitchen.local.evil.example:{port}", 421),
        ("evil.example:{port}", 421),
        ("localhost:{port}", 421),
        ("192.168.1.20:{port}", 421),
    ],
)
def test_only_our_own_names_are_answered(served, client, host: str, status: int):
    headers = {"Host": host.format(port=served.port)}
    assert said(client, "GET", "/", headers=headers)[0] == status


def test_without_a_host_nothing_is_answered(client):
    client.putrequest("GET", "/", skip_host=True)
    client.endheaders()
    assert client.getresponse().status == 421


def test_who_forgot_the_s_of_https_is_sent_there_and_nothing_is_repeated(served):
    answer = plainly(served.port, b"GET /enter/secret/ HTTP/1.1\r\nHost: evil.example\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 307 ")
    assert f"Location: {served.address}/\r\n".encode() in answer
    assert b"secret" not in answer
    assert b"evil" not in answer


@pytest.mark.parametrize("noise", [b"\x00\x01\x02", b"\x16\x03\x01\x00\x05hello", b"\x80\x2e"])
def test_noise_is_hung_up_on_and_others_are_still_answered(served, client, noise: bytes):
    with contextlib.suppress(ConnectionError):
        plainly(served.port, noise)
    assert said(client, "GET", "/")[0] == 200


def test_old_tls_is_not_spoken(served):
    with pytest.deprecated_call():
        served.context.minimum_version = ssl.TLSVersion.TLSv1
        served.context.maximum_version = ssl.TLSVersion.TLSv1_1
    served.context.set_ciphers("DEFAULT@SECLEVEL=0")
    with (
        socket.create_connection(("127.0.0.1", served.port), timeout=10) as line,
        pytest.raises(ssl.SSLError),
    ):
        served.context.wrap_socket(line)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_of_today_is(served, client, version: ssl.TLSVersion):
    served.context.minimum_version = served.context.maximum_version = version
    assert said(client, "GET", "/")[0] == 200


def test_one_device_cannot_take_every_line(served):
    """Its connections above the limit are hung up on; those below stay."""
    with contextlib.ExitStack() as stack:
        lines = [
            stack.enter_context(socket.create_connection(("127.0.0.1", served.port), timeout=10))
            for _ in range(front.MOST_OF_ONE + 1)
        ]
        assert lines[-1].recv(1) == b""
        lines[0].setblocking(False)
        with pytest.raises(BlockingIOError):
            lines[0].recv(1)


def test_a_device_that_connects_and_says_nothing_is_hung_up_on(tmp_path: Path):
    door = Door(LOOPBACK, "kitchen", listen("127.0.0.1", 0))
    kept = certificates_for(door, tmp_path, datetime.now(UTC))
    context = front.tls_context(kept.server_file)
    with (
        front.Front(door.listener, context, ("127.0.0.1", 9), door.address, handshake_s=0.05),
        socket.create_connection(("127.0.0.1", door.port), timeout=10) as line,
    ):
        assert line.recv(1) == b""


def test_it_stops_while_devices_are_connected_and_the_port_is_free(tmp_path: Path):
    door = Door(LOOPBACK, "kitchen", listen("127.0.0.1", 0))
    kept = certificates_for(door, tmp_path, datetime.now(UTC))
    port = door.port
    serving = front.Front(door.listener, front.tls_context(kept.server_file), ("127.0.0.1", 9), "")
    with serving, contextlib.ExitStack() as stack:
        line = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=10))
        plainly(port, b"GET / HTTP/1.1\r\n\r\n")  # whoever came before is taken by now
        kept_open = stack.pop_all()
    assert not serving.thread.is_alive()
    with kept_open, contextlib.suppress(ConnectionError):
        assert line.recv(1) == b""
    listen("127.0.0.1", port).close()
