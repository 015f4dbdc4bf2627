"""The key by which push services know this Coxa (VAPID, RFC 8292). The cryptography is read in only
where there is a key: starting stays quick without."""

import base64
import os
import tempfile
from pathlib import Path

from coxa.web.folder import make_private


def keys_file(data_dir: Path) -> Path:
    return data_dir / "push" / "vapid.pem"


def make_keys(data_dir: Path) -> str:
    """Makes the keys where there are none, and gives the public one. Those there are never
    replaced: every browser that asked for messages did so for them."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    file = keys_file(data_dir)
    if not file.exists():
        make_private(file.parent)
        key = ec.generate_private_key(ec.SECP256R1())
        _write(file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return public_key(data_dir) or ""


def public_key(data_dir: Path) -> str | None:
    """As a browser wants it: the point, uncompressed, in base64url. None: there are no keys, and
    nothing is ever sent."""
    if not keys_file(data_dir).exists():
        return None
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        PublicFormat,
        load_pem_private_key,
    )

    key = load_pem_private_key(keys_file(data_dir).read_bytes(), password=None)
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).rstrip(b"=").decode()


def _write(file: Path, pem: bytes) -> None:
    """Whole or not at all, and never open to others, not even while it is written."""
    descriptor, new = tempfile.mkstemp(dir=file.parent, suffix=".new")  # 0600 from the first byte
    with os.fdopen(descriptor, "wb") as out:
        out.write(pem)
        out.flush()
        os.fsync(out.fileno())
    Path(new).replace(file)
