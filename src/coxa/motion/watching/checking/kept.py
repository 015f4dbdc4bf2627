"""A height that was kept for a while, not only swung through."""

from collections import deque

GAP_S = 0.3  # without a value for longer than this, what was before was not kept
LOW_SHARE = 0.2  # of a window's values may lie below the height that is called kept: noise


class Kept:
    """The highest value that was kept for `held_s` seconds.

    Of each window of that length it takes the value above which four in five lie, so that a
    single noisy picture does not spoil it, and the highest of these. A movement that is higher at
    every moment never gets a lower value.
    """

    __slots__ = ("_held_s", "_window", "best", "now")

    def __init__(self, held_s: float) -> None:
        self._held_s = held_s
        self._window: deque[tuple[float, float]] = deque()
        self.best: float | None = None
        self.now: float | None = None  # what the window that ends now keeps

    def add(self, time_s: float, value: float) -> None:
        window = self._window
        if window and time_s - window[-1][0] > GAP_S:
            window.clear()
        window.append((time_s, value))
        while len(window) > 1 and time_s - window[1][0] >= self._held_s:
            window.popleft()
        self.now = None
        if time_s - window[0][0] >= self._held_s:
            ordered = sorted(one for _, one in window)
            self.now = ordered[int(LOW_SHARE * len(ordered))]
            self.best = self.now if self.best is None else max(self.best, self.now)

    def interrupt(self) -> None:
        """What comes next does not belong to what was before."""
        self._window.clear()
        self.now = None
