"""Who does it well hears of few faults: people of UI-PRMD, each repetition a recording of its own.

The faults' limits were set with these people in view (each says so), so this tells that nothing has
become worse, and not how it is with others.
"""

from collections import Counter, defaultdict
from functools import cache

import pytest
from tests.reference.watching import ui_prmd
from tests.reference.watching.test_counting import expected_of, watched

pytestmark = [
    pytest.mark.reference,
    pytest.mark.slow,
    pytest.mark.skipif(
        ui_prmd.folder() is None, reason="COXA_REFERENCE_DATA names no folder with ui_prmd_open"
    ),
]


@cache
def shares() -> dict[tuple[str, bool], dict[str, float]]:
    """{(movement, wrong): {fault: the share of the repetitions in which it was named}}."""
    folder = ui_prmd.folder()
    assert folder is not None
    named: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
    total: Counter[tuple[str, bool]] = Counter()
    for movement in ui_prmd.MOVEMENTS:
        for one in ui_prmd.episodes(folder, movement):
            key = movement, one.wrong
            total[key] += 1
            faults = watched(one.frames, expected_of(movement)).faults()
            named[key].update({found.id for found in faults})
    return {key: {id_: n / total[key] for id_, n in named[key].items()} for key in total}


@pytest.mark.parametrize("movement", ui_prmd.MOVEMENTS)
def test_what_is_done_well_is_seldom_called_a_fault(movement):
    assert max(shares()[movement, False].values(), default=0.0) <= 0.12


def test_what_is_done_wrongly_is_called_a_fault_more_often():
    for movement in ui_prmd.MOVEMENTS:
        right, wrong = (sum(shares()[movement, one].values()) for one in (False, True))
        assert wrong > right, movement
