from ipaddress import ip_address

import pytest

from coxa.web.lan.addresses import (
    House,
    NoHouseError,
    Place,
    choose,
    in_address_line,
    local_name,
    of_this_computer,
)

WIFI = Place(ip_address("192.168.1.20"), "wlan0")
CABLE = Place(ip_address("10.0.0.7"), "eth0")
CONTAINERS = Place(ip_address("172.17.0.1"), "docker0")
MESH = Place(ip_address("100.101.1.2"), "vpn0")
IPV6 = Place(ip_address("fd12::20"), "wlan0")
PUBLIC = Place(ip_address("203.0.113.5"), "eth0")
PUBLIC6 = Place(ip_address("2a00:1450::5"), "eth0")


@pytest.mark.parametrize(
    ("places", "ways_out", "chosen"),
    [
        ([WIFI], [], WIFI),
        ([CONTAINERS, WIFI], [WIFI], WIFI),  # where the way out is
        ([CONTAINERS, CABLE, WIFI], [CABLE], CABLE),
        ([IPV6, WIFI], [], WIFI),  # IPv4 before IPv6
        ([IPV6, WIFI], [IPV6, WIFI], WIFI),
        ([IPV6], [], IPV6),
        ([MESH, WIFI], [], WIFI),  # a house before what is shared out
        ([MESH], [], MESH),
        ([PUBLIC, WIFI], [PUBLIC], WIFI),  # a public one never, not even with the way out
        ([PUBLIC6, IPV6], [PUBLIC6], IPV6),
    ],
)
def test_the_private_address_with_the_way_out_is_served(places, ways_out, chosen):
    assert choose(places, [one.address for one in ways_out]).place == chosen


def test_the_others_are_listed_and_public_ones_are_not():
    house = choose([PUBLIC, CONTAINERS, WIFI, MESH], [WIFI.address])
    assert house == House(WIFI, (CONTAINERS, MESH))


def test_another_one_can_be_asked_for():
    house = choose([WIFI, CABLE], [WIFI.address], wanted=CABLE.address)
    assert house == House(CABLE, (WIFI,))


@pytest.mark.parametrize("wanted", ["203.0.113.5", "192.168.1.99", "127.0.0.1"])
def test_one_that_is_public_or_not_ours_is_refused_and_ours_are_named(wanted: str):
    with pytest.raises(NoHouseError, match=rf"{wanted}: not a private.*192\.168\.1\.20 \(wlan0\)"):
        choose([WIFI, PUBLIC], [], wanted=ip_address(wanted))


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([], "in no network"),
        ([PUBLIC], r"no private address, only 203\.0\.113\.5 \(eth0\)"),
        ([Place(ip_address("192.0.2.2"), "eth0")], "no private address"),  # of documentation
        ([Place(ip_address("169.254.3.4"), "eth0")], "no private address"),  # nobody gave it one
    ],
)
def test_without_a_private_address_it_says_why(places: list[Place], words: str):
    with pytest.raises(NoHouseError, match=words):
        choose(places, [])


@pytest.mark.parametrize(
    ("place", "shared"),
    [(MESH, True), (Place(ip_address("100.128.0.1"), "x"), None), (WIFI, False), (IPV6, False)],
)
def test_an_address_that_others_share_is_known_as_such(place: Place, shared: bool | None):
    if shared is None:  # just past the shared ones: public
        with pytest.raises(NoHouseError):
            choose([place], [])
    else:
        assert choose([place], []).shared is shared


def test_what_only_this_computer_reaches_is_not_among_its_addresses():
    found = [one.address for one in of_this_computer()]
    assert not [one for one in found if one.is_loopback or one.is_link_local]


@pytest.mark.parametrize(
    ("hostname", "name"),
    [
        ("kitchen", "kitchen.local"),
        ("Kitchen.fritz.box", "kitchen.local"),
        ("anna-pc", "anna-pc.local"),
        ("localhost", None),
        ("", None),
        ("küche", None),
        ("a b", None),
        ("*", None),
        ("x" * 64, None),
    ],
)
def test_a_name_is_used_only_if_it_can_stand_in_a_certificate(hostname: str, name: str | None):
    assert local_name(hostname) == name


@pytest.mark.parametrize(
    ("address", "line"), [("192.168.1.20", "192.168.1.20:8443"), ("fd12::20", "[fd12::20]:8443")]
)
def test_an_address_stands_in_the_address_line(address: str, line: str):
    assert in_address_line(ip_address(address), 8443) == line
