"""Opening Coxa to the house: an address and a port claimed, certificates ready, a server behind
the TLS front."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from coxa.web.lan import addresses
from coxa.web.lan.addresses import Address, House
from coxa.web.lan.front import Front, tls_context
from coxa.web.lan.hosts import Application, OnlyOurHosts
from coxa.web.lan.keeping import Kept, ready
from coxa.web.listening import listen

DEFAULT_PORT = 8443
HTTPS_PORT = 443  # the one that an address line leaves out
# Of its own, so that devices in the house never keep this computer waiting.
THREADS = 4
# A diary of years is a few megabytes. Less than this computer itself may send: a stranger's
# request is received before it can be turned away.
MOST_BODY = 16 * 1024 * 1024


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line."""

    port: int = DEFAULT_PORT
    address: Address | None = None


@dataclass(frozen=True)
class Door:
    """Where the house may come in. The port is ours already; nobody is answered yet."""

    house: House
    computer: str
    listener: socket.socket

    @property
    def port(self) -> int:
        return self.listener.getsockname()[1]

    @property
    def address(self) -> str:
        return f"https://{addresses.in_address_line(self.house.place.address, self.port)}"

    @property
    def names(self) -> list[Address | str]:
        """What the certificate has to name."""
        local = addresses.local_name(self.computer)
        return [self.house.place.address, *([local] if local else [])]

    @property
    def hosts(self) -> list[str]:
        """The names as the header `Host` has them, without a port."""
        return [f"[{one}]" if getattr(one, "version", 4) == 6 else str(one) for one in self.names]

    @property
    def hosts_with_port(self) -> list[str]:
        """What `Host` may say: an address line leaves out the port of HTTPS."""
        named = [f"{host}:{self.port}" for host in self.hosts]
        return [*named, *self.hosts] if self.port == HTTPS_PORT else named


def claim(wanted: Wanted) -> Door:
    """Raises `NoHouseError` or `PortTakenError`, before anything else is touched."""
    house = addresses.choose(addresses.of_this_computer(), addresses.ways_out(), wanted.address)
    listener = listen(str(house.place.address), wanted.port, "--lan-port")
    return Door(house, socket.gethostname(), listener)


def certificates_for(door: Door, data_dir: Path, now: datetime) -> Kept:
    return ready(data_dir, door.computer.partition(".")[0], door.names, now)


class Entrance:
    """The way in from the house: one door at a time, before the server that answers inside."""

    def __init__(self, ours: OnlyOurHosts, inside: tuple[str, int]) -> None:
        self.ours, self.inside = ours, inside
        self.door: Door | None = None
        self.kept: Kept | None = None
        self._front: Front | None = None

    def open(self, door: Door, kept: Kept) -> None:
        """The house is answered at this door, and no longer at the one before."""
        self.close()
        self.ours.hosts = frozenset(door.hosts_with_port)
        front = Front(door.listener, tls_context(kept.server_file), self.inside, door.address)
        self.door, self.kept, self._front = door, kept, front.__enter__()

    def renew(self, kept: Kept) -> None:
        """Whoever comes from now on is shown this certificate."""
        if self._front is not None:
            self._front.context.load_cert_chain(kept.server_file)
            self.kept = kept

    def close(self) -> None:
        """Nobody of the house is answered."""
        front, self.door, self.kept, self._front = self._front, None, None, None
        if front is not None:
            front.__exit__(None, None, None)


@contextmanager
def opened(
    door: Door, kept: Kept, application: Application, sockets: dict[Any, Any], **limits: Any
) -> Iterator[Entrance]:
    """The house is answered while this is entered and the server that owns `sockets` runs.

    Waitress gets a listener of its own on this computer, and so knows by where a request comes in
    that it came by HTTPS. Another program here may knock at it too; it meets the same doors."""
    from waitress import create_server

    inside = listen("127.0.0.1", 0)
    ours = OnlyOurHosts(application, door.hosts_with_port)
    server = create_server(
        ours, map=sockets, sockets=[inside], url_scheme="https",
        threads=THREADS, **{**limits, "max_request_body_size": MOST_BODY},
    )  # fmt: skip
    entrance = Entrance(ours, inside.getsockname())
    try:
        entrance.open(door, kept)
        yield entrance
    finally:
        entrance.close()
        server.task_dispatcher.shutdown()
