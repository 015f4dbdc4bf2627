"""A house on one machine: two network namespaces, a computer and a phone, and a cable between."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

COMPUTER, PHONE = "192.168.77.10", "192.168.77.20"
ELSEWHERE = "192.168.77.11"  # the address that the computer may get later
ROOT_OF_ITS_OWN = [] if os.geteuid() == 0 else ["--map-root-user"]


@dataclass(frozen=True)
class Machine:
    """A namespace, held open by a process that sleeps in it."""

    pid: int

    @property
    def inside(self) -> list[str]:
        """What stands before a command that is to run in it."""
        user = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        return ["nsenter", f"--target={self.pid}", *user, "--net"]

    def run(self, *command: str) -> None:
        subprocess.run([*self.inside, *command], check=True, capture_output=True)


def possible() -> bool:
    """Whether this machine lets us have networks of our own."""
    if not all(shutil.which(one) for one in ("unshare", "nsenter", "ip")):
        return False
    tried = subprocess.run(
        ["unshare", "--net", *ROOT_OF_ITS_OWN, "ip", "link", "add", "cable", "type", "veth"],
        capture_output=True, check=False,
    )  # fmt: skip
    return tried.returncode == 0


@contextmanager
def house() -> Iterator[tuple[Machine, Machine]]:
    """The computer, that has a private address and the way out, and a phone beside it."""
    with ExitStack() as stack:
        computer = Machine(stack.enter_context(_asleep(["unshare", "--net", *ROOT_OF_ITS_OWN])))
        phone = Machine(stack.enter_context(_asleep([*computer.inside, "unshare", "--net"])))
        computer.run("ip", "link", "add", "wlan0", "type", "veth", "peer", "name", "wlan1")
        computer.run("ip", "link", "set", "wlan1", "netns", str(phone.pid))
        for machine, name, address in ((computer, "wlan0", COMPUTER), (phone, "wlan1", PHONE)):
            machine.run("ip", "link", "set", "lo", "up")
            machine.run("ip", "address", "add", f"{address}/24", "dev", name)
            machine.run("ip", "link", "set", name, "up")
        computer.run("ip", "route", "add", "default", "via", PHONE)
        yield computer, phone


@contextmanager
def _asleep(before: list[str]) -> Iterator[int]:
    process = subprocess.Popen(
        [*before, "sh", "-c", "echo ready; exec cat"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield process.pid
    finally:
        process.terminate()
        process.communicate()
