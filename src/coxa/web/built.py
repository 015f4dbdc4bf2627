"""The files that `make assets` built: their hashed names and the icons drawn in the sprite."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coxa.reading.faults import unknown_word

FOLDER = Path(__file__).parent / "static" / "built"


class NotBuiltError(Exception):
    """The assets are missing: this is a source tree in which `make assets` has not run yet."""


@dataclass(frozen=True)
class Built:
    files: dict[str, str]
    icons: frozenset[str]

    def file(self, name: str) -> str:
        if name not in self.files:
            raise LookupError(unknown_word("built file", name, self.files))
        return self.files[name]

    def icon(self, name: str) -> str:
        if name not in self.icons:
            raise LookupError(unknown_word("icon", name, self.icons))
        return name


def read(folder: Path = FOLDER) -> Built:
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotBuiltError(
            "The pages' scripts and styles are not built. Run: make assets"
        ) from None
    return Built(manifest["files"], frozenset(manifest["icons"]))


@cache
def _once() -> Built:
    return read()


def built() -> Built:
    """What is built, read once; afresh each time while developing, where it changes under us."""
    from django.conf import settings

    return read() if settings.DEBUG else _once()
