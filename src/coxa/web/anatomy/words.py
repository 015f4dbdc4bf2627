"""What the explorer calls angles, and what a pull does: plain words for coordinates."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext_lazy

from coxa.language import gettext
from coxa.mechanics.muscle import MuscleLine

# Millimetres: published paths differ by more than this from each other, and people do, so below it
# we do not say which way a muscle pulls. Our choice.
LITTLE_MM = 5
LENGTH = "length"


@dataclass(frozen=True)
class Ways:
    """The two directions of a coordinate: `plus` is said of a value above zero, `last` stands at
    that end of its slider."""

    move: str
    minus: str
    zero: str
    plus: str
    first: str
    last: str

    def angle(self, degrees: float) -> str:
        """Such as "30° bent"."""
        whole = round(degrees)
        if whole == 0:
            return str(self.zero)
        return f"{abs(whole)}° {self.plus if whole > 0 else self.minus}"


@dataclass(frozen=True)
class Pull:
    """What a muscle's pull does about a coordinate: `plus` with a moment arm above zero."""

    title: str
    minus: str
    plus: str

    def words(self, millimetres: float) -> str:
        if abs(millimetres) < LITTLE_MM:
            return _("next to nothing")
        return str(self.plus if millimetres > 0 else self.minus)


WAYS: Mapping[str, Ways] = {
    "hip_flexion": Ways(
        lazy("Bend the hip"),
        pgettext_lazy("position of a joint", "back"),
        pgettext_lazy("position of a joint", "straight"),
        pgettext_lazy("position of a joint", "bent"),
        pgettext_lazy("position of a joint", "back"),
        pgettext_lazy("position of a joint", "bent"),
    ),
    "hip_adduction": Ways(
        lazy("Move it sideways"),
        pgettext_lazy("position of a joint", "out"),
        pgettext_lazy("position of a joint", "in line"),
        pgettext_lazy("position of a joint", "across"),
        pgettext_lazy("position of a joint", "out"),
        pgettext_lazy("position of a joint", "across"),
    ),
    "hip_rotation": Ways(
        lazy("Turn the leg"),
        pgettext_lazy("position of a joint", "turned out"),
        pgettext_lazy("position of a joint", "straight ahead"),
        pgettext_lazy("position of a joint", "turned in"),
        pgettext_lazy("position of a joint", "out"),
        pgettext_lazy("position of a joint", "in"),
    ),
    "knee_angle": Ways(
        lazy("Bend the knee"),
        pgettext_lazy("position of a joint", "past straight"),
        pgettext_lazy("position of a joint", "straight"),
        pgettext_lazy("position of a joint", "bent"),
        pgettext_lazy("position of a joint", "straight"),
        pgettext_lazy("position of a joint", "bent"),
    ),
    "lumbar_extension": Ways(
        lazy("Round or arch"),
        pgettext_lazy("position of a joint", "rounded"),
        pgettext_lazy("position of a joint", "upright"),
        pgettext_lazy("position of a joint", "arched"),
        pgettext_lazy("position of a joint", "rounded"),
        pgettext_lazy("position of a joint", "arched"),
    ),
    "lumbar_bending": Ways(
        lazy("Bend to a side"),
        pgettext_lazy("position of a joint", "to the left"),
        pgettext_lazy("position of a joint", "upright"),
        pgettext_lazy("position of a joint", "to the right"),
        pgettext_lazy("position of a joint", "left"),
        pgettext_lazy("position of a joint", "right"),
    ),
    "lumbar_rotation": Ways(
        lazy("Turn the trunk"),
        pgettext_lazy("position of a joint", "to the right"),
        pgettext_lazy("position of a joint", "straight ahead"),
        pgettext_lazy("position of a joint", "to the left"),
        pgettext_lazy("position of a joint", "right"),
        pgettext_lazy("position of a joint", "left"),
    ),
}

PULLS: Mapping[str, Pull] = {
    "hip_flexion": Pull(
        lazy("Bending the hip"), lazy("takes the thigh back"), lazy("bends the hip")
    ),
    "hip_adduction": Pull(
        lazy("Moving sideways"), lazy("opens the hip"), lazy("draws the thigh in")
    ),
    "hip_rotation": Pull(lazy("Turning the leg"), lazy("turns out"), lazy("turns in")),
    "knee_angle": Pull(
        lazy("Bending the knee"), lazy("straightens the knee"), lazy("bends the knee")
    ),
    "lumbar_extension": Pull(
        lazy("Arching the back"), lazy("rounds the back"), lazy("arches the back")
    ),
    "lumbar_bending": Pull(
        lazy("Bending to a side"), lazy("bends to the left"), lazy("bends to the right")
    ),
    "lumbar_rotation": Pull(
        lazy("Turning the trunk"), lazy("turns to the right"), lazy("turns to the left")
    ),
}


def title(measure: str) -> str:
    return _("Length") if measure == LENGTH else str(PULLS[measure].title)


def measured_words(measure: str, value: float) -> str:
    """Of a share or an arm in metres: "80 % of its range", "turns out, 29 mm"."""
    if measure == LENGTH:
        return _("{percent} % of its range").format(percent=round(100 * value))
    millimetres = round(1000 * value)
    return _("{words}, {millimetres} mm").format(
        words=PULLS[measure].words(millimetres), millimetres=abs(millimetres)
    )


def part_words(part: MuscleLine) -> str:
    """What a line of the muscle model is called."""
    return gettext(part.words)
