"""The files that `make assets` built: their hashed names, the icons in the sprite, the figures."""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from coxa.reading.faults import unknown_word

FOLDER = Path(__file__).parent / "static" / "built"


class NotBuiltError(Exception):
    """The assets are missing: this is a source tree in which `make assets` has not run yet."""


@dataclass(frozen=True)
class Built:
    files: dict[str, str]
    icons: frozenset[str]
    figures: dict[str, Any] = field(default_factory=dict)
    imports: dict[str, list[str]] = field(default_factory=dict)
    later: tuple[str, ...] = ()  # what scripts load when they need it

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
    return Built(
        files=manifest["files"],
        icons=frozenset(manifest["icons"]),
        figures=manifest["figures"],
        imports=manifest["imports"],
        later=tuple(manifest.get("later", ())),
    )


@cache
def _once() -> Built:
    return read()


def built() -> Built:
    """What is built, read once; afresh each time while developing, where it changes under us."""
    from django.conf import settings

    return read() if settings.DEBUG else _once()
