"""The least squares: scipy's trust-region method, residuals and slopes worked out together."""

from collections.abc import Callable

import numpy as np
from scipy.optimize import least_squares

from coxa.motion.solving.terms import Term
from coxa.motion.values import Array


def fitted(work_out: Callable[[Array], Term], start: Array, steps: int, close: float) -> Array:
    """The values near `start` whose residuals are smallest in sum of squares.

    `work_out` gives residuals (k,) and slopes (k, values); `close` is the relative change, of the
    sum or of the values, at which it stops; `steps` the most places that it looks at.
    """
    asked = _Asked(work_out)
    found = least_squares(
        asked.residuals,
        start,
        jac=asked.slopes,
        method="trf",
        x_scale="jac",
        max_nfev=steps,
        ftol=close,
        xtol=close,
    )
    return np.asarray(found.x)


class _Asked:
    """The optimiser asks for residuals and slopes at the same place, one after the other."""

    def __init__(self, work_out: Callable[[Array], Term]) -> None:
        self._work_out = work_out
        self._at: Array | None = None
        self._known: Term = (np.empty(0), np.empty((0, 0)))

    def residuals(self, values: Array) -> Array:
        return self._both(values)[0]

    def slopes(self, values: Array) -> Array:
        return self._both(values)[1]

    def _both(self, values: Array) -> Term:
        if self._at is None or not np.array_equal(values, self._at):
            self._at, self._known = values.copy(), self._work_out(values)
        return self._known
