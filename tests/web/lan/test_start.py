"""`coxa start --lan` on a computer of its own with a phone beside it: two networks, one machine."""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from coxa.web.lan.keeping import authority_of
from tests.conftest import CHROMIUM_ARGUMENTS
from tests.serving import COXA, Served, serving
from tests.web.lan import networks
from tests.web.lan.networks import COMPUTER, ELSEWHERE, Machine

pytestmark = pytest.mark.skipif(
    not networks.possible(), reason="network namespaces are not to be had here"
)
HOUSE_LINK = re.compile(rf"https://{re.escape(COMPUTER)}:\d+/enter/\S+/")
ASK = (
    "import json, ssl, sys, urllib.request\n"
    "context = ssl.create_default_context(cafile=sys.argv[2])\n"
    "print(urllib.request.urlopen(sys.argv[1], timeout=60, context=context).read().decode())"
)
STATUS = (
    "import http.client, sys\n"
    "client = http.client.HTTPConnection('127.0.0.1', int(sys.argv[1]), timeout=60)\n"
    "client.request('GET', '/healthz', headers={'Host': sys.argv[2]})\n"
    "print(client.getresponse().status)"
)
# Says hello and keeps the line open.
HOLD = (
    "import socket, ssl, sys\n"
    "context = ssl._create_unverified_context()\n"
    "line = context.wrap_socket(socket.create_connection((sys.argv[1], int(sys.argv[2]))))\n"
    "host = ':'.join(sys.argv[1:3])\n"
    "line.sendall(f'GET /healthz HTTP/1.1\\r\\nHost: {host}\\r\\n\\r\\n'.encode())\n"
    "print(line.recv(4096).decode().splitlines()[0], flush=True)\n"
    "sys.stdin.read()"
)


@dataclass(frozen=True)
class AtHome:
    served: Served
    computer: Machine
    phone: Machine
    link: str

    @property
    def address(self) -> str:
        return self.link.partition("/enter/")[0]

    @property
    def port(self) -> str:
        return self.address.rpartition(":")[2]


@pytest.fixture(scope="module")
def machines() -> Iterator[tuple[Machine, Machine]]:
    with networks.house() as both:
        yield both


@contextmanager
def started(machines: tuple[Machine, Machine], folder: Path) -> Iterator[AtHome]:
    computer, phone = machines
    lan = ["--lan", "--lan-port", "0"]
    with serving(folder, inside=computer.inside, options=lan) as served:
        yield AtHome(served, computer, phone, _house_link(served))


@pytest.fixture(scope="module")
def at_home(machines, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtHome]:
    with started(machines, tmp_path_factory.mktemp("home") / "data") as one:
        yield one


def _house_link(served: Served) -> str:
    assert served.process.stdout is not None
    link = ""
    for line in served.process.stdout:
        if found := HOUSE_LINK.search(line):
            link = found[0]
        if "To stop" in line:
            return link
    raise AssertionError("coxa start --lan ended")


def asked_from(machine: Machine, address: str, authority: Path) -> subprocess.CompletedProcess[str]:
    """What a client there gets that trusts only our authority."""
    return subprocess.run(
        [*machine.inside, sys.executable, "-c", ASK, address, authority],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def authority(at_home: AtHome) -> Path:
    return trusted(at_home.served.data_dir)


def trusted(data_dir: Path) -> Path:
    """A file of the authority's certificate, as a phone downloads it."""
    from cryptography.hazmat.primitives.serialization import Encoding

    certificate = authority_of(data_dir)
    assert certificate is not None
    file = data_dir.with_name(f"{data_dir.name}.crt")
    file.write_bytes(certificate.public_bytes(Encoding.PEM))
    return file


@pytest.fixture
def phone_browser(chromium, at_home: AtHome, tmp_path: Path):
    """A Chromium that lives in the phone's network."""
    start = tmp_path / "chromium"
    start.write_text(
        f'#!/bin/sh\nexec {" ".join(at_home.phone.inside)} {shutil.which("chromium")} "$@"\n'
    )
    start.chmod(0o700)
    browser = chromium.browser_type.launch(executable_path=start, args=CHROMIUM_ARGUMENTS)
    yield browser
    browser.close()


def test_a_device_that_trusts_the_authority_is_answered(at_home: AtHome, authority: Path):
    answer = asked_from(at_home.phone, f"{at_home.address}/healthz", authority)
    assert json.loads(answer.stdout)["status"] == "ok"


def test_the_house_does_not_reach_what_is_for_this_computer(at_home: AtHome, authority: Path):
    port = at_home.served.address.rpartition(":")[2]
    assert (
        "ok" in asked_from(at_home.computer, f"{at_home.served.address}/healthz", authority).stdout
    )
    refused = asked_from(at_home.phone, f"http://{COMPUTER}:{port}/healthz", authority)
    assert "Connection refused" in refused.stderr


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:{port}", 200), ("localhost", 200), (f"{COMPUTER}:{{port}}", 421)],
)
def test_this_computers_own_door_knows_no_name_of_the_house(at_home: AtHome, host, status: int):
    port = at_home.served.address.rpartition(":")[2]
    command = [*at_home.computer.inside, sys.executable, "-c", STATUS, port, host.format(port=port)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout) == status


