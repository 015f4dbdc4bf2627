"""The level that a value has while somebody waits to begin: each person's own start."""

from collections import deque

from coxa.motion.watching.checking.kept import GAP_S

FOR_S = 1.0  # our choice


class RestingLevel:
    """The mean of the last `for_s` seconds in which the value moved no more than `within`."""

    __slots__ = ("_for_s", "_window", "_within", "level")

    def __init__(self, within: float, for_s: float = FOR_S) -> None:
        self._within, self._for_s = within, for_s
        self._window: deque[tuple[float, float]] = deque()
        self.level: float | None = None

    def add(self, time_s: float, value: float) -> None:
        window = self._window
        if window and time_s - window[-1][0] > GAP_S:
            window.clear()
        window.append((time_s, value))
        while len(window) > 1 and time_s - window[1][0] >= self._for_s:
            window.popleft()
        values = [one for _, one in window]
        if time_s - window[0][0] >= self._for_s and max(values) - min(values) <= self._within:
            self.level = sum(values) / len(values)

    def forget(self) -> None:
        self._window.clear()
        self.level = None
