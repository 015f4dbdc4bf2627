"""Coxa's own certificates: an authority that a phone trusts once, and the server's, signed by it.

The authority lives long, so that trusting survives a changed address; the server's certificate
names the addresses of today. Values in, values out: `keeping` has the files.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from coxa.web.lan.addresses import SERVED, Address

AUTHORITY_LIVES = timedelta(days=3650)  # our choice: trusted once, for the life of a computer
# Below the 398 days once asked of public authorities and the 825 that Apple asks of all.
SERVER_LIVES = timedelta(days=397)
RENEWED_BEFORE = timedelta(days=30)  # our choice
CLOCKS_DIFFER = timedelta(days=1)  # a phone whose clock is late must not find it too young


@dataclass(frozen=True)
class Pair:
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def pem(self) -> bytes:
        key = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return key + self.certificate.public_bytes(Encoding.PEM)


def read_pair(pem: bytes) -> Pair:
    """`ValueError` if it does not hold both, or they do not belong together."""
    key = load_pem_private_key(pem, password=None)
    certificate = x509.load_pem_x509_certificate(pem)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise ValueError("not a key on an elliptic curve")
    if key.public_key() != certificate.public_key():
        raise ValueError("certificate and key are not of one pair")
    return Pair(certificate, key)


def new_authority(computer: str, now: datetime) -> Pair:
    """An authority for private addresses and names in `.local` only: a device that heeds this
    never believes it about any other place, even if its key were stolen."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"Coxa at home on {computer}")
    allowed = [*map(x509.IPAddress, SERVED), x509.DNSName("local")]
    use = _key_usage(key_cert_sign=True, crl_sign=True)
    certificate = (
        _begun(name, name, key, now, now + AUTHORITY_LIVES)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(use, critical=True)
        .add_extension(x509.NameConstraints(allowed, excluded_subtrees=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Pair(certificate, key)


def new_server(authority: Pair, names: Iterable[Address | str], now: datetime) -> Pair:
    """A server's certificate for these addresses and names, that does not outlive its authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = authority.certificate
    until = min(now + SERVER_LIVES, issuer.not_valid_after_utc)
    by = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    certificate = (
        _begun(_name("Coxa at home"), issuer.subject, key, now, until)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(digital_signature=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(_alternatives(names)), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(by), critical=False
        )
        .sign(authority.key, hashes.SHA256())
    )
    return Pair(certificate, key)


def authority_good(authority: x509.Certificate, now: datetime) -> bool:
    """Whether it still lives long enough to sign a server's certificate of full length."""
    return now + SERVER_LIVES <= authority.not_valid_after_utc


def server_good(
    server: x509.Certificate,
    authority: x509.Certificate,
    names: Iterable[Address | str],
    now: datetime,
) -> bool:
    """Whether a certificate made earlier can be used today, at these addresses."""
    try:
        server.verify_directly_issued_by(authority)
    except (InvalidSignature, TypeError, ValueError):  # signed by another authority
        return False
    begun = server.not_valid_before_utc <= now
    return begun and not ends_soon(server, now) and set(names) == set(names_of(server))


def ends_soon(server: x509.Certificate, now: datetime) -> bool:
    """Whether it is time for another one."""
    return now + RENEWED_BEFORE >= server.not_valid_after_utc


def names_of(certificate: x509.Certificate) -> list[Address | str]:
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return []
    return [
        *map(ip_address, found.get_values_for_type(x509.IPAddress)),
        *found.get_values_for_type(x509.DNSName),
    ]


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 in pairs of digits, as devices show it: `0A B1 ...`."""
    return certificate.fingerprint(hashes.SHA256()).hex(" ").upper()


def _begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    now: datetime,
    until: datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCKS_DIFFER)
        .not_valid_after(until - CLOCKS_DIFFER)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common[:64])])


def _alternatives(names: Iterable[Address | str]) -> list[x509.GeneralName]:
    return [x509.DNSName(one) if isinstance(one, str) else x509.IPAddress(one) for one in names]


def _key_usage(**used: bool) -> x509.KeyUsage:
    every = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
        "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**{name: used.get(name, False) for name in every})
