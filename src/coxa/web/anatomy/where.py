"""Where a muscle group lies on the body: the muscle map's pictures, with one group picked out."""

from collections.abc import Mapping

from coxa.anatomy.muscles import Muscle
from coxa.anatomy.sides import BOTH
from coxa.language import per_language
from coxa.mechanics.uses import Band
from coxa.web.muscles.painting import Picture, pictures

# From where a group is seen best; core and the muscles of the thigh's front from the front.
SEEN_FROM: Mapping[Muscle, str] = {
    Muscle.GLUTE_MAX: "back",
    Muscle.GLUTE_MED: "side",
    Muscle.HAMSTRINGS: "back",
    Muscle.DEEP_ROTATORS: "back",
    Muscle.TFL_ITB: "side",
}
FRONT = "front"


@per_language()
def everywhere() -> tuple[Picture, ...]:
    """All views, with no group picked out."""
    return pictures({(muscle, side): Band.NONE for muscle in Muscle for side in BOTH})


def best_view(muscle: Muscle) -> Picture:
    """The one view that shows a group best."""
    wanted = SEEN_FROM.get(muscle, FRONT)
    return next(one for one in everywhere() if one.name == wanted)


def views_of(muscle: Muscle) -> tuple[Picture, ...]:
    """The views in which anything of a group is to be seen."""
    return tuple(one for one in everywhere() if any(part.muscle is muscle for part in one.parts))
