"""The documents cannot drift: what a page names is there, what it shows can be read."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from tools import check_links, conditions_page

from coxa.cli import app
from coxa.cli.reading import person_of
from coxa.training.log import Entry
from coxa.training.rules.order import RULES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
ALL = [*PAGES, *sorted(ROOT.glob("*.md"))]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
STEPS = {"chromium"}  # a step of `make test`, not one to type
PAIR = re.compile(r"But this, in `([^`]+)`:\n```\w+\n(.*?)```", re.DOTALL)
MOST_BYTES = 200_000


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def targets() -> set[str]:
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony
    return set(phony[1].split())


def code_in(text: str) -> Iterator[str]:
    """What stands in code: blocks by fences, blocks by indentation, and code within a line."""
    for block in re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from block.splitlines()
    yield from re.findall(r"^ {4}(\S.*)$", text, re.MULTILINE)
    yield from re.findall(r"`([^`\n]+)`", text)


def block(page: str, mark: str) -> str:
    text = (DOCS / page).read_text(encoding="utf-8")
    found = re.search(rf"^```{mark}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert found, f"{page} shows no {mark}"
    return found[1]


def test_every_page_is_in_the_index():
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    linked = {(DOCS / link).resolve() for link in re.findall(r"\]\(([^)#]+)\)", index)}
    assert {named(page) for page in PAGES if page.name != "index.md"} == {
        named(page) for page in linked
    }


@pytest.mark.parametrize("page", ALL, ids=named)
def test_every_link_leads_somewhere(page: Path):
    assert list(check_links.broken(page)) == []


@pytest.mark.parametrize("page", ALL, ids=named)
def test_every_make_target_that_a_page_names_exists(page: Path):
    text = page.read_text(encoding="utf-8")
    used = {
        found[1] for line in code_in(text) if (found := re.match(r"(?:\$ )?make ([a-z]+)", line))
    }
    assert used <= targets()


@pytest.mark.parametrize("page", ALL, ids=named)
def test_every_command_that_a_page_names_exists(page: Path):
    known = {one.name or one.callback.__name__ for one in app.registered_commands}
    known |= {one.name for one in app.registered_groups}
    text = page.read_text(encoding="utf-8")
    used = {
        found[1]
        for line in code_in(text)
        if (found := re.match(r"(?:\.venv/bin/)?coxa ([a-z]+)", line))
    }
    assert used <= known


def test_the_readme_starts_and_tests_with_make():
    lines = set(code_in((ROOT / "README.md").read_text(encoding="utf-8")))
    assert {"make start", "make test"} <= lines


def test_make_help_describes_every_target():
    described = set(re.findall(r"^([a-z]+):.*?## \S", MAKEFILE, re.MULTILINE))
    assert targets() - STEPS <= described


def test_the_command_page_tells_of_every_command():
    text = (DOCS / "commands.md").read_text(encoding="utf-8")
    names = {one.name or one.callback.__name__ for one in app.registered_commands}
    assert {one for one in names if f"`coxa {one}" not in text} == set()


def test_the_page_of_conditions_is_made_from_the_table():
    assert conditions_page.PAGE.read_text(encoding="utf-8") == conditions_page.page(), (
        "run: .venv/bin/python tools/conditions_page.py"
    )


def test_the_page_of_rules_has_every_rule_in_its_order():
    text = (DOCS / "clinicians" / "progression.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| (\d+) \| `(\w+)` \|", text, re.MULTILINE)
    assert told == [(str(n), rule.__name__) for n, rule in enumerate(RULES, 1)]


def test_the_person_shown_can_be_planned():
    data = yaml.safe_load(block("developers/formats.md", "yaml person"))
    assert person_of(data, "formats.md").age == 34


def test_the_entry_shown_can_be_read():
    entry = Entry.model_validate(json.loads(block("developers/the-log.md", "json entry")))
    assert entry.body.kind == "morning_answered"


def test_every_kind_of_entry_is_told():
    text = (DOCS / "developers" / "the-log.md").read_text(encoding="utf-8")
    kinds = Entry.model_json_schema()["properties"]["body"]["discriminator"]["mapping"]
    assert {kind for kind in kinds if f"`{kind}`" not in text} == set()


def test_style_shows_lines_of_our_own_code():
    pairs = PAIR.findall((ROOT / "STYLE.md").read_text(encoding="utf-8"))
    assert len(pairs) >= 12
    for name, shown in pairs:
        assert shown in (ROOT / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("picture", sorted((DOCS / "pictures").glob("*")), ids=named)
def test_a_picture_is_small_and_used(picture: Path):
    assert picture.stat().st_size < MOST_BYTES
    assert any(picture.name in page.read_text(encoding="utf-8") for page in ALL)
