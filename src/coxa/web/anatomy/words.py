"""What the explorer calls angles, and what a pull does: plain words for coordinates."""

from collections.abc import Mapping
from dataclasses import dataclass

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
            return self.zero
        return f"{abs(whole)}° {self.plus if whole > 0 else self.minus}"


@dataclass(frozen=True)
class Pull:
    """What a muscle's pull does about a coordinate: `plus` with a moment arm above zero."""

    title: str
    minus: str
    plus: str

    def words(self, millimetres: float) -> str:
        if abs(millimetres) < LITTLE_MM:
            return "next to nothing"
        return self.plus if millimetres > 0 else self.minus


WAYS: Mapping[str, Ways] = {
    "hip_flexion": Ways("Bend the hip", "back", "straight", "bent", "back", "bent"),
    "hip_adduction": Ways("Move it sideways", "out", "in line", "across", "out", "across"),
    "hip_rotation": Ways("Turn the leg", "turned out", "straight ahead", "turned in", "out", "in"),
    "knee_angle": Ways("Bend the knee", "past straight", "straight", "bent", "straight", "bent"),
    "lumbar_extension": Ways("Round or arch", "rounded", "upright", "arched", "rounded", "arched"),
    "lumbar_bending": Ways(
        "Bend to a side", "to the left", "upright", "to the right", "left", "right"
    ),
    "lumbar_rotation": Ways(
        "Turn the trunk", "to the right", "straight ahead", "to the left", "right", "left"
    ),
}

PULLS: Mapping[str, Pull] = {
    "hip_flexion": Pull("Bending the hip", "takes the thigh back", "bends the hip"),
    "hip_adduction": Pull("Moving sideways", "opens the hip", "draws the thigh in"),
    "hip_rotation": Pull("Turning the leg", "turns out", "turns in"),
    "knee_angle": Pull("Bending the knee", "straightens the knee", "bends the knee"),
    "lumbar_extension": Pull("Arching the back", "rounds the back", "arches the back"),
    "lumbar_bending": Pull("Bending to a side", "bends to the left", "bends to the right"),
    "lumbar_rotation": Pull("Turning the trunk", "turns to the right", "turns to the left"),
}


def title(measure: str) -> str:
    return "Length" if measure == LENGTH else PULLS[measure].title


def measured_words(measure: str, value: float) -> str:
    """Of a share or an arm in metres: "80 % of its range", "turns out, 29 mm"."""
    if measure == LENGTH:
        return f"{round(100 * value)} % of its range"
    millimetres = round(1000 * value)
    return f"{PULLS[measure].words(millimetres)}, {abs(millimetres)} mm"
