"""Which address of this computer the house can reach, and which may be served at all."""

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

# Addresses that no router passes on from outside: RFC 1918, and RFC 4193 for IPv6.
OF_A_HOUSE = tuple(
    ip_network(one) for one in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
)
# RFC 6598: shared out by a provider to its customers, or by a private network between machines.
SHARED = ip_network("100.64.0.0/10")
SERVED = (*OF_A_HOUSE, SHARED)
# Of documentation (RFC 5737, RFC 3849): asked for the way there, never written to.
ELSEWHERE = ((socket.AF_INET, "198.51.100.1"), (socket.AF_INET6, "2001:db8::1"))


class NoHouseError(Exception):
    """There is no address to serve the house at; the message says what would be right."""


@dataclass(frozen=True)
class Place:
    """An address of this computer, and the network interface that has it."""

    address: Address
    interface: str

    def __str__(self) -> str:
        return f"{self.address} ({self.interface})"


@dataclass(frozen=True)
class House:
    """Where the house finds this computer, and where else it might."""

    place: Place
    others: tuple[Place, ...] = ()

    @property
    def shared(self) -> bool:
        return _in(self.place.address, (SHARED,))


def choose(
    places: Iterable[Place], ways_out: Iterable[Address], wanted: Address | None = None
) -> House:
    """The wanted address; else the one by which this computer reaches the world, if it is private;
    else a private one, of the house before shared ones, IPv4 before IPv6.

    `ways_out` are the addresses that connections to elsewhere would come from."""
    places, ways_out = list(places), set(ways_out)
    served = [one for one in places if _in(one.address, SERVED)]
    if not served:
        raise NoHouseError(_why_none(places))
    if wanted is not None:
        served = [one for one in served if one.address == wanted] + [
            one for one in served if one.address != wanted
        ]
        if served[0].address != wanted:
            raise NoHouseError(
                f"--lan-address {wanted}: not a private address of this computer. "
                f"It has: {_listed(served)}"
            )
    else:
        served.sort(key=lambda one: _rank(one, ways_out))
    return House(served[0], tuple(served[1:]))


def of_this_computer() -> list[Place]:
    """Every address of an interface that is up, but those that only this computer itself reaches
    and those of one cable (link-local): a browser's address line has no room for their zone."""
    import psutil

    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = [
        Place(ip_address(one.address.partition("%")[0]), name)
        for name, addresses in psutil.net_if_addrs().items()
        for one in addresses
        if name in up and one.family in (socket.AF_INET, socket.AF_INET6)
    ]
    return [one for one in found if not (one.address.is_loopback or one.address.is_link_local)]


def ways_out() -> list[Address]:
    """The addresses that this computer would speak from to elsewhere. Nothing is sent."""
    found = []
    for family, elsewhere in ELSEWHERE:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            try:
                asking.connect((elsewhere, 9))
            except OSError:
                continue  # no way there
            found.append(ip_address(asking.getsockname()[0].partition("%")[0]))
    return found


def local_name(hostname: str) -> str | None:
    """The name under which a house that knows names (mDNS) finds this computer."""
    first = hostname.partition(".")[0].lower()
    plain = first.isascii() and first.replace("-", "").isalnum() and len(first) < 64
    return f"{first}.local" if plain and first != "localhost" else None


def in_address_line(address: Address, port: int) -> str:
    host = f"[{address}]" if address.version == 6 else str(address)
    return f"{host}:{port}"


def _rank(place: Place, ways_out: set[Address]) -> tuple[bool, bool, bool]:
    """What is best comes first: False before True."""
    address = place.address
    return address not in ways_out, _in(address, (SHARED,)), address.version != 4


def _in(address: Address, networks: Iterable[object]) -> bool:
    return any(address in one for one in networks)  # type: ignore[operator]


def _why_none(places: list[Place]) -> str:
    if not places:
        return (
            "This computer is in no network. Join the Wi-Fi or plug in the cable, then start "
            "again. Without --lan, Coxa works on this computer by itself."
        )
    return (
        f"This computer has no private address, only {_listed(places)}. Coxa is served inside a "
        "house, never to the internet. Without --lan, it works on this computer by itself."
    )


def _listed(places: Iterable[Place]) -> str:
    return ", ".join(map(str, places))
