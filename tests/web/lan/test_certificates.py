import hashlib
import ssl
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from coxa.web.lan import certificates
from coxa.web.lan.addresses import Address
from coxa.web.lan.certificates import Pair, new_authority, new_server, server_good
from coxa.web.lan.front import tls_context

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
NOW = datetime.now(UTC)  # a real client looks at the real clock
HERE = ip_address("192.168.1.20")
NAMES: list[Address | str] = [HERE, ip_address("fd12::20"), "kitchen.local"]


@pytest.fixture(scope="module")
def authority() -> Pair:
    return new_authority("kitchen", NOW)


def believes(trusted: x509.Certificate, server: Pair, name: str, folder: Path) -> None:
    """A TLS client that trusts only one authority greets the server under that name, or raises."""
    file = folder / "server.pem"
    file.write_bytes(server.pem())
    context = ssl.create_default_context(cadata=trusted.public_bytes(Encoding.PEM).decode("ascii"))
    to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = context.wrap_bio(to_client, to_server, server_hostname=name)
    serving = tls_context(file).wrap_bio(to_server, to_client, server_side=True)
    done: set[ssl.SSLObject] = set()
    while len(done) < 2:
        for side in (client, serving):
            try:
                side.do_handshake()
                done.add(side)
            except ssl.SSLWantReadError:
                continue


@pytest.mark.parametrize("name", ["192.168.1.20", "fd12::20", "kitchen.local"])
def test_who_trusts_the_authority_believes_the_server(authority: Pair, tmp_path: Path, name: str):
    believes(authority.certificate, new_server(authority, NAMES, NOW), name, tmp_path)


@pytest.mark.parametrize("name", ["192.168.1.21", "fd12::21", "cellar.local", "example.org"])
def test_but_under_no_other_name(authority: Pair, tmp_path: Path, name: str):
    with pytest.raises(ssl.SSLCertVerificationError, match="mismatch"):
        believes(authority.certificate, new_server(authority, NAMES, NOW), name, tmp_path)


def test_another_computers_authority_counts_for_nothing(authority: Pair, tmp_path: Path):
    other = new_server(new_authority("kitchen", NOW), NAMES, NOW)
    with pytest.raises(ssl.SSLCertVerificationError):
        believes(authority.certificate, other, str(HERE), tmp_path)


@pytest.mark.parametrize(
    "name", ["8.8.8.8", "172.32.0.1", "192.0.2.2", "2a00:1450::5", "example.org", "local.example"]
)
def test_a_stolen_authority_cannot_play_the_internet(authority: Pair, tmp_path: Path, name: str):
    named: Address | str = name if not name[0].isdigit() else ip_address(name)
    forged = new_server(authority, [named], NOW)
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        believes(authority.certificate, forged, name, tmp_path)


def test_the_servers_certificate_is_no_authority(authority: Pair, tmp_path: Path):
    server = new_server(authority, NAMES, NOW)
    with pytest.raises(ssl.SSLCertVerificationError):
        believes(authority.certificate, new_server(server, NAMES, NOW), str(HERE), tmp_path)


def test_they_live_no_longer_than_devices_accept():
    authority = new_authority("kitchen", NOON)
    server = new_server(authority, NAMES, NOON).certificate
    for certificate in (authority.certificate, server):
        assert certificate.not_valid_before_utc < NOON  # for clocks that are late
    assert server.not_valid_after_utc - server.not_valid_before_utc <= timedelta(days=398)
    ten_years = authority.certificate.not_valid_after_utc - NOON
    assert timedelta(days=3640) < ten_years <= timedelta(days=3650)


def test_a_server_does_not_outlive_its_authority():
    authority = new_authority("kitchen", NOON)
    late = NOON + timedelta(days=3600)
    server = new_server(authority, NAMES, late).certificate
    assert server.not_valid_after_utc <= authority.certificate.not_valid_after_utc


@pytest.mark.parametrize(
    ("names", "later", "good"),
    [
        (NAMES, timedelta(), True),
        (NAMES[::-1], timedelta(), True),
        (NAMES, timedelta(days=365), True),
        (NAMES, timedelta(days=367), False),  # a month before it ends
        (NAMES, timedelta(days=-2), False),  # the clock was put right since
        ([ip_address("192.168.1.21"), *NAMES[1:]], timedelta(), False),
        (NAMES[:1], timedelta(), False),
    ],
)
def test_it_is_good_for_these_names_until_a_month_before_its_end(
    names: Iterable[Address | str], later: timedelta, good: bool
):
    authority = new_authority("kitchen", NOON)
    server = new_server(authority, NAMES, NOON)
    assert server_good(server.certificate, authority.certificate, names, NOON + later) is good


def test_it_is_not_good_under_another_authority(authority: Pair):
    server = new_server(new_authority("kitchen", NOON), NAMES, NOON)
    assert not server_good(server.certificate, authority.certificate, NAMES, NOON)


def test_a_fingerprint_is_written_as_devices_show_it(authority: Pair):
    pairs = certificates.fingerprint(authority.certificate).split()
    der = ssl.PEM_cert_to_DER_cert(authority.certificate.public_bytes(Encoding.PEM).decode())
    assert bytes.fromhex("".join(pairs)) == hashlib.sha256(der).digest()
    assert {len(pair) for pair in pairs} == {2}
