"""What the pages say: short, in plain words, each sentence with its source."""

import re
import tomllib
from pathlib import Path

import pytest

from coxa.exercises.vocabulary import SourceStatus
from coxa.reading.faults import FaultyInputError
from coxa.reading.worded import words_of
from coxa.web.learn.page import OURS
from coxa.web.learn.shelf import FOLDER, SOURCES, load_pages, load_sources, pages

EVERY = sorted(load_pages())

# What contradictions.md softens or drops, as the articles put it.
DROPPED = (
    "switch off", "turned off", "forgot how", "shortened", "shortening", "68 %", "68 per cent",
    "almost always", "most important muscle", "eliminate", "forward head", "spinal alignment",
    "causes flat feet", "pelvic floor", "worst choice", "will cure", "guarantee", "you must never",
)  # fmt: skip


def text_of(page_id: str) -> str:
    return " ".join(claim.text for claim in load_pages()[page_id].claims)


@pytest.mark.parametrize("page_id", EVERY)
def test_a_page_is_short(page_id: str):
    assert 150 <= load_pages()[page_id].words <= 400


@pytest.mark.parametrize("page_id", EVERY)
def test_a_twelve_year_old_can_read_it(page_id: str):
    """Flesch-Kincaid: the school grade from the length of sentences and words. 12 years is 6."""
    sentences = [one for one in re.split(r"[.!?:]+\s", text_of(page_id)) if one.strip()]
    words = text_of(page_id).split()
    syllables = sum(map(syllables_in, words))
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    assert grade <= 6
    assert max(len(one.split()) for one in sentences) <= 30


def syllables_in(word: str) -> int:
    """Groups of vowels, a silent e at the end not counted: near enough for a mean."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", letters))
    silent = letters.endswith("e") and not letters.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


@pytest.mark.parametrize("page_id", EVERY)
def test_nothing_is_repeated_that_the_evidence_took_back(page_id: str):
    said = text_of(page_id).lower()
    assert [words for words in DROPPED if words in said] == []


@pytest.mark.parametrize("page_id", EVERY)
def test_nothing_rests_on_memory_alone(page_id: str):
    for claim in load_pages()[page_id].claims:
        assert SourceStatus.MEMORY not in claim.by.values(), claim.text


def test_every_source_of_the_list_is_cited_somewhere():
    listed = set(tomllib.loads(SOURCES.read_text(encoding="utf-8"))["sources"])
    cited = {
        source for page in load_pages().values() for claim in page.claims for source in claim.by
    }
    assert listed == cited - {"000", "001", "002", "003", "004"}


def test_an_address_is_one_that_a_person_would_trust():
    """No copies of other people's papers, no bare numbers for a host."""
    doubtful = re.compile(r"scribd|zlibrary|//\d|fanyv|wis\.it|elogim")
    addresses = [one.address for one in load_sources().values() if one.address]
    assert addresses
    assert [one for one in addresses if doubtful.search(one)] == []


def test_pages_stand_in_their_order_on_each_shelf():
    by_shelf: dict[str, list[int]] = {}
    for page in pages().values():
        by_shelf.setdefault(page.shelf, []).append(page.order)
    assert all(orders == sorted(set(orders)) for orders in by_shelf.values())


def test_every_page_is_read_next_after_another():
    led_to = {one for page in pages().values() for one in page.then}
    assert led_to == set(pages())


def test_a_page_leads_elsewhere_and_not_to_itself():
    assert all(page.id not in page.then for page in pages().values())


def test_every_text_of_a_page_can_be_translated():
    page = load_pages()["pain_rule"]
    texts = {text for _, text in words_of(page)}
    assert {page.title, page.lead, page.parts[0].heading, page.claims[0].text} <= texts
    assert page.picture not in texts


def test_all_faults_of_all_pages_are_said_at_once(tmp_path: Path):
    whole = (FOLDER / "habit.toml").read_text(encoding="utf-8")
    (tmp_path / "habit.toml").write_text(whole.replace("lally_2010", "lolly_2010"))
    (tmp_path / "other.toml").write_text(
        whole.replace('id = "habit"', 'id = "other"')
        .replace('picture = "leg_swings"', 'picture = "leg_swing"')
        .replace('"habit_micro_sessions"]', '"habit_macro_sessions"]')
    )
    with pytest.raises(FaultyInputError) as caught:
        load_pages(tmp_path)
    said = str(caught.value)
    assert "'lolly_2010' is not a source; did you mean lally_2010" in said
    assert "leg_swings" in said
    assert "habit_micro_sessions" in said
    assert "'dose' is not a page" in said


@pytest.mark.parametrize(
    ("was", "becomes", "right"),
    [
        ('by = { lally_2010 = "confirmed" }', "", "is missing"),
        ('by = { lally_2010 = "confirmed" }', "by = {}", "at least 1"),
        ('lally_2010 = "confirmed"', 'lally_2010 = "our_choice"', OURS),
        ('coxa = "our_choice"', 'coxa = "confirmed"', OURS),
        ('shelf = "training"', 'shelf = "cellar"', "pain"),
    ],
)
def test_a_sentence_without_an_honest_source_is_refused(
    tmp_path: Path, was: str, becomes: str, right: str
):
    whole = (FOLDER / "habit.toml").read_text(encoding="utf-8")
    assert was in whole
    (tmp_path / "habit.toml").write_text(whole.replace(was, becomes, 1))
    with pytest.raises(FaultyInputError, match=right):
        load_pages(tmp_path)
