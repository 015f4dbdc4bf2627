"""What was asked for with --lan, from the words on the command line."""

from ipaddress import ip_address
from typing import TYPE_CHECKING

from coxa.reading.faults import Fault, FaultyInputError

if TYPE_CHECKING:
    from coxa.web.lan.addresses import Address
    from coxa.web.lan.opening import Wanted


def wanted(lan: bool, port: int | None, address: str | None) -> "Wanted | None":
    """Nothing if the house is not to be served. Who names its port or address means --lan."""
    if not lan and port is None and address is None:
        return None
    from coxa.web.lan.opening import DEFAULT_PORT, Wanted

    return Wanted(DEFAULT_PORT if port is None else port, _address_of(address) if address else None)


def _address_of(words: str) -> "Address":
    try:
        return ip_address(words)
    except ValueError:
        right = "must be an address of this computer, such as 192.168.1.20"
        raise FaultyInputError([Fault("command line", "--lan-address", words, right)]) from None
