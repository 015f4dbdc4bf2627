"""The folder in which everything personal is kept, and the key that signs what leaves it."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path


class SettingError(Exception):
    """A COXA_ setting cannot be used; the message names it and says what would be right."""


def data_folder(environ: Mapping[str, str]) -> Path:
    """COXA_DATA_DIR, else `coxa` in XDG_DATA_HOME, else in ~/.local/share."""
    if given := environ.get("COXA_DATA_DIR"):
        return Path(given).expanduser().absolute()
    share = environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(share).expanduser().absolute() / "coxa"


def make_private(folder: Path) -> Path:
    """The folder, made if need be, that only its owner can open."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
    except OSError as error:
        raise SettingError(
            f"COXA_DATA_DIR={folder}: cannot be used as a folder ({error.strerror}). "
            "Name a folder that you may write to."
        ) from None
    return folder


def secret_key(folder: Path) -> str:
    """The key of this folder, made once. Whoever reads it can sign in, so only its owner can."""
    path = folder / "secret.key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(path)
    key = secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    return key


def _read(path: Path) -> str:
    key = path.read_text(encoding="ascii").strip()
    if len(key) < 40:
        raise SettingError(f"{path}: holds no whole key. Delete it and start again; sign in anew.")
    return key
