"""Writes docs/clinicians/conditions.md from the table that the planner reads."""

from collections.abc import Iterator
from pathlib import Path

from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import TAGS
from coxa.safety.profiles import Profile, profiles

PAGE = Path(__file__).parents[1] / "docs" / "clinicians" / "conditions.md"
NO_END = 10_000

HEAD = """\
# Conditions

What each condition that a person may name means for their training. This page is made from \
[conditions.csv](../../src/coxa/safety/conditions.csv) by `tools/conditions_page.py`; change the \
table, not the page. The limits are explained in [how safety decides](safety.md#what-limits-mean).

Everyone starts from: all levels that the phase allows, a pain cap of 5, no limit on holds.
"""


def page() -> str:
    return HEAD + "".join(f"\n{section(row)}" for row in profiles())


def section(row: Profile) -> str:
    lines = "\n".join(f"| {name} | {value} |" for name, value in facts(row) if value)
    return f"## {heading(row)}\n`{row.code}`. *{row.why}*\n\n| | |\n|---|---|\n{lines}\n"


def heading(row: Profile) -> str:
    if row.until_week == NO_END:
        return f"{row.words}, from week {row.from_week}" if row.from_week else row.words
    return f"{row.words}, week {row.from_week} to {row.until_week}"


def facts(row: Profile) -> Iterator[tuple[str, str]]:
    yield "left out: what", tags(row.exclude_tags)
    yield "left out of strength work: what", tags(row.exclude_tags_strength)
    yield "left out while pain now is above 2: what", tags(row.exclude_tags_when_painful)
    yield "left out by name", names(row.exclude_ids)
    yield "until cleared, only what", tags(row.only_tags)
    yield "until cleared, also", names(row.only_ids)
    yield "suits well", names(row.prefer_ids)
    yield "highest level", str(row.max_level) if row.max_level < 5 else ""
    yield "the same for who trained before", str(row.trained_max_level or "")
    yield "longest isometric hold", f"{row.max_hold_s} s" if row.max_hold_s else ""
    yield "pain cap", str(row.pain_cap)
    yield "balance days a week", str(row.balance_days or "")
    yield "clearance is asked for", "yes" if row.needs_clearance else ""
    yield "source", row.source


def tags(words: frozenset[str]) -> str:
    said = {"advanced": "is for trained people only"}
    return "; ".join(said.get(word, TAGS[word]) for word in sorted(words))


def names(ids: frozenset[str]) -> str:
    return "; ".join(exercises()[one].name.lower() for one in sorted(ids))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
