"""The house while Coxa runs: a computer that joins another network gets another address there, and
the door moves along."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from coxa.web.folder import SettingError
from coxa.web.lan import addresses, certificates
from coxa.web.lan.addresses import NoHouseError
from coxa.web.lan.keeping import Kept
from coxa.web.lan.opening import Door, Entrance, Wanted, certificates_for, claim
from coxa.web.listening import PortTakenError


@dataclass(frozen=True)
class Settled:
    """Where the house finds this computer now; `why` nowhere, if it does not."""

    door: Door | None
    kept: Kept | None = None
    why: str = ""


class Watchman:
    """Looks whether the address that is served is still this computer's. Where it is not, a door is
    opened at the new one, or closed until there is one again. `settled` is told of each change."""

    def __init__(
        self,
        entrance: Entrance,
        wanted: Wanted,
        data_dir: Path,
        now: Callable[[], datetime],
        settled: Callable[[Settled], None],
    ) -> None:
        self.entrance, self.data_dir, self.now, self.settled = entrance, data_dir, now, settled
        # The port that was got first stays: a phone that was there before finds it again.
        self.wanted = replace(wanted, port=entrance.door.port) if entrance.door else wanted
        self.looking = threading.Lock()

    def look(self) -> None:
        """Asks the system for its addresses, which is quick. While one looks, others go on."""
        if not self.looking.acquire(blocking=False):
            return
        try:
            self._look()
        finally:
            self.looking.release()

    def _look(self) -> None:
        door = self.entrance.door
        if door is None or door.house.place.address not in _here():
            self._move()
        elif self.entrance.kept and certificates.ends_soon(self.entrance.kept.server, self.now()):
            self.entrance.renew(certificates_for(door, self.data_dir, self.now()))

    def _move(self) -> None:
        was = self.entrance.door
        try:
            door = claim(self.wanted)
        except (NoHouseError, PortTakenError) as error:
            if was is not None:  # told once, not at each look
                self.entrance.close()
                self.settled(Settled(None, why=str(error)))
            return
        try:
            kept = certificates_for(door, self.data_dir, self.now())
        except SettingError as error:
            door.listener.close()
            self.entrance.close()
            self.settled(Settled(None, why=str(error)))
            return
        self.entrance.open(door, kept)
        self.settled(Settled(door, kept))


def _here() -> set[addresses.Address]:
    return {one.address for one in addresses.of_this_computer()}
