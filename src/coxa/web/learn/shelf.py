"""The pages to read, read once, and held against what they cite and lead to."""

from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from coxa.checks.library import checks
from coxa.exercises.library import exercises
from coxa.exercises.words import SOURCES as ARTICLES
from coxa.language import per_language
from coxa.programmes.library import habits
from coxa.reading.faults import Fault, FaultyInputError, unknown_word
from coxa.reading.folders import read_file, read_folder
from coxa.reading.worded import in_language
from coxa.web.learn.page import Page, Source, Sources

FOLDER = Path(__file__).with_name("pages")
SOURCES = Path(__file__).with_name("sources.toml")

Pages = Mapping[str, Page]


def load_pages(folder: Path = FOLDER, cited: Path = SOURCES) -> Pages:
    """All pages by id, as they are read one after the other.

    Raises FaultyInputError with the faults of all files at once.
    """
    found = read_folder(folder, Page)
    known = load_sources(cited)
    faults = [fault for one in found.values() for fault in _faults(one, found, known)]
    if faults:
        raise FaultyInputError(faults)
    return dict(sorted(found.items(), key=lambda pair: (pair[1].shelf, pair[1].order)))


def load_sources(file: Path = SOURCES) -> Mapping[str, Source]:
    """What pages may cite: the five articles under their numbers, and the list in the file."""
    articles = {number: Source(title=title) for number, title in ARTICLES.items()}
    return articles | dict(read_file(file, Sources).sources)


@per_language()
def pages() -> Pages:
    return {one.id: in_language(one) for one in load_pages().values()}


@per_language()
def sources() -> Mapping[str, Source]:
    return {name: in_language(one) for name, one in load_sources().items()}


def _faults(one: Page, all_of_them: Pages, cited: Mapping[str, Source]) -> Iterator[Fault]:
    known: tuple[tuple[str, str, tuple[str, ...], Container[str]], ...] = (
        ("source", "by", tuple(i for claim in one.claims for i in claim.by), cited),
        ("exercise", "exercises", one.exercises, exercises()),
        ("check", "checks", one.checks, checks()),
        ("habit", "habits", one.habits, habits()),
        ("page", "then", one.then, all_of_them),
        ("picture", "picture", (one.picture,), {**exercises(), **checks(), **habits()}),
    )
    for kind, field, ids, there in known:
        for missing in dict.fromkeys(i for i in ids if i not in there):
            right = unknown_word(kind, missing, there)  # type: ignore[arg-type]
            yield Fault(f"{one.id}.toml", field, repr(missing), right)
