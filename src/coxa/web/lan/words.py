"""What the terminal says to whoever brings a phone."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from coxa.web.lan.addresses import House
from coxa.web.lan.qr import in_blocks

INDENT = "  "


def house_words(address: str, house: House, link: str, fingerprint: str, console: Console) -> None:
    """All of it, in lines that fit a window of 60 columns; only a link may be longer."""
    _say(console, "For a phone in the same house:", Text(address, "bold"))
    _say(console)
    show_link(link, console)
    _say(console, "The phone will warn you, because Coxa made its certificate")
    _say(console, f"itself. How to trust it: {address}/trust/")
    _say(console, "Compare its SHA-256 fingerprint before you do:")
    for line in in_two(fingerprint):
        _say(console, INDENT + line)
    _say(console)
    for line in _about(house):
        _say(console, line)


def moved_words(console: Console) -> None:
    _say(console, "This computer has a new address in the house. Phones need a new link.")
    _say(console)


def away_words(why: str, console: Console) -> None:
    """`why`: what stands in the way, in words."""
    _say(console, "The house does not reach this computer just now.")
    _say(console, why)
    _say(console, "Coxa opens the door again when somebody asks for a link:")
    _say(console, "coxa link --lan, or the page On your phone.")
    _say(console)


def show_link(link: str, console: Console) -> None:
    """The link as a QR code, where there is a terminal wide enough, and in letters."""
    blocks = in_blocks(link)
    if console.is_terminal and len(blocks[0]) + len(INDENT) <= console.width:
        for line in blocks:
            console.print(Text(INDENT) + Text(line, "#ffffff on #000000"))
        _say(console)
    _say(console, "Scan this with its camera, or open the link there:")
    _say(console, Text(link, "bold"))
    _say(console, "It works once, for ten minutes. Another: coxa link --lan")
    _say(console)


def in_two(fingerprint: str) -> tuple[str, str]:
    pairs = fingerprint.split()
    half = len(pairs) // 2
    return " ".join(pairs[:half]), " ".join(pairs[half:])


def _about(house: House) -> Iterator[str]:
    if house.shared:
        yield f"{house.place} is an address that a provider or a VPN"
        yield "hands out: others than your house may reach it.\n"
    if house.others:
        yield f"Served in the network of {house.place}. There is also"
        yield from (f"{INDENT}{one}" for one in house.others)
        yield "To choose: coxa start --lan --lan-address ADDRESS\n"


def _say(console: Console, *parts: str | Text) -> None:
    """Without markup: an IPv6 address stands in brackets, as markup does."""
    line = Text(INDENT if parts else "") + Text(" ").join(
        Text(one) if isinstance(one, str) else one for one in parts
    )
    console.print(line)
