"""How a muscle's force depends on the length of its fibres and tendon.

Curves of Thelen 2003 (J Biomech Eng 125:70), with the figures that the model gives for them. All
are shares: of the greatest force, of the fibre length at which a muscle has it, of the tendon's
slack length. Force of a held muscle only: speed does not come in.
"""

from dataclasses import dataclass

import numpy as np

from coxa.motion.values import Array

# Thelen's tendon: up to TOE_FORCE its curve bends, beyond it is straight.
TOE_FORCE = 0.33
TOE_SHAPE = 3.0
TOE_SHARE = 0.609  # of the strain at greatest force, where the bend ends
STIFFNESS = 1.712  # of the straight part, over the strain at greatest force


@dataclass(frozen=True)
class Curves:
    """Strain of tendon and of resting fibres at the greatest force; shapes of two of the curves."""

    tendon_strain: float
    fibre_strain: float
    passive_shape: float
    active_shape: float

    def passive(self, fibre: Array) -> Array:
        """Force of resting fibres: none up to 1, 1 at 1 + `fibre_strain`, straight on beyond."""
        strain = np.maximum(fibre - 1.0, 0.0) / self.fibre_strain
        bent = np.expm1(self.passive_shape * np.minimum(strain, 1.0))
        beyond = self.passive_shape * np.maximum(strain - 1.0, 0.0)
        force: Array = bent / np.expm1(self.passive_shape) + beyond
        return force

    def active(self, fibre: Array) -> Array:
        """Greatest force that fibres can add by their own work: 1 at 1, less on either side."""
        force: Array = np.exp(-((fibre - 1.0) ** 2) / self.active_shape)
        return force

    def tendon_stretch(self, force: Array) -> Array:
        """The strain of a tendon under a force: none for none."""
        toe = TOE_SHARE * self.tendon_strain
        bent = toe / TOE_SHAPE * np.log1p(force / TOE_FORCE * np.expm1(TOE_SHAPE))
        straight = toe + (force - TOE_FORCE) * self.tendon_strain / STIFFNESS
        return np.where(force < TOE_FORCE, bent, straight)
