"""The array types that the package speaks in."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]


def over_time(values: Array, times: Array) -> float:
    """The mean of values (n,) at times (n,) that need not be evenly apart; of one value, itself."""
    if len(times) < 2:
        return float(values[0])
    return float(np.trapezoid(values, times) / (times[-1] - times[0]))
