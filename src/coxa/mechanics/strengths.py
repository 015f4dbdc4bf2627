"""How strong each muscle is in a healthy young adult, from strengths.toml."""

import tomllib
from functools import cache
from pathlib import Path

import numpy as np

from coxa.mechanics.model import model
from coxa.motion.values import Array, Whole

FILE = Path(__file__).with_name("strengths.toml")


@cache
def young() -> Array:
    """The greatest force of each line of the model, (M,) in newtons."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    known, kept = table["newtons"], table["as_published"]["muscles"]
    names, published = model().names, model().fibres.max_force
    ratios = [
        known[name] / own for name, own in zip(names, published, strict=True) if name in known
    ]
    usual = float(np.median(ratios))
    return np.array(
        [
            known.get(name, own if name in kept else usual * own)
            for name, own in zip(names, published.tolist(), strict=True)
        ]
    )


def by_strength(values: Array, lines: Whole) -> Array:
    """The mean of some lines, each by its greatest force: (n, M, 2) -> (n, 2)."""
    force = young()[lines]
    return np.einsum("nms,m->ns", values[:, lines], force / force.sum())
