from io import StringIO
from ipaddress import ip_address

import pytest
from rich.console import Console

from coxa.web.lan.addresses import House, Place
from coxa.web.lan.qr import in_blocks
from coxa.web.lan.words import house_words, in_two

WIFI, VPN = Place(ip_address("192.168.1.20"), "wlan0"), Place(ip_address("100.64.0.9"), "vpn0")
HOME = House(WIFI)
ADDRESS = "https://192.168.1.20:8443"
LINK = f"{ADDRESS}/enter/abcdefghijklmnopqrstuv/"
FINGERPRINT = " ".join(f"{n:02X}" for n in range(32))


def said(house: House = HOME, width: int = 60, terminal: bool = True) -> str:
    console = Console(
        file=StringIO(), width=width, force_terminal=terminal, color_system=None,
        highlight=False, soft_wrap=True,
    )  # fmt: skip
    house_words(ADDRESS, house, LINK, FINGERPRINT, console)
    return console.file.getvalue()


def test_it_says_where_how_and_what_to_compare():
    words = said()
    for part in (ADDRESS, LINK, *in_two(FINGERPRINT), "coxa link --lan", f"{ADDRESS}/trust/"):
        assert part in words


def test_only_a_link_is_wider_than_60_columns():
    words = said(House(VPN, (WIFI,)))
    assert [line for line in words.splitlines() if len(line) > 60 and "https://" not in line] == []


@pytest.mark.parametrize(
    ("width", "terminal", "drawn"), [(60, True, True), (42, True, False), (60, False, False)]
)
def test_the_code_is_drawn_where_a_terminal_is_wide_enough(width, terminal, drawn):
    assert all(line in said(width=width, terminal=terminal) for line in in_blocks(LINK)) is drawn
    assert LINK in said(width=width, terminal=terminal)


def test_other_networks_are_listed_with_how_to_choose():
    words = said(House(WIFI, (VPN,)))
    assert "100.64.0.9 (vpn0)" in words
    assert "--lan-address" in words
    assert "--lan-address" not in said()


def test_an_address_that_is_shared_out_is_said_to_be():
    assert "others than your house may reach it" in said(House(VPN))
    assert "others than your house" not in said()


def test_an_address_in_brackets_is_not_taken_for_markup():
    console = Console(file=StringIO(), width=60, soft_wrap=True)
    house_words("https://[fd12::20]:8443", House(WIFI), LINK, FINGERPRINT, console)
    assert "https://[fd12::20]:8443/trust/" in console.file.getvalue()


def test_coxa_link_for_the_house_says_when_it_is_not_served(coxa, server):
    printed = coxa("link", "--lan", COXA_DATA_DIR=str(server.data_dir))
    assert (printed.returncode, printed.stdout) == (1, "")
    assert "coxa start --lan" in printed.stderr
