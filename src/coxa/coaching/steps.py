"""The steps a session is played in, and the words the voice says at each."""

from typing import Any, Literal

from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Position, Sides
from coxa.reading.values import Value

StepKind = Literal["ready", "work", "rest", "side", "effort", "done"]
StepSide = Literal["left", "right", "both"]

LYING = frozenset({Position.SUPINE, Position.PRONE, Position.SIDE_LYING})

WHERE: dict[Position, str] = {
    Position.STANDING: "standing",
    Position.STANDING_OR_SEATED: "standing or sitting",
    Position.SEATED_CHAIR: "sitting on a chair",
    Position.SEATED_FLOOR: "sitting on the floor",
    Position.SUPINE: "lying on your back",
    Position.PRONE: "lying on your front",
    Position.SIDE_LYING: "lying on your side",
    Position.SIDE_SUPPORT: "propped up on your side",
    Position.HALF_KNEELING: "on one knee",
    Position.QUADRUPED: "on hands and knees",
    Position.PLANK: "on your hands and feet",
    Position.SUPPORTED_BRIDGE: "your shoulders on the couch or bench",
    Position.HAND_SUPPORT: "held up by your hands",
    Position.HANGING: "hanging from the bar",
    Position.ANY: "the way that is easy for you now",
}


class Tempo(Value):
    """Seconds of one movement: there, staying, and back."""

    up: float
    hold: float
    down: float


class Step(Value):
    """One thing the player does. `seconds` is how long it lasts, or usually takes where it waits
    for a tap."""

    kind: StepKind
    seconds: float
    voice: str = ""
    waits: bool = False  # for the person's tap
    item: int | None = None  # the place in the session's list of items
    exercise_id: str | None = None
    name: str = ""
    position: str = ""  # of the figure
    lying: bool = False  # the screen is out of sight; the voice matters
    side: StepSide = "both"
    set_number: int = 0  # as shown: set 2 of 3
    sets: int = 0
    log_set: int = 0  # as kept in the log, counted on where an exercise has two items
    mode: Literal["hold", "reps"] | None = None
    count: int = 0  # repetitions, as planned
    low: float | None = None  # the range it may grow in: repetitions, or seconds of hold
    high: float | None = None
    tempo: Tempo | None = None  # of one repetition; of each half where left and right alternate
    halves: int = 1  # 2: one repetition is left and right once
    hold_s: float = 0
    rest_s: float = 0
    lowering_s: float = 2
    load_kg: float = 0
    band: str | None = None
    set_up: str = ""
    cues: tuple[str, ...] = ()
    next: str = ""  # what comes after it, for the screen
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # on the first step: what is said before a session
    stop_rules: tuple[str, ...] = ()  # on the first step; one tap away all the time

    def as_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json")


def where(exercise: Exercise, surface: str) -> str:
    words = WHERE[exercise.position]
    return f"{words}, on the bed" if surface == "bed" else words


def amount_words(mode: str, count: int, seconds: float) -> str:
    if mode == "hold":
        return f"Hold for {seconds:g} seconds."
    return "Once." if count == 1 else f"{count} times."


def side_phrase(side: StepSide, exercise: Exercise) -> str:
    """ "Left side." where it matters; nothing where both work at once."""
    if side == "both":
        return "Left and right in turn." if exercise.sides is Sides.ALTERNATING else ""
    return f"{side.capitalize()} side."


def said(*parts: str) -> str:
    return " ".join(part for part in parts if part)
