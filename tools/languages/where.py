"""Which catalogs there are, and where a language lies."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/coxa"
LOCALE = SOURCE / "locale"


@dataclass(frozen=True)
class Message:
    """A text to translate: where it stands, and what tells a translator more about it."""

    text: str | tuple[str, str]  # with its plural, where it is counted
    file: str
    comment: str = ""
    context: str | None = None


@dataclass(frozen=True)
class Subject:
    """One catalog, so cut that one translator keeps it in view: at most about 6,000 words."""

    name: str
    about: str
    messages: Callable[[], Iterable[Message]]


def folder_of(tag: str) -> Path:
    language, _, region = tag.partition("-")
    return LOCALE / (f"{language}_{region.upper()}" if region else language) / "LC_MESSAGES"


def languages() -> list[str]:
    """The tags of the languages that have a folder."""
    return sorted(one.parent.name.replace("_", "-").lower() for one in LOCALE.glob("*/LC_MESSAGES"))


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
