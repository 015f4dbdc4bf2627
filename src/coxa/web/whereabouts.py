"""Where a Coxa that runs answers, written down for who asks from elsewhere: `coxa link`, a page."""

import socket
from pathlib import Path
from urllib.parse import urlsplit


def remembered(data_dir: Path) -> Path:
    return data_dir / "serving.txt"


def remember(data_dir: Path, address: str, house: str | None = None) -> None:
    """`address` is for this computer, `house` for the devices around it."""
    lines = [address, *([house] if house else [])]
    remembered(data_dir).write_text("\n".join(lines), encoding="ascii")


def address_here(data_dir: Path) -> str | None:
    """As it was written down; after a power cut nobody may answer there."""
    return _line(data_dir, 0)


def address_in_the_house(data_dir: Path) -> str | None:
    return _line(data_dir, 1)


def answers(address: str | None) -> bool:
    if address is None:
        return False
    try:
        parts = urlsplit(address)
        socket.create_connection((parts.hostname, parts.port), timeout=1).close()
    except (OSError, ValueError):
        return False
    return True


def _line(data_dir: Path, number: int) -> str | None:
    try:
        lines = remembered(data_dir).read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return None
    return lines[number] if number < len(lines) else None
