"""What an exercise that nobody does asks of muscles."""

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import Side
from coxa.mechanics.measured import Measured
from coxa.mechanics.trust import Confidence
from coxa.mechanics.uses import USUALLY, Band, MuscleUse

SHARE = {
    Band.NONE: 0.0, Band.LOW: 0.1, Band.MODERATE: 0.3, Band.HIGH: 0.5, Band.VERY_HIGH: 0.9,
}  # fmt: skip
LEFT, RIGHT = Side.LEFT, Side.RIGHT
STUDY = Measured(
    percent=81.0,
    sd=42.0,
    people=21,
    statistic="mean",
    study="Doe and others 2009",
    doi="10.1000/x",
    pmid="1",
    exercise="side-lying lift",
)


def use(
    muscle: Muscle,
    side: Side,
    load: Band = Band.NONE,
    stretch: Band = Band.NONE,
    confidence: Confidence = Confidence.MODERATE,
    measured: Measured | None = None,
) -> MuscleUse:
    share = SHARE[load] / USUALLY
    return MuscleUse(
        muscle, side, share, share, 0.4, 0.6, SHARE[stretch], confidence, measured
    )  # fmt: skip


#: Lifting the left leg sideways: the left side of the hip was measured.
LIFT = (
    use(Muscle.GLUTE_MED, LEFT, Band.LOW, measured=STUDY),
    use(Muscle.GLUTE_MED, RIGHT, Band.LOW),
    use(Muscle.GLUTE_MAX, LEFT, Band.MODERATE, confidence=Confidence.LOW),
    use(Muscle.CORE, LEFT, Band.MODERATE),
    use(Muscle.CORE, RIGHT, Band.MODERATE),
    use(Muscle.DEEP_ROTATORS, LEFT, Band.HIGH),
    use(Muscle.HAMSTRINGS, RIGHT, stretch=Band.VERY_HIGH),
)