@pytest.mark.browser
def test_a_phone_comes_in_by_its_link_once_and_could_use_its_camera(at_home, phone_browser):
    phone = phone_browser.new_context(ignore_https_errors=True)
    page = phone.new_page()
    page.goto(at_home.link)
    assert page.url == f"{at_home.address}/welcome/"
    assert "Start moving now" in page.content()
    assert page.evaluate("isSecureContext && 'getUserMedia' in navigator.mediaDevices")
    (cookie,) = [one for one in phone.cookies() if one["name"] == "coxa_session"]
    assert cookie["secure"]
    assert cookie["httpOnly"]
    again = phone_browser.new_context(ignore_https_errors=True).new_page()
    assert again.goto(at_home.link).status == 403
    assert "used up" in again.content()


@pytest.mark.browser
def test_a_phone_that_does_not_trust_yet_is_warned(at_home, phone_browser):
    from playwright.sync_api import Error

    with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
        phone_browser.new_context().new_page().goto(at_home.link)


def test_coxa_link_prints_a_fresh_link_for_the_house(at_home: AtHome):
    printed = subprocess.run(
        [*at_home.computer.inside, COXA, "link", "--lan", "--data", at_home.served.data_dir],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert HOUSE_LINK.fullmatch(printed.stdout.strip())
    assert printed.stdout.strip() != at_home.link


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_it_ends_quietly_while_a_phone_is_connected(machines, tmp_path: Path, name: str):
    with started(machines, tmp_path / "data") as one:
        holding = subprocess.Popen(
            [*one.phone.inside, sys.executable, "-c", HOLD, COMPUTER, one.port],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert holding.stdout is not None
        assert holding.stdout.readline() == "HTTP/1.1 200 OK\n"
        one.served.process.send_signal(signal.Signals[name])
        _, complaints = one.served.process.communicate(timeout=60)
        holding.communicate()
    assert (one.served.process.returncode, complaints) == (0, "")


def test_a_computer_that_gets_another_address_is_found_there_with_the_same_trust(tmp_path: Path):
    """A phone's own network, a Wi-Fi elsewhere. Who asks for a link gets one that works."""
    with networks.house() as (computer, phone), started((computer, phone), tmp_path) as one:
        link = [*computer.inside, COXA, "link", "--lan", "--data", one.served.data_dir]
        computer.run("ip", "address", "del", f"{COMPUTER}/24", "dev", "wlan0")
        without = subprocess.run(link, capture_output=True, text=True, check=False)
        assert (without.returncode, without.stdout) == (1, "")
        assert "in no network" in without.stderr
        computer.run("ip", "address", "add", f"{ELSEWHERE}/24", "dev", "wlan0")
        printed = subprocess.run(link, capture_output=True, text=True, check=True).stdout
        address = printed.partition("/enter/")[0]
        assert address == f"https://{ELSEWHERE}:{one.port}"
        answer = asked_from(phone, f"{address}/healthz", trusted(tmp_path))
        assert json.loads(answer.stdout)["status"] == "ok"


def refused(machine: Machine, folder: Path, *options: str) -> str:
    """What `coxa start` says that does not start."""
    done = subprocess.run(
        [*machine.inside, COXA, "start", "--port=0", "--no-browser", "--data", folder, *options],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    return done.stderr


def test_a_taken_port_is_named_with_what_to_type(at_home: AtHome, tmp_path: Path):
    words = refused(at_home.computer, tmp_path / "other", "--lan", "--lan-port", at_home.port)
    assert f"Port {at_home.port} is taken" in words
    assert f"coxa start --lan --lan-port {int(at_home.port) + 1}" in words
    assert not (tmp_path / "other" / "coxa.sqlite3").exists()


def test_a_damaged_authority_is_named_before_anything_is_served(machines, tmp_path: Path):
    (tmp_path / "trust").mkdir()
    (tmp_path / "trust" / "authority.pem").write_text("half of a k")
    assert "authority.pem: holds no whole key" in refused(machines[0], tmp_path, "--lan")


def test_without_a_network_it_says_so(tmp_path: Path):
    with networks.house() as (computer, _):
        computer.run("ip", "link", "set", "wlan0", "down")
        assert "in no network" in refused(computer, tmp_path, "--lan")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("192.168.77.20", "not a private address of this computer. It has: 192.168.77.10 (wlan0)"),
        ("kitchen", "must be an address of this computer, such as 192.168.1.20"),
    ],
)
def test_an_address_that_cannot_be_served_is_refused(machines, tmp_path, address: str, words: str):
    assert words in refused(machines[0], tmp_path, "--lan", "--lan-address", address)
