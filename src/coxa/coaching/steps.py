"""The steps a session is played in, and the words the voice says at each."""

from typing import Any, Literal

from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Position, Sides
from coxa.language import Phrases, later, ngettext, number
from coxa.language import gettext as _
from coxa.reading.values import Value

StepKind = Literal["ready", "work", "rest", "side", "effort", "done"]
StepSide = Literal["left", "right", "both"]

LYING = frozenset({Position.SUPINE, Position.PRONE, Position.SIDE_LYING})

WHERE: Phrases[Position] = Phrases(
    {
        Position.STANDING: later("standing"),
        Position.STANDING_OR_SEATED: later("standing or sitting"),
        Position.SEATED_CHAIR: later("sitting on a chair"),
        Position.SEATED_FLOOR: later("sitting on the floor"),
        Position.SUPINE: later("lying on your back"),
        Position.PRONE: later("lying on your front"),
        Position.SIDE_LYING: later("lying on your side"),
        Position.SIDE_SUPPORT: later("propped up on your side"),
        Position.HALF_KNEELING: later("on one knee"),
        Position.QUADRUPED: later("on hands and knees"),
        Position.PLANK: later("on your hands and feet"),
        Position.SUPPORTED_BRIDGE: later("your shoulders on the couch or bench"),
        Position.HAND_SUPPORT: later("held up by your hands"),
        Position.HANGING: later("hanging from the bar"),
        Position.ANY: later("the way that is easy for you now"),
    }
)
SIDE: Phrases[StepSide] = Phrases({"left": later("Left side."), "right": later("Right side.")})


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
    return _("{place}, on the bed").format(place=words) if surface == "bed" else words


def amount_words(mode: str, count: int, seconds: float) -> str:
    if mode == "hold":
        told = ngettext("Hold for {n} second.", "Hold for {n} seconds.", _whole(seconds))
        return told.format(n=number(seconds))
    if count == 1:
        return _("Once.")
    return ngettext("{n} time.", "{n} times.", count).format(n=count)


def side_phrase(side: StepSide, exercise: Exercise) -> str:
    """ "Left side." where it matters; nothing where both work at once."""
    if side == "both":
        return _("Left and right in turn.") if exercise.sides is Sides.ALTERNATING else ""
    return SIDE[side]


def _whole(seconds: float) -> int:
    """For the plural: anything but exactly one is many."""
    return 1 if seconds == 1 else max(2, int(seconds))


def said(*parts: str) -> str:
    return " ".join(part for part in parts if part)
