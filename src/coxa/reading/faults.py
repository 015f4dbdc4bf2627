"""What is wrong with an input, said so that its author can mend it in one go."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong: where it stands, what it says, what would be right."""

    file: str
    field: str
    value: str
    right: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.field}" if self.field else self.file
        return f"{where} = {self.value}: {self.right}" if self.value else f"{where}: {self.right}"

    def as_json(self) -> dict[str, str]:
        return {"file": self.file, "field": self.field, "value": self.value, "right": self.right}


class FaultyInputError(ValueError):
    """All faults of an input together; nothing of it was used."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words closest to `word`, best first."""
    return get_close_matches(word, sorted(known), n=most, cutoff=0.5)


def unknown_word(kind: str, word: str, known: Iterable[str]) -> str:
    """A sentence that refuses `word` by name and offers the nearest known ones."""
    choices = sorted(known)
    close = nearest(word, choices)
    offer = f"did you mean {' or '.join(close)}?" if close else f"known: {', '.join(choices)}"
    article = "an" if kind[0] in "aeiou" else "a"
    return f"'{word}' is not {article} {kind}; {offer}"
