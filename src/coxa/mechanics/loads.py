"""How hard each muscle works in a motion: static optimisation of the whole body, frame by frame.

Of all ways in which muscles, contacts and ligaments can hold the body up, the one with the least
sum of squared activations. Shapes: u frames that differ, n frames of the clip, M lines, sides left
before right.
"""

from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from coxa.anatomy.muscles import Muscle
from coxa.exercises.motion import Shown
from coxa.mechanics.equilibrium import Balance, balance
from coxa.mechanics.method import USUAL, Method
from coxa.mechanics.muscle import columns
from coxa.mechanics.optimise import Problems, shared
from coxa.mechanics.rows import JOINTS, WHOLE, WORDS
from coxa.mechanics.strengths import by_strength
from coxa.motion.body import read_body
from coxa.motion.clip import Clip
from coxa.motion.judging.loads import WEIGHT_N
from coxa.motion.judging.seen import Seen
from coxa.motion.values import Array

# How much may be left over for the cost of a muscle's full force: 1 Nm at a joint, 6 N or Nm on the
# whole.
SLACK = np.concatenate([np.full(WHOLE, 20.0), np.full(len(JOINTS), 0.5)])
# What is left over and still no fault (our choice): the body's weight is placed to about 2 cm,
# which is 15 Nm, and slow movement needs 15 N; 5 Nm hold up a hand and forearm.
ALLOWED = (*[("N", 15.0)] * 3, *[("Nm", 15.0)] * 3, *[("Nm", 5.0)] * len(JOINTS))


@dataclass(frozen=True, eq=False)
class Loads:
    """`activation` (n, M, 2), 0 to 1; `left` (n, d): what nothing can hold, in the rows of `rows`;
    `times` (n,) in seconds."""

    times: Array
    activation: Array
    left: Array

    def of(self, muscle: Muscle) -> Array:
        """The activation of a group, (n, 2): its lines count by their strength."""
        return by_strength(self.activation, columns(muscle))

    @property
    def misfits(self) -> list[str]:
        """What cannot be held, in words: a fault of how the motion is written, not of a person."""
        found = []
        for name, (unit, most), left in zip(WORDS, ALLOWED, np.abs(self.left).T, strict=True):
            if left.max() > most:
                time = self.times[left.argmax()]
                found.append(f"{name} lacks {left.max():.0f} {unit} at {time:.1f} s")
        return found


def loads(clip: Clip, shown: Shown, method: Method = USUAL) -> Loads:
    """Along a clip. `shown` is what it was made from: its bands, weights and cushions."""
    seen = Seen(clip, read_body())
    with threadpool_limits(1):
        found = worked(balance(seen, shown, method))
    return Loads(clip.times, found.activation[seen.which], found.left[seen.which])


def worked(of: Balance) -> Loads:
    """The same of equations, for the frames that differ."""
    u, lines = of.muscles.shape[::2]
    costs = np.concatenate([np.ones(lines), of.costs])
    found = shared(
        Problems(
            equations=np.concatenate([of.muscles, of.others], axis=2),
            wanted=WEIGHT_N * of.weight[:, 1] - of.known,  # weight pulls down
            costs=np.broadcast_to(costs, (u, len(costs))),
            most=np.concatenate([np.ones((u, lines)), of.most], axis=1),
            slack=SLACK,
        )
    )
    activation = found.x[:, :lines].reshape(u, 2, -1).transpose(0, 2, 1)
    return Loads(of.seen.clip.times[of.seen.first], activation, found.left)
