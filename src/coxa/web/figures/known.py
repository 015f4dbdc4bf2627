"""The motions that can be shown: their stills, their clips, and what they look like in words.

All of it comes from the manifest of the built assets, which holds what `figures.json` of
`coxa.motion` says with the hashed names of the files: a picture and its address cannot disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from django.conf import settings

from coxa.checks.library import checks
from coxa.language import SOURCE, current, per_language
from coxa.motion.library import described
from coxa.motion.telling import told
from coxa.programmes.library import habits
from coxa.reading.faults import unknown_word
from coxa.web.built import built

Phase = Literal["start", "end"]
PHASES: tuple[Phase, ...] = get_args(Phase)
WIDTHS = (320, 720)  # px of the stills
OF_VARIANT = "--"  # between an id and the name of one of its variants
FAULT = "fault"  # a variant of this kind, or name, shows what goes wrong


@dataclass(frozen=True)
class Motion:
    """A motion of an exercise, check or habit, or a variant of it: `key` is its id, or with its
    variant "glute_bridge--easier". `size` is the stills' width and height in pixels."""

    key: str
    title: str
    alt: dict[str, str]
    size: tuple[int, int]
    clip: str
    stills: dict[str, str]
    kind: str = ""

    @property
    def variant(self) -> str:
        return self.key.partition(OF_VARIANT)[2]

    @property
    def is_fault(self) -> bool:
        return FAULT in (self.kind, self.variant)

    @property
    def label(self) -> str:
        """The title beside that of what it is a variant of: "Lunge: the knee falls in" is "The
        knee falls in"."""
        words = self.title.rpartition(": ")[2]
        return words[0].upper() + words[1:]

    def still(self, phase: Phase, theme: str, width: int) -> str:
        """The address of a still. Raises LookupError for one that there is not."""
        name = f"{phase}-{theme}-{width}"
        if name not in self.stills:
            raise LookupError(f"{self.key}: {unknown_word('still', name, self.stills)}")
        return self.stills[name]

    def srcset(self, phase: Phase, theme: str) -> str:
        return ", ".join(f"{self.still(phase, theme, width)} {width}w" for width in WIDTHS)


def motion_of(key: str) -> Motion | None:
    """The motion of an exercise, check or habit; where another's shows it, that one."""
    known = _motions()
    return known.get(key) or known.get(_shown_by(key))


def variants_of(key: str) -> tuple[Motion, ...]:
    """Other ways of doing it, and of doing it wrong, in the order they are written down."""
    start = key + OF_VARIANT
    return tuple(one for name, one in _motions().items() if name.startswith(start))


def _shown_by(key: str) -> str:
    about = checks().get(key) or habits().get(key)
    return (about and about.shown_by) or ""


def body_address() -> str:
    """The address of the body that all clips move; "" where no figures are built."""
    return _address(built().figures.get("body", ""))


def _motions() -> dict[str, Motion]:
    return dict(_read()) if settings.DEBUG else read_once()


@per_language()
def read_once() -> dict[str, Motion]:
    """All motions by their key."""
    return dict(_read())


def _read() -> Iterator[tuple[str, Motion]]:
    for key, about in built().figures.get("motions", {}).items():
        yield key, _motion(key, about)


def _motion(key: str, about: dict[str, Any]) -> Motion:
    width, height = about["size"]
    title, alt = _words(key, about)
    return Motion(
        key=key,
        title=title,
        alt=alt,
        size=(width, height),
        clip=_address(about["clip"]),
        stills={name: _address(file) for name, file in about["stills"].items()},
        kind=about.get("kind", ""),
    )


def _words(key: str, about: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """As the pictures were built in English; else told anew, from the same motion."""
    if current() == SOURCE or key not in described():
        return about["title"], about["alt"]
    one = described()[key]
    return one.title, told(one)


def _address(file: str) -> str:
    return settings.STATIC_URL + file if file else ""
