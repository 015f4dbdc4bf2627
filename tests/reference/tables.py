"""The evidence tables that the library's data is held against, row by row."""

import csv
from pathlib import Path

EVIDENCE = Path(__file__).with_name("evidence")

Row = dict[str, str]


def rows(name: str) -> dict[str, Row]:
    """The rows of one table by their id."""
    with (EVIDENCE / name).open(encoding="utf-8", newline="") as table:
        return {row["id"]: row for row in csv.DictReader(table)}


def catalogue(*kinds: str) -> dict[str, Row]:
    """The rows of both exercise tables that are (or with no kinds: are neither check nor habit)."""
    both = rows("exercises.csv") | rows("exercises_extra.csv")
    return {
        key: row
        for key, row in both.items()
        if (row["kind"] in kinds if kinds else row["kind"] not in ("check", "habit"))
    }


def words(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(";") if word.strip()]
