"""How a check is done before a camera: set-up, view, what is measured, and how far it may be off.

The numbers say *what to look for*; the watching part (`coxa.motion.watching.checking`) knows *how*.
The value is proposed; the person confirms it.
"""

from typing import Annotated, Literal

from pydantic import Field

from coxa.exercises.exercise import Phrase, Sentence
from coxa.language import Phrases, later
from coxa.reading.values import Value

View = Literal["front", "back", "front_or_back", "side", "working_side", "above"]
Kind = Literal[
    "peak_angle", "resting_angle", "resting_place", "still_time", "hold_time", "count_in_time",
    "knee_cave", "reach",
]  # fmt: skip
Counts = Literal["best", "mean", "middle", "worst_twice"]
ErrorStatus = Literal["measured", "confirmed", "secondary", "memory", "our_choice"]

VIEW_WORDS: Phrases[View] = Phrases(
    {
        "front": later("Face the camera."),
        "back": later("Turn your back to the camera."),
        "front_or_back": later("Turn your front or your back to the camera."),
        "side": later("Turn one side to the camera."),
        "working_side": later("Turn the side that you test to the camera."),
        "above": later("Lie on your back below the camera, which looks straight down."),
    }
)


class CameraError(Value):
    """How far a reading by camera may be from the truth, in the check's unit, and who says so.

    `measured`: by us, on data that anyone can have; the other words are those of sources.
    """

    value: Annotated[float, Field(ge=0)]
    unit: str
    status: ErrorStatus
    says: Sentence


class Keep(Value):
    """A coordinate that has to stay within bounds, or what is seen does not count.

    `leg` is whose it is: the working one's, that near the camera, or none's, as of the trunk.
    """

    coordinate: str
    leg: Literal["working", "near", "none"] = "none"
    least: float = float("-inf")
    most: float = float("inf")
    words: Phrase


class CameraMeasure(Value):
    """The kind of measuring, the line or movement it follows, and its numbers.

    Units of the numbers stand in their names: `_deg`, `_s`; shares have none.
    """

    kind: Kind
    line: str = ""
    numbers: dict[str, float]


class ByCamera(Value):
    set_up: tuple[Sentence, ...] = Field(min_length=1)
    view: View
    measured: Sentence
    cannot_tell: Sentence
    tries: int = Field(ge=1, le=5)
    counts: Counts
    rest_s: float = 0.0  # between two tries, as advice
    points: tuple[str, ...]  # that have to be seen, without their sides
    both_legs: bool = False  # the points of the other side are needed too
    begin: Phrase  # what to do; {side}, {side_} and {other} stand for left, Left and right
    going: Phrase  # what to do while it lasts
    measure: CameraMeasure
    keep: tuple[Keep, ...] = ()
    error: CameraError

    @property
    def view_words(self) -> str:
        return VIEW_WORDS[self.view]
