"""So many times in so many seconds, counted in this process: against a calendar gone wild, and
against whoever tries addresses."""

from collections import deque
from threading import Lock

MOST_NAMES = 1000  # remembered at once: who makes up names does not fill the memory


class AtMost:
    """`times` within `within_s` seconds for each name."""

    def __init__(self, times: int, within_s: float) -> None:
        self.times = times
        self.within_s = within_s
        self._seen: dict[str, deque[float]] = {}
        self._lock = Lock()

    def allows(self, name: str, now_s: float) -> bool:
        """Whether it may once more at `now_s`, in seconds of any clock that only goes forward."""
        with self._lock:
            seen = self._seen.pop(name, deque())
            while seen and seen[0] <= now_s - self.within_s:
                seen.popleft()
            allowed = len(seen) < self.times
            if allowed:
                seen.append(now_s)
            self._seen[name] = seen  # at the end: the longest unheard of goes first
            while len(self._seen) > MOST_NAMES:
                del self._seen[next(iter(self._seen))]
            return allowed

    def forget(self) -> None:
        with self._lock:
            self._seen.clear()
