"""Starting the real server from tests, and stopping it."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

COXA = Path(sys.executable).with_name("coxa")
LINK = re.compile(r"(http://\S+?)/enter/\S+/")


@dataclass(frozen=True)
class Served:
    """A Coxa that answers: where, by which one-time link, and with whose data."""

    address: str
    link: str
    data_dir: Path
    process: "subprocess.Popen[str]"

    def health(self) -> dict[str, str]:
        with urllib.request.urlopen(f"{self.address}/healthz", timeout=10) as answer:  # noqa: S310
            return json.load(answer)


@contextmanager
def serving(data_dir: Path, coxa: Path = COXA) -> Iterator[Served]:
    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    process = subprocess.Popen(
        [coxa, "start", "--port", "0", "--no-browser", "--data", data_dir],
        env=environment | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        address, link = _announced(process)
        yield Served(address, link, data_dir, process)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _announced(process: "subprocess.Popen[str]") -> tuple[str, str]:
    assert process.stdout is not None
    for line in process.stdout:
        if found := LINK.search(line):
            return found[1], found[0]
    raise AssertionError(f"coxa start did not start: {process.communicate()[1]}")
