"""Figures that nobody made, for tests that ask what the pages make of them."""

from collections.abc import Iterator

import pytest

from coxa.web.built import Built
from coxa.web.figures import known
from tests.web.figures.made_up import MOTIONS


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Five motions; whatever else there is has none."""
    some = Built({}, frozenset(), {"body": "figures/body-0C0C0C0C.glb", "motions": MOTIONS})
    monkeypatch.setattr(known, "built", lambda: some)
    known.read_once.cache_clear()
    yield
    known.read_once.cache_clear()
