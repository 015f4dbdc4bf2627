"""What of a muscle group is worth seeing in the explorer, with the figures of the model."""

from dataclasses import dataclass
from urllib.parse import urlencode

import numpy as np

from coxa.anatomy.groups import Look, groups
from coxa.anatomy.muscles import Muscle
from coxa.language import per_language
from coxa.mechanics.exploring import explored, moved_by, parts, swept
from coxa.web.anatomy.words import WAYS, measured_words, part_words


@dataclass(frozen=True)
class Shown:
    """Its words, what `part` has in the model at either end of the way ("" for a group of one
    part), and the address to see it."""

    words: str
    part: str
    before: str
    after: str
    query: str


@per_language()
def shown(muscle: Muscle) -> tuple[Shown, ...]:
    return tuple(_shown(muscle, look) for look in groups()[muscle].looks)


def _shown(muscle: Muscle, look: Look) -> Shown:
    i = [part.name for part in parts(muscle)].index(look.line)
    poses = swept(look.pose, look.along, np.array([look.start, look.end]))
    first, last = explored(muscle, poses).measure(look.measure)[:, i].tolist()
    pose = dict.fromkeys(moved_by(muscle), 0.0) | look.pose | {look.along: look.end}
    asked = {name: f"{value:g}" for name, value in pose.items()} | {"along": look.along}
    return Shown(
        words=look.words,
        part=part_words(parts(muscle)[i]) if len(parts(muscle)) > 1 else "",
        before=f"{WAYS[look.along].angle(look.start)}: {measured_words(look.measure, first)}",
        after=f"{WAYS[look.along].angle(look.end)}: {measured_words(look.measure, last)}",
        query=urlencode(asked),
    )
