"""Where a Coxa that runs answers, written down for who asks from elsewhere: `coxa link`, a page."""

import socket
from pathlib import Path
from urllib.parse import urlsplit

LOOKS_S = 10  # moving the door takes a few seconds at most


def remembered(data_dir: Path) -> Path:
    return data_dir / "serving.txt"


AWAY = "away"  # in place of an address of the house, while there is none


def remember(data_dir: Path, address: str, house: str | None = None) -> None:
    """`address` is for this computer, `house` for the devices around it; AWAY, if it is served and
    this computer is in no network just now."""
    lines = [address, *([house] if house else [])]
    remembered(data_dir).write_text("\n".join(lines), encoding="ascii")


def address_here(data_dir: Path) -> str | None:
    """As it was written down; after a power cut nobody may answer there."""
    return _line(data_dir, 0)


def address_in_the_house(data_dir: Path) -> str | None:
    line = _line(data_dir, 1)
    return None if line == AWAY else line


def is_away(data_dir: Path) -> bool:
    """Whether the house is served as soon as this computer is in a network again."""
    return _line(data_dir, 1) == AWAY


def answers(address: str | None) -> bool:
    if address is None:
        return False
    try:
        parts = urlsplit(address)
        socket.create_connection((parts.hostname, parts.port), timeout=1).close()
    except (OSError, ValueError):
        return False
    return True


def have_it_look(data_dir: Path) -> None:
    """Asks a Coxa that runs whether all is well: so it sees whether its address has changed."""
    from http.client import HTTPConnection, HTTPException

    address = address_here(data_dir)
    if address is None or not answers(address):
        return
    asking = HTTPConnection(urlsplit(address).netloc, timeout=LOOKS_S)
    try:
        asking.request("GET", "/healthz")
        asking.getresponse().read()
    except (OSError, HTTPException):
        pass  # what it cannot say now, the address that it wrote down says
    finally:
        asking.close()


def _line(data_dir: Path, number: int) -> str | None:
    try:
        lines = remembered(data_dir).read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return None
    return lines[number] if number < len(lines) else None
