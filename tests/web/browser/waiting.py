"""Waiting for what a browser does in its own time, where no locator can say it."""

from collections.abc import Callable

from tests.conftest import PATIENCE_MS


def until(page, holds: Callable[[], bool], within_ms: int = PATIENCE_MS) -> None:
    """Looks again and again until it holds. A machine that tests on all its cores is slow, so a
    fixed wait is either too short or too long."""
    for _ in range(within_ms // 100):
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"it did not come to be within {within_ms / 1000:.0f} s")
