"""Right or wrong: how well named terms tell UI-PRMD's repetitions, by people not fitted on.

The area under the curve, leaving out one subject at a time (one area over all), and three at a time
(an area each: what may happen with three strangers). `--write` writes the rules fitted on all to
src/coxa/motion/watching/correctness/rules.toml. Needs COXA_REFERENCE_DATA with ui_prmd_open.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.reference.watching.fit_correctness import (
    AIMS,
    Case,
    area_of,
    as_toml,
    cases,
    fitted,
    left_out,
)
from tests.reference.watching.ui_prmd import MOVEMENTS, folder

from coxa.motion.watching.correctness import rules

RULES = Path(rules.__file__).with_name("rules.toml")


def row(movement: str, known: list[Case]) -> tuple[str, ...]:
    one = area_of(left_out(movement, known, 1))
    three = [area_of([pair]) for pair in left_out(movement, known, 3)]
    strangers = (np.mean(three), np.percentile(three, 10), min(three))
    return (movement, f"{AIMS[movement]:.2f}", f"{one:.3f}", *(f"{x:.3f}" for x in strangers))


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--write", action="store_true", help="write the rules fitted on all")
    write = asked.parse_args().write
    at = folder()
    if at is None:
        print("COXA_REFERENCE_DATA names no folder with ui_prmd_open: nothing to measure")
        return 0
    table = Table("movement", "aim", "one left out", "three: mean", "10th of 100", "least")
    found = []
    for number, movement in MOVEMENTS.items():
        known = cases(at, number)
        table.add_row(*row(movement, known))
        found.append(fitted(movement, known))
    Console().print(table)
    if write:
        RULES.write_text(as_toml(found, 7), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
