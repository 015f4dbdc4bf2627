"""What a joint itself holds against being bent: everything that is not a muscle at work.

Measured in resting legs of ten people by Riener and Edrich 1999 (J Biomech 32:539): sums of
exponentials of the angles. Status: secondary (the coefficients were read in a program that cites
the paper). Beyond `MOST_NM` people differ too much: nobody is asked to fight more, and the joints'
ends (see `equilibrium`) may help with more.
"""

import numpy as np

from coxa.motion.values import Array

MOST_NM = 25.0  # our choice


def hip_flexion(hip: Array, knee: Array) -> Array:
    """The moment that bends the hip, Nm, of both angles in degrees; flexion is positive."""
    bent = np.maximum(knee, 0.0)
    pulls_up = np.exp(1.4655 - 0.0034 * bent - 0.0750 * hip)
    pulls_back = np.exp(1.3403 - 0.0226 * bent + 0.0305 * hip)
    return np.clip(pulls_up - pulls_back + 8.072, -MOST_NM, MOST_NM)
