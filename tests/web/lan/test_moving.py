"""A computer that joins another network while Coxa runs: the door moves along, or says why not."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest

from coxa.web.lan import addresses, moving
from coxa.web.lan.addresses import House, Place
from coxa.web.lan.keeping import Kept
from coxa.web.lan.moving import Settled, Watchman
from coxa.web.lan.noticing import Noticing
from coxa.web.lan.opening import Door, Wanted, certificates_for
from coxa.web.listening import PortTakenError

HOME, CAFE = ip_address("192.168.1.20"), ip_address("10.0.0.7")
NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)


class Listener:
    """A socket as far as a door asks."""

    def __init__(self, port: int) -> None:
        self.port = port

    def getsockname(self) -> tuple[str, int]:
        return "", self.port

    def close(self) -> None:
        pass


@dataclass
class Entrance:
    """What a watchman does to the real one."""

    door: Door | None
    kept: Kept | None
    done: list[str] = field(default_factory=list)

    def open(self, door: Door, kept: Kept) -> None:
        self.door, self.kept = door, kept
        self.done.append("open")

    def renew(self, kept: Kept) -> None:
        self.kept = kept
        self.done.append("renew")

    def close(self) -> None:
        self.door = self.kept = None
        self.done.append("close")


def door_at(address, port: int = 8443) -> Door:
    return Door(House(Place(address, "wlan0")), "kitchen", Listener(port))


@dataclass
class World:
    """The computer's addresses and the clock, which a test sets; what the watchman said of it."""

    entrance: Entrance
    addresses: list = field(default_factory=lambda: [HOME])
    now: datetime = NOON
    ports: list[int] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)
    watchman: Watchman | None = None

    def look(self) -> None:
        self.watchman.look()


@pytest.fixture
def world(monkeypatch, tmp_path: Path) -> World:
    door = door_at(HOME)
    world = World(Entrance(door, certificates_for(door, tmp_path, NOON)))

    def here() -> list[Place]:
        return [Place(one, "wlan0") for one in world.addresses]

    def listen(_address: str, port: int, option: str) -> Listener:
        world.ports.append(port)
        return Listener(port)

    monkeypatch.setattr(addresses, "of_this_computer", here)
    monkeypatch.setattr(addresses, "ways_out", lambda: world.addresses)
    monkeypatch.setattr("coxa.web.lan.opening.listen", listen)
    world.watchman = Watchman(
        world.entrance, Wanted(0), tmp_path, lambda: world.now, world.settled.append
    )
    return world


def test_where_nothing_has_changed_nothing_is_done(world):
    world.look()
    world.addresses.append(CAFE)  # a cable too: the address that phones know is still ours
    world.look()
    assert (world.entrance.done, world.settled) == ([], [])


def test_at_a_new_address_the_door_is_opened_with_the_port_it_had_and_a_certificate_of_its_name(
    world,
):
    world.addresses = [CAFE]
    world.look()
    (now,) = world.settled
    assert now.door.address == "https://10.0.0.7:8443"
    assert world.ports == [8443]
    assert CAFE in moving.certificates.names_of(now.kept.server)
    assert HOME not in moving.certificates.names_of(now.kept.server)


def test_the_authority_that_phones_trust_stays(world):
    before = world.entrance.kept.authority
    world.addresses = [CAFE]
    world.look()
    assert world.entrance.kept.authority == before


def test_without_a_network_it_closes_says_so_once_and_opens_again_with_the_next(world):
    world.addresses = []
    world.look()
    world.look()
    assert [one.door for one in world.settled] == [None]
    assert "in no network" in world.settled[0].why
    world.addresses = [HOME]
    world.look()
    assert world.settled[-1].door.house.place.address == HOME
    assert world.entrance.done == ["close", "open"]


def test_a_port_that_is_taken_at_the_new_address_is_said(world, monkeypatch):
    def taken(_address: str, port: int, option: str) -> Listener:
        raise PortTakenError(port, option)

    monkeypatch.setattr("coxa.web.lan.opening.listen", taken)
    world.addresses = [CAFE]
    world.look()
    assert "Port 8443 is taken" in world.settled[0].why


def test_a_certificate_that_ends_soon_is_renewed_where_the_door_is(world):
    before = world.entrance.kept.server
    world.now = NOON + timedelta(days=400)
    world.look()
    assert world.entrance.done == ["renew"]
    assert world.entrance.kept.server.not_valid_after_utc > before.not_valid_after_utc
    assert world.settled == []


@pytest.mark.parametrize(
    ("path", "looked"), [("/healthz", True), ("/phone/", True), ("/", False), ("/me/", False)]
)
def test_it_is_looked_when_a_way_in_is_asked_for(path: str, looked: bool):
    looks: list[str] = []
    noticing = Noticing(lambda environ, _: [environ["PATH_INFO"].encode()])
    noticing.look = lambda: looks.append(path)
    assert noticing({"PATH_INFO": path}, None) == [path.encode()]
    assert bool(looks) is looked


def test_without_a_house_nothing_is_looked_for():
    assert Noticing(lambda *_: [b"ok"])({"PATH_INFO": "/healthz"}, None) == [b"ok"]
