"""What the closed words of exercise files are called where people read them."""

from coxa.exercises.exercise import Exercise
from coxa.exercises.vocabulary import Kind, Position, SourceStatus
from coxa.language import Phrases, later

KINDS: Phrases[Kind] = Phrases(
    {
        Kind.STRENGTH: later("Strength"),
        Kind.STRETCH: later("Stretch"),
        Kind.DRILL: later("Loosening drill"),
        Kind.BALANCE: later("Balance"),
        Kind.SELF_MASSAGE: later("Self-massage"),
    }
)

POSITIONS: Phrases[Position] = Phrases(
    {
        Position.STANDING: later("Standing"),
        Position.STANDING_OR_SEATED: later("Standing or sitting"),
        Position.SEATED_CHAIR: later("On a chair"),
        Position.SEATED_FLOOR: later("Sitting on the floor"),
        Position.SUPINE: later("On your back"),
        Position.PRONE: later("On your front"),
        Position.SIDE_LYING: later("On your side"),
        Position.SIDE_SUPPORT: later("Propped on your side"),
        Position.HALF_KNEELING: later("On one knee"),
        Position.QUADRUPED: later("On hands and knees"),
        Position.PLANK: later("On hands and feet"),
        Position.SUPPORTED_BRIDGE: later("Shoulders on a couch"),
        Position.HAND_SUPPORT: later("Held up by your hands"),
        Position.HANGING: later("Hanging from a bar"),
        Position.ANY: later("Any position"),
    }
)

# What an exercise needs, with the articles it is said with: "You need a chair."
NEEDS_WORDS: Phrases[str] = Phrases(
    {
        "wall": later("a free wall"),
        "chair": later("a sturdy chair"),
        "band_loop": later("a band loop"),
        "pull_up_bar": later("a pull-up bar"),
        "couch_or_bench": later("a couch or bench"),
        "wall_or_bench": later("a wall, couch or bench"),
        "slider_or_towel": later("a slider or towel"),
        "foam_roller_or_ball": later("a foam roller or ball"),
    }
)

LEVELS: Phrases[int] = Phrases(
    {
        1: later("First steps"),
        2: later("Steady"),
        3: later("Firm"),
        4: later("Hard"),
        5: later("For trained people"),
    }
)

STATUSES: Phrases[SourceStatus] = Phrases(
    {
        SourceStatus.CONFIRMED: later("Read in the source"),
        SourceStatus.SECONDARY: later("Read where it is quoted"),
        SourceStatus.MEMORY: later("Not yet looked up again"),
        SourceStatus.OUR_CHOICE: later("Our own choice"),
    }
)

SOURCES: Phrases[str] = Phrases(
    {
        "000": later("A simple routine for hip strength and mobility (a fitness blog)"),
        "001": later("The Hip Workout (Specialist Physical Therapy)"),
        "002": later("Six exercises to strengthen your hip muscles (Hinge Health)"),
        "003": later("How to train your hip flexors for strength and mobility (web article)"),
        "004": later("Improve your hip mobility (web article)"),
    }
)


NEEDS_IN_SHORT: Phrases[str] = Phrases(
    {
        "wall": later("wall"),
        "chair": later("chair"),
        "band_loop": later("band loop"),
        "pull_up_bar": later("pull up bar"),
        "couch_or_bench": later("couch or bench"),
        "wall_or_bench": later("wall or bench"),
        "slider_or_towel": later("slider or towel"),
        "foam_roller_or_ball": later("foam roller or ball"),
    }
)


def needs_in_short(exercise: Exercise) -> list[str]:
    return [NEEDS_IN_SHORT[need] for need in exercise.equipment.required]


def needs_words(exercise: Exercise) -> list[str]:
    return [NEEDS_WORDS[need] for need in exercise.equipment.required]
