"""Noticing that somebody else is in view. Only one person is followed, and it is said whom."""

from math import hypot

from coxa.motion.video.decoding import Picture
from coxa.motion.video.detector import Detector, Person
from coxa.motion.video.region import Region

EVERY_S = 1.0  # between looks: a passer-by is in view for longer (our choice)
TWICE = 2  # looks in a row that must see somebody, so that a shadow counts for nothing (our choice)
# Hips nearer than this share of the followed person's region are the person's own. The region is
# a quarter wider than the body is tall, so this is about an arm's breadth of 30 cm (our choice).
APART = 0.15


class Company:
    """Looks for a second person once a second, and speaks once."""

    def __init__(self, detector: Detector) -> None:
        self._detector = detector
        self._looked_s = float("-inf")
        self._times = 0

    def look(self, picture: Picture, followed: Region) -> str | None:
        """What to say of a second person, None if there is nothing to say (any more)."""
        if self._times >= TWICE or picture.time_s < self._looked_s + EVERY_S:
            return None
        self._looked_s = picture.time_s
        others = [who for who in self._detector.people(picture.pixels) if apart(who, followed)]
        self._times = self._times + 1 if others else 0
        if self._times < TWICE:
            return None
        return (
            f"A second person is in view at {picture.time_s:.0f} s. "
            "Only one is followed: whoever was first seen nearest to the middle."
        )


def apart(other: Person, followed: Region) -> bool:
    """Whether that is somebody else than the one who is followed."""
    away = hypot(other.region.x - followed.x, other.region.y - followed.y)
    return away > APART * followed.size
