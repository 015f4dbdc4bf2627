"""Something that has to be so for a while before it counts."""


class Lasting:
    """Tells since when something was so, once it has lasted `for_s` seconds."""

    __slots__ = ("_for_s", "_since_s")

    def __init__(self, for_s: float) -> None:
        self._for_s = for_s
        self._since_s: float | None = None

    def since(self, time_s: float, is_so: bool) -> float | None:
        """When it began; None if it is not so, or not for long enough yet."""
        if not is_so:
            self._since_s = None
            return None
        if self._since_s is None:
            self._since_s = time_s
        return self._since_s if time_s - self._since_s >= self._for_s else None

    def reset(self) -> None:
        self._since_s = None
