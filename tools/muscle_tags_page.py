"""Writes docs/developers/muscle-tags.md: where hand tags and muscle vectors disagree."""

from collections.abc import Iterable
from pathlib import Path

from coxa.coaching.coverage import band_of, coverage
from coxa.coaching.disagreements import Disagreement, disagreements
from coxa.coaching.muscle_tags import decided
from coxa.exercises.library import exercises
from coxa.exercises.vocabulary import Kind
from coxa.mechanics.uses import MuscleUse, Source, uses

PAGE = Path(__file__).parents[1] / "docs" / "developers" / "muscle-tags.md"

HEAD = """\
# Muscle tags and muscle vectors

An exercise's file names the muscles that it is for (`muscles.primary`, by hand). The muscle \
vectors (`coxa.mechanics.uses`) say what a study measured in it, or what is computed from its \
motion. Of the muscles that a tag names, the planner counts sets and minutes by the vectors where \
they can be trusted (`coxa.coaching.coverage`): whole from 40 % on, half from 20 % on, of the most \
that a muscle can do in a strength move, or of the way to its longest in a stretch. A helper \
(`muscles.secondary`) counts half at most: its set is an indirect one.

Here is where the two contradict each other: the tag says that the exercise is for a muscle and \
the vector has it below 20 %, or the vector has a muscle at 40 % or more that no tag names. \
Someone looks at each and decides what counts. Until then a muscle that it is said to be for \
counts half, and one that nobody named not at all.

This page is made by `.venv/bin/python -m tools.muscle_tags_page`. What was decided stands in \
[muscle_tags.toml](../../src/coxa/coaching/muscle_tags.toml): `counts` is `tag`, `half` or \
`vector`; change that file, not this page. The two figures of a vector are the side at work and \
the other one.
"""
COUNTED = ("nothing", "half", "whole")
CHOICES = {"tag": "the tag", "half": "half", "vector": "the vector"}


def page() -> str:
    found = disagreements(exercises().values(), uses, decided(), coverage())
    waiting = sum(one.decided is None for one in found)
    parts = [
        HEAD,
        f"\n{len(found)} pairs, of which {waiting} wait for someone to look.\n",
        section("Strength: named, and low", _some(found, Kind.STRENGTH, tagged=True)),
        section("Strength: high, and not named", _some(found, Kind.STRENGTH, tagged=False)),
        section("Stretching: named, and low", _some(found, Kind.STRETCH, tagged=True)),
        section("Stretching: high, and not named", _some(found, Kind.STRETCH, tagged=False)),
    ]
    return "".join(parts)


def _some(found: Iterable[Disagreement], kind: Kind, tagged: bool) -> list[Disagreement]:
    return [one for one in found if one.exercise.kind is kind and one.tagged is tagged]


def section(title: str, found: list[Disagreement]) -> str:
    if not found:
        return f"\n## {title}\nNone.\n"
    head = "| exercise | muscle | vector | counts now | looked at and decided |"
    lines = [head, "|---|---|---|---|---|", *map(line, found)]
    return f"\n## {title}\n" + "".join(f"{one}\n" for one in lines)


def line(one: Disagreement) -> str:
    cells = (
        f"`{one.exercise.id}`",
        f"`{one.muscle}`",
        vector(one),
        COUNTED[one.share.each],
        decision(one),
    )
    return f"| {' | '.join(cells)} |"


def vector(one: Disagreement) -> str:
    """ "12 % low, 40 % high; computed"."""
    kind, uses_of = one.exercise.kind, (one.left, one.right)
    pairs = zip(one.figures, uses_of, strict=True)
    figures = ", ".join(f"{int(100 * share)} % {band_of(kind, use).words}" for share, use in pairs)
    return f"{figures}; {source(kind, one.left)}"


def source(kind: Kind, use: MuscleUse) -> str:
    if kind is Kind.STRENGTH and use.measured and use.source is Source.MEASURED:
        return use.measured.study
    return "computed"


def decision(one: Disagreement) -> str:
    if one.decided is None:
        return "not looked at yet"
    parts = [f"**{CHOICES[one.decided.counts]}**: {one.decided.seen}"]
    if one.decided.change_tag:
        parts.append("The tag should follow.")
    if not one.stands:
        parts.append("They agree by now; the decision can go.")
    return " ".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
