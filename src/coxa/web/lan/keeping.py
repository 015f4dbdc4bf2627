"""The certificates in the data folder: read, made where they are missing or no longer good."""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509

from coxa.web.folder import SettingError, make_private
from coxa.web.lan import certificates
from coxa.web.lan.addresses import Address
from coxa.web.lan.certificates import Pair


@dataclass(frozen=True)
class Kept:
    """What to serve with: the file for TLS (key and certificate), and whom a phone may trust."""

    server_file: Path
    server: x509.Certificate
    authority: x509.Certificate


def folder_of(data_dir: Path) -> Path:
    return data_dir / "trust"


def ready(data_dir: Path, computer: str, names: Sequence[Address | str], now: datetime) -> Kept:
    """Certificates good for `names` at `now`. An authority that is good is never replaced: phones
    trust it."""
    folder = make_private(folder_of(data_dir))
    authority = _authority(folder / "authority.pem", computer, now)
    file = folder / "server.pem"
    server = _read(file)
    if server is None or not certificates.server_good(
        server.certificate, authority.certificate, names, now
    ):
        server = certificates.new_server(authority, names, now)
        _write(file, server)
    return Kept(file, server.certificate, authority.certificate)


def authority_of(data_dir: Path) -> x509.Certificate | None:
    """The authority's certificate, which anyone may have; nothing if none was made yet."""
    pair = _read(folder_of(data_dir) / "authority.pem")
    return pair and pair.certificate


def _authority(file: Path, computer: str, now: datetime) -> Pair:
    pair = _read(file)
    if pair is None and file.exists():
        raise SettingError(
            f"{file}: holds no whole key and certificate. Delete it and start again; "
            "phones that trusted it have to trust the new one."
        )
    if pair is None or not certificates.authority_good(pair.certificate, now):
        pair = certificates.new_authority(computer, now)
        _write(file, pair)
    return pair


def _read(file: Path) -> Pair | None:
    try:
        return certificates.read_pair(file.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    except OSError as error:
        raise SettingError(f"{file}: cannot be read ({error.strerror}).") from None


def _write(file: Path, pair: Pair) -> None:
    """Whole or not at all, and never open to others, not even while it is written."""
    descriptor, new = tempfile.mkstemp(dir=file.parent, suffix=".new")  # 0600 from the first byte
    with os.fdopen(descriptor, "wb") as out:
        out.write(pair.pem())
        out.flush()
        os.fsync(out.fileno())
    Path(new).replace(file)
